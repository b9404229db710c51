//! The directory of recipients: shipped, and replaced by a person's own where names and posts have changed.

use crate::entry::{Entry, repeated};
use crate::{Addressee, Catalogue, Fault, Measure, MeasuresError, Power, Recipient};
use dossier_model::RecipientId;
use serde_json::Value;

const SHIPPED: &str = include_str!("../data/recipients.json");
const WHAT: &str = "directory";

/// The recipients that letters can be addressed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directory {
    recipients: Vec<Recipient>,
}

/// What `recipient` can do about `measure`; `None` where it is the wrong venue.
pub fn venue<'a>(recipient: &'a Recipient, measure: &Measure) -> Option<&'a Power> {
    recipient.power(&measure.id)
}

impl Directory {
    /// The directory that comes with Dossier.
    #[expect(clippy::expect_used, reason = "the data is compiled in, and a test reads it")]
    pub fn shipped() -> Self {
        Self::from_json(SHIPPED).expect("the shipped directory is valid")
    }

    /// A directory from JSON of the form that [`Directory::to_json`] writes. All that is wrong is told at once.
    pub fn from_json(json: &str) -> Result<Self, MeasuresError> {
        let entries: Vec<Value> =
            serde_json::from_str(json).map_err(|error| MeasuresError::NotJson { what: WHAT, why: error.to_string() })?;
        let catalogue = Catalogue::shipped();
        let mut faults = Vec::new();
        let mut recipients = Vec::new();
        for (at, value) in (1..).zip(&entries) {
            match Entry::new(format!("entry {at}"), value) {
                Ok(mut entry) => {
                    recipients.extend(read(&mut entry, &catalogue));
                    faults.extend(entry.finish());
                }
                Err(fault) => faults.push(fault),
            }
        }
        if entries.is_empty() {
            let why = "the directory has no recipient: a letter has to go to somebody".to_owned();
            faults.push(Fault { entry: WHAT.into(), field: "entries".into(), why });
        }
        if let Some(id) = repeated(recipients.iter().map(|recipient: &Recipient| recipient.id.as_str())) {
            faults.push(Fault {
                entry: id.to_owned(),
                field: "id".into(),
                why: "stands twice; each recipient has its own id".into(),
            });
        }
        if faults.is_empty() { Ok(Self { recipients }) } else { Err(MeasuresError::Faulty { what: WHAT, faults }) }
    }

    /// The directory as JSON to edit and read again.
    pub fn to_json(&self) -> String {
        // A list of structs of texts always has a JSON form.
        serde_json::to_string_pretty(&self.recipients).map(|json| json + "\n").unwrap_or_default()
    }

    /// All recipients, in the directory's order.
    pub fn recipients(&self) -> &[Recipient] {
        &self.recipients
    }

    /// The recipient with this id.
    pub fn recipient(&self, id: &RecipientId) -> Option<&Recipient> {
        self.recipients.iter().find(|recipient| recipient.id == *id)
    }
}

fn read(entry: &mut Entry<'_>, catalogue: &Catalogue) -> Option<Recipient> {
    let id = entry.required("id");
    let (name, office, as_of, source) = (entry.text("name"), entry.text("office"), entry.required("as_of"), entry.text("source"));
    let addressees = entry.list("addressees", addressee);
    if addressees.is_empty() {
        entry.fault("addressees", "names nobody: give one addressee at least");
    }
    let delivery = entry.text("delivery");
    let cc = entry.optional("cc").unwrap_or_default();
    let mut powers: Vec<Power> = entry.list("powers", |inner| power(inner, catalogue));
    if let Some(twice) = repeated(powers.iter().map(|power| power.measure.as_str())) {
        let why = format!("names `{twice}` twice; a recipient has one power for each measure");
        entry.fault("powers", why);
    }
    powers.sort_by_key(|power| catalogue.measures().iter().position(|measure| measure.id == power.measure));
    Some(Recipient {
        id: id?,
        name: name?,
        office: office?,
        as_of: as_of?,
        source: source?,
        addressees,
        delivery: delivery?,
        cc,
        powers,
    })
}

