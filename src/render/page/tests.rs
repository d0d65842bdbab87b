//! Whether the page's policy fits it, and whether everybody can read its colours.

use sha2::{Digest, Sha256};

use super::*;

/// The colours of a scheme, by name.
type Colours<'s> = Vec<(&'s str, [f64; 3])>;

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0u32, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - three.len()));
        for i in 0..=three.len() {
            out.push(DIGITS[(bits >> (18 - 6 * i) & 63) as usize] as char);
        }
        out.extend(std::iter::repeat_n('=', 3 - three.len()));
    }
    out
}

#[test]
fn the_policy_names_the_hashes() {
    assert_eq!(base64(b"Ma"), "TWE=");
    assert_eq!(STYLE_HASH, base64(&Sha256::digest(STYLE)), "of style.css");
    assert_eq!(SCRIPT_HASH, base64(&Sha256::digest(SCRIPT)), "of script.js");
    assert!(!SCRIPT.contains("</script") && !SCRIPT.contains("<!--") && !STYLE.contains("</style"));
}

/// The `--name: #rrggbb;` of a part of the style.
fn colours(css: &str) -> Colours<'_> {
    css.split("--")
        .skip(1)
        .filter_map(|rest| {
            let (name, value) = rest.split_once(':')?;
            let hex = value.trim_start().strip_prefix('#')?.get(..6)?;
            let channel = |i: usize| u8::from_str_radix(&hex[i..i + 2], 16).map(f64::from);
            Some((name, [channel(0).ok()?, channel(2).ok()?, channel(4).ok()?]))
        })
        .collect()
}

/// Relative luminance after WCAG 2.
fn luminance(rgb: [f64; 3]) -> f64 {
    let [r, g, b] = rgb.map(|channel| {
        let c = channel / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn contrast_is_that_of_wcag_aa() {
    let (light, dark) = STYLE.split_once("@media (prefers-color-scheme: dark)").expect("two schemes");
    let dark = dark.split_once("\n}").expect("the end of the dark scheme").0;
    assert_eq!(format!("{:.1}", contrast([0.0; 3], [255.0; 3])), "21.0");
    for (scheme, css) in [("light", light), ("dark", dark)] {
        let colours = colours(css);
        assert_eq!(colours.len(), 22, "{scheme}");
        let of = |name: &str| colours.iter().find(|row| row.0 == name).unwrap_or_else(|| panic!("{scheme} {name}")).1;
        let check = |ink: &str, ground: &str, least: f64| {
            let contrast = contrast(of(ink), of(ground));
            assert!(contrast >= least, "{scheme}: {ink} on {ground} is {contrast:.2}, not {least}");
        };
        for ground in ["page", "panel"] {
            for ink in ["ink", "muted", "accent"] {
                check(ink, ground, 4.5);
            }
        }
        for kind in ["official", "office", "country", "region", "place", "organization", "format", "custom"] {
            let (ink, fill) = (format!("{kind}-ink"), format!("{kind}-fill"));
            for ground in ["page", "panel", &fill] {
                check(&ink, ground, 4.5);
            }
        }
        // The bars of the timeline, and the line of the day across them, are no text.
        check("official-ink", "panel", 3.0);
        check("accent", "panel", 3.0);
    }
}

#[test]
fn escaped_text_is_no_markup() {
    let text = "<script>'\"&\r\n\0é</script>";
    assert_eq!(Escaped(text).to_string(), "&lt;script&gt;&#39;&quot;&amp;&#13;\n\u{fffd}é&lt;/script&gt;");
}
