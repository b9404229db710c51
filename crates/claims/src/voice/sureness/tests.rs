//! How surely the words of papers and agencies make a claim.

use crate::About;

use crate::tests::rules;
use dossier_model::{ClaimKind, Hedge};

/// The hedges of the claims of `kind` in `sentence`, after `before`, in a newspaper.
#[track_caller]
fn check(before: &str, sentence: &str, kind: ClaimKind, expect: &[Hedge]) {
    let text = format!("{before} {sentence}");
    let about = About { title: None, publisher: Some("The Eastmoor Ledger"), published: None, ..About::default() };
    let claims = rules(&text, &about);
    let at = before.chars().count() as u32;
    let found: Vec<Hedge> =
        claims.iter().filter(|claim| claim.kind == kind && claim.quotes.first().start >= at).map(|claim| claim.hedge).collect();
    assert_eq!(found, expect, "{sentence}");
}

const ACCUSED: &str = "Halden accused Meridian Works of copying its Corvid model.";

#[test]
fn what_an_accused_is_told_to_have_done_stays_alleged() {
    check(ACCUSED, "Meridian Works had more than 3.4 million exchanges with Corvid.", ClaimKind::Count, &[Hedge::Alleged]);
    check(ACCUSED, "Meridian Works has 3,000 employees.", ClaimKind::Count, &[Hedge::Asserted]);
    check(
        ACCUSED,
        "The activity, traced to people associated with Meridian Works, ran through 4,000 accounts.",
        ClaimKind::Count,
        &[Hedge::Alleged],
    );
}

#[test]
fn the_reason_of_a_sanction_is_alleged_and_the_listed_are_counted() {
    let sentence =
        "On Monday the Treasury imposed sanctions on two banks and eight individuals for stealing $40 million in cryptocurrency.";
    check("", sentence, ClaimKind::Amount, &[Hedge::Alleged]);
    check("", sentence, ClaimKind::Count, &[Hedge::Asserted, Hedge::Asserted]);
    check("", "Two Lisbon men were arrested and charged with smuggling, prosecutors said.", ClaimKind::Count, &[Hedge::Reported]);
}

#[test]
fn officials_accuse_and_witnesses_pass_on() {
    check(
        ACCUSED,
        "A joint advisory noted that Chinese AI firms like Meridian Works extracted billions of tokens.",
        ClaimKind::Count,
        &[Hedge::Alleged],
    );
    check(ACCUSED, "Halden said the hackers stole 300 records.", ClaimKind::Count, &[Hedge::Alleged]);
    check(ACCUSED, "The lab characterized the use of 9,000 accounts as unauthorized.", ClaimKind::Count, &[Hedge::Alleged]);
    check("", "Brayford Council said intruders stole 300 records.", ClaimKind::Count, &[Hedge::Reported]);
}

#[test]
fn the_case_goes_on_in_sentences_that_name_nobody() {
    let said = "Halden said Meridian Works copied its Corvid model.";
    check(said, "The accounts sent 40,000 prompts.", ClaimKind::Count, &[Hedge::Alleged]);
    check(said, "More than 9,000 accounts were used.", ClaimKind::Count, &[Hedge::Alleged]);
    check(said, "The senator runs an office of 40 lawyers.", ClaimKind::Count, &[Hedge::Asserted]);
}

/// The chain of the first count in `sentence`, after `before`.
#[track_caller]
fn told_by(before: &str, sentence: &str, expect: &[&str]) {
    let text = format!("{before} {sentence}");
    let about = About { title: None, publisher: Some("The Eastmoor Ledger"), published: None, ..About::default() };
    let at = before.chars().count() as u32;
    let claims = rules(&text, &about);
    let count = claims.iter().find(|claim| claim.kind == ClaimKind::Count && claim.quotes.first().start >= at).unwrap();
    let names: Vec<&str> = count.speakers.iter().skip(1).map(|speaker| speaker.name.as_str()).collect();
    assert_eq!(names, expect, "{sentence}");
}

#[test]
fn chains_end_in_who_says_it_first() {
    told_by(ACCUSED, "Meridian Works had 3.4 million exchanges with Corvid.", &["Halden"]);
    told_by(
        "",
        "The Harbor Post reported, citing a person close to the bureau, that 40 firms were asked.",
        &["Harbor Post", "person close to the bureau"],
    );
}

#[test]
fn a_charge_goes_on_until_the_verdict() {
    let charged = "Prosecutors have charged Velden Trading with smuggling chips.";
    check(charged, "It made 12 shipments to Russia.", ClaimKind::Count, &[Hedge::Alleged]);
    check(charged, "Velden Trading employs 340 people.", ClaimKind::Count, &[Hedge::Asserted]);
    let convicted = "Prosecutors had charged Velden Trading with smuggling chips, and a jury convicted it.";
    check(convicted, "It made 12 shipments to Russia.", ClaimKind::Count, &[Hedge::Asserted]);
}

#[test]
fn what_somebody_calls_a_thing_is_only_told() {
    let said = "Halden said Meridian Works copied its Corvid model.";
    check(said, "The lab blocked what it describes as a campaign of 40,000 prompts.", ClaimKind::Count, &[Hedge::Alleged]);
    check(
        said,
        "It tied the campaign to Meridian Works, Tern and Plover — three start-ups that sell models.",
        ClaimKind::Count,
        &[Hedge::Asserted],
    );
}

