//! What was asked, answered, disclosed and said: one sentence of an invented report at a time, in the words of many kinds of report.

use super::rules;
use crate::About;
use dossier_model::ClaimKind;

/// The claims of `kind` that `text` makes, as "value [stage] period hedge".
#[track_caller]
fn check(kind: ClaimKind, text: &str, expect: &[&str]) {
    let published = "2026-03-11".parse().ok();
    let about = About { title: None, publisher: None, published: published.as_ref(), ..About::default() };
    let found: Vec<String> = rules(text, &about)
        .into_iter()
        .filter(|claim| claim.kind == kind)
        .map(|claim| {
            let period = claim.period.map(|period| period.to_string());
            let parts = [claim.value.clone(), claim.unit.clone(), period, Some(claim.hedge.to_string())];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        })
        .collect();
    assert_eq!(found, expect, "{text}");
}

#[track_caller]
fn all(kind: ClaimKind, table: &[(&str, &[&str])]) {
    for (text, expect) in table {
        check(kind, text, expect);
    }
}

#[test]
fn measures_in_force_are_read_active_and_passive() {
    all(
        ClaimKind::Measure,
        &[
            ("The Commerce Department has blacklisted two distributors.", &["blacklisted two distributors issued asserted"]),
            ("Norrland Chips, which Washington sanctioned in 2022, grew.", &["sanctioned issued 2022 asserted"]),
            ("Norrland was added to the Entity List in 2023.", &["Norrland was added to the Entity List issued 2023 asserted"]),
            (
                "The Treasury sanctioned almost 50 entities and individuals.",
                &["sanctioned almost 50 entities and individuals issued asserted"],
            ),
            ("BIS added 37 firms to the Entity List.", &["added 37 firms to the Entity List issued asserted"]),
            ("The bank was also designated.", &["bank was also designated issued asserted"]),
            ("The House passed the Chip Security Act.", &["Chip Security Act passed asserted"]),
            ("Regulators fined the hospital group £4.4 million.", &["fined the hospital group £4.4 million issued asserted"]),
            ("The sanctions freeze all assets of the two men.", &["sanctions freeze all assets of the two men issued asserted"]),
            ("The group demanded a ransom of $4 million.", &[]),
            ("The company urged its customers to change their passwords.", &[]),
            ("The police arrested a man in connection with the designated bank.", &[]),
        ],
    );
}

#[test]
fn rules_are_read_from_what_they_bar_allow_and_ask() {
    all(
        ClaimKind::Measure,
        &[
            ("The K7 is among the chips barred from sale to Estravia.", &["barred from sale to Estravia issued asserted"]),
            (
                "Banks are prohibited from doing business with Tarn.",
                &["Banks are prohibited from doing business with Tarn issued asserted"],
            ),
            (
                "The White House approves sale of K7 chips to Estravia.",
                &["approves sale of K7 chips to Estravia issued asserted"],
            ),
            ("The Treasury is now dangling sanctions.", &["sanctions planned planned"]),
            (
                "The Commerce Department revised its export policy. Buyers must show permits and cannot resell the chips.",
                &[
                    "revised its export policy issued asserted",
                    "Buyers must show permits issued asserted",
                    "cannot resell the chips issued asserted",
                ],
            ),
            ("President Ada Poole said on Monday that she would allow the sales.", &["allow the sales planned planned"]),
            (
                "President Poole spoke on Monday. Poole lifted the ban last July.",
                &["lifted the ban last July issued 2025-07 asserted"],
            ),
            ("The FBI is seeking information about the intruders.", &["information about the intruders asked asserted"]),
            ("All their U.S. assets will also be frozen.", &["All their U.S. assets will also be frozen planned planned"]),
            ("Lawmakers in Congress were debating stricter export controls.", &["stricter export controls planned planned"]),
            (
                "The export of the K7 was restricted in April.",
                &["export of the K7 was restricted in April issued XXXX-04 asserted"],
            ),
            ("Halden is pushing for regulatory action.", &["regulatory action asked asserted"]),
            ("Exporting them to Estravia is prohibited.", &["Exporting them to Estravia is prohibited issued asserted"]),
            ("Students are barred from taking phones to class.", &[]),
            // A rule binds those whom it names.
            (
                "The Commerce Department revised its export policy. Nobody must show permits there.",
                &["revised its export policy issued asserted"],
            ),
        ],
    );
}

