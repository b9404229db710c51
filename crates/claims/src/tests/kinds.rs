//! One sentence at a time: what each kind of rule makes of it.

use super::rules;
use crate::About;
use dossier_model::ClaimKind;

/// The claims of `kind` that `sentence` makes in a document that accuses Meridian Works, as "value [bound] hedge (subject)".
fn found(kind: ClaimKind, sentence: &str) -> Vec<String> {
    let setting = "Halden has accused Meridian Works of copying its Corvid model.";
    let text = format!("{setting}\n{sentence}");
    let published = "2026-05-06".parse().ok();
    let about = About { title: None, publisher: None, published: published.as_ref(), ..About::default() };
    let start = u32::try_from(setting.chars().count()).unwrap();
    rules(&text, &about)
        .into_iter()
        .filter(|claim| claim.kind == kind && claim.quotes.first().start > start)
        .map(|claim| {
            let parts = [
                claim.value.clone(),
                claim.unit.clone(),
                claim.bound.map(|bound| format!("[{bound}]")),
                claim.period.map(|period| period.to_string()),
                claim.rung.map(|rung| rung.to_string()),
                claim.scope.clone(),
            ];
            let words: Vec<String> = parts.into_iter().flatten().collect();
            format!("{} {} ({})", words.join(" "), claim.hedge, claim.subject)
        })
        .collect()
}

#[track_caller]
fn check(kind: ClaimKind, sentence: &str, expect: &[&str]) {
    assert_eq!(found(kind, sentence), expect, "{sentence}");
}

const CAMPAIGN: &str = "(Meridian Works campaign against Corvid)";

#[track_caller]
fn check_campaign(kind: ClaimKind, sentence: &str, expect: &[&str]) {
    let expect: Vec<String> = expect.iter().map(|words| format!("{words} {CAMPAIGN}")).collect();
    assert_eq!(found(kind, sentence), expect, "{sentence}");
}

#[test]
fn figures_keep_bound_unit_and_hedge() {
    use ClaimKind::{Amount, Count};
    check_campaign(Count, "The lab says Meridian Works opened almost 9,000 accounts.", &["9000 accounts [below] alleged"]);
    check_campaign(
        Count,
        "Meridian Works allegedly ran over 3.4 million exchanges with Corvid.",
        &["3400000 exchanges [above] alleged"],
    );
    check_campaign(Count, "According to Halden, it used several thousand accounts.", &["1000 accounts [vague] alleged"]);
    check_campaign(Count, "Meridian Works ran 3.4 million conversations with Corvid.", &["3400000 conversations alleged"]);
    check(Count, "It takes 4 minutes to read and lasted 24 hours.", &[]);
    check(Count, "The three companies did not answer.", &[]);
    check(Amount, "Last year the lab Oster raised about $2.5 billion in funding.", &["2500000000 USD [about] asserted (Oster)"]);
}

#[test]
fn a_count_finds_its_noun_where_it_stands_elsewhere() {
    use ClaimKind::Count;
    check_campaign(
        Count,
        "Meridian Works opened 9,400 accounts, and up to 300 of them were bought, Halden said.",
        &["9400 accounts alleged", "300 accounts [at-most] alleged"],
    );
    check_campaign(Count, "The accounts numbered 9,000, Halden said.", &["9000 accounts alleged"]);
    check_campaign(Count, "Two of its officers were charged.", &["2 officers [exact] asserted"]);
    check(Count, "Two people familiar with the matter said so.", &[]);
    check(Count, "There are two ways to read it, in a 45-page report.", &[]);
}

#[test]
fn shares_and_multiples_are_rates() {
    let found = found(ClaimKind::Rate, "Nearly half of the traffic came from there, three times what Halden had thought.");
    assert_eq!(
        found.iter().map(|claim| claim.split(" (").next().unwrap()).collect::<Vec<_>>(),
        ["50 percent [below] asserted", "3 times asserted"]
    );
}

#[test]
fn a_range_is_two_claims_of_the_same() {
    let published = "2026-05-06".parse().ok();
    let about = About { title: None, publisher: None, published: published.as_ref(), ..About::default() };
    let claims = rules("Oster sold 40 to 50 chips. Oster lost 3-5% of its revenue.", &about);
    let shown: Vec<_> = claims
        .iter()
        .filter(|claim| matches!(claim.kind, ClaimKind::Count | ClaimKind::Rate))
        .map(|claim| {
            let bound = claim.bound.map(|bound| bound.to_string()).unwrap_or_default();
            format!("{} {} {bound} “{}”", claim.value.clone().unwrap_or_default(), claim.property, claim.quotes.first().text)
        })
        .collect();
    assert_eq!(
        shown,
        [
            "40 chips at-least “40 to 50 chips”",
            "50 chips at-most “40 to 50 chips”",
            "3 revenue at-least “3-5% of its revenue”",
            "5 revenue at-most “3-5% of its revenue”",
        ]
    );
}