fn addressee(entry: &mut Entry<'_>) -> Option<Addressee> {
    let (honorific, name) = (entry.optional("honorific").flatten(), entry.optional("name").flatten());
    let (office, address): (Option<Vec<String>>, Option<Vec<String>>) = (entry.required("office"), entry.required("address"));
    for (field, lines) in [("office", &office), ("address", &address)] {
        if lines.as_ref().is_some_and(|lines| lines.is_empty() || lines.iter().any(|line| line.trim().is_empty())) {
            entry.fault(field, "needs one line at least, and no empty ones");
        }
    }
    Some(Addressee { honorific, name, office: office?, address: address?, salutation: entry.text("salutation")? })
}

fn power(entry: &mut Entry<'_>, catalogue: &Catalogue) -> Option<Power> {
    let (measure, role, ask) = (entry.required("measure"), entry.required("role"), entry.text("ask"));
    if let Some(measure) = &measure
        && catalogue.measure(measure).is_none()
    {
        let known: Vec<&str> = catalogue.measures().iter().map(|known| known.id.as_str()).collect();
        entry.fault("measure", format!("`{measure}` is not in the catalogue, which has {}", known.join(", ")));
    }
    if ask.as_ref().is_some_and(|ask| !ask.starts_with("that ")) {
        entry.fault("ask", "has to follow “We ask”: begin with “that”, as in “that the Committee consider ...”");
    }
    Some(Power { measure: measure?, role: role?, ask: ask? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: impl FnOnce(&mut Value), expected: &str) {
        let mut data: Value = serde_json::from_str(SHIPPED).unwrap();
        change(&mut data);
        let told = Directory::from_json(&data.to_string()).unwrap_err().to_string();
        assert!(told.contains(expected), "{told}\ndoes not say\n{expected}");
    }

    #[test]
    fn a_directory_is_read_as_it_was_written() {
        let shipped = Directory::shipped();
        assert_eq!(Directory::from_json(&shipped.to_json()).unwrap(), shipped);
        assert_eq!(Directory::from_json(&shipped.to_json()).unwrap().to_json(), shipped.to_json());
    }

    #[test]
    fn faults_name_the_entry_and_the_field() {
        check(|data| data[1]["as_of"] = "November".into(), "ostp, `as_of`: ");
        check(
            |data| data[1]["powers"][0]["measure"] = "hr8823".into(),
            "ostp, `powers[0].measure`: `hr8823` is not in the catalogue, which has ndaa-sanctions, hr8283,",
        );
        check(|data| data[1]["powers"][0]["role"] = "decide".into(), "ostp, `powers[0].role`: unknown variant `decide`");
        check(|data| data[1]["powers"][0]["ask"] = "Please act.".into(), "ostp, `powers[0].ask`: has to follow “We ask”");
        check(|data| data[2]["powers"][1]["measure"] = "hr8283".into(), "bis, `powers`: names `hr8283` twice");
        check(|data| data[0]["addressees"] = serde_json::json!([]), "senate-banking, `addressees`: names nobody");
        check(
            |data| data[0]["addressees"][1]["address"] = serde_json::json!([""]),
            "senate-banking, `addressees[1].address`: needs one line",
        );
        check(|data| data[0]["addressees"][1]["phone"] = "1".into(), "senate-banking, `addressees[1].phone`: is not a field");
        check(|data| data[3]["id"] = "white house".into(), "white house, `id`: `white house` is not an id");
        check(|data| data[3]["id"] = "bis".into(), "bis, `id`: stands twice");
        check(|data| *data = serde_json::json!([]), "has no recipient");
        check(|data| *data = serde_json::json!({ "recipients": [] }), "the directory is not JSON of the expected form");
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let mut data: Value = serde_json::from_str(SHIPPED).unwrap();
        data[0]["name"] = Value::Null;
        data[3]["delivery"] = "".into();
        let told = Directory::from_json(&data.to_string()).unwrap_err().to_string();
        assert_eq!(told.lines().count(), 3, "{told}");
        assert!(told.starts_with("the directory has 2 things to correct:"), "{told}");
    }
}
