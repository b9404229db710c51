//! Proper names, and words that are only capitalised.

use dossier_grammar::{NameKind, names};

fn check(text: &str, expect: &[(&str, NameKind)]) {
    let found = names(text);
    let found: Vec<_> = found.iter().map(|f| (f.what.text.as_str(), f.what.kind)).collect();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn names_are_found_with_their_kind() {
    use dossier_grammar::NameKind::{Organisation, Other, Person, Place};
    check(
        "On Friday Sen. Dana Ruiz met Meridian Works in France.",
        &[("Dana Ruiz", Person), ("Meridian Works", Organisation), ("France", Place)],
    );
    check("the Office of Science and Harbor Policy wrote", &[("Office of Science and Harbor Policy", Organisation)]);
    check(
        "officials at Lantern Inc.’s Tern lab wrote to the Bureau of Industry and Security",
        &[("Lantern Inc.", Organisation), ("Tern", Other), ("Bureau of Industry and Security", Organisation)],
    );
    check("a letter by Maria K. Ostrander to Halden's chief", &[("Maria K. Ostrander", Person), ("Halden", Other)]);
    check("a China-linked ring and the Harbor-based Meridian", &[("China", Place), ("Harbor", Place), ("Meridian", Other)]);
    check("OAKVALE, Ohio — A company sued Oster.", &[("OAKVALE", Place), ("Ohio", Place), ("Oster", Other)]);
    check("OAKVALE — A company sued Oster.", &[("OAKVALE", Place), ("Oster", Other)]);
    check("NTIB — The agency sued Oster.", &[("NTIB", Other), ("Oster", Other)]);
    check(
        "It sued Lantern Realty, LLC over the Company's Corvid AI model.",
        &[("Lantern Realty, LLC", Organisation), ("Corvid", Other)],
    );
    check("On Dec. 3 the founder of 360 Lantern Systems left.", &[("360 Lantern Systems", Organisation)]);
    check("the Corvid model and Corvid 4", &[("Corvid", Other), ("Corvid 4", Other)]);
}

#[test]
fn first_words_months_and_peoples_are_not_names() {
    check("Distillation works. In April, Chinese firms did it. The accounts closed.", &[]);
    check("Lawmakers acted. Companies paid. However, AI firms left on Monday.", &[]);
    check("Given Halden's concerns, we'll see. We'll wait.", &[("Halden", NameKind::Other)]);
    check("Halden said so.", &[("Halden", NameKind::Other)]);
    check("Halden on Tuesday said so. Early on Monday shares fell.", &[("Halden", NameKind::Other)]);
}

#[test]
fn a_headline_has_the_names_that_the_text_has() {
    check(
        "Halden Says Meridian Used Fake Accounts\n\nOn Monday Halden wrote that Meridian left.",
        &[("Halden", NameKind::Other), ("Meridian", NameKind::Other), ("Halden", NameKind::Other), ("Meridian", NameKind::Other)],
    );
}
