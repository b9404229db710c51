//! The shell without a display: what opens where, what is refused, and that the pages' types are those of the commands.

use crate::events::Changed;
use crate::opening::{Outcome, Start, Target};
use crate::picks::PickFor;
use crate::settings::Theme;
use crate::shell::Shell;
use crate::stage::Stage;
use dossier_app::{Actor, Dossier, ErrorCode};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

const NOW: &str = "2026-11-21T09:30:00Z";

/// A stage that writes down what it was asked to do.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<String>>>);

impl Notes {
    fn add(&self, line: String) {
        self.0.lock().unwrap().push(line);
    }

    fn taken(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

impl Stage for Notes {
    fn changed(&self, changed: Changed) {
        self.add(format!("changed {} at {}", changed.dossier, changed.head));
    }
    fn open_window(&self, label: &str) {
        self.add(format!("open {label}"));
    }
    fn focus(&self, label: &str) {
        self.add(format!("focus {label}"));
    }
    fn close_window(&self, label: &str) {
        self.add(format!("close {label}"));
    }
    fn theme(&self, _: Theme) {}
    fn ask(&self, _: &str, _: PickFor, _: Option<&Path>, _: Option<&str>) -> Vec<PathBuf> {
        Vec::new()
    }
}

struct Room {
    folder: tempfile::TempDir,
    notes: Notes,
    shell: Shell,
}

impl Room {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let notes = Notes::default();
        let start = Start { file: None, name: Some("Ada Reyes".into()), now: Some(NOW.into()) };
        let shell = Shell::new(folder.path().join("settings"), start, Box::new(notes.clone()));
        Self { folder, notes, shell }
    }

    fn dossier(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        Dossier::create(&path, Some(name), &Actor::at("Ada Reyes", NOW).unwrap()).unwrap().close().unwrap();
        path
    }

    fn target(&self, path: &Path) -> Target {
        Target::Picked(self.shell.picks.to_read(path.to_owned()).id)
    }

    fn here(&self, label: &str, path: &Path) -> u32 {
        match self.shell.open(label, self.target(path), false, false).unwrap() {
            Outcome::Here(opened) => opened.dossier,
            Outcome::Elsewhere => panic!("open elsewhere"),
        }
    }
}

#[test]
fn two_dossiers_have_two_windows_and_one_dossier_never_has_two() {
    let room = Room::new();
    let (one, two) = (room.dossier("one.dossier"), room.dossier("two.dossier"));
    let first = room.shell.new_window(Some(&one)).unwrap();
    assert_eq!(room.shell.begin(&first).opened.unwrap().title, "one.dossier");
    assert_eq!(room.shell.open(&first, room.target(&two), true, false).unwrap(), Outcome::Elsewhere);
    assert_eq!(room.shell.begin("w2").opened.unwrap().title, "two.dossier");
    // Again, from either window and by another way of writing its path: the window that has it comes to the front.
    let written_otherwise = room.folder.path().join(".").join("two.dossier");
    assert_eq!(room.shell.open(&first, room.target(&written_otherwise), true, false).unwrap(), Outcome::Elsewhere);
    assert_eq!(room.shell.new_window(Some(&one)), None);
    assert_eq!(room.notes.taken(), ["open w1", "open w2", "focus w2", "focus w1"]);
}

#[test]
fn a_dossier_that_another_program_changes_is_told_about_and_can_be_read() {
    let room = Room::new();
    let path = room.dossier("case.dossier");
    let other = Dossier::open(&path).unwrap();
    let label = room.shell.new_window(Some(&path)).unwrap();
    let begun = room.shell.begin(&label);
    assert_eq!(begun.trouble.unwrap().code, ErrorCode::Locked);
    let asked = Target::Picked(begun.asked.unwrap().id);
    let Outcome::Here(opened) = room.shell.open(&label, asked, false, true).unwrap() else { panic!("elsewhere") };
    assert!(opened.read_only);
    let open = room.shell.dossier(opened.dossier).unwrap();
    assert_eq!(open.read(|dossier| dossier.title()).unwrap(), "case.dossier");
    let refused = open.change(&room.shell.actor().unwrap(), dossier_app::undo).unwrap_err();
    assert_eq!(refused.code, ErrorCode::ReadOnly);
    drop(other);
}

#[test]
fn a_damaged_file_is_told_about_in_its_own_window() {
    let room = Room::new();
    let path = room.folder.path().join("broken.dossier");
    std::fs::write(&path, "not a dossier at all, but long enough to have a header of its own").unwrap();
    let label = room.shell.new_window(Some(&path)).unwrap();
    assert_eq!(room.shell.begin(&label).trouble.unwrap().code, ErrorCode::NotADossier);
    let gone = room.shell.open(&label, room.target(&room.folder.path().join("gone.dossier")), false, false).unwrap_err();
    assert_eq!(gone.code, ErrorCode::NotFound);
}

#[test]
fn closing_a_window_leaves_one_file_that_others_can_open() {
    let room = Room::new();
    let path = room.dossier("case.dossier");
    let label = room.shell.new_window(None).unwrap();
    let dossier = room.here(&label, &path);
    let open = room.shell.dossier(dossier).unwrap();
    open.read(Dossier::head).unwrap();
    drop(open);
    room.shell.window_closed(&label);
    assert!(room.shell.dossier(dossier).is_err());
    let beside: Vec<_> = std::fs::read_dir(room.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(beside.iter().all(|name| !name.to_string_lossy().contains("-wal")), "{beside:?}");
    Dossier::open(&path).unwrap().close().unwrap();
}

#[test]
fn a_dossier_stays_locked_for_others_while_it_is_read_and_verified_here() {
    let room = Room::new();
    let path = room.dossier("case.dossier");
    let label = room.shell.new_window(None).unwrap();
    room.here(&label, &path);
    assert!(dossier_app::verify(&path).unwrap().ok);
    assert!(Dossier::open(&path).is_err(), "a second writer got the file");
}

#[test]
fn the_specimen_is_made_once_and_remembered() {
    let room = Room::new();
    let label = room.shell.new_window(None).unwrap();
    let Outcome::Here(opened) = room.shell.open(&label, Target::Specimen, false, false).unwrap() else { panic!("elsewhere") };
    let open = room.shell.dossier(opened.dossier).unwrap();
    assert!(open.read(dossier_app::overview).unwrap().specimen);
    let head = open.read(Dossier::head).unwrap();
    drop(open);
    room.shell.close(&label).unwrap();
    let recent = room.shell.recent();
    assert_eq!(recent.len(), 1);
    let Outcome::Here(again) = room.shell.open(&label, Target::Recent(recent[0].id), false, false).unwrap() else {
        panic!("elsewhere")
    };
    assert_eq!(room.shell.dossier(again.dossier).unwrap().read(Dossier::head).unwrap(), head);
    room.shell.forget(recent[0].id).unwrap();
    assert!(room.shell.recent().is_empty());
}

#[test]
fn a_page_is_asked_once_before_its_window_closes() {
    let room = Room::new();
    let path = room.dossier("case.dossier");
    let empty = room.shell.new_window(None).unwrap();
    assert!(!room.shell.leaves(&empty), "there is nothing to keep");
    room.here(&empty, &path);
    assert!(room.shell.leaves(&empty));
    assert!(!room.shell.leaves(&empty), "a page that hangs keeps no window open");
}

#[test]
fn a_change_tells_every_view() {
    let room = Room::new();
    let path = room.dossier("case.dossier");
    let label = room.shell.new_window(None).unwrap();
    let dossier = room.here(&label, &path);
    room.notes.taken();
    let office = dossier_app::Office { name: Some("Office".into()), ..dossier_app::Office::default() };
    tauri::async_runtime::block_on(
        room.shell.change(dossier, move |dossier, actor| dossier_app::put_office(dossier, &office, actor)),
    )
    .unwrap();
    assert_eq!(room.notes.taken(), ["changed 1 at 2"]);
}

/// The commands as the pages see them. `UPDATE_EXPECT=1 cargo test --workspace bindings` writes them anew.
#[test]
fn the_pages_bindings_are_those_of_the_commands() {
    let folder = tempfile::tempdir().unwrap();
    let written = folder.path().join("bindings.ts");
    let header = "// Made from the Rust side by `UPDATE_EXPECT=1 cargo test --workspace bindings`; never by hand.\n";
    crate::commands::builder::<tauri::Wry>().export(specta_typescript::Typescript::default().header(header), &written).unwrap();
    expect_test::expect_file!["../../ui/src/api/bindings.ts"].assert_eq(&std::fs::read_to_string(&written).unwrap());
}

#[test]
fn every_command_is_declared_allowed_and_handled() {
    let declared: Vec<String> = include_str!("../commands.txt").lines().map(str::to_owned).collect();
    let capability: serde_json::Value = serde_json::from_str(include_str!("../capabilities/main.json")).unwrap();
    let allowed: Vec<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|permission| Some(permission.as_str()?.strip_prefix("allow-")?.replace('-', "_")))
        .collect();
    assert_eq!(declared, allowed);
    let handled = include_str!("commands/mod.rs");
    for command in &declared {
        assert!(handled.contains(&format!("::{command},")), "{command} is not handled");
    }
    let lines = handled.lines().filter(|line| line.starts_with("            ") && line.contains("::") && line.ends_with(','));
    assert_eq!(lines.count(), declared.len());
}

mod guarded {
    //! The real capability over a window without a display.

