//! Which code point of a text starts at this byte?

/// Turns byte offsets into counts of code points. Quick for offsets that are near the one asked for before.
pub(super) struct CodePoints<'t> {
    text: &'t str,
    byte: usize,
    count: usize,
}

impl<'t> CodePoints<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        CodePoints { text, byte: 0, count: 0 }
    }

    /// The number of code points before byte `at`.
    pub(super) fn before(&mut self, at: usize) -> usize {
        if at >= self.byte {
            self.count += self.text[self.byte..at].chars().count();
        } else {
            self.count -= self.text[at..self.byte].chars().count();
        }
        self.byte = at;
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_forwards_and_backwards() {
        let text = "Çé𝄞x";
        let mut points = CodePoints::new(text);
        let counts = [0, 8, 4, 2, 9, 0].map(|at| points.before(at));
        assert_eq!(counts, [0, 3, 2, 1, 4, 0]);
    }
}