#[test]
fn what_is_feared_is_expected_and_what_a_state_will_do_is_not() {
    all(
        ClaimKind::Forecast,
        &[
            ("The curbs came over concerns that it would give rivals an edge.", &["it would give rivals an edge forecast"]),
            ("\"The Treasury will not hesitate to act,\" said Ana Poole.", &[]),
        ],
    );
    all(
        ClaimKind::Effect,
        &[("The activity resulted in the theft of call logs.", &["resulted in the theft of call logs asserted"])],
    );
    all(ClaimKind::Market, &[("Norrland burned about 60 billion dollars in capitalization.", &["60000000000 USD asserted"])]);
    all(ClaimKind::Count, &[("Two news outlets wrote of it.", &[])]);
}

#[test]
fn measures_ahead_are_asked_planned_or_introduced() {
    all(
        ClaimKind::Measure,
        &[
            ("Lawmakers called on the White House to widen the chip ban.", &["widen the chip ban asked asserted"]),
            ("Senator Ann Poole wants a ban on the apps.", &["ban on the apps asked asserted"]),
            ("Congress should require checks of buyers.", &["Congress should require checks of buyers asked asserted"]),
            (
                "The Commerce Department is weighing whether to add Norrland to the Entity List.",
                &["add Norrland to the Entity List planned planned"],
            ),
            (
                "The administration is considering new export controls on memory.",
                &["new export controls on memory planned planned"],
            ),
            (
                "A bill before the Senate would raise that ceiling.",
                &["bill before the Senate would raise that ceiling introduced conditional"],
            ),
            ("The court should reject the appeal.", &[]),
            ("Prosecutors must prove that he knew.", &[]),
        ],
    );
}

#[test]
fn answers_belong_to_who_gave_them() {
    all(
        ClaimKind::Response,
        &[
            (
                "Norrland, Oster and Halden did not respond to requests for comment.",
                &["no response asserted", "no response asserted", "no response asserted"],
            ),
            ("Neither Norrland nor Oster has answered our questions.", &["no response asserted", "no response asserted"]),
            ("A spokeswoman for Norrland declined to say who paid.", &["declined to comment asserted"]),
            ("Norrland called the figures \"completely made up\".", &["denial asserted"]),
            ("The embassy said the accusations were groundless.", &["denial asserted"]),
            ("Ivo Brandt pleaded guilty in January.", &["admission confirmed"]),
            ("The defense had countered that the files were worthless.", &["statement asserted"]),
            ("The judge denied the motion.", &[]),
        ],
    );
}

#[test]
fn checks_by_others_are_told_apart() {
    all(
        ClaimKind::Verification,
        &[
            ("The figures could not be confirmed independently.", &["not independently verified asserted"]),
            ("Nobody outside the two firms has checked the numbers.", &["not independently verified asserted"]),
            ("The Ledger could neither reach the lab nor verify its account.", &["not independently verified asserted"]),
            ("Oster has corroborated the findings.", &["verified by Oster asserted"]),
            ("Two universities have since verified parts of the list.", &["verified by Two universities asserted"]),
            ("Oster has verified accounts on its service.", &[]),
            ("None of the evidence has been examined by anyone outside.", &["not independently verified asserted"]),
        ],
    );
}

#[test]
fn each_document_is_disclosed_once_with_its_date() {
    all(
        ClaimKind::Disclosure,
        &[
            (
                "Halden sent a letter to the Senate. In the letter, dated March 2, it named six firms.",
                &["letter XXXX-03-02 asserted"],
            ),
            ("The indictment, unsealed in August 2024, names Okafor.", &["filing 2024-08 asserted"]),
            ("Halden published its findings in a blog post on March 4.", &["post XXXX-03-04 asserted"]),
            ("The breach was announced by the bank on Wednesday.", &["announcement 2026-03-11 asserted"]),
            ("A June 11 Homeland Department memo names the group.", &["memo XXXX-06-11 asserted"]),
            ("The department announced that two men have been arrested.", &["announcement asserted"]),
            ("Norrland disclosed that it fell victim to a raid.", &["announcement asserted"]),
            ("He carried false shipping documents to Oster.", &[]),
        ],
    );
}

