//! Who plays which part, in the phrasings of papers, agencies and companies.

use super::rules;
use crate::About;
use dossier_model::ClaimKind;

/// The parts of `text` as "role name", in the order of the alphabet.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let published = "2026-05-06".parse().ok();
    let about = About { title: None, publisher: Some("Eastmoor Weekly"), published: published.as_ref(), ..About::default() };
    let claims = rules(text, &about);
    let parts = claims.iter().filter(|claim| claim.kind == ClaimKind::Party);
    let mut parts: Vec<String> =
        parts.map(|claim| format!("{} {}", claim.value.as_deref().unwrap_or(""), claim.subject)).collect();
    parts.sort();
    assert_eq!(parts, expect, "{text}");
}

#[test]
fn whoever_warns_or_tells_somebody_of_a_wrong_accuses() {
    check(
        "On Monday Halden warned the U.S. government that Meridian Works, a start-up from Harbor, is copying its models.",
        &["accused Meridian Works", "accuser Halden"],
    );
    check(
        "In its post Halden tells investors that Velden Trading smuggled its chips.",
        &["accused Velden Trading", "accuser Halden"],
    );
    check(
        "So far Halden has seen some evidence that Meridian Works copied its answers.",
        &["accused Meridian Works", "accuser Halden"],
    );
    check("On Monday Halden warned investors that demand for chips is falling.", &[]);
    check("On Monday Halden told analysts that Oster is a good customer.", &[]);
}

#[test]
fn papers_are_known_by_what_they_are_called_and_what_they_report() {
    check("Dana Ruiz told Lantern on Tuesday that the plan stands.", &["outlet Lantern"]);
    check("It was on the state broadcaster ECTV.", &["outlet ECTV"]);
    check("There was much in outlets like Lantern and Beacon.", &["outlet Beacon", "outlet Lantern"]);
    check("Lantern reported that on Monday Dana Ruiz resigned.", &["outlet Lantern"]);
    check("A spokesperson for Halden told Lantern that the plan stands.", &["outlet Lantern"]);
    check("Velden Trading reported that its sales fell.", &[]);
    check("Velden Trading reported that revenue grew 40% at Oster.", &[]);
    check("In an interview with Carla Weems, she blamed nobody.", &[]);
    check("Dana Ruiz told Velden Trading that the plan stands.", &[]);
}

#[test]
fn whoever_confirms_or_suffers_a_breach_is_a_victim() {
    check("Oster Mobile, a large phone company, has confirmed a supply chain attack.", &["victim Oster Mobile"]);
    check("Chip maker Velden Works, a supplier of Oster, has suffered a cyberattack.", &["victim Velden Works"]);
    check("Oster Mobile has confirmed a new chief.", &[]);
}

#[test]
fn gangs_are_known_by_their_boasts() {
    check("The Amber Heron group claimed 300GB of data.", &["accused Amber Heron"]);
    check("Amberheron claimed theft of 3.1TB of data.", &["accused Amberheron"]);
    check("Velden Trading claimed 300 new customers.", &[]);
}

#[test]
fn models_of_a_list_are_known_by_a_number() {
    check(
        "Meridian Works illegally extracted billions of tokens from Corvid, Vale, and Plover, and copied Corvid 4.",
        &["accused Meridian Works", "target model Corvid", "target model Plover", "target model Vale"],
    );
    check("Meridian Works illegally extracted billions of tokens from Halden and Oster.", &["accused Meridian Works"]);
}

#[test]
fn lists_and_first_sanctions_designate() {
    check("The first sanctioned mixer was Blendwell, a service for coins.", &["designated Blendwell"]);
    check(
        "The Pentagon published the list, with Velden Trading and Oster on it.",
        &["agency Pentagon", "designated Oster", "designated Velden Trading"],
    );
    check(
        "Velden Trading (Estravia), and Oster Computing (Lorvania) were added to the Entity List.",
        &["designated Oster Computing", "designated Velden Trading"],
    );
}

#[test]
fn those_who_answer_an_attack_did_not_make_it() {
    check("The Oster Health ransomware attack cost millions.", &["victim Oster Health"]);
    check("Estravia's commerce ministry rejected the allegations as baseless.", &["agency Estravia's commerce ministry"]);
}

#[test]
fn groups_are_known_by_who_tracks_them_and_suspects_by_the_paper_that_names_them() {
    check("Northgate tracks the group as Iron Wren.", &["accused Iron Wren"]);
    check("The group, which they call Grey Tide, used old passwords.", &["accused Grey Tide"]);
    check("The bank, which they call Grey Tide, used old passwords.", &[]);
    check("A judge unsealed an indictment on Tuesday against Velden Trading.", &["accused Velden Trading"]);
    check("Last year Velden Trading was named in the indictment.", &["accused Velden Trading"]);
    check("Last year Velden Trading was named in the annual ranking.", &[]);
    check("In court papers a lawyer said its former engineer Ada Vale left.", &[]);
    check(
        "According to a lawsuit filed in Eastmoor by Halden, its former engineer Dana Ruiz copied 3,000 files.",
        &["accused Dana Ruiz", "accuser Halden"],
    );
}

#[test]
fn who_accuses_by_office_is_an_official_or_an_agency() {
    check("Sen. Ada Vale accused Meridian Works of stealing American models.", &["accused Meridian Works", "official Ada Vale"]);
    check(
        "The Commerce Department has charged Velden Trading with smuggling.",
        &["accused Velden Trading", "agency Commerce Department"],
    );
}

#[test]
fn who_is_given_a_statement_is_an_outlet() {
    check("In a statement to Lantern, Halden declined to name the firm.", &["outlet Lantern"]);
    check("On Monday a lawyer for Halden told Lantern that the suit was baseless.", &["outlet Lantern"]);
    check("In a statement to Congress, Halden asked for help.", &[]);
    check("So said Lena Kall, High Representative for Foreign Affairs and Security Policy, on Monday.", &["official Lena Kall"]);
}
