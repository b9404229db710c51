//! Laws that hold for any claims and judgements.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "laws/any.rs"]
mod any;
mod case;

use any::{NAMES, any_claim, any_claims, any_figure, any_judgements, any_likenesses, any_named_claims, any_parties};
use case::{ShortClaim, judgements, likenesses, sources};
use dossier_model::{Agreement, Claim, ClaimId, Fact};
use dossier_reconcile::{Input, Reconciled, reconcile, verdict};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn run(claims: &[Claim], lines: &[String], earlier: &[Fact]) -> Reconciled {
    let (sources, judgements) = (sources(claims, &BTreeMap::new()), judgements(lines));
    reconcile(&Input { claims, sources: &sources, judgements: &judgements, earlier, likenesses: &[] })
}

/// The same where texts are alike, and with the sources in another order.
fn run_alike(claims: &[Claim], lines: &[String], earlier: &[Fact], alike: &[String], turn: usize) -> Reconciled {
    let (mut sources, mut likenesses) = (sources(claims, &BTreeMap::new()), likenesses(alike));
    let (at, by) = (turn % sources.len().max(1), turn % likenesses.len().max(1));
    sources.rotate_left(at);
    likenesses.rotate_left(by);
    reconcile(&Input { claims, sources: &sources, judgements: &judgements(lines), earlier, likenesses: &likenesses })
}

/// Ids of facts with their claims.
fn ids(facts: &[Fact]) -> BTreeMap<String, Vec<ClaimId>> {
    facts.iter().map(|fact| (fact.id.to_string(), fact.claims.clone())).collect()
}

