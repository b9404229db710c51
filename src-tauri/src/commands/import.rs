//! Reports and proposed claims, taken in.

use crate::events::Changed;
use crate::shell::{Shell, away};
use crate::trouble::Answer;
use dossier_app::{Dossier, ImportRow, Input, Jobs, Progress, ProposedRow, Reader, import};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};
use tauri::State;
use tauri::ipc::Channel;

type Held<'a> = State<'a, Arc<Shell>>;

/// How often a page is told how far an import is, and how often that there are new sources to list.
const TOLD: Duration = Duration::from_millis(60);
const LISTED: Duration = Duration::from_millis(800);

/// Imports files and folders that were picked or dropped. The page names the task, to cancel it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn import_picks(
    shell: Held<'_>,
    dossier: u32,
    picks: Vec<u32>,
    task: u32,
    on_progress: Channel<Progress>,
) -> Answer<Vec<ImportRow>> {
    let paths = picks.into_iter().map(|pick| Ok(Input::Path(shell.picks.read(pick)?))).collect::<Answer<Vec<_>>>()?;
    let (shell, cancel) = (shell.inner().clone(), shell.tasks.begin(dossier, task));
    let rows = run(shell.clone(), dossier, paths, cancel, on_progress).await;
    shell.tasks.end(dossier, task);
    rows
}

/// Imports text that was pasted, under a name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn import_text(shell: Held<'_>, dossier: u32, name: String, text: String) -> Answer<Vec<ImportRow>> {
    let input = vec![Input::Bytes(name, text.into_bytes())];
    shell
        .change(dossier, move |dossier, actor| {
            import(
                dossier,
                &input,
                Jobs::of_this_machine(Reader::of_this_program(false)),
                actor,
                &AtomicBool::new(false),
                &mut |_| {},
            )
        })
        .await
}

/// Stops a task; what it finished stays.
#[tauri::command]
#[specta::specta]
pub(crate) fn cancel(shell: Held<'_>, dossier: u32, task: u32) {
    shell.tasks.cancel(dossier, task);
}

/// Takes in claims that a colleague or a tool proposes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn propose(shell: Held<'_>, dossier: u32, pick: u32) -> Answer<Vec<ProposedRow>> {
    let path = shell.picks.read(pick)?;
    shell.change(dossier, move |dossier, actor| dossier_app::propose(dossier, &path, actor)).await
}

async fn run(
    shell: Arc<Shell>,
    dossier: u32,
    inputs: Vec<Input>,
    cancel: Arc<AtomicBool>,
    on_progress: Channel<Progress>,
) -> Answer<Vec<ImportRow>> {
    let (open, actor) = (shell.dossier(dossier)?, shell.actor()?);
    let jobs = Jobs::of_this_machine(Reader::of_this_program(false));
    away(move || {
        let (mut told, mut listed, mut head) = (Pace::of(TOLD), Pace::of(LISTED), open.read(Dossier::head)?);
        let mut progress = |progress: Progress| {
            if told.is_due() || progress.done == progress.of {
                // A page that is gone needs no news.
                let _ = on_progress.send(progress);
            }
            if listed.is_due()
                && let Ok(now) = open.read(Dossier::head)
                && now != head
            {
                head = now;
                shell.stage.changed(Changed { dossier, head });
            }
        };
        let rows = open.change(&actor, |dossier, actor| import(dossier, &inputs, jobs, actor, &cancel, &mut progress));
        shell.tell(dossier, &open);
        rows
    })
    .await
}

/// Something that is done once in a while: how often only spares the page, and nothing that is kept depends on it.
struct Pace {
    last: Instant,
    every: Duration,
}

impl Pace {
    fn of(every: Duration) -> Self {
        Self { last: now(), every }
    }

    fn is_due(&mut self) -> bool {
        let due = self.last.elapsed() >= self.every;
        if due {
            self.last = now();
        }
        due
    }
}

#[expect(clippy::disallowed_methods, reason = "a stopwatch for messages to a page, not a moment that is kept")]
fn now() -> Instant {
    Instant::now()
}
