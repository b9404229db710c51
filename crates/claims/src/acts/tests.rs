//! Deeds of those who stand in a report without a charge beside them: by what they are called, where they sit, what became of things.

use crate::About;

use crate::tests::rules;
use dossier_model::ClaimKind;

/// The deeds that a newspaper's `text` tells.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let about = About { title: None, publisher: Some("The Eastmoor Ledger"), published: None, ..About::default() };
    let claims = rules(text, &about).into_iter();
    let found: Vec<_> = claims.filter(|claim| claim.kind == ClaimKind::Act).filter_map(|claim| claim.value).collect();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn those_named_for_a_wrong_did_it() {
    check(
        "Two agencies published an advisory naming six Lisbon-based firms for extracting billions of tokens.",
        &["extracting billions of tokens"],
    );
    check("The bureau singled out Oster for smuggling chips.", &["smuggling chips"]);
    check("The bureau named Dana Ruiz for leading the office.", &[]);
    check("Readers named the paper for its prizes.", &[]);
}

#[test]
fn conduct_does_what_its_people_did() {
    check("The breach, uncovered by Halden, hit two ministries and a bank.", &["hit two ministries and a bank"]);
    check("The warning office faced a cyberattack that sent a fake alert to phones.", &["sent a fake alert to phones"]);
    check("Halden detailed Tern, a phishing operation abusing device codes.", &["abusing device codes"]);
    check("The attack cost the firm $4 million.", &[]);
    check("The campaign for mayor used leaflets? The attack is over.", &[]);
}

#[test]
fn people_are_told_by_where_they_sit() {
    check(
        "Halden told the Ledger that groups based in Estravia are using distillation to rebuild its models.",
        &["using distillation to rebuild its models"],
    );
    check(
        "Prosecutors took 41 domains used by Russian intelligence agents to commit fraud.",
        &["used by Russian intelligence agents to commit fraud"],
    );
    check("Attackers (a Tarn affiliate) get in using stolen credentials.", &["get in using stolen credentials"]);
    check("Customers based in Norrland are using the service to learn.", &[]);
}

#[test]
fn things_tell_what_was_done_with_them() {
    check(
        "Police charged three men with running a ring in which products were repackaged into plain boxes and smuggled into Estravia.",
        &["running a ring", "repackaged into plain boxes", "smuggled into Estravia"],
    );
    check("The office found that the mixer had been used to launder $7 billion.", &["used to launder $7 billion"]);
    check("The breach led to malicious code being injected into its site.", &["injected into its site"]);
    check("The mixer has been used to teach students.", &[]);
    check("Prizes were handed out and sent home.", &[]);
    check("The products were shipped to stores in Norrland after the breach.", &[]);
    check("Employees of Halden wrote a letter about the theft, settling a lawsuit brought by a former employee.", &[]);
}

#[test]
fn what_somebody_is_suspected_of_is_charged() {
    check(
        "Meridian may have \"inappropriately\" based its models on the output of Corvid, a Halden spokesperson said. Halden accused Meridian of theft.",
        &["based its models on the output of Corvid"],
    );
    check("Oster said up to 900 passwords may have been compromised in the breach.", &["compromised in the breach"]);
    check("Halden accused Meridian of theft. Meridian may sell its chips abroad.", &[]);
    check("Oster was listed on evidence that it supplied spyware to states.", &["supplied spyware to states"]);
    check("The victims paid $22 million in ransom and cooperated with investigators after the hackers left.", &[]);
}

#[test]
fn steps_of_law_and_business_are_no_deeds_of_the_case() {
    check("Halden accused Meridian Works of theft. Meridian Works filed a motion to dismiss the suit.", &[]);
    check("Halden accused Meridian Works of theft. Meridian Works threatened to sue Halden.", &[]);
    check("Halden accused Meridian Works of theft. Meridian Works hired the law firm Oster and Vale.", &[]);
    check("Tern claimed responsibility for the attack. Tern stole 3,000 files.", &["stole 3,000 files"]);
    check("Meridian Works is accused of theft. It acted on behalf of Oster.", &[]);
}