proptest! {
    #[test]
    fn a_verdict_is_the_same_from_both_sides(a in any_claim(), b in any_claim()) {
        let (a, b) = (a.claim(0), b.claim(1));
        prop_assert_eq!(verdict(&a.content, &b.content).agreement, verdict(&b.content, &a.content).agreement);
    }

    #[test]
    fn what_is_said_twice_never_conflicts(a in any_claim()) {
        let a = a.claim(0);
        let found = verdict(&a.content, &a.content);
        prop_assert!(matches!(found.agreement, Agreement::Equal), "{}", found.why);
    }

    #[test]
    fn containment_is_as_the_intervals_have_it(a in any_figure(), b in any_figure()) {
        let (a, b) = (a.claim(0).content, b.claim(1).content);
        let (of_a, of_b) = (a.quantity().unwrap().interval(), b.quantity().unwrap().interval());
        match verdict(&a, &b).agreement {
            Agreement::Equal => prop_assert_eq!(of_a, of_b),
            Agreement::Contained => prop_assert!(of_a.contains(&of_b) != of_b.contains(&of_a)),
            Agreement::Compatible => prop_assert!(of_a.overlaps(&of_b)),
            Agreement::Conflicting => prop_assert!(!of_a.overlaps(&of_b)),
            Agreement::NotComparable => prop_assert!(a.unit != b.unit || a.period != b.period),
        }
    }

    #[test]
    fn counting_in_thousands_changes_no_verdict(a in any_figure(), b in any_figure()) {
        let scaled = |short: &ShortClaim| ShortClaim { value: short.value.as_ref().map(|value| format!("{value}000")), ..short.clone() };
        let exact = |short: &ShortClaim| ["vague", "exact"].contains(&short.bound.as_deref().unwrap_or_default());
        prop_assume!(!exact(&a) && !exact(&b));
        let plain = verdict(&a.claim(0).content, &b.claim(1).content).agreement;
        prop_assert_eq!(verdict(&scaled(&a).claim(0).content, &scaled(&b).claim(1).content).agreement, plain);
    }

    #[test]
    fn the_order_of_claims_changes_nothing(claims in any_claims(), lines in any_judgements(), seed in any::<u64>()) {
        let mut shuffled = claims.clone();
        shuffled.sort_by_key(|claim| (u64::from(claim.id.number()).wrapping_mul(seed | 1)).rotate_left(17));
        prop_assert_eq!(run(&claims, &lines, &[]), run(&shuffled, &lines, &[]));
    }

    #[test]
    fn every_accepted_claim_is_in_one_fact_and_leads_to_one_origin(claims in any_claims(), lines in any_judgements()) {
        let found = run(&claims, &lines, &[]);
        let mut in_facts: Vec<ClaimId> = found.facts.iter().flat_map(|fact| fact.claims.clone()).collect();
        in_facts.sort_unstable();
        let all: Vec<ClaimId> = claims.iter().map(|claim| claim.id).collect();
        prop_assert_eq!(&in_facts, &all);
        let mut in_origins: Vec<ClaimId> = found.origins.iter().flat_map(|origin| origin.claims.clone()).collect();
        in_origins.sort_unstable();
        prop_assert_eq!(&in_origins, &all);
        for fact in &found.facts {
            prop_assert!(fact.claims.contains(&fact.leading) && !fact.origins.is_empty() && !fact.adverse.contains(&fact.id));
        }
    }

    #[test]
    fn ids_stay_when_nothing_changes_and_when_a_join_is_revoked(claims in any_claims(), lines in any_judgements(), pair in (1u32..25, 1u32..25)) {
        let before = run(&claims, &lines, &[]);
        prop_assert_eq!(&run(&claims, &lines, &before.facts), &before);
        let mut joined_lines = lines.clone();
        joined_lines.push(format!("same C{} C{}", pair.0, pair.1));
        let joined = run(&claims, &joined_lines, &before.facts);
        // The file keeps facts that have gone, so their ids are theirs still.
        let mut history = joined.facts.clone();
        history.extend(before.facts.iter().filter(|fact| joined.facts.iter().all(|now| now.id != fact.id)).cloned());
        joined_lines.push(format!("revoke J{}", joined_lines.len()));
        let split = run(&claims, &joined_lines, &history);
        prop_assert_eq!(ids(&split.facts), ids(&before.facts));
    }

    #[test]
    fn what_was_set_apart_is_not_suggested(claims in any_claims(), lines in any_judgements()) {
        let apart: Vec<String> = lines.iter().map(|line| line.replace("same", "different")).collect();
        for suggestion in run(&claims, &apart, &[]).suggestions {
            for line in &apart {
                let named = suggestion.claims.iter().filter(|claim| line.split(' ').any(|word| word == claim.to_string())).count();
                prop_assert!(named < 2, "{line}: {:?}", suggestion.claims);
            }
        }
    }

    #[test]
    fn suggestions_never_hold_a_conflict(claims in any_claims(), lines in any_judgements()) {
        let found = run(&claims, &lines, &[]);
        let content = |id: &ClaimId| &claims.iter().find(|claim| claim.id == *id).unwrap().content;
        for suggestion in &found.suggestions {
            for (at, a) in suggestion.claims.iter().enumerate() {
                for b in &suggestion.claims[at + 1..] {
                    let verdict = verdict(content(a), content(b));
                    prop_assert!(!matches!(verdict.agreement, Agreement::Conflicting | Agreement::NotComparable), "{}: {}", suggestion.why, verdict.why);
                }
            }
        }
    }

    #[test]
    fn taking_every_suggestion_leaves_none_of_the_same(claims in any_claims()) {
        let before = run(&claims, &[], &[]);
        let lines: Vec<String> = before.suggestions.iter()
            .map(|suggestion| format!("same {}", suggestion.claims.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")))
            .collect();
        let after = run(&claims, &lines, &before.facts);
        for suggestion in &before.suggestions {
            prop_assert!(after.facts.iter().any(|fact| suggestion.claims.iter().all(|claim| fact.claims.contains(claim))));
            prop_assert!(!after.suggestions.contains(suggestion));
        }
    }

    #[test]
    fn one_more_report_of_the_same_letter_adds_no_origin_and_changes_no_fact(claims in any_claims(), short in any_figure()) {
        let letter = |source: u32| ShortClaim {
            source: Some(source),
            by: vec![format!("outlet: Outlet {source}"), "document: letter".into(), "party: Halden".into()],
            ..short.clone()
        };
        let mut all = claims;
        let next = all.len();
        all.push(letter(1).claim(next));
        all.push(letter(2).claim(next + 1));
        let join = [format!("same C{} C{}", next + 1, next + 2)];
        let before = run(&all, &join, &[]);
        all.push(letter(9).claim(next + 2));
        let join = [join[0].clone(), format!("same C{} C{}", next + 1, next + 3)];
        let after = run(&all, &join, &before.facts);
        prop_assert_eq!(before.origins.len(), after.origins.len());
        for (was, is) in before.facts.iter().zip(&after.facts) {
            let is = Fact { claims: was.claims.clone(), ..is.clone() };
            prop_assert_eq!(was, &is);
        }
    }

    #[test]
    fn a_near_copy_adds_no_origin_and_changes_no_fact(claims in any_claims(), source in 1u32..5, keep in any::<u32>(), turn in 0usize..4) {
        let mut all = claims;
        let before = run(&all, &[], &[]);
        let next = all.len();
        let copied: Vec<Claim> = all.iter().filter(|claim| claim.source.number() == source).cloned().collect();
        let mut join = Vec::new();
        for (at, mut copy) in copied.into_iter().enumerate().filter(|(at, _)| keep >> at & 1 == 1) {
            let id = ClaimId::new(u32::try_from(next + at + 1).unwrap());
            join.push(format!("same {} {id}", copy.id));
            copy.id = id;
            copy.source = dossier_model::SourceId::new(9);
            copy.content.speakers[0].name = "Outlet 9".into();
            all.push(copy);
        }
        let alike = [format!("S9 S{source} 82")];
        let after = run_alike(&all, &join, &before.facts, &alike, turn);
        prop_assert_eq!(before.origins.len(), after.origins.len());
        for (was, is) in before.facts.iter().zip(&after.facts) {
            let is = Fact { claims: was.claims.clone(), ..is.clone() };
            prop_assert_eq!(was, &is);
        }
    }

    #[test]
    fn a_first_hand_report_of_somebody_else_is_one_origin_more(claims in any_claims(), short in any_figure(), alike in any_likenesses()) {
        let by = |source: u32, party: &str| ShortClaim {
            source: Some(source), by: vec![format!("outlet: Outlet {source}"), format!("party: {party}")], ..short.clone()
        };
        let mut all = claims;
        let next = all.len();
        all.push(by(1, "Halden").claim(next));
        let before = run_alike(&all, &[], &[], &alike, 0);
        all.push(by(7, "Office of Trade Security").claim(next + 1));
        let join = [format!("same C{} C{}", next + 1, next + 2)];
        let after = run_alike(&all, &join, &before.facts, &alike, 0);
        let of = |found: &Reconciled| found.facts.iter().find(|fact| fact.claims.contains(&ClaimId::new(u32::try_from(next + 1).unwrap()))).unwrap().origins.len();
        prop_assert_eq!((of(&before), of(&after)), (1, 2));
        prop_assert!(after.origins.iter().any(|origin| origin.name == "Office of Trade Security"));
    }

    #[test]
    fn the_order_of_claims_sources_and_likenesses_changes_no_origin(claims in any_claims(), alike in any_likenesses(), seed in any::<u64>(), turn in 0usize..9) {
        let mut shuffled = claims.clone();
        shuffled.sort_by_key(|claim| (u64::from(claim.id.number()).wrapping_mul(seed | 1)).rotate_left(17));
        let (as_given, turned) = (run_alike(&claims, &[], &[], &alike, 0), run_alike(&shuffled, &[], &[], &alike, turn));
        prop_assert_eq!(as_given, turned);
    }

    #[test]
    fn no_origin_is_called_by_a_word_that_names_nobody(claims in any_claims(), alike in any_likenesses()) {
        for origin in run_alike(&claims, &[], &[], &alike, 0).origins {
            prop_assert!(!["the company", "company", "lab", "it"].contains(&origin.name.to_lowercase().as_str()), "{}", origin.name);
        }
    }

    #[test]
    fn joining_and_parting_names_changes_no_group_of_claims_and_revoking_it_brings_back_everything(
        claims in any_named_claims(), lines in any_judgements(), parties in any_parties(),
    ) {
        let before = run(&claims, &lines, &[]);
        let mut all = lines.clone();
        all.extend(parties.iter().cloned());
        let judged = run(&claims, &all, &before.facts);
        prop_assert_eq!(ids(&judged.facts), ids(&before.facts));
        prop_assert_eq!(&run(&claims, &all, &judged.facts), &judged);
        let revoked: Vec<String> = (lines.len() + 1..=all.len()).map(|number| format!("J{number}")).collect();
        all.push(format!("revoke {}", revoked.join(" ")));
        prop_assert_eq!(&run(&claims, &all, &judged.facts), &before);
    }

    #[test]
    fn the_order_of_claims_changes_no_party(claims in any_named_claims(), lines in any_parties(), seed in any::<u64>()) {
        let mut shuffled = claims.clone();
        shuffled.sort_by_key(|claim| (u64::from(claim.id.number()).wrapping_mul(seed | 1)).rotate_left(17));
        prop_assert_eq!(run(&claims, &lines, &[]), run(&shuffled, &lines, &[]));
    }

    #[test]
    fn every_name_has_one_party_and_what_is_suggested_is_apart_yet(claims in any_named_claims(), lines in any_parties()) {
        let found = run(&claims, &lines, &[]);
        let mut names: Vec<&String> = found.parties.iter().flat_map(|party| &party.names).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        prop_assert_eq!(names.len(), count);
        let party = |name: &String| found.parties.iter().position(|party| party.names.contains(name));
        for suggestion in &found.party_suggestions {
            let parties: std::collections::BTreeSet<_> = suggestion.names.iter().map(party).collect();
            prop_assert!(parties.len() == suggestion.names.len() && !parties.contains(&None), "{}", suggestion.why);
            prop_assert!(dossier_model::Party::related(&found.parties, &suggestion.names).is_none(), "{}", suggestion.why);
        }
        let written = format!("{found:?}");
        prop_assert!(!written.contains("fdd0") && !written.contains('\u{fdd0}'), "a mark stayed");
    }

    #[test]
    fn of_two_names_joined_or_set_apart_at_the_last_the_judgement_holds(
        claims in any_named_claims(), lines in any_parties(), pair in prop::sample::subsequence(NAMES.to_vec(), 2),
    ) {
        let owned = pair.iter().any(|name| name.contains("' ")) && pair.iter().any(|name| name.starts_with("Meridian Works") && !name.contains("' "));
        let party = |found: &Reconciled, name: &str| found.parties.iter().position(|party| party.names.iter().any(|one| one == name));
        for (verb, one) in [("same-party", true), ("different-party", false)] {
            let mut lines = lines.clone();
            lines.push(format!("{verb} {}", pair.join(" | ")));
            let found = run(&claims, &lines, &[]);
            if let (Some(a), Some(b)) = (party(&found, pair[0]), party(&found, pair[1])) && !(one && owned) {
                prop_assert_eq!(a == b, one);
                // Each name is an origin's only with the names of its own party.
                let origin = |name: &str| {
                    let claim = claims.iter().find(|claim| claim.content.speakers.last().is_some_and(|last| last.name == name))?;
                    found.origins.iter().position(|origin| origin.claims.contains(&claim.id))
                };
                if let (Some(a), Some(b)) = (origin(pair[0]), origin(pair[1])) {
                    prop_assert_eq!(a == b, one, "{:?}", pair);
                }
            }
        }
    }
}
