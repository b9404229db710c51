//! The desktop window. It shows what `app` answers and decides nothing; it opens no network connection.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use dossier_app::{Dossier, Overview};
use std::path::PathBuf;
use std::process::ExitCode;

/// The dossier that was named on the command line.
struct Opened(Option<PathBuf>);

#[tauri::command]
fn overview(opened: tauri::State<'_, Opened>) -> Result<Option<Overview>, String> {
    let Some(path) = &opened.0 else { return Ok(None) };
    let shown = Dossier::look(path).and_then(|dossier| dossier_app::overview(&dossier));
    shown.map(Some).map_err(|error| error.to_string())
}

#[expect(clippy::disallowed_types, reason = "the generated code keeps its assets in a map whose order nothing depends on")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

fn main() -> ExitCode {
    let opened = std::env::args_os().nth(1).map(PathBuf::from);
    let built = tauri::Builder::default()
        .manage(Opened(opened))
        .invoke_handler(tauri::generate_handler![overview])
        .setup(|app| {
            tauri::WebviewWindowBuilder::new(app, "main", tauri::WebviewUrl::App("index.html".into()))
                .title("Dossier")
                .inner_size(1280.0, 800.0)
                .min_inner_size(960.0, 600.0)
                .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
                .build()?;
            Ok(())
        })
        .run(context());
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dossier-desktop: the window did not open: {error}; check that a display is there");
            ExitCode::FAILURE
        }
    }
}
