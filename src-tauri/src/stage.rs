//! What the shell needs of the system: windows, dialogs, messages to the pages. Tests put their own in its place.

use crate::events::Changed;
use crate::picks::{Dialog, PickFor};
use crate::settings::Theme;
use crate::windows;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FilePath};
use tauri_specta::Event;

/// The system around the shell.
pub(crate) trait Stage: Send + Sync {
    /// Tells the pages that a dossier changed.
    fn changed(&self, changed: Changed);
    /// Opens a window that goes by `label`.
    fn open_window(&self, label: &str);
    /// Brings a window to the front.
    fn focus(&self, label: &str);
    /// Takes a window away.
    fn close_window(&self, label: &str);
    /// Makes every window light or dark.
    fn theme(&self, theme: Theme);
    /// Asks the person for files, over the window that goes by `label`. Blocks until there is an answer; none is "cancel".
    fn ask(&self, label: &str, what: PickFor, folder: Option<&Path>, suggested: Option<&str>) -> Vec<PathBuf>;
}

/// The real one.
pub(crate) struct Desktop<R: Runtime>(pub(crate) AppHandle<R>);

impl<R: Runtime> Stage for Desktop<R> {
    fn changed(&self, changed: Changed) {
        // A window that is closing hears nothing and needs nothing.
        let _ = changed.emit(&self.0);
    }

    fn open_window(&self, label: &str) {
        let (app, label) = (self.0.clone(), label.to_owned());
        // Windows are built on the main thread. A display that gives none is told about at start.
        let _ = self.0.run_on_main_thread(move || drop(windows::build(&app, &label)));
    }

    fn focus(&self, label: &str) {
        if let Some(window) = self.0.get_webview_window(label) {
            // Some window managers refuse to raise a window; it is there all the same.
            let _ = window.unminimize();
            let _ = window.set_focus();
        }
    }

    fn close_window(&self, label: &str) {
        if let Some(window) = self.0.get_webview_window(label) {
            // One that is gone already needs no closing.
            let _ = window.destroy();
        }
    }

    fn theme(&self, theme: Theme) {
        self.0.set_theme(match theme {
            Theme::System => None,
            Theme::Light => Some(tauri::Theme::Light),
            Theme::Dark => Some(tauri::Theme::Dark),
        });
    }

    fn ask(&self, label: &str, what: PickFor, folder: Option<&Path>, suggested: Option<&str>) -> Vec<PathBuf> {
        let mut dialog = self.0.dialog().file().set_title(what.title());
        if let Some(window) = self.0.get_webview_window(label) {
            dialog = dialog.set_parent(&window);
        }
        if let Some((name, ends)) = what.filter() {
            dialog = dialog.add_filter(name, ends);
        }
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = suggested {
            dialog = dialog.set_file_name(name);
        }
        let chosen = match what.dialog() {
            Dialog::File => dialog.blocking_pick_file().into_iter().collect(),
            Dialog::Files => dialog.blocking_pick_files().unwrap_or_default(),
            Dialog::Folder => dialog.blocking_pick_folder().into_iter().collect(),
            Dialog::Save => dialog.blocking_save_file().into_iter().collect(),
        };
        chosen.into_iter().filter_map(|path: FilePath| path.into_path().ok()).collect()
    }
}