#[test]
fn dates_belong_to_events() {
    use ClaimKind::Date;
    check(Date, "The theft was revealed in its financial report for the fourth quarter.", &[]);
    check(Date, "Dana Ruiz was arrested on March 3.", &["XXXX-03-03 asserted (Dana Ruiz)"]);
    check(Date, "Dana Ruiz pleaded guilty on Monday.", &["2026-05-04 asserted (Dana Ruiz)"]);
    check(Date, "The rule takes effect on July 1.", &["XXXX-07-01 planned (Meridian Works campaign against Corvid)"]);
    check(Date, "Dana Ruiz did not respond to a request for comment on Monday.", &[]);
    check(Date, "It may happen again this year.", &[]);
    check(Date, "Oster, founded in 2015, released its new Linnet model last month.", &[]);
    check(Date, "Dana Ruiz went public with her complaint on March 3.", &["XXXX-03-03 asserted (Dana Ruiz)"]);
    check(Date, "Under the 2018 Reform Act, revenue for 2024 was taxed.", &[]);
    check(
        Date,
        "Dana Ruiz was arrested on March 3. A day later, Dana Ruiz was charged.",
        &["XXXX-03-03 asserted (Dana Ruiz)", "XXXX-03-04 asserted (Dana Ruiz)"],
    );
}

#[test]
fn relative_dates_show_what_they_were_counted_from() {
    let published = "2026-05-06".parse().ok();
    let about = About { title: None, publisher: None, published: published.as_ref(), ..About::default() };
    let claims = rules("Dana Ruiz was arrested on Monday. Shares of Oster fell 3% on Tuesday.", &about);
    let shown: Vec<_> = claims
        .iter()
        .filter_map(|claim| Some((claim.kind, claim.resolution.as_ref()?)))
        .map(|(kind, resolution)| (kind, resolution.words.as_str(), resolution.against.to_string()))
        .collect();
    let day = "2026-05-06".to_owned();
    assert_eq!(shown, [(ClaimKind::Date, "Monday", day.clone()), (ClaimKind::Market, "Tuesday", day)]);
}

#[test]
fn questions_and_advice_claim_nothing() {
    check(ClaimKind::Count, "Did Meridian Works open 9,000 accounts?", &[]);
    check(ClaimKind::Count, "You should review your 9,000 accounts.", &[]);
}

#[test]
fn windows_stay_open_where_no_year_is_given() {
    let window = "The campaign against Corvid ran from March 3 to April 18, Halden said.";
    check_campaign(ClaimKind::Period, window, &["XXXX-03-03/XXXX-04-18 alleged"]);
    check_campaign(ClaimKind::Period, "The campaign ran between March and April 2026.", &["2026-03/2026-04 alleged"]);
}

#[test]
fn words_that_tie_are_kept_apart() {
    use ClaimKind::Attribution;
    let linked = "Halden alleged that operators linked to Meridian Works's Tern lab opened the accounts.";
    check_campaign(Attribution, linked, &["linked Meridian Works's Tern lab alleged"]);
    check_campaign(Attribution, "Meridian Works is accused of opening the accounts.", &[]);
    check_campaign(
        Attribution,
        "The accounts were opened on behalf of Meridian Works, Halden said.",
        &["acting-for Meridian Works alleged"],
    );
}

#[test]
fn each_capability_is_one_claim() {
    let sentence = "Meridian Works targeted Corvid's tool use, multi-step agentic reasoning and code generation, Halden said.";
    check_campaign(
        ClaimKind::Capability,
        sentence,
        &["tool use alleged", "multi-step agentic reasoning alleged", "code generation alleged"],
    );
    check_campaign(
        ClaimKind::Capability,
        "Halden said the queries targeted its reasoning capabilities - multi-turn logic, code repair.",
        &["reasoning alleged", "multi-turn logic alleged", "code repair alleged"],
    );
    check(ClaimKind::Capability, "Corvid is known for its reasoning.", &[]);
}

#[test]
fn methods_bear_their_atlas_ids() {
    let sentence = "Meridian Works hid behind proxy networks, Halden said.";
    check_campaign(ClaimKind::Method, sentence, &["proxy networks alleged"]);
    check_campaign(ClaimKind::Technique, sentence, &["AML.T0008.005 alleged"]);
}