#[test]
fn sources_of_a_report_are_named() {
    all(
        ClaimKind::Provenance,
        &[
            (
                "According to customs records reviewed by The Ledger, it paid.",
                &["customs records reviewed by The Ledger asserted"],
            ),
            ("The Ledger has seen the letter.", &["copy seen by The Ledger asserted"]),
            ("The breach was first reported by The Harbour Examiner.", &["report by The Harbour Examiner asserted"]),
            ("Two people briefed on the investigation said so.", &["people briefed on the investigation asserted"]),
        ],
    );
}

#[test]
fn quotations_are_reported_or_alleged_and_nothing_else() {
    all(
        ClaimKind::Quotation,
        &[
            (
                "\"The defendant lied to us for years,\" said U.S. Attorney Dana Ruiz.",
                &["The defendant lied to us for years alleged"],
            ),
            (
                "\"The inquiry exposed a smuggling network that armed those who would use it,\" said U.S. Attorney Dana Ruiz.",
                &["The inquiry exposed a smuggling network that armed those who would use it alleged"],
            ),
            ("\"We could not have known any of this,\" said Ivo Brandt.", &["We could not have known any of this reported"]),
            ("It runs a tool called \"the very big hammer\".", &[]),
        ],
    );
}

#[test]
fn effects_are_verdicts_answers_and_what_stood_still() {
    all(
        ClaimKind::Effect,
        &[
            ("A jury convicted Ivo Brandt of fraud.", &["convicted Ivo Brandt confirmed"]),
            ("If convicted, Ivo Brandt faces 20 years in prison.", &[]),
            (
                "The hospital took its systems offline and hired a forensic firm.",
                &["took its systems offline asserted", "hired a forensic firm asserted"],
            ),
            ("The attack forced the hospital to divert ambulances.", &["forced the hospital to divert ambulances asserted"]),
            ("The hospital could take its systems offline.", &[]),
        ],
    );
}

#[test]
fn views_and_expectations_bear_their_hedge() {
    all(
        ClaimKind::Opinion,
        &[
            ("In our view the rule misses its aim.", &["In our view the rule misses its aim opinion"]),
            (
                "The queries came in nine languages, suggesting an attempt to clone the model abroad.",
                &["suggesting an attempt to clone the model abroad opinion"],
            ),
            ("Critics of the rule say it punishes honest firms.", &["Critics of the rule say it punishes honest firms opinion"]),
            ("Ana Poole thinks a criminal case is a long shot.", &["a criminal case is a long shot opinion"]),
        ],
    );
    all(
        ClaimKind::Forecast,
        &[
            ("The hospital expects the recovery to cost millions.", &["expects the recovery to cost millions forecast"]),
            ("The copies could spread to other countries.", &["The copies could spread to other countries forecast"]),
            ("In May the bank added a rule on transfers.", &[]),
            ("The claims could not be independently verified.", &[]),
        ],
    );
}

#[test]
fn who_would_rather_not_speculate_declines_and_who_has_not_admitted_does_not_admit() {
    check(ClaimKind::Response, "Asked about it, Norrland said it did not want to speculate.", &["declined to comment asserted"]);
    check(ClaimKind::Response, "Norrland has not yet publicly acknowledged the breach.", &[]);
    check(ClaimKind::Disclosure, "Dana Ruiz posted on Y that Norrland copied the model.", &["post asserted"]);
    check(ClaimKind::Disclosure, "Dana Ruiz wrote on Monday that Norrland copied the model.", &[]);
    check(ClaimKind::Recipient, "Halden shared its findings with US lawmakers on Monday.", &["US lawmakers asserted"]);
}

#[test]
fn how_many_hold_an_office_is_on_record() {
    all(
        ClaimKind::Count,
        &[("Halden told two senators that Meridian stole 30 files.", &["2 senators asserted", "30 files alleged"])],
    );
}

#[test]
fn what_a_bill_would_do_holds_only_once_it_is_law() {
    all(
        ClaimKind::Measure,
        &[
            ("The bill would require a licence for chips.", &["bill would require a licence for chips introduced conditional"]),
            (
                "Senator Ann Poole introduced a bill that would bar the apps.",
                &["bill that would bar the apps introduced conditional"],
            ),
        ],
    );
}
