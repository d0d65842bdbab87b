//! In which order do these strings stand?
//!
//! Strings are read twelve bytes at a time, and only as far as they are alike: sorting is sorting numbers, which does not wait for text.

/// Bytes that are compared at a time: with the number of its string they fill 16.
const READ: usize = 12;
/// Groups up to this size are compared string by string.
const FEW: usize = 8;
/// So are strings that share this many bytes.
const DEEP: usize = 64;

/// Numbers in the order of the strings they stand for.
pub(super) struct Order {
    pub(super) numbers: Vec<u32>,
    /// The first two whose strings are the same.
    pub(super) twins: Option<(u32, u32)>,
}

/// The numbers from 0 to below `count` in the order of their strings, then in their own.
pub(super) fn order<'s>(count: usize, string: impl Fn(u32) -> &'s [u8]) -> Order {
    // What all begin with tells nothing.
    let common = |a: &[u8], b: &[u8]| a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let first = if count > 0 { string(0) } else { &[] };
    let mut skip = first.len();
    for number in 1..count as u32 {
        if skip == 0 {
            break;
        }
        skip = common(&first[..skip], string(number));
    }
    let mut keyed: Vec<u128> = (0..count as u32).map(|number| key(string(number), skip, number)).collect();
    let mut twins = None;
    sort(&mut keyed, skip, &string, &mut twins);
    Order { numbers: keyed.into_iter().map(|key| key as u32).collect(), twins }
}

/// The bytes of a string from `at` on as a number that sorts as they do, and behind them the number of the string.
#[inline]
fn key(string: &[u8], at: usize, number: u32) -> u128 {
    let rest = string.get(at..).unwrap_or_default();
    let bytes = match rest.first_chunk() {
        Some(bytes) => u128::from_be_bytes(*bytes),
        None => {
            let mut bytes = [0; 16];
            bytes[..rest.len()].copy_from_slice(rest);
            u128::from_be_bytes(bytes)
        }
    };
    bytes >> 32 << 32 | u128::from(number)
}

/// Sorts strings that are the same before `at`, from where on the keys have them.
fn sort<'s>(keyed: &mut [u128], at: usize, string: &impl Fn(u32) -> &'s [u8], twins: &mut Option<(u32, u32)>) {
    keyed.sort_unstable();
    let next = at + READ;
    for same in keyed.chunk_by_mut(|a, b| a >> 32 == b >> 32).filter(|same| same.len() > 1) {
        if same.len() > FEW && next < DEEP && same[0] >> 32 != 0 {
            for key in same.iter_mut() {
                *key = self::key(string(*key as u32), next, *key as u32);
            }
            sort(same, next, string, twins);
            continue;
        }
        let compare = |a: &u128, b: &u128| string(*a as u32).cmp(string(*b as u32)).then((*a as u32).cmp(&(*b as u32)));
        same.sort_unstable_by(compare);
        let twin = |pair: &&[u128]| string(pair[0] as u32) == string(pair[1] as u32);
        *twins = twins.or_else(|| same.windows(2).find(twin).map(|pair| (pair[0] as u32, pair[1] as u32)));
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn as_a_stable_sort(strings in vec("[ab\0]{0,3}|(abcdefgh){0,10}[ab\0é]{0,3}|(abcdefgh){0,2}[ab\0]{4,7}", 0..60)) {
            let order = order(strings.len(), |i| strings[i as usize].as_bytes());
            let mut expected: Vec<u32> = (0..strings.len() as u32).collect();
            expected.sort_by_key(|&i| &strings[i as usize]);
            let twins = expected.windows(2).find(|pair| strings[pair[0] as usize] == strings[pair[1] as usize]);
            prop_assert_eq!(order.twins, twins.map(|pair| (pair[0], pair[1])));
            prop_assert_eq!(order.numbers, expected);
        }
    }
}
