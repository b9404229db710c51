//! What holds of the claims of any bundle, well formed or not.

use super::{bundle, claims_of};
use crate::{About, propose};
use dossier_model::{Content, MarkKind};
use proptest::prelude::*;

/// Every quote is verbatim, and lies within the place of one value or one relationship.
pub(super) fn quotes_hold(read: &dossier_intake::Read, claims: &[Content]) -> Result<(), TestCaseError> {
    let index = dossier_model::TextIndex::new(&read.text);
    for claim in claims {
        for quote in &claim.quotes {
            prop_assert!(quote.check(&index).is_ok(), "{:?}", claim);
            let at = |holds: &dyn Fn(&str, dossier_model::Span) -> bool| {
                let pointers = read.marks.iter().filter(|mark| mark.kind == MarkKind::Pointer);
                pointers.into_iter().any(|mark| holds(mark.label.as_deref().unwrap_or(""), mark.span))
            };
            // A value has a name behind its record's number.
            let is_value = |pointer: &str| {
                pointer.split('/').next_back().is_some_and(|name| name.parse::<u32>().is_err() && name != "Event")
                    || pointer.contains("/aliases/")
                    || pointer.contains("/external_id/")
            };
            let in_value = at(&|pointer, span| is_value(pointer) && span.contains(quote.span()));
            let sentence = at(&|pointer, span| pointer.ends_with("/source_ref") && span.start == quote.start)
                && at(&|pointer, span| pointer.ends_with("/target_ref") && span.end == quote.end);
            prop_assert!(in_value || sentence, "{:?}", claim);
        }
        prop_assert!(!claim.subject.trim().is_empty(), "{:?}", claim);
    }
    Ok(())
}

/// Objects that a bundle can hold, with all that ties them left to chance.
fn any_object() -> impl Strategy<Value = String> {
    const KINDS: &[&str] = &[
        "campaign",
        "threat-actor",
        "identity",
        "attack-pattern",
        "course-of-action",
        "observed-data",
        "report",
        "sighting",
        "note",
        "opinion",
        "relationship",
        "tool",
    ];
    const FIELDS: &[&str] = &[
        r#""name": "Halden""#,
        r#""name": " ""#,
        r#""name": "Grey Lantern""#,
        r#""description": "Nearly 9,000 accounts copied Corvid.\n\nHalden accused Meridian Works.""#,
        r#""first_seen": "2026-04-22T00:00:00Z""#,
        r#""last_seen": "2025-04-22T00:00:00Z""#,
        r#""published": "soon""#,
        r#""number_observed": 30"#,
        r#""count": 99999999999999999999999999"#,
        r#""confidence": 12"#,
        r#""confidence": "high""#,
        r#""content": "F1: accounts below 9000 (alleged; 2 independent origin(s))""#,
        r#""opinion": "agree""#,
        r#""external_references": [{"external_id": "AML.T0024.002"}, {"external_id": ""}, 3]"#,
        r#""relationship_type": "attributed-to""#,
        r#""relationship_type": "targets""#,
        r#""relationship_type": "uses""#,
        r#""source_ref": "id--1""#,
        r#""source_ref": "id--2""#,
        r#""target_ref": "id--2""#,
        r#""target_ref": "id--3""#,
        r#""created_by_ref": "id--3""#,
        r#""object_refs": ["id--1", "id--1", 3]"#,
        r#""revoked": true"#,
        r#""roles": ["victim"]"#,
        r#""sighting_of_ref": "id--1""#,
    ];
    let fields = proptest::sample::subsequence(FIELDS, 0..14);
    (proptest::sample::select(KINDS), 0u8..5, fields).prop_map(|(kind, id, fields)| {
        format!(
            r#"{{"type": "{kind}", "id": "id--{id}"{}}}"#,
            fields.iter().map(|field| format!(", {field}")).collect::<String>()
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bundle_gives_quotes_within_their_values(objects in proptest::collection::vec(any_object(), 0..8)) {
        let source = bundle(&objects.join(", "));
        let (read, claims) = claims_of(&source);
        quotes_hold(&read, &claims)?;
        prop_assert!(claims.windows(2).all(|two| two[0].quotes.first().start <= two[1].quotes.first().start), "out of order");
        prop_assert_eq!(claims_of(&source).1, claims);
    }

    #[test]
    fn marks_that_lie_outside_are_no_harm_to_records(
        spans in proptest::collection::vec((0u32..60, 0u32..60), 0..12),
        labels in proptest::collection::vec(proptest::sample::select(vec![
            "/objects/0", "/objects/0/type", "/objects/0/name", "/objects/0/description", "/objects/0/source_ref", "/objects/0/target_ref",
            "/objects/0/relationship_type", "/objects/x", "/Event", "/Event/info", "/Event/Attribute/0", "/Event/Attribute/0/value", "", "é/",
        ]), 12),
    ) {
        let text = "Campaign: Halden attributed-to Grey Lantern 2026-04-22 é";
        let marks: Vec<_> = spans.iter().zip(labels).map(|((start, length), label)| dossier_model::Mark {
            span: dossier_model::Span::new(*start, start + length), kind: MarkKind::Pointer, label: Some(label.to_owned()),
        }).collect();
        let index = dossier_model::TextIndex::new(text);
        for claim in propose(text, &marks, &About::default()) {
            prop_assert!(claim.quotes.iter().all(|quote| quote.check(&index).is_ok()));
        }
    }
}