    use super::*;
    use tauri::ipc::{CallbackFn, InvokeBody};
    use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
    use tauri::webview::InvokeRequest;
    use tauri::{App, WebviewWindow, WebviewWindowBuilder};

    #[expect(clippy::disallowed_types, reason = "the generated code keeps its assets in a map whose order nothing depends on")]
    fn context() -> tauri::Context<MockRuntime> {
        tauri::generate_context!(test = true)
    }

    fn app() -> (App<MockRuntime>, WebviewWindow<MockRuntime>, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let shell = Shell::new(folder.path().to_owned(), Start::default(), Box::new(Notes::default()));
        let builder = crate::commands::builder::<MockRuntime>();
        let app = mock_builder().manage(Arc::new(shell)).invoke_handler(builder.invoke_handler()).build(context()).unwrap();
        let window = WebviewWindowBuilder::new(&app, "w1", tauri::WebviewUrl::default()).build().unwrap();
        (app, window, folder)
    }

    fn ask(window: &WebviewWindow<MockRuntime>, command: &str, url: &str, body: serde_json::Value) -> Result<String, String> {
        let request = InvokeRequest {
            cmd: command.into(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: url.parse().unwrap(),
            body: InvokeBody::Json(body),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(window, request).map(|body| format!("{body:?}")).map_err(|error| error.to_string())
    }

    const OURS: &str = "tauri://localhost";

    #[test]
    fn a_command_that_the_capability_does_not_list_is_refused() {
        let (_app, window, _folder) = app();
        assert!(ask(&window, "begin", OURS, serde_json::json!({ "window": "w1" })).is_ok());
        for command in [
            "plugin:event|emit",
            "plugin:window|close",
            "plugin:webview|create_webview_window",
            "plugin:app|version",
            "plugin:path|resolve_directory",
            "no_such",
        ] {
            let refused = ask(&window, command, OURS, serde_json::json!({}));
            assert!(refused.is_err(), "{command}: {refused:?}");
        }
    }

    #[test]
    fn a_page_writes_claims_and_hears_field_by_field_what_does_not_hold() {
        let (app, window, _folder) = app();
        let shell = tauri::Manager::state::<Arc<Shell>>(&app).inner().clone();
        let Outcome::Here(opened) = shell.open("w1", Target::Specimen, false, false).unwrap() else { panic!("elsewhere") };
        let open = shell.dossier(opened.dossier).unwrap();
        let row = open.read(dossier_app::claims).unwrap().remove(0);
        let draft = |subject: &str| {
            let quotes = [serde_json::json!({ "start": row.quotes[0].start, "end": row.quotes[0].end, "text": null })];
            serde_json::json!({
                "kind": "statement", "subject": subject, "property": null, "value": null, "unit": null, "bound": null, "period": null,
                "rung": null, "hedge": "alleged", "scope": null, "speakers": [], "quotes": quotes,
            })
        };
        let asked = |command: &str, body: serde_json::Value| {
            let mut whole = serde_json::json!({ "dossier": opened.dossier });
            whole.as_object_mut().unwrap().extend(body.as_object().unwrap().clone());
            ask(&window, command, OURS, whole)
        };
        let checked = asked("check_claim", serde_json::json!({ "source": row.source, "draft": draft(" "), "replaces": row.id }));
        assert!(checked.as_ref().is_ok_and(|faults| faults.contains("subject")), "{checked:?}");
        let refused = asked("edit", serde_json::json!({ "claim": row.id, "draft": draft(" "), "reason": null }));
        assert!(refused.as_ref().is_err_and(|why| why.contains("usage") && why.contains("subject")), "{refused:?}");
        asked("edit", serde_json::json!({ "claim": row.id, "draft": draft("Halden"), "reason": "misread" })).unwrap();
        asked("add", serde_json::json!({ "source": row.source, "draft": draft("Meridian Works"), "reason": null })).unwrap();
        asked("accept_kind", serde_json::json!({ "kind": "count", "source": null })).unwrap();
        let kinds: Vec<_> = open.read(dossier_app::judgements).unwrap().iter().map(|row| row.judgement.kind.word()).collect();
        assert_eq!(kinds, ["replace", "add", "accept"]);
    }

    #[test]
    fn a_page_from_elsewhere_may_ask_for_nothing() {
        let (_app, window, _folder) = app();
        assert!(ask(&window, "begin", "https://example.org/", serde_json::json!({ "window": "w1" })).is_err());
    }

    #[test]
    fn a_file_that_nobody_picked_is_refused_and_so_is_a_path() {
        let (_app, window, _folder) = app();
        let unknown = ask(&window, "verify", OURS, serde_json::json!({ "pick": 7 })).unwrap_err();
        assert!(unknown.contains("pick it again"), "{unknown}");
        assert!(ask(&window, "verify", OURS, serde_json::json!({ "pick": "/etc/passwd" })).is_err());
    }
}
