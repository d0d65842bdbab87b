//! A gazetteer of one's own: from a table, from values, and on top of the built-in one: `cargo run --example own_gazetteer`.

use demarche::{AliasKind, AliasRecord, CasePolicy, EntityRecord, Error, Extractor, Gazetteer, Policy};

fn main() -> Result<(), Error> {
    // Two columns are enough: a name, and one more way to write it. `Gazetteer::builder().load_tsv(path)` reads a file.
    let mut table = Gazetteer::builder();
    table.read_tsv("rivers.tsv", "name\talias\nAmu Darya\tOxus\nAmu Darya\tJayhun\nSyr Darya\tJaxartes\n")?;
    print("a table", &Extractor::new(&table.build()?), "The OXUS and the Syr-Darya fed the Aral Sea.");

    // Values say more: a kind of one's own, the case a text must have, and what must stand beside a doubtful alias.
    let mut values = Gazetteer::builder();
    values.add(
        EntityRecord::new("agency:frontex", "Frontex")
            .property("seat", "Warsaw")
            .alias(AliasRecord::new("European Border and Coast Guard Agency").kind(AliasKind::Official))
            .alias(AliasRecord::new("the Agency").case(CasePolicy::Capitalized).policy(Policy::Context).cue("border guards")),
    );
    values.add_decoy(AliasRecord::new("Frontex Street"));
    let text = "Frontex hired border guards, said the Agency; a café in Frontex Street did not.";
    print("values", &Extractor::new(&values.build()?), text);

    // Both at once, beside everything the crate knows.
    let mut both = Gazetteer::embedded().to_builder();
    both.read_tsv("rivers.tsv", "name\talias\tkind\nAmu Darya\tOxus\triver\n")?;
    both.add(EntityRecord::new("agency:frontex", "Frontex"));
    both.add_alias("country:UZ", AliasRecord::new("UzR").kind(AliasKind::Abbreviation));
    print(
        "on top of the built-in one",
        &Extractor::new(&both.build()?),
        "Frontex showed the UzR and Turkmenistan around the Oxus.",
    );
    Ok(())
}

fn print(title: &str, extractor: &Extractor, text: &str) {
    println!("{title}: {text}");
    for mention in extractor.extract(text) {
        println!(
            "  {:>2}..{:<2}  {:12}  {:14}  {}",
            mention.start(),
            mention.end(),
            mention.text(),
            mention.kind(),
            mention.id()
        );
    }
}
