//! Bodies and formats by their abbreviations: what supports them, and what else they stand for.

use demarche::Extractor;

use super::decides;

/// The words beside an abbreviation that needs support.
#[test]
fn abbreviations_of_bodies_beside_their_words() {
    decides(&[
        ("The NAM leaders spoke.", "NAM", "cue", true),
        ("The PIF member states spoke.", "PIF", "cue", true),
        ("The PIF foreign ministers spoke.", "PIF", "cue", true),
        ("The GUAM heads of state spoke.", "GUAM", "cue", true),
        ("The PIF rules spoke.", "PIF", "no-cue", false),
        ("The PIF foreign trade spoke.", "PIF", "no-cue", false),
        ("The PIF-leaders spoke.", "PIF", "no-cue", false),
        ("THE PIF LEADERS SPOKE.", "PIF", "no-cue", false),
        // Two banks have the abbreviation.
        ("The ADB leaders spoke.", "ADB", "no-cue", false),
        ("The ECB and the EBA spoke.", "EBA", "cue", true),
        ("The EBA, the ECB and others spoke.", "EBA", "cue", true),
        ("The OPCW and the African Group spoke.", "African Group", "cue", true),
        ("The bank and the African Group spoke.", "African Group", "cue", true),
        ("The bank and African Group spoke.", "African Group", "no-cue", false),
        ("The African Group Ltd spoke.", "African Group", "not-after", false),
        ("The ARF ministers spoke.", "ARF", "cue", true),
        ("The ARF meeting went on.", "ARF", "cue", true),
        ("The ARF shelter went on.", "ARF", "no-cue", false),
        ("The IFC bought a stake.", "IFC", "cue", true),
        ("The IFC mall sold a stake.", "IFC", "not-after", false),
        ("The ECB saw that the EBA spoke.", "EBA", "no-cue", false),
        ("The ECB's EBA spoke.", "EBA", "no-cue", false),
        ("The dog and the EBA spoke.", "EBA", "no-cue", false),
        ("Then ASEAN Corp fell.", "ASEAN", "longer-name", false),
        ("Then ASEAN Foods Ltd fell.", "ASEAN", "longer-name", false),
        ("Then ASEAN Foods fell.", "ASEAN", "longer-name", false),
        ("Then ASEAN Rules fell.", "ASEAN", "name", true),
        ("Then SADC Trucking fell.", "SADC", "longer-name", false),
        ("Then SADC trucking fell.", "SADC", "name", true),
        ("SADC Tours Sites of New Mines", "SADC", "name", true),
        ("It fell on NATO Road at noon.", "NATO", "longer-name", false),
        ("Pupils of GCC High School sang.", "GCC", "longer-name", false),
        ("Pupils of GCC High Value sang.", "GCC", "name", true),
        ("Pupils of NATO School Oberammergau sang.", "NATO", "name", true),
        ("Then CIS Group said so.", "CIS", "longer-name", false),
        ("Then the CIS Group said so.", "CIS", "name", true),
        ("Then G77 Group said so.", "G77", "name", true),
        ("Then G8 Education said so.", "G8", "longer-name", false),
        ("Then G8 Education ministers said so.", "G8", "name", true),
        ("Then G8 Education Week said so.", "G8", "name", true),
        ("Then CIS Group hired men.", "CIS", "longer-name", false),
        ("Then ECOWAS Group of experts spoke.", "ECOWAS", "name", true),
        ("Then ASEAN Media and Literacy Week began.", "ASEAN", "name", true),
        ("He played for Unicef United.", "Unicef", "longer-name", false),
        ("Then ASEAN and Vosberg Ltd fell.", "ASEAN", "name", true),
        ("Then ASEAN, Vosberg Ltd and others fell.", "ASEAN", "name", true),
    ]);
}

#[test]
fn abbreviations_of_something_else() {
    for (text, meant) in [
        ("The Dairy Research Centre (DRC) said that DRC staff left.", ""),
        ("DRC staff left, said DRC (Dairy Research Centre).", ""),
        ("The IMO began. Six teams of the International Mathematical Olympiad (IMO) had come.", ""),
        ("IEA, the Institute of Economic Affairs, met. Then the IEA spoke.", ""),
        ("The ICC named its umpires. The ICC rankings came later.", ""),
        ("The ECB picked a squad for the tour. At the crease he scored 90 and took three wickets.", ""),
        ("The International Criminal Court (ICC) spoke. The ICC sat.", "organization:icc organization:icc organization:icc"),
        ("The Organization of Islamic Countries (OIC) met.", "organization:oic"),
        (
            "The IEA is a think tank. Then the International Energy Agency spoke, and the IEA sat.",
            "organization:iea organization:iea",
        ),
        ("The ICC sat.\n\nThe ICC indicted two.", "organization:icc organization:icc"),
        ("The fine is P5,000 or COP 4,000.", ""),
    ] {
        let ids: Vec<_> = Extractor::embedded().extract(text).map(|mention| mention.id().to_owned()).collect();
        assert_eq!(ids.join(" "), meant, "{text}");
    }
}

/// A letter and a number before what things alone have behind them.
#[test]
fn products_of_a_letter_and_a_number() {
    decides(&[
        ("He wore P5 latex gloves.", "P5", "longer-name", false),
        ("The G8 engine roared.", "G8", "longer-name", false),
        ("The G8 ministers spoke.", "G8", "name", true),
        ("The G8 Engine roared.", "G8", "longer-name", false),
        ("The EU engine sputtered.", "EU", "name", true),
        ("An OPEC+ engine sputtered.", "OPEC+", "name", true),
    ]);
}
