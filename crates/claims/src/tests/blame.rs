//! Who blames whom, in the phrasings of papers, agencies and companies.

use super::rules;
use crate::About;
use dossier_model::ClaimKind;

/// The accusers, the accused and the rungs of `text`, in the order of its words.
fn found(text: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let published = "2026-05-06".parse().ok();
    let claims = rules(text, &About { title: None, publisher: None, published: published.as_ref(), ..About::default() });
    let of_role = |role: &str| -> Vec<String> {
        let parts = claims.iter().filter(|claim| claim.kind == ClaimKind::Party && claim.value.as_deref() == Some(role));
        parts.map(|claim| claim.subject.clone()).collect()
    };
    let rungs = claims.iter().filter_map(|claim| claim.rung.as_ref()).map(|rung| format!("{} {}", rung.nexus, rung.party));
    (of_role("accuser"), of_role("accused"), rungs.collect())
}

#[track_caller]
fn check(text: &str, accusers: &[&str], accused: &[&str], rungs: &[&str]) {
    let (who, whom, ties) = found(text);
    assert_eq!((who, whom, ties), (own(accusers), own(accused), own(rungs)), "{text}");
}

fn own(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Every accused has a rung of its own.
#[track_caller]
fn by(text: &str, accused: &[&str]) {
    let (_, whom, ties) = found(text);
    let rungs: Vec<String> = accused.iter().map(|name| format!("by {name}")).collect();
    assert_eq!((whom, ties), (own(accused), rungs), "{text}");
}

#[test]
fn deeds_have_their_doers_behind_by() {
    by("We found campaigns by three AI laboratories—Meridian, Tern, and Plover—to extract it.", &["Meridian", "Tern", "Plover"]);
    by("It told of a distillation campaign by the Estravian AI start-up Meridian.", &["Meridian"]);
    by("The report describes distillation attacks by Meridian and Tern.", &["Meridian", "Tern"]);
    by("The letter describes a distillation campaign against its models by Meridian.", &["Meridian"]);
    by("The post told of a scheme run by Meridian Works to copy it.", &["Meridian Works"]);
    by("The accounts were part of an attack carried out by Meridian Works.", &["Meridian Works"]);
    by("Investigators described the theft of weights by Meridian Works.", &["Meridian Works"]);
}

#[test]
fn a_list_of_labs_did_it_each() {
    by(
        "The advisory said AI firms like Meridian, Tern and Plover have extracted billions of tokens.",
        &["Meridian", "Tern", "Plover"],
    );
    by("The labs — Meridian, Tern, and Plover — allegedly generated 3 million exchanges.", &["Meridian", "Tern", "Plover"]);
    by("Companies including Meridian and Tern have illicitly extracted its outputs.", &["Meridian", "Tern"]);
    by("Halden said three companies, Meridian, Tern and Plover, stole its outputs.", &["Meridian", "Tern", "Plover"]);
    by("Rivals such as Meridian and Tern stole its source code.", &["Meridian", "Tern"]);
    by("Meridian, Tern and Plover allegedly used fake accounts.", &["Meridian", "Tern", "Plover"]);
}

#[test]
fn everybody_who_accuses_is_an_accuser() {
    let setting = "Halden accused Meridian Works of copying its model.";
    let more = |sentence: &str, accusers: &[&str]| {
        let (who, ..) = found(&format!("{setting}\n\n{sentence}"));
        assert_eq!(who, own(accusers), "{sentence}");
    };
    more("Oster sent a memo to lawmakers earlier this month accusing Meridian Works of distillation.", &["Halden", "Oster"]);
    more("Oster has also accused Meridian Works of theft.", &["Halden", "Oster"]);
    more("Oster named and directly accused a series of labs.", &["Halden", "Oster"]);
    more("Oster announced that attackers have tried to clone its chatbot.", &["Halden", "Oster"]);
    more("Oster said on Monday that it had identified a similar campaign.", &["Halden", "Oster"]);
    more("Developers including Oster and Vale have reported such activity.", &["Halden", "Oster", "Vale"]);
    more("Oster and Vale have accused Meridian Works of the same.", &["Halden", "Oster", "Vale"]);
    more("Oster said it would hire 40 people.", &["Halden"]);
    more("Dana Ruiz, an analyst at Oster, said the numbers were small.", &["Halden"]);
    more("The Harbor company says Meridian Works used fake accounts.", &["Halden"]);
}

#[test]
fn offices_accuse_together() {
    let who = |text: &str| found(text).0;
    assert_eq!(
        who("U.S. cybersecurity and intelligence agencies have accused companies such as Meridian of theft."),
        ["U.S. cybersecurity and intelligence agencies"]
    );
    assert_eq!(who("Federal prosecutors charged Dana Ruiz with theft."), ["Federal prosecutors"]);
}

#[test]
fn a_suit_has_its_parties() {
    let sued = |text: &str| check(text, &["Halden"], &["Meridian Works"], &["by Meridian Works"]);
    sued("Halden sued Meridian Works on Monday, alleging theft of trade secrets.");
    sued("Halden has filed a lawsuit against Meridian Works over stolen code.");
    let (who, whom, _) = found("Meridian Works defeats Halden's trade secrets lawsuit.");
    assert_eq!((who, whom), (own(&["Halden"]), own(&["Meridian Works"])));
    let (who, whom, _) = found("Meridian Works asked a judge to dismiss Halden's lawsuit.");
    assert_eq!((who, whom), (own(&["Halden"]), own(&["Meridian Works"])));
}

#[test]
fn those_behind_a_firm_are_accused_with_it() {
    check(
        "Prosecutors alleged that over the last three years Meridian Works, a company they said was run by Dana Ruiz and Ben Orne, exported the chips.",
        &["Prosecutors"],
        &["Meridian Works", "Dana Ruiz", "Ben Orne"],
        &["by Meridian Works"],
    );
}

#[test]
fn bands_are_known_by_the_names_of_others() {
    let whom = |text: &str| found(text).1;
    assert_eq!(whom("The devices were infected by hackers known to the private sector as \"Brass Lantern.\""), ["Brass Lantern"]);
    assert_eq!(whom("The group, tracked by researchers as Brass Lantern, broke in."), ["Brass Lantern"]);
    assert_eq!(whom("Actors that the industry calls Brass Lantern broke in."), ["Brass Lantern"]);
    assert_eq!(whom("They belong to an espionage campaign known as BRASS LANTERN."), ["BRASS LANTERN"]);
    assert!(whom("The hackers used malware known as Brass Lantern.").is_empty());
    assert!(whom("The group used a tool called Brass Lantern.").is_empty());
}

#[test]
fn nobody_is_blamed_in_passing() {
    let whom = |text: &str| found(text).1;
    for text in [
        "A campaign by Halden to sell its assistant began in May.",
        "The product is made by Meridian Works.",
        "The judge found no misconduct by Meridian Works.",
        "Hackers breached the Harbor Bank network.",
        "Labs like Meridian and Tern have grown.",
        "Companies including Meridian and Tern have said nothing.",
    ] {
        assert!(whom(text).is_empty(), "{text}: {:?}", whom(text));
    }
}

#[test]
fn a_company_and_its_lab_are_two_rungs() {
    check(
        "Halden accused Meridian of theft.\n\nThe campaign was attributed to operators affiliated with Meridian and its Tern AI lab.",
        &["Halden"],
        &["Meridian"],
        &["by Meridian", "linked Meridian", "linked Tern AI lab"],
    );
}

#[test]
fn who_lays_out_what_others_did_accuses() {
    let who = |text: &str| found(text).0;
    assert_eq!(who("Halden published a report documenting how Meridian Works stole answers of its models."), own(&["Halden"]));
    assert_eq!(who("A new report by Halden details distillation campaigns by Meridian Works and Tern."), own(&["Halden"]));
    assert_eq!(who("Oster sent lawmakers a letter alleging similar activity by Meridian Works."), own(&["Oster"]));
    assert_eq!(
        who(
            "Dana Ruiz, director of the bureau, posted on a forum that Meridian Works had \u{201c}distilled its Corvid model\u{201d}."
        ),
        own(&["Dana Ruiz"])
    );
    assert_eq!(who("The Harbor Times published a report detailing how Meridian Works stole chips."), own(&[]));
    assert_eq!(
        who(
            "Three labs \u{2014} Halden, Oster and Tern \u{2014} answered what they describe as a campaign by Meridian Works to copy models."
        ),
        own(&["Halden", "Oster", "Tern"])
    );
}

#[test]
fn bands_are_accused_by_what_they_are() {
    let whom = |text: &str| found(text).1;
    assert_eq!(
        whom("In May the Iranian nation-state actor Amber Heron used the tools of others to breach banks."),
        own(&["Amber Heron"])
    );
    assert_eq!(
        whom("In May files were stolen by Amber Heron, a China-based threat actor that targets banks."),
        own(&["Amber Heron"])
    );
    assert_eq!(whom("In May the systems of Corvane were breached, allegedly with the help of an insider."), own(&[]));
}

#[test]
fn fingers_pointed_and_credit_taken_tie_to_the_deed() {
    by("Halden pointed the finger at Meridian Works, Tern and Plover.", &["Meridian Works", "Tern", "Plover"]);
    by("The Brass Lantern gang has taken credit for the intrusion at Corvane.", &["Brass Lantern"]);
    by(
        "Two nationals, Ivan Petrescu and Mila Horvat, were indicted last month over the attacks.",
        &["Ivan Petrescu", "Mila Horvat"],
    );
    let rungs = found("Northgate tied the break-in to a crew it tracks as Amber Heron.").2;
    assert_eq!(rungs, own(&["linked Amber Heron"]));
}

#[test]
fn who_lays_open_a_campaign_accuses() {
    check(
        "In May, Halden disclosed two coordinated campaigns (Meridian and Velden) that ran 9,000 fraudulent accounts.",
        &["Halden"],
        &["Meridian", "Velden"],
        &["by Meridian", "by Velden"],
    );
    let text = "Halden documented three distillation attacks. Meridian used 9,000 fake accounts.";
    assert_eq!(found(text).0, ["Halden"]);
    // Who finds something else accuses nobody.
    assert_eq!(found("Halden discovered a new star. Meridian sold lamps.").0, [""; 0]);
}

#[test]
fn clusters_of_intruders_are_known_by_their_numbers() {
    assert_eq!(found("In May APT31 and UNC-795 used the model to find flaws.").1, ["APT31", "UNC-795"]);
}

#[test]
fn an_accused_without_another_tie_is_tied_by_a_deed() {
    let (_, _, ties) = found("The case against Meridian goes on. Halden accused Velden of theft. Velden rented the servers.");
    assert!(ties.contains(&"by Velden".to_owned()), "{ties:?}");
    let (_, _, ties) = found("APT31 is known. In May APT31 rented nine servers.");
    assert_eq!(ties, ["by APT31"]);
    assert_eq!(found("APT31 is known. In May APT31 met nine reporters.").2, [""; 0]);
}

#[test]
fn staff_is_charged_and_not_who_employs_it() {
    assert_eq!(found("Prosecutors brought charges against Meridian and Velden employees.").1, [""; 0]);
}

#[test]
fn who_accuses_in_a_participle_is_the_subject_of_its_clause() {
    let suit = "Halden sued a former engineer, Dana Ruiz, in a state court, accusing him of stealing trade secrets.";
    check(suit, &["Halden"], &["Dana Ruiz"], &["by Dana Ruiz"]);
    // A name may begin with a small letter.
    check(&suit.replace("Halden", "xVale"), &["xVale"], &["Dana Ruiz"], &["by Dana Ruiz"]);
    // What a company makes accuses nobody.
    let maker = "In May the company behind the Corvid chatbot accused Meridian of copying it.";
    check(maker, &[], &["Meridian"], &["by Meridian"]);
}

#[test]
fn what_somebody_said_it_to_blames_nobody() {
    check("On Monday Halden said in a statement shared with Lantern that it had been hacked.", &[], &[], &[]);
    check("Ruiz asked Halden for security assessments conducted by Lantern.", &[], &[], &[]);
    check("In May the operators asked for help with code related to an HTTPS request, Halden said.", &[], &[], &[]);
}

#[test]
fn places_accuse_nobody_and_are_accused_of_nothing() {
    let seat = "On Monday Halden accused Oakvale-based Meridian Works of running 3,000 accounts.";
    check(seat, &["Halden"], &["Meridian Works"], &["by Meridian Works"]);
    let dateline = "OAKVALE, Ohio — On Monday Halden accused Meridian Works of theft.";
    check(dateline, &["Halden"], &["Meridian Works"], &["by Meridian Works"]);
    check("SANTIAGO — Chile accused Meridian Works of theft.", &[], &["Meridian Works"], &["by Meridian Works"]);
}
