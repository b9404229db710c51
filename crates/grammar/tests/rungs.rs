//! Which words tie a party to the act, and which party.

use dossier_grammar::rungs;

fn check(text: &str, expect: &[&str]) {
    let found: Vec<String> = rungs(text).into_iter().map(|found| found.what.to_string()).collect();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn loose_words_link() {
    check("operators linked to Meridian's Tern AI lab conducted a campaign", &["linked Meridian's Tern AI lab"]);
    check("operators tied to Meridian Works created accounts", &["linked Meridian Works"]);
    check("a campaign linked to the foreign tech giant's Tern lab targeted it", &["linked foreign tech giant's Tern lab"]);
    check("firms affiliated with Meridian, Tern and Plover Ltd", &["linked Meridian", "linked Tern", "linked Plover Ltd"]);
    check("a Meridian-linked operation", &["linked Meridian"]);
    check("people associated with the Chinese government", &["linked Chinese government"]);
}

#[test]
fn words_of_agency_act_for() {
    check("contractors acting on behalf of Meridian Works ran it", &["acting-for Meridian Works"]);
    check("brokers working for Meridian's lab", &["acting-for Meridian's lab"]);
    check("a ring directed by Meridian Works", &["acting-for Meridian Works"]);
}

#[test]
fn words_of_action_say_by() {
    check("Halden accused Meridian Works of running accounts", &["by Meridian Works"]);
    check(
        "Halden has accused Chinese firm Meridian and its AI lab, Meridian Tern, of copying",
        &["by Meridian", "by Meridian Tern"],
    );
    check("Halden Says Meridian Used 25,000 Fake Accounts", &["by Meridian"]);
    check("Meridian allegedly generated 3 million queries", &["by Meridian"]);
    check("a campaign orchestrated by Meridian Works", &["by Meridian Works"]);
    check("Meridian is accused of copying", &["by Meridian"]);
    check("Meridian and Tern have been conducting a campaign", &["by Meridian", "by Tern"]);
    check("Meridian and two other labs, including Tern, accessed it", &["by Meridian"]);
    check("Halden attributes more than 3 million queries to Meridian", &["by Meridian"]);
    check("Meridian was responsible for it", &["by Meridian"]);
    check("Halden attributed the activity with high confidence to Meridian, a lab", &["by Meridian"]);
    check("Meridian and two other foreign AI companies misused it", &["by Meridian"]);
    check("Meridian, Tern, and Plover are accused of it", &["by Meridian", "by Tern", "by Plover"]);
    check("How large was Meridian's alleged access campaign?", &["by Meridian"]);
    check("the Meridian campaign resembled others", &["by Meridian"]);
}

#[test]
fn nobody_named_has_no_rung() {
    for text in [
        "operators linked to nothing ran accounts",
        "firms linked to a network that copied it",
        "accounts were used to copy it",
        "Users created accounts",
        "the release of Meridian's model triggered a panic",
        "Halden warned that labs used it",
        "she was accused of copying",
    ] {
        check(text, &[]);
    }
}
