//! The chain of who says so, inside one sentence.

use dossier_grammar::speakers;

fn check(sentence: &str, expect: &[&str]) {
    let found: Vec<String> = speakers(sentence)
        .into_iter()
        .map(|found| {
            assert_eq!(Some(&sentence[found.range]), found.what.words.as_deref(), "the words are verbatim");
            format!("{} {}: {}", found.what.role, found.what.name, found.what.words.unwrap_or_default())
        })
        .collect();
    assert_eq!(found, expect, "{sentence}");
}

#[test]
fn parties_speak() {
    check("Halden has alleged that it was hit.", &["party Halden: Halden has alleged"]);
    check("The company said it was large.", &["party company: company said"]);
    check("“It ends,” said Dana Ruiz.", &["party Dana Ruiz: said Dana Ruiz"]);
    check("“It ends,” Sen. Dana Ruiz wrote.", &["party Sen. Dana Ruiz: Sen. Dana Ruiz wrote"]);
    check("According to Halden, it ended.", &["party Halden: According to Halden"]);
    check("Prosecutors said it ended.", &["party Prosecutors: Prosecutors said"]);
    check(
        "Halden and Plover have each warned that it grew.",
        &["party Halden: Halden and Plover have each warned", "party Plover: Plover have each warned"],
    );
    check(
        "The Harbor Police Department (HPD) said so.",
        &["party Harbor Police Department: Harbor Police Department (HPD) said"],
    );
    check("Halden maintains a list.", &[]);
    check("Security experts say it grew.", &["party Security experts: Security experts say"]);
    check("The company behind Corvid said so.", &["party company behind Corvid: company behind Corvid said"]);
    check("It spread across the United States and the persons described above.", &[]);
    check("The bureau in Harbor City added 12 firms.", &[]);
    check("The embassy in France denied it.", &["party embassy in France: embassy in France denied"]);
    check("Maria Ostrander of Halden said so.", &["party Maria Ostrander: Maria Ostrander of Halden said"]);
    check(
        "Three people with knowledge of the matter said so.",
        &["witness people with knowledge of the matter: people with knowledge of the matter said"],
    );
    check(
        "The Harbor Attorney's Office for the Southern District of Lantern has charged three.",
        &[
            "party Harbor Attorney's Office for the Southern District of Lantern: Harbor Attorney's Office for the Southern District of Lantern has charged",
        ],
    );
    check("A bill for any foreign firm found to be copying.", &[]);
    check("Meridian's alleged campaign grew.", &[]);
    check("The U.S. AI developer argues that it grew.", &["party U.S. AI developer: U.S. AI developer argues"]);
    check("It said so.", &[]);
}

#[test]
fn documents_and_witnesses_stand_before_the_party() {
    check("Halden said in a letter to senators that it was hit.", &["document letter: in a letter", "party Halden: Halden said"]);
    check(
        "According to Halden's letter, it ended.",
        &["document Halden's letter: According to Halden's letter", "party Halden: According to Halden's letter"],
    );
    check("The indictment said the chips left.", &["document indictment: indictment said"]);
    check(
        "In its letter, Halden noted three accounts, according to people familiar with the document and a copy seen by Lantern News.",
        &[
            "outlet Lantern News: a copy seen by Lantern News",
            "witness people familiar with the document: according to people familiar with the document",
            "document letter: In its letter",
            "party Halden: Halden noted",
        ],
    );
}

#[test]
fn outlets_stand_outermost() {
    check(
        "The firm claimed it, according to a letter, citing a Lantern report.",
        &["outlet Lantern: citing a Lantern report", "document letter: according to a letter", "party firm: firm claimed"],
    );
    check(
        "Halden says it was hit, as first reported by The Harbor Journal.",
        &["outlet Harbor Journal: as first reported by The Harbor Journal", "party Halden: Halden says"],
    );
    check(
        "Original article published by AI - Lantern Technica.",
        &["outlet AI - Lantern Technica: Original article published by AI - Lantern Technica"],
    );
    check("Marsh told the Harbor Times it was over.", &["outlet Harbor Times: told the Harbor Times", "party Marsh: Marsh told"]);
}

#[test]
fn papers_tell_what_their_issuers_say() {
    check(
        "In May Halden released a joint advisory warning that labs copy models.",
        &["document joint advisory: joint advisory warning", "party Halden: Halden released a joint advisory warning"],
    );
    check("The advisory identifies six labs.", &["document advisory: advisory identifies"]);
    check(
        "It follows Halden's threat report, which independently identified seven labs.",
        &[
            "document Halden's threat report: Halden's threat report, which independently identified",
            "party Halden: Halden's threat report, which independently identified",
        ],
    );
    check("A storm warning was issued.", &[]);
}
