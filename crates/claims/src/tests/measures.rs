//! What governments do, and how far it has come: one sentence of an invented report at a time.

use super::rules;
use crate::About;
use dossier_model::ClaimKind;

/// The measures of `text`, each with its stage and hedge.
fn measures(text: &str) -> Vec<String> {
    let claims = rules(text, &About::default()).into_iter().filter(|claim| claim.kind == ClaimKind::Measure);
    claims
        .map(|claim| format!("{} · {} · {}", claim.value.unwrap_or_default(), claim.unit.unwrap_or_default(), claim.hedge))
        .collect()
}

#[track_caller]
fn check(table: &[(&str, &[&str])]) {
    let differing: Vec<_> = table
        .iter()
        .map(|(text, expect)| (*text, measures(text), *expect))
        .filter(|(_, found, expect)| found != expect)
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn agencies_settle_and_companies_do_not() {
    check(&[
        (
            "The FTC reached a $20 million settlement with the data broker Oster.",
            &["reached a $20 million settlement with the data broker Oster · issued · asserted"],
        ),
        (
            "Regulators settled with three banks over laundering.",
            &["settled with three banks over laundering · issued · asserted"],
        ),
        (
            "Norrland reached a settlement with the Justice Department.",
            &["reached a settlement with the Justice Department · issued · asserted"],
        ),
        ("Oster reached an agreement with Norrland to supply chips.", &[]),
        ("The two firms settled the lawsuit out of court.", &[]),
    ]);
}

#[test]
fn clauses_of_an_order_bind_its_party() {
    check(&[
        (
            "Under this order, the licensee shall keep records for five years.",
            &["licensee shall keep records for five years · issued · asserted"],
        ),
        (
            "The bank was assessed a civil penalty of $4 million.",
            &["bank was assessed a civil penalty of $4 million · issued · asserted"],
        ),
        ("The term “item” shall include software under the Regulations.", &[]),
        ("The man was assessed a fine by the court.", &[]),
    ]);
}

#[test]
fn lists_are_entered_left_and_taken_back() {
    check(&[
        (
            "The Pentagon took two drone makers off its roster of military companies.",
            &["took two drone makers off its roster · issued · asserted"],
        ),
        ("Washington put Oster on its trade blacklist.", &["put Oster on its trade blacklist · issued · asserted"]),
        ("The bureau issued the rule and later withdrew it.", &["rule · issued · asserted", "withdrew it · issued · asserted"]),
        (
            "An updated list of firms was published in the Federal Register.",
            &["updated list of firms was published in the Federal Register · issued · asserted"],
        ),
        ("Norrland was dropped from the list of suppliers.", &[]),
        ("The company removed the post from its list of publications.", &[]),
        ("Being added to the Entity List would hurt the firm.", &[]),
    ]);
}

#[test]
fn deeds_of_governments_have_many_verbs() {
    check(&[
        (
            "The ministry sanctioned the brokers behind the scheme.",
            &["sanctioned the brokers behind the scheme · issued · asserted"],
        ),
        (
            "The commission ordered the platform to hand over its logs.",
            &["ordered the platform to hand over its logs · issued · asserted"],
        ),
        ("Police took the marketplace offline.", &["took the marketplace offline · issued · asserted"]),
        ("The complaints led European police to shut down the forum.", &["shut down the forum · issued · asserted"]),
        ("The bureau moved in January to tighten its licensing rules.", &["tighten its licensing rules · issued · asserted"]),
        ("The council agreed a 14th package of sanctions.", &["14th package of sanctions · issued · asserted"]),
        (
            "Prosecutors announced the seizure of 12 domains used by the ring.",
            &["seizure of 12 domains used by the ring · issued · asserted"],
        ),
        ("The manager ordered staff to ship the servers abroad.", &[]),
        ("Staff took the servers offline.", &[]),
        ("The findings prompted the firm to block accounts.", &[]),
        ("Customers fear the seizure of their assets.", &[]),
    ]);
}

#[test]
fn what_is_weighed_depends_on_its_condition() {
    check(&[
        (
            "Brussels could consider export restrictions if the talks fail.",
            &["export restrictions if the talks fail · planned · conditional"],
        ),
        (
            "The president would consider letting Oster sell its chip abroad.",
            &["letting Oster sell its chip abroad · planned · planned"],
        ),
        ("Oster urged lawmakers not to ban open models.", &["not to ban open models · asked · asserted"]),
        ("Norrland could consider restrictions on its accounts.", &[]),
    ]);
}

#[test]
fn bills_move_through_their_houses() {
    check(&[
        ("Parliament voted 310-205 to advance the chip bill.", &["chip bill · passed · asserted"]),
        ("A Senate panel advanced legislation on model theft.", &["legislation on model theft · passed · asserted"]),
        ("The bill now heads to the Senate floor.", &["bill now heads to the Senate floor · planned · planned"]),
        (
            "Lena Holm wrote a bill on copying. It would bar agencies from buying copied models.",
            &["It would bar agencies from buying copied models · introduced · conditional"],
        ),
        ("The firm announced a plan. It would also cut prices.", &[]),
        ("The company's legislation team heads to the office.", &[]),
    ]);
}

#[test]
fn a_rule_leaves_nobody_free() {
    check(&[
        (
            "Under the sanctions, US firms cannot sell research to them.",
            &["US firms cannot sell research to them · issued · asserted"],
        ),
        ("Users cannot sell items to others for a week.", &[]),
    ]);
}

#[test]
fn what_is_adopted_today_is_a_measure() {
    check(&[
        (
            "The Council adopted today its largest package of sanctions on Norrland.",
            &["its largest package of sanctions on Norrland · issued · asserted"],
        ),
        ("The EU is also imposing restrictive measures on Oster.", &["restrictive measures on Oster · issued · asserted"]),
        ("The school took measures against mould.", &[]),
    ]);
}
