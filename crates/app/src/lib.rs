//! Use cases: one function for each thing a person does with a dossier, the same for command line, window and tools.
//!
//! This is where the rooms meet: it opens files, reads the clock, runs transactions and hands values from one room to the next. It
//! prints nothing and knows no command line and no window. Every change goes through the store's one door.

mod account;
mod actor;
mod charts;
mod claim_draft;
mod columns;
mod computed;
mod details;
mod dossier;
mod drafts;
mod enter;
mod error;
mod error_code;
mod evidence;
mod export;
mod files;
mod gather;
mod import;
mod judge;
mod keep;
mod kept;
mod list;
mod measures;
mod office;
mod pack_plan;
mod packs;
mod page;
mod proof;
mod propose;
mod rows;
mod settle;
mod specimen;
mod undo;
mod unsettled;
mod verdict;
mod versions;
mod words;

pub use account::account;
pub use actor::Actor;
pub use charts::{ChartFilter, ChartKind, ChartView, RegionRow, chart, chart_view, draw};
pub use claim_draft::{CLAIMS_SCHEMA, ClaimDraft, DraftFault, DraftQuote};
pub use columns::{ColumnRow, ColumnsSaid, TableRow, columns, set_columns};
pub use computed::{ComputationRow, computations};
pub use details::{ConflictDetail, FactDetail, Reading, claims_named, conflict_details, fact, reading};
pub use dossier::Dossier;
pub use drafts::{DraftOrder, DraftRow, check, draft, draft_named, drafts, publish, reminders_for, save};
pub use enter::{EnteredRow, add, check_claim, edit, merge, split};
pub use error::{AppError, ErrorClass};
pub use error_code::ErrorCode;
pub use export::export;
pub use files::read_text;
pub use import::{Input, Jobs, Progress, Reader, become_tesseract, import, serve_as_reader};
pub use judge::{Accepted, accept, accept_all, accept_kind, accept_unread, judgements, reject, set_metadata};
pub use keep::{Purged, backup, purge};
pub use list::{
    Overview, claims, conflicts, facts, ledger, origins, overview, parties, search, source, sources, suggestions, text,
};
pub use measures::{ElementRow, MeasureRow, measures};
pub use office::{CanRow, RecipientRow, put_office, recipients, set_directory, set_office};
pub use pack_plan::{PackPlanRow, pack_plan};
pub use packs::{PackRow, pack, verify};
pub use page::{Original, PlacedSpan, draw_page, original, write_page};
pub use proof::{Proof, proof, sentence};
pub use propose::{ProposedRow, propose, propose_text};
pub use rows::{
    ClaimRow, ConflictRow, FactRow, ImportRow, ImportState, JudgedRow, JudgementRow, LedgerRow, OriginRow, PartyRow, SearchRow,
    SourceRow, SuggestionRow, VerifyProblem, VerifyReport, WrittenRow,
};
pub use specimen::{SPECIMEN_MARK, SPECIMEN_TITLE, is_specimen, make_specimen, write_specimen};
pub use undo::{Undone, undo};
pub use verdict::{Verdict, judge};
pub use versions::{Change, ChangeKind, Difference, SimilarRow, difference, similar};

pub use dossier_documents::{Draft, DraftKind, Finding, Sentence, Severity};
pub use dossier_measures::Recipient;
pub use dossier_model::{
    Bound, ClaimId, ClaimKind, Column, ColumnMeaning, FactId, Hedge, MeasureId, MetadataField, Nexus, Office, RecipientId,
    SourceId,
};
