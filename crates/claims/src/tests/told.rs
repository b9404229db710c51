//! What follows, is expected, stated, regulated and made known: one sentence of an invented report at a time.

use super::rules;
use crate::About;
use dossier_model::ClaimKind;

/// The words of the claims of `kind` in `text`, each with its hedge.
fn told(kind: ClaimKind, text: &str) -> Vec<String> {
    let published = "2026-03-11".parse().ok();
    let about = About { title: None, publisher: None, published: published.as_ref(), ..About::default() };
    let claims = rules(text, &about).into_iter().filter(|claim| claim.kind == kind);
    claims.map(|claim| format!("{} · {}", claim.value.unwrap_or_default(), claim.hedge)).collect()
}

#[track_caller]
fn all(kind: ClaimKind, table: &[(&str, &[&str])]) {
    let differing: Vec<_> = table
        .iter()
        .map(|(text, expect)| (*text, told(kind, text), *expect))
        .filter(|(_, found, expect)| found != expect)
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn outcomes_are_expected_and_plans_are_not() {
    all(
        ClaimKind::Forecast,
        &[
            ("After that, the maker will start running out of parts.", &["the maker will start running out of parts · forecast"]),
            ("Smaller banks will struggle to keep up.", &["Smaller banks will struggle to keep up · forecast"]),
            ("Such copies can then be sold to anyone.", &["Such copies can then be sold to anyone · forecast"]),
            (
                "The stolen plans could be used to enter other networks.",
                &["The stolen plans could be used to enter other networks · forecast"],
            ),
            ("As more copies appear, this risk multiplies.", &["this risk multiplies · forecast"]),
            ("Ivo Brandt will be sentenced in June.", &[]),
            ("The bank added filters for output that could expose secrets.", &[]),
            ("Fear of copies is likely why the lab hid its traces.", &[]),
            ("The agency will continue its inquiry.", &[]),
        ],
    );
}

#[test]
fn what_a_party_says_in_other_words_is_a_statement() {
    all(
        ClaimKind::Statement,
        &[
            ("Norrland said most of its staff work from home.", &["most of its staff work from home · reported"]),
            (
                "As noted in the advisory, the tool hides behind several layers.",
                &["the tool hides behind several layers · reported"],
            ),
            (
                "Halden wrote to two senators, noting that the logins came from a campus.",
                &["the logins came from a campus · reported"],
            ),
            ("Halden says Norrland did not break in.", &["Norrland did not break in · reported"]),
            // Deeds of intruders are acts, answers of the accused responses.
            ("The hackers said they took the plans.", &[]),
            ("The memo states that intruders copied the plans.", &[]),
            ("Norrland said it complies with all export rules.", &[]),
            ("Dana Ruiz, an assistant United States attorney, told the jurors so.", &[]),
        ],
    );
}

#[test]
fn answers_of_companies_that_were_asked_are_responses() {
    all(
        ClaimKind::Response,
        &[
            ("Norrland said it complies with all export rules.", &["statement · asserted"]),
            ("Norrland said the company requires its resellers to sign.", &["statement · asserted"]),
            ("A Norrland spokeswoman said in an emailed response that sales were small.", &["statement · asserted"]),
            ("An embassy spokesman said the country grows by its own work.", &["statement · asserted"]),
            // The answer is the quotation, a claim of its own.
            ("“We sell to schools alone,” a Norrland spokeswoman said in an email on Friday.", &[]),
            ("Norrland would not be more specific.", &["declined to comment · asserted"]),
            ("Norrland, for its part, has said nothing.", &["no response · asserted"]),
        ],
    );
}

#[test]
fn tails_and_countermeasures_are_effects() {
    all(
        ClaimKind::Effect,
        &[
            (
                "The breach shut down the portal, forcing the hospital to use paper.",
                &["shut down the portal · asserted", "forcing the hospital to use paper · asserted"],
            ),
            (
                "The bank closed the pathway, alongside deploying checks on output.",
                &["closed the pathway · asserted", "deploying checks on output · asserted"],
            ),
            ("Norrland won a legal victory on Tuesday.", &["won a legal victory on Tuesday · confirmed"]),
            ("Halden asked its resellers to audit their buyers.", &["asked its resellers to audit their buyers · asserted"]),
            ("Norrland's chief is briefing customers about the raid.", &["briefing customers about the raid · asserted"]),
            ("Ana Poole, who wrote the tool, then resigned and moved away.", &[]),
        ],
    );
}

#[test]
fn rules_without_an_agent_are_measures() {
    all(
        ClaimKind::Measure,
        &[
            ("A licence is required for exports to the region.", &["licence is required for exports to the region · asserted"]),
            (
                "License applications are subject to a presumption of denial, effectively barring sales.",
                &["License applications are subject to a presumption of denial · asserted"],
            ),
            (
                "Applications will now be reviewed on a case-by-case basis.",
                &["Applications will now be reviewed on a case-by-case basis · asserted"],
            ),
            (
                "The review policy has shifted from denial to case-by-case licensing.",
                &["review policy has shifted from denial to case-by-case licensing · asserted"],
            ),
            ("BIS revised its licensing policy for chips.", &["revised its licensing policy for chips · asserted"]),
            ("America closes the last loophole in its rules.", &["closes the last loophole in its rules · asserted"]),
            ("New sanctions clamp down on money launderers.", &["New sanctions clamp down on money launderers · asserted"]),
            ("Shipments are subject to thorough review, the firm said.", &[]),
            ("He ran a front company after being sanctioned.", &[]),
        ],
    );
}

#[test]
fn words_are_defined_by_a_clause_or_the_next_sentence() {
    all(
        ClaimKind::Definition,
        &[
            (
                "They used \"ballast mixing,\" which refers to hiding new coins among old ones.",
                &["hiding new coins among old ones · asserted"],
            ),
            (
                "Halden accused Norrland of distillation. The technique involves training a small model on the answers of a large one.",
                &["training a small model on the answers of a large one · asserted"],
            ),
            ("The campaign, which involves six firms, goes on.", &[]),
        ],
    );
}

#[test]
fn announcements_and_joint_papers_disclose() {
    all(
        ClaimKind::Disclosure,
        &[
            ("On Monday, Halden announced that intruders had copied its model.", &["announcement · asserted"]),
            ("Halden disclosed on March 4 that its model had been copied.", &["announcement · asserted"]),
            ("In a joint malware report, three agencies described the tool.", &["report · asserted"]),
            ("In an internal memo, Ana Poole warned of copies.", &["memo · asserted"]),
            ("The announcement follows the exposure of three firms.", &["announcement · asserted"]),
            ("Today, the three nations announce sanctions on a broker.", &[]),
        ],
    );
}

#[test]
fn a_verb_within_a_name_is_no_deed() {
    all(
        ClaimKind::Act,
        &[
            (
                "Halden has accused Meridian Works Holding Ltd of drawing on its model through 4,000 fake accounts.",
                &["drawing on its model through 4,000 fake accounts · alleged"],
            ),
            (
                "Halden says that Meridian Works copied its model through 4,000 fake accounts.",
                &["copied its model through 4,000 fake accounts · alleged"],
            ),
        ],
    );
}

#[test]
fn a_view_of_what_is_to_come_is_expected() {
    all(
        ClaimKind::Forecast,
        &[("We doubt that much of the bill will pass this year.", &["much of the bill will pass this year · forecast"])],
    );
    all(
        ClaimKind::Opinion,
        &[
            ("We doubt that much of the bill will pass this year.", &[]),
            ("We suspect that a contractor sold the logins.", &[]),
            ("We believe that dialogue is better than confrontation.", &["dialogue is better than confrontation · opinion"]),
        ],
    );
}

#[test]
fn what_is_withheld_or_checked_by_others_is_told() {
    let values = |text: &str| -> Vec<String> {
        let claims = rules(text, &About::default()).into_iter();
        claims.filter(|claim| claim.kind == ClaimKind::Verification).filter_map(|claim| claim.value).collect()
    };
    let not = ["not independently verified"];
    assert_eq!(values("Halden has not released its evidence."), not);
    assert_eq!(values("The findings of the lab have not been peer reviewed."), not);
    assert_eq!(values("No outside researcher has seen the logs on which it relies."), not);
    assert_eq!(values("The figures cannot be checked."), not);
    assert_eq!(values("The findings were reviewed by an independent forensic firm."), ["independently verified"]);
    assert_eq!(values("Halden has not released its new model. No customer has seen a refund."), [""; 0]);
}