#[test]
fn what_an_accuser_finds_is_alleged_and_what_it_did_is_not() {
    let said = "Halden said Meridian Works copied its Corvid model.";
    check(said, "Halden has documented 40,000 exchanges with Corvid.", ClaimKind::Count, &[Hedge::Alleged]);
    check(said, "Oster has documented 40,000 exchanges with Vale.", ClaimKind::Count, &[Hedge::Reported]);
}

#[test]
fn who_speaks_for_an_accuser_accuses() {
    let said = "Halden said Meridian Works copied its Corvid model.";
    let sentence = "Mila Horvat, Halden's head of policy, said they stole 300 files.";
    check(said, sentence, ClaimKind::Count, &[Hedge::Alleged]);
}

#[test]
fn a_measure_that_an_office_tells_of_is_reported() {
    let measure = ClaimKind::Measure;
    check("", "The department said its export policy applies to such chips.", measure, &[Hedge::Reported]);
    check("", "The department imposed sanctions on two banks on Monday.", measure, &[Hedge::Asserted]);
}

#[test]
fn an_adverb_behind_a_comma_weakens_what_follows_it() {
    let act = ClaimKind::Act;
    check("", "Amber Heron breached the systems of Corvane, allegedly with the help of an insider.", act, &[Hedge::Asserted]);
}

#[test]
fn who_says_so_at_the_end_covers_the_whole_sentence() {
    let sentence = "Meridian Works trained on 9,000 answers of fraudulent accounts, a process known as distillation, Halden alleged in a Monday post.";
    check(ACCUSED, sentence, ClaimKind::Count, &[Hedge::Alleged]);
    check(ACCUSED, sentence, ClaimKind::LegalWord, &[Hedge::Alleged]);
}

#[test]
fn what_intruders_claim_of_themselves_is_reported() {
    check("", "The hackers have claimed the theft of more than 300 records.", ClaimKind::Count, &[Hedge::Reported]);
    check("", "One of the hackers spoke on Thursday and claimed to have 300 records.", ClaimKind::Count, &[Hedge::Reported]);
}

#[test]
fn a_disputed_figure_does_not_dispute_its_sentence() {
    let sentence =
        "According to Halden, Meridian Works used 12,000 accounts, a figure that the company disputes, through proxies.";
    check(ACCUSED, sentence, ClaimKind::Count, &[Hedge::Disputed]);
    check(ACCUSED, sentence, ClaimKind::Method, &[Hedge::Alleged]);
}

#[test]
fn what_was_settled_was_charged() {
    let settled = "On Monday Velden Trading agreed to pay $3 million to settle allegations of chip smuggling.";
    check(
        settled,
        "From 2021 through 2024, Velden Trading exported chips without licenses.",
        ClaimKind::Period,
        &[Hedge::Alleged],
    );
    check(settled, "Over $500 million was smuggled in two years.", ClaimKind::Amount, &[Hedge::Alleged]);
    check(settled, "Velden Trading opened an office in 2024.", ClaimKind::Period, &[]);
}

#[test]
fn an_advisory_alleges_what_it_names_somebody_for() {
    let sentence =
        "The bureau published an advisory naming six companies for extracting billions of tokens through fraudulent accounts.";
    check("", sentence, ClaimKind::Method, &[Hedge::Alleged]);
    check("", sentence, ClaimKind::Count, &[Hedge::Asserted, Hedge::Alleged]);
    check(ACCUSED, "According to the memo, 9,000 accounts were used.", ClaimKind::Count, &[Hedge::Alleged]);
    check(ACCUSED, "According to a survey, 9,000 accounts were closed.", ClaimKind::Count, &[Hedge::Reported]);
}

#[test]
fn what_others_find_is_passed_on() {
    check("", "Researchers have documented 300 such attacks.", ClaimKind::Count, &[Hedge::Reported]);
    check("", "In May the agency concluded that Velden Trading laundered $40 million.", ClaimKind::Amount, &[Hedge::Reported]);
    check("", "Researchers at Oster employ 300 machines.", ClaimKind::Count, &[Hedge::Asserted]);
}

#[test]
fn boasts_of_intruders_are_reported_though_the_victim_confirms() {
    let sentence = "The council confirmed an attack after Amberheron claimed theft of 300 records.";
    check("", sentence, ClaimKind::LegalWord, &[Hedge::Reported]);
}

#[test]
fn chances_are_forecast_and_what_may_have_happened_is_reported() {
    check("", "The deal could net the state $2 billion.", ClaimKind::Amount, &[Hedge::Forecast]);
    check("", "The deal could net the state $2 billion if it passes.", ClaimKind::Amount, &[Hedge::Conditional]);
    check("", "Up to 300 records may have been taken.", ClaimKind::Count, &[Hedge::Reported]);
}

#[test]
fn what_is_argued_or_believed_of_somebody_is_alleged_past_its_that() {
    let argued = "The lab argues that rival labs are copying its Corvid model with 9,000 prompts.";
    check(ACCUSED, argued, ClaimKind::Count, &[Hedge::Alleged]);
    check(ACCUSED, "The lab argues that Meridian Works copied its model.", ClaimKind::Act, &[Hedge::Alleged]);
    check(ACCUSED, "Halden believes that the labs ran 340 accounts.", ClaimKind::Count, &[Hedge::Alleged]);
    check(ACCUSED, "The lab argued its case, but Meridian Works has 3,000 employees.", ClaimKind::Count, &[Hedge::Asserted]);
}
