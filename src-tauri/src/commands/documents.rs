//! Drafts: made, saved, looked at, published.

use crate::shell::{Shell, away};
use crate::trouble::{Answer, Trouble};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dossier_app::{
    AppError, Draft, DraftKind, DraftOrder, DraftRow, FactId, Finding, MeasureId, RecipientId, Sentence, WrittenRow,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tauri::State;

type Held<'a> = State<'a, Arc<Shell>>;

/// What a new document is to be.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub(crate) struct NewDraft {
    /// Its name in the dossier.
    name: String,
    /// Its kind.
    kind: DraftKind,
    /// To whom.
    to: RecipientId,
    /// Its own date, `2026-11-21`; today where it is left out.
    date: Option<String>,
    /// The measures to ask for; those that accepted claims ask for where there are none.
    measures: Vec<MeasureId>,
}

/// What a draft looks like and lacks, saved or not.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub(crate) struct ProofRow {
    /// What its pages are asked for with.
    ticket: u32,
    /// How many pages it takes; none where it cannot be set.
    pages: u32,
    /// How wide a page is, in points.
    #[specta(type = u32)]
    width: f64,
    /// How high a page is, in points.
    #[specta(type = u32)]
    height: f64,
    /// What the checker finds.
    findings: Vec<Finding>,
    /// What a person should know of how it was set.
    remarks: Vec<String>,
    /// What counsel would remind of.
    reminders: Vec<String>,
    /// The place of each sentence, in the order subject, blocks, annex: the places that findings name.
    places: Vec<String>,
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn drafts(shell: Held<'_>, dossier: u32) -> Answer<Vec<DraftRow>> {
    shell.read(dossier, dossier_app::drafts).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn draft(shell: Held<'_>, dossier: u32, name: String) -> Answer<Draft> {
    shell.read(dossier, move |dossier| dossier_app::draft_named(dossier, &name)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn new_draft(shell: Held<'_>, dossier: u32, order: NewDraft) -> Answer<Draft> {
    let NewDraft { name, kind, to, date, measures } = order;
    let read =
        |date: String| date.parse().map_err(|_| AppError::Usage(format!("`{date}` is not a date: write it as in 2026-11-21")));
    let order = DraftOrder { name, kind, to, date: date.map(read).transpose()?, measures, from: None };
    shell.change(dossier, move |dossier, actor| dossier_app::draft(dossier, &order, actor)).await
}

/// Keeps a draft as a new version, and gives its number.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_draft(shell: Held<'_>, dossier: u32, draft: Draft) -> Answer<u32> {
    shell.change(dossier, move |dossier, actor| dossier_app::save(dossier, &draft, actor)).await
}

/// Checks and sets a draft, saved or not.
#[tauri::command]
#[specta::specta]
pub(crate) async fn proof(shell: Held<'_>, dossier: u32, draft: Draft) -> Answer<ProofRow> {
    let open = shell.dossier(dossier)?;
    away(move || {
        let proof = open.read(|dossier| dossier_app::proof(dossier, &draft))?;
        let (ticket, proof) = open.keep_proof(proof);
        let (width, height) = proof.page_size_pt();
        Ok(ProofRow {
            ticket,
            pages: u32::try_from(proof.pages()).unwrap_or(u32::MAX),
            width,
            height,
            findings: proof.findings.clone(),
            remarks: proof.remarks.clone(),
            reminders: proof.reminders.clone(),
            places: proof.places.clone(),
        })
    })
    .await
}

/// Page `page` of a proof, counted from 1, as the address of a PNG of `scale` pixels per point.
#[tauri::command]
#[specta::specta]
pub(crate) async fn page(shell: Held<'_>, dossier: u32, ticket: u32, page: u32, scale: f32) -> Answer<String> {
    let open = shell.dossier(dossier)?;
    away(move || {
        let proof = open.proof(ticket).ok_or_else(|| Trouble::gone("the document has changed since: look at it again"))?;
        let png = proof.png(usize::try_from(page).unwrap_or(usize::MAX), scale)?;
        Ok(format!("data:image/png;base64,{}", STANDARD.encode(png)))
    })
    .await
}

/// How a letter would say a fact.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sentence(shell: Held<'_>, dossier: u32, fact: FactId) -> Answer<Sentence> {
    shell.read(dossier, move |dossier| dossier_app::sentence(dossier, fact)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn publish(shell: Held<'_>, dossier: u32, name: String, pick: u32, sign: bool) -> Answer<WrittenRow> {
    let out = shell.picks.write(pick)?;
    shell.change(dossier, move |dossier, actor| dossier_app::publish(dossier, &name, &out, sign, actor)).await
}
