//! Windows: one for each dossier. Each shows our own pages and nothing else: no other address, no further window, no download, no
//! connection.

use crate::events::{Dropped, Hovering, Leaving};
use crate::shell::Shell;
use std::sync::Arc;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, DragDropEvent, Manager, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};
use tauri_specta::Event;

/// Nothing listens here: whatever a page might try to fetch, by any way that the content policy does not know of, ends at this address.
const NOWHERE: &str = "http://127.0.0.1:9";

/// Opens the window that goes by `label`.
pub(crate) fn build<R: Runtime>(app: &AppHandle<R>, label: &str) -> tauri::Result<WebviewWindow<R>> {
    let mut builder = WebviewWindowBuilder::new(app, label, WebviewUrl::App("index.html".into()))
        .title("Dossier")
        .inner_size(1280.0, 800.0)
        .min_inner_size(960.0, 600.0)
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        // The page's title is the window's.
        .on_document_title_changed(|window, title| drop(window.set_title(&title)));
    if let Ok(nowhere) = NOWHERE.parse() {
        builder = builder.proxy_url(nowhere);
    }
    let window = builder.build()?;
    let (app, name) = (app.clone(), label.to_owned());
    window.on_window_event(move |event| heard(&app, &name, event));
    Ok(window)
}

fn heard<R: Runtime>(app: &AppHandle<R>, label: &str, event: &WindowEvent) {
    let shell = app.state::<Arc<Shell>>();
    match event {
        WindowEvent::DragDrop(DragDropEvent::Enter { .. }) => drop(Hovering { over: true }.emit_to(app, label)),
        WindowEvent::DragDrop(DragDropEvent::Leave) => drop(Hovering { over: false }.emit_to(app, label)),
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            let picks = paths.iter().map(|path| shell.picks.to_read(path.clone())).collect();
            drop(Hovering { over: false }.emit_to(app, label));
            drop(Dropped { picks }.emit_to(app, label));
        }
        // The page keeps what is not kept yet, then leaves. Whoever asks a second time is not made to wait for a page that hangs.
        WindowEvent::CloseRequested { api, .. } => {
            let asked = shell.leaves(label) && (Leaving {}).emit_to(app, label).is_ok();
            if asked {
                api.prevent_close();
            }
        }
        WindowEvent::Destroyed => shell.window_closed(label),
        _ => {}
    }
}
