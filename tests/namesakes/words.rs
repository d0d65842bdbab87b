//! Is it a word rather than a surname, or where does the name begin and end?

use crate::common::{finds, found};
use crate::{ids, officials};

#[test]
fn given_names_behind_a_surname_however_cut() {
    for (name, wanted) in [
        ("Xi Jin-ping", "xi-jinping"),
        ("Xi Jin Ping", "xi-jinping"),
        ("Li Ke-qiang", "li-keqiang"),
        ("Park Geunhye", "park-geun-hye"),
        ("Hu Jin Tao", "hu-jintao"),
    ] {
        finds("", &format!("It was said by {name}, who left."), &[&format!("{name} official:{wanted}")]);
    }
    finds("", "It was said by Xi Jin-wei, who left.", &[]);
    finds("", "It was said by Li Ke-ming, who left.", &[]);
}

#[test]
fn lines_of_capitals_however_short() {
    finds("", "WHO WON?", &[]);
    finds("", "WHO WAS OSCAR", &[]);
    finds("", "US", &["US country:US"]);
    finds("", "UN, WHO", &["UN organization:un", "WHO organization:who"]);
}

#[test]
fn dashes_and_columns_end_a_name() {
    assert_eq!(ids("", "TBILISI, Georgia - Power was cut.", "Georgia"), ["country:GE"]);
    finds("", "The shares of Georgia Power fell.", &[]);
    assert_eq!(ids("", "Japan     Nikkei     18,003.40", "Japan"), ["country:JP"]);
    finds("", "It was said that Japan Nikkei fell.", &[]);
}

#[test]
fn surnames_of_ranks_initials_and_kin() {
    for text in [
        "It was said by Detective Holland, who left.",
        "The bat of G. French, who left, was sold.",
        "G. French left.",
        "He left with his wife India for the coast.",
        "Kenya Moore Joins New Show in Atlanta",
    ] {
        finds("", text, &[]);
    }
    for text in [
        "Major French banks fell.",
        "They met in Group C. French fans left.",
        "It is with his friend India for the coast.",
        "The wife India chose left.",
        "Kenya King Joins New Show in Atlanta",
    ] {
        assert_eq!(found("", text).len(), 1, "{text}");
    }
}

#[test]
fn words_that_are_no_surnames() {
    officials(&[
        ("", "It came. Key figures rose. John Key spoke.", "Key", &[]),
        ("", "John Key spoke. Key figures rose.", "Key", &[]),
        ("", "John Key spoke. Key said they rose.", "Key", &["john-key"]),
        ("", "John Key spoke. Key's figures rose.", "Key", &["john-key"]),
        ("", "Ban Ki-moon spoke. Ban the bomb, they cried.", "Ban", &[]),
        ("", "Theresa May spoke of the May elections.", "May", &[]),
        ("", "Theresa May spoke, and people told May that it was late.", "May", &["theresa-may"]),
        ("1998-08-17", "They sat: Senator Orrin Hatch, Sen. Joseph Biden.", "Sen", &[]),
        ("1998-08-17", "Orrin Hatch and Hun Sen met. Sen was late.", "Sen", &["hun-sen"]),
    ]);
}

#[test]
fn marks_that_are_no_initials() {
    officials(&[
        ("2014-03-04", "Q. Did he?\nA. Putin said nothing.\n", "Putin", &["vladimir-putin"]),
        ("2014-03-04", "He came.\nB. Putin said nothing.\n", "Putin", &[]),
    ]);
    finds(
        "",
        "the President of the Republic of Armenia N. Pashinyan came",
        &["President of the Republic of Armenia office:AM/president"],
    );
}

#[test]
fn a_longer_name_goes_on_over_a_surname_that_is_a_word() {
    let none: &[&str] = &[];
    finds("", "Then Brazil Fast Food Corp lost money.", none);
}

#[test]
fn words_and_languages_that_are_surnames() {
    let trump = "Donald Trump official:donald-trump";
    for (text, also) in [
        ("Donald Trump said that Christian refugees came first.", &[][..]),
        ("Donald Trump met a Christian on the island.", &[]),
        ("Donald Trump said the actor speaks English perfectly.", &[]),
        ("Donald Trump wrote the letter in English.", &[]),
        ("Donald Trump had left by 12 March.", &[]),
    ] {
        assert_eq!(found("2017-03-01", text), [&[trump][..], also].concat(), "{text}");
    }
    for (text, wanted) in [
        ("Barack Obama said that Key had left.", &["official:john-key"][..]),
        ("Barack Obama said that Key figures had left.", &[]),
        ("Barack Obama met the Key of the bank.", &[]),
    ] {
        assert_eq!(ids("2010-03-01", text, "Key"), wanted, "{text}");
    }
    assert_eq!(ids("2017-03-01", "Theresa May spoke on 11 and 12 May.", "May"), [""; 0]);
    assert_eq!(ids("2017-03-01", "Theresa May spoke to May Day marchers, and May left.", "May"), ["official:theresa-may"]);
}

#[test]
fn hashtags_join_the_words_of_a_name() {
    assert_eq!(found("", "Now in #SouthKorea, next #CentralAsia"), ["SouthKorea country:KR", "CentralAsia region:central-asia"]);
    finds("", "Now in Southkorea and centralAsia", &[]);
}
