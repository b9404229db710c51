//! What the pages may ask for. A command converts, calls one function of `app`, and gives back its row.

mod acts;
mod charts;
mod documents;
mod file;
mod import;
mod law;
mod lists;
mod packs;
mod shell;

use tauri_specta::{Builder, ErrorHandlingMode, collect_commands, collect_events};

use crate::events::{Changed, Dropped, Hovering, Leaving, MenuChosen};

/// Every command and every event, with the types that the pages see.
pub(crate) fn builder<R: tauri::Runtime>() -> Builder<R> {
    Builder::<R>::new()
        .commands(collect_commands![
            shell::begin,
            shell::save_settings,
            shell::recent,
            shell::forget,
            shell::pick,
            shell::open,
            shell::open_to_read,
            shell::create,
            shell::close,
            shell::leave,
            lists::overview,
            lists::sources,
            lists::reading,
            lists::similar,
            lists::difference,
            lists::columns,
            lists::source_page,
            lists::claims,
            lists::facts,
            lists::fact,
            lists::conflicts,
            lists::suggestions,
            lists::parties,
            lists::computations,
            lists::origins,
            lists::ledger,
            lists::judgements,
            lists::search,
            acts::set_metadata,
            acts::set_columns,
            import::import_picks,
            import::import_text,
            import::cancel,
            import::propose,
            acts::accept,
            acts::accept_all,
            acts::accept_kind,
            acts::reject,
            acts::edit,
            acts::split,
            acts::merge,
            acts::add,
            lists::check_claim,
            acts::judge,
            acts::undo,
            charts::chart,
            charts::save_chart,
            law::measures,
            law::recipients,
            law::office,
            law::set_office,
            law::set_directory,
            documents::drafts,
            documents::draft,
            documents::new_draft,
            documents::save_draft,
            documents::proof,
            documents::page,
            documents::sentence,
            documents::publish,
            packs::pack_plan,
            packs::pack,
            packs::verify,
            file::export_to,
            file::backup,
            file::purge,
        ])
        .events(collect_events![Changed, Dropped, Hovering, Leaving, MenuChosen])
        .error_handling(ErrorHandlingMode::Throw)
        .disable_serde_phases()
}
