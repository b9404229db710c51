//! The desktop window. It shows what `app` answers and decides nothing; it opens no network connection.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod events;
mod menu;
mod open;
mod opening;
#[cfg(debug_assertions)]
mod pages;
mod picks;
mod settings;
mod shell;
mod stage;
mod tasks;
mod trouble;
mod windows;

#[cfg(test)]
mod tests;

use opening::Start;
use shell::Shell;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use tauri::{AppHandle, Manager};
use tauri_plugin_window_state::StateFlags;

const USAGE: &str = "dossier-desktop [FILE] [--as NAME] [--now TIME]

  FILE         the dossier to open
  --as NAME    who acts, in place of the name in the settings
  --now TIME   the moment at which everything happens, as in 2026-11-21T09:30:00Z";

fn main() -> ExitCode {
    let start = match start(std::env::args().skip(1)) {
        Ok(start) => start,
        Err(why) => {
            eprintln!("dossier-desktop: {why}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dossier-desktop: the window did not open: {error}; check that a display is there");
            ExitCode::FAILURE
        }
    }
}

fn run(start: Start) -> tauri::Result<()> {
    let builder = commands::builder::<tauri::Wry>();
    let mut context = context();
    #[cfg(debug_assertions)]
    pages::from_folder(&mut context);
    tauri::Builder::default()
        // First, so that a second start ends before it does anything.
        .plugin(tauri_plugin_single_instance::init(started_again))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::default().with_state_flags(StateFlags::SIZE | StateFlags::MAXIMIZED).build())
        .menu(menu::menu)
        .on_menu_event(|app, event| menu::chosen(app, &event))
        .invoke_handler(builder.invoke_handler())
        .setup(move |app| {
            builder.mount_events(app);
            let folder = app.path().app_data_dir()?;
            let file = start.file.clone();
            let shell = Arc::new(Shell::new(folder, start, Box::new(stage::Desktop(app.handle().clone()))));
            app.manage(shell.clone());
            shell.new_window(file.as_deref());
            Ok(())
        })
        .run(context)
}

/// What the arguments ask for.
fn start(mut args: impl Iterator<Item = String>) -> Result<Start, String> {
    let mut start = Start::default();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--as" => start.name = Some(args.next().ok_or("--as needs a name")?),
            "--now" => start.now = Some(args.next().ok_or("--now needs a time")?),
            option if option.starts_with("--") => return Err(format!("there is no option {option}")),
            file if start.file.is_none() => start.file = Some(PathBuf::from(file)),
            more => return Err(format!("one dossier at a time: what is {more}?")),
        }
    }
    Ok(start)
}

/// A second start: its dossier gets a window here, and it ends.
fn started_again(app: &AppHandle, args: Vec<String>, folder: String) {
    let shell = app.state::<Arc<Shell>>().inner().clone();
    // Arguments that do not fit were told about by the program that was started with them.
    let file = start(args.into_iter().skip(1)).ok().and_then(|start| start.file);
    let path = file.map(|file| Path::new(&folder).join(file));
    tauri::async_runtime::spawn_blocking(move || shell.new_window(path.as_deref()));
}

#[expect(clippy::disallowed_types, reason = "the generated code keeps its assets in a map whose order nothing depends on")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}
