//! Who sends and who receives: the office and the directory of recipients.

use crate::files::read_text;
use crate::{Actor, AppError, Dossier};
use dossier_measures::{Directory, Recipient, asked_for};
use dossier_model::{MeasureId, Office, RecipientId};
use serde::Serialize;
use serde_json::Value;
use std::path::Path;

/// Sets the office from a JSON file.
pub fn set_office(dossier: &mut Dossier, from: &Path, actor: &Actor) -> Result<Office, AppError> {
    let office = serde_json::from_str(&read_text(from)?).map_err(|error| AppError::Unreadable {
        path: from.to_owned(),
        why: format!(
            "it is not an office: {error}; the fields are name, address, letterhead, signatory, signatory_title, contact"
        ),
    })?;
    put_office(dossier, &office, actor)?;
    Ok(office)
}

/// Sets the office.
pub fn put_office(dossier: &mut Dossier, office: &Office, actor: &Actor) -> Result<(), AppError> {
    let json = serde_json::to_string(office).map_err(|error| AppError::Internal(error.to_string()))?;
    dossier.store.edit(actor.name(), &actor.stamp(), "office", |tx| Ok::<_, AppError>(tx.put_office(&json)?))?;
    Ok(())
}

/// One recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RecipientRow {
    /// Its id.
    pub id: RecipientId,
    /// What to call it in a list.
    pub name: String,
    /// What to call it in a sentence.
    pub office: String,
    /// The day on which the entry was known to hold.
    pub as_of: String,
    /// The measures that it can do something about.
    pub powers: Vec<MeasureId>,
    /// What a letter would ask it to do about each of them.
    pub can: Vec<CanRow>,
    /// Of them those that accepted claims ask for: what a letter to it asks for where nobody chooses.
    pub asked: Vec<MeasureId>,
    /// The inside address, a line each, an empty line between two addressees.
    pub address: Vec<String>,
    /// The whole entry, as a directory has it.
    pub entry: Recipient,
}

/// What a recipient can do about a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CanRow {
    /// The measure.
    pub measure: MeasureId,
    /// The request, to follow "We ask".
    pub words: String,
}

/// The recipients.
pub fn recipients(dossier: &Dossier) -> Result<Vec<RecipientRow>, AppError> {
    let asked = asked_for(&*dossier.case_without_texts()?, &dossier.catalogue());
    let row = |entry: &Recipient| RecipientRow {
        id: entry.id.clone(),
        name: entry.name.clone(),
        office: entry.office.clone(),
        as_of: entry.as_of.to_string(),
        powers: entry.powers.iter().map(|power| power.measure.clone()).collect(),
        can: entry.powers.iter().map(|power| CanRow { measure: power.measure.clone(), words: power.ask.clone() }).collect(),
        asked: asked.iter().filter(|id| entry.power(id).is_some()).cloned().collect(),
        address: entry.address_blocks().join(&String::new()),
        entry: entry.clone(),
    };
    Ok(dossier.directory()?.recipients().iter().map(row).collect())
}

/// Replaces the directory of recipients from a JSON file: a list of entries, or the rows that [`recipients`] gives, edited.
pub fn set_directory(dossier: &mut Dossier, from: &Path, actor: &Actor) -> Result<Vec<RecipientRow>, AppError> {
    let unreadable = |why: String| AppError::Unreadable { path: from.to_owned(), why };
    let mut entries: Value =
        serde_json::from_str(&read_text(from)?).map_err(|error| unreadable(format!("it is not JSON: {error}")))?;
    for entry in entries.as_array_mut().into_iter().flatten() {
        if let Some(inner) = entry.get_mut("entry") {
            *entry = inner.take();
        }
    }
    let json = entries.to_string();
    Directory::from_json(&json).map_err(|error| unreadable(error.to_string()))?;
    dossier.store.edit(actor.name(), &actor.stamp(), "recipients", |tx| {
        tx.put_directory(&json)?;
        Ok::<_, AppError>(())
    })?;
    recipients(dossier)
}