#[test]
fn measures_say_how_far_they_are() {
    use ClaimKind::Measure;
    check(
        Measure,
        "Halden urged the administration to tighten export controls.",
        &["tighten export controls asked asserted (Halden)"],
    );
    check(
        Measure,
        "It seeks stricter export controls on chips and penalties for copying.",
        &["stricter export controls on chips asked asserted (Halden)", "penalties for copying asked asserted (Halden)"],
    );
    check(
        Measure,
        "Ohio Republican Tom Reyes plans to introduce a bill on model copying.",
        &["bill on model copying planned planned (Ohio Republican Tom Reyes)"],
    );
    check(
        Measure,
        "In April, Commerce Undersecretary Lena Holm issued a memo on copying.",
        &["memo on copying issued XXXX-04 asserted (Commerce Undersecretary Lena Holm)"],
    );
}

#[test]
fn responses_and_verification_are_the_texts_own() {
    check(
        ClaimKind::Response,
        "Meridian Works did not respond to a request for comment.",
        &["no response asserted (Meridian Works)"],
    );
    check(ClaimKind::Response, "Meridian Works denies the claims.", &["denial asserted (Meridian Works)"]);
    check(ClaimKind::Response, "Meridian Works declined to comment.", &["declined to comment asserted (Meridian Works)"]);
    check_campaign(
        ClaimKind::Verification,
        "The figures could not be independently verified.",
        &["not independently verified asserted"],
    );
}

#[test]
fn market_movements_belong_to_the_company_that_moved() {
    check(
        ClaimKind::Market,
        "Shares of Meridian Works fell more than 3% to $18.20 on Tuesday.",
        &["3 percent [above] 2026-05-05 asserted (Meridian Works)", "18.2 USD 2026-05-05 asserted (Meridian Works)"],
    );
    check(
        ClaimKind::Market,
        "The news erased roughly $40 billion from Oster's market value.",
        &["40000000000 USD [about] asserted (Oster)"],
    );
    let shares = "Shares were in demand.";
    for (text, expect) in [
        (
            "Meridian Works fell 5% on Friday and lost another 3% in Hong Kong.",
            vec!["5 percent 2026-05-01 asserted (Meridian Works)", "3 percent 2026-05-01 asserted (Meridian Works)"],
        ),
        ("Oster's customers fell 5% in Hong Kong.", vec![]),
        ("Oster lost 4% of its customers on Friday.", vec![]),
        (
            "Meridian Works stock sank 9%. The reaction (a 9% drop) hurt its founder.",
            vec!["9 percent asserted (Meridian Works)", "9 percent asserted (Meridian Works)"],
        ),
        (
            "The raid knocked $2 billion off the stock, potentially erasing $5 billion from its $18 billion market value.",
            vec!["2000000000 USD asserted (market)", "5000000000 USD forecast (market)"],
        ),
    ] {
        check(ClaimKind::Market, &format!("{shares} {text}"), &expect);
    }
}

#[test]
fn words_of_law_and_superlatives_keep_their_scope() {
    check_campaign(ClaimKind::LegalWord, "Halden said Meridian Works illicitly copied it.", &["illicitly alleged"]);
    let sentence = "Halden called it the largest campaign by a foreign company, and Meridian Works denied that.";
    let claims = found(ClaimKind::Superlative, sentence);
    assert!(claims.len() == 1 && claims[0].starts_with("largest by a foreign company"), "{claims:?}");
}

#[test]
fn letters_have_recipients() {
    check(
        ClaimKind::Recipient,
        "Halden sent a letter to several U.S. senators and White House officials.",
        &["U.S. senators asserted (letter)", "White House officials asserted (letter)"],
    );
    check(
        ClaimKind::Recipient,
        "Halden sent a letter to two senators and to the Office of Trade.",
        &["two senators asserted (letter)", "Office of Trade asserted (letter)"],
    );
}

#[test]
fn a_letter_that_nobody_is_named_for_is_the_campaigns() {
    check_campaign(
        ClaimKind::Disclosure,
        "In a letter disclosed this week, Halden said that Meridian Works used 40 accounts.",
        &["letter 2026-05-04/2026-05-10 asserted"],
    );
}

#[test]
fn background_is_told_apart() {
    check(
        ClaimKind::Sharing,
        "Halden, Oster and Norrland have joined forces to share findings.",
        &["findings asserted (Halden, Oster, Norrland)"],
    );
    let terms = "Such copying violates the lab's terms of service.";
    assert_eq!(found(ClaimKind::Terms, terms).len(), 1);
    let views = "Some analysts say the claims are overstated.";
    assert!(found(ClaimKind::Opinion, views)[0].contains("opinion"));
    assert!(found(ClaimKind::Forecast, "The practice could spread to other labs.")[0].contains("forecast"));
}
