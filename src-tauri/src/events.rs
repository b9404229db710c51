//! What the window tells its pages unasked.

use crate::picks::Pick;
use serde::{Deserialize, Serialize};
use tauri_specta::Event;

/// Something was committed to a dossier: every view of it is to be read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct Changed {
    /// The dossier's number.
    pub(crate) dossier: u32,
    /// The number of its last act.
    pub(crate) head: u32,
}

/// Files were dropped on the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct Dropped {
    /// The files.
    pub(crate) picks: Vec<Pick>,
}

/// Files are held over the window, or no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct Hovering {
    /// Whether they are.
    pub(crate) over: bool,
}

/// An item of the menu was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct MenuChosen {
    /// Its id.
    pub(crate) item: String,
}

/// The window is to be closed: what is not kept yet is to be kept, then [`crate::commands`]' `leave` called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct Leaving {}
