//! The menu bar. Choosing an item only tells the page, which does what its own button or key would.

use crate::events::MenuChosen;
use tauri::menu::{Menu, MenuBuilder, MenuEvent, Submenu, SubmenuBuilder};
use tauri::{AppHandle, Manager, Runtime};
use tauri_specta::Event;

/// Menus with their items: id and words; `-` draws a line.
const MENUS: &[(&str, &[(&str, &str)])] = &[
    (
        "File",
        &[
            ("new", "New dossier…"),
            ("open", "Open…"),
            ("specimen", "Open the specimen"),
            ("-", ""),
            ("import", "Import reports…"),
            ("import-folder", "Import a folder…"),
            ("take-in", "Take in proposed claims…"),
            ("-", ""),
            ("export-json", "Export as JSON…"),
            ("export-stix", "Export as STIX 2.1…"),
            ("export-csv", "Export facts as CSV…"),
            ("backup", "Keep a copy…"),
            ("-", ""),
            ("settings", "Settings…"),
            ("close", "Close dossier"),
        ],
    ),
    ("Edit", &[("undo", "Undo"), ("history", "History…"), ("-", ""), ("find", "Search…"), ("palette", "Commands…")]),
    (
        "View",
        &[
            ("room-sources", "Sources"),
            ("room-facts", "Facts"),
            ("room-timeline", "Timeline"),
            ("room-measures", "Measures"),
            ("room-documents", "Documents"),
            ("room-packs", "Packs"),
            ("-", ""),
            ("theme-system", "As the system"),
            ("theme-light", "Light"),
            ("theme-dark", "Dark"),
            ("-", ""),
            ("larger", "Larger text"),
            ("smaller", "Smaller text"),
            ("actual-size", "Actual size"),
        ],
    ),
    ("Help", &[("keys", "Keys")]),
];

/// The menu bar of every window.
pub(crate) fn menu<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let submenus = MENUS.iter().map(|(name, items)| submenu(app, name, items)).collect::<Result<Vec<_>, _>>()?;
    let mut menu = MenuBuilder::new(app);
    for submenu in &submenus {
        menu = menu.item(submenu);
    }
    menu.build()
}

fn submenu<R: Runtime>(app: &AppHandle<R>, name: &str, items: &[(&str, &str)]) -> tauri::Result<Submenu<R>> {
    let mut submenu = SubmenuBuilder::new(app, name);
    for (id, words) in items {
        submenu = if *id == "-" { submenu.separator() } else { submenu.text(*id, *words) };
    }
    submenu.build()
}

/// Tells the window in front.
pub(crate) fn chosen<R: Runtime>(app: &AppHandle<R>, event: &MenuEvent) {
    let windows = app.webview_windows();
    let front = windows.iter().find(|(_, window)| window.is_focused().unwrap_or(false)).or_else(|| windows.iter().next());
    if let Some((label, _)) = front {
        let item = event.id().0.clone();
        // A window that is closing hears nothing and needs nothing.
        let _ = MenuChosen { item }.emit_to(app, label.as_str());
    }
}
