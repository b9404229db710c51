//! Who sends and who receives: the office and the directory of recipients.

use crate::files::read_text;
use crate::judge::settle;
use crate::{Actor, AppError, Dossier};
use dossier_measures::{Directory, Recipient};
use dossier_model::Office;
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
    dossier.store.edit(actor.name(), &actor.stamp(), "office", |tx| {
        tx.put_office(&json)?;
        settle(tx)?;
        Ok::<_, AppError>(())
    })?;
    Ok(())
}

/// The recipients.
pub fn recipients(dossier: &Dossier) -> Result<Vec<Recipient>, AppError> {
    Ok(dossier.directory()?.recipients().to_vec())
}

/// Replaces the directory of recipients from a JSON file.
pub fn set_directory(dossier: &mut Dossier, from: &Path, actor: &Actor) -> Result<Vec<Recipient>, AppError> {
    let json = read_text(from)?;
    let directory =
        Directory::from_json(&json).map_err(|error| AppError::Unreadable { path: from.to_owned(), why: error.to_string() })?;
    dossier.store.edit(actor.name(), &actor.stamp(), "recipients", |tx| {
        tx.put_directory(&json)?;
        Ok::<_, AppError>(())
    })?;
    Ok(directory.recipients().to_vec())
}
