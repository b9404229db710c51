//! The catalogue of measures, shipped as data.

use crate::entry::{Entry, repeated};
use crate::phrase::Phrase;
use crate::{Fault, Measure, MeasuresError, Pattern};
use dossier_model::MeasureId;
use serde::Deserialize;
use serde_json::Value;
use std::sync::LazyLock;

const SHIPPED: &str = include_str!("../data/measures.json");
const WHAT: &str = "catalogue";

/// The measures that letters can ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    measures: Vec<Measure>,
}

/// What the catalogue says of all measures alike.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Common {
    /// What undercuts any point about conduct: what the accused answers, and that nobody has verified it.
    pub(crate) undercuts_conduct: Vec<Pattern>,
    /// How an official body is recognised by its name.
    pub(crate) official: Official,
}

/// Words in the names of official bodies.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Official {
    pub(crate) words: Vec<Phrase>,
    pub(crate) without: Vec<Phrase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outer {
    common: Common,
    measures: Vec<Value>,
}

impl Catalogue {
    /// The catalogue that comes with Dossier.
    pub fn shipped() -> Self {
        shipped().0.clone()
    }

    /// All measures, in the catalogue's order.
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// The measure with this id.
    pub fn measure(&self, id: &MeasureId) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == *id)
    }
}

/// What the shipped catalogue says of all measures alike.
pub(crate) fn common() -> &'static Common {
    &shipped().1
}

#[expect(clippy::expect_used, reason = "the data is compiled in, and a test reads it")]
fn shipped() -> &'static (Catalogue, Common) {
    static READ: LazyLock<(Catalogue, Common)> = LazyLock::new(|| from_json(SHIPPED).expect("the shipped catalogue is valid"));
    &READ
}

fn from_json(json: &str) -> Result<(Catalogue, Common), MeasuresError> {
    let outer: Outer =
        serde_json::from_str(json).map_err(|error| MeasuresError::NotJson { what: WHAT, why: error.to_string() })?;
    let mut faults = Vec::new();
    let mut measures: Vec<Measure> = Vec::new();
    for (at, value) in (1..).zip(&outer.measures) {
        match Entry::new(format!("measure {at}"), value) {
            Ok(mut entry) => {
                measures.extend(crate::measure::read(&mut entry));
                faults.extend(entry.finish());
            }
            Err(fault) => faults.push(fault),
        }
    }
    if let Some(id) = repeated(measures.iter().map(|measure| measure.id.as_str())) {
        faults.push(Fault { entry: id.to_owned(), field: "id".into(), why: "stands twice; each measure has its own id".into() });
    }
    if faults.is_empty() { Ok((Catalogue { measures }, outer.common)) } else { Err(MeasuresError::Faulty { what: WHAT, faults }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: impl FnOnce(&mut Value), expected: &str) {
        let mut data: Value = serde_json::from_str(SHIPPED).unwrap();
        change(&mut data);
        let told = from_json(&data.to_string()).unwrap_err().to_string();
        assert!(told.contains(expected), "{told}\ndoes not say\n{expected}");
    }

    #[test]
    fn faults_name_the_entry_and_the_field() {
        check(|data| data["measures"][1]["status"]["as_of"] = "soon".into(), "hr8283, `status`: ");
        check(
            |data| data["measures"][1]["elements"][3]["id"] = "hr8283.E9".into(),
            "hr8283, `elements[3].id`: `hr8283.E9` should be `hr8283.E4`",
        );
        check(
            |data| data["measures"][0]["elements"][0]["needs"][0]["facts"][0]["kinds"] = serde_json::json!([]),
            "ndaa-sanctions, `elements[0].needs[0].facts`: has a pattern without `kinds`",
        );
        check(
            |data| data["measures"][0]["elements"][0]["needs"][0]["facts"][0]["kind"] = "count".into(),
            "ndaa-sanctions, `elements[0].needs[0].facts`: unknown field `kind`",
        );
        check(
            |data| data["measures"][0]["elements"][0]["needs"][0]["facts"][0]["kinds"] = serde_json::json!(["counts"]),
            "`elements[0].needs[0].facts`: unknown variant `counts`",
        );
        check(
            |data| data["measures"][0]["elements"][0]["needs"][0]["shows"] = "that it is so.".into(),
            "`elements[0].needs[0].shows`: has to follow",
        );
        check(
            |data| data["measures"][0]["elements"][0]["needs"] = serde_json::json!([]),
            "ndaa-sanctions, `elements[0].needs`: has no point",
        );
        check(
            |data| data["measures"][2]["recognised_by"] = serde_json::json!(["*"]),
            "chip-controls, `recognised_by`: `*` is not a phrase",
        );
        check(|data| data["measures"][2]["colour"] = "red".into(), "chip-controls, `colour`: is not a field of this entry");
        check(|data| data["measures"][2]["id"] = "hr8283".into(), "hr8283, `id`: stands twice");
        check(|data| data["measures"][4]["short_name"] = " ".into(), "ostp-memo, `short_name`: has no words");
        check(|data| data["measures"][4] = 4.into(), "measure 5, `entry`: is not an object");
    }

    #[test]
    fn only_a_named_person_verifies_against_a_named_text() {
        let verified = |by: Value| serde_json::json!({ "state": "verified", "by": by, "against": "the bill" });
        check(|data| data["measures"][0]["verification"] = verified(Value::Null), "is `verified` without `by` and `against`");
        let named = serde_json::json!({ "state": "unverified", "by": "A. Reader", "against": null });
        check(
            |data| data["measures"][0]["elements"][1]["verification"] = named,
            "`elements[1].verification`: is `unverified` but names somebody",
        );
        let mut data: Value = serde_json::from_str(SHIPPED).unwrap();
        data["measures"][0]["verification"] = verified("A. Reader".into());
        let (catalogue, _) = from_json(&data.to_string()).unwrap();
        assert_eq!(catalogue.measures[0].verification.in_words(), "checked by A. Reader against the bill");
    }

    #[test]
    fn json_that_breaks_off_is_refused() {
        assert!(
            from_json(&SHIPPED[..400]).unwrap_err().to_string().starts_with("the catalogue is not JSON of the expected form: ")
        );
    }
}
