//! The shell's state: which dossiers are open in which windows, what was picked, what a person set. Commands call it and nothing else.

use crate::events::Changed;
use crate::open::Open;
use crate::opening::{Begun, Opened, Outcome, Start, Target};
use crate::picks::{Pick, PickFor, Picks};
use crate::settings::{Recent, RecentRow, Settings, file_name, folder_name, keep, load, remember};
use crate::stage::Stage;
use crate::tasks::Tasks;
use crate::trouble::{Answer, Trouble};
use dossier_app::{Actor, AppError, Dossier};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What a window shows.
#[derive(Default)]
struct Pane {
    dossier: Option<u32>,
    trouble: Option<Trouble>,
    asked: Option<Pick>,
    leaving: bool,
}

impl Pane {
    fn of(dossier: u32) -> Self {
        Self { dossier: Some(dossier), ..Self::default() }
    }
}

#[derive(Default)]
struct Held {
    dossiers: BTreeMap<u32, Arc<Open>>,
    windows: BTreeMap<String, Pane>,
    last_dossier: u32,
    last_window: u32,
    settings: Settings,
    recent: Vec<Recent>,
}

/// The shell's state.
pub(crate) struct Shell {
    /// What was picked.
    pub(crate) picks: Picks,
    /// What takes long.
    pub(crate) tasks: Tasks,
    /// Windows, dialogs and messages.
    pub(crate) stage: Box<dyn Stage>,
    start: Start,
    /// Where settings are kept.
    folder: PathBuf,
    held: Mutex<Held>,
}

impl Shell {
    /// A shell that keeps its settings in `folder`.
    pub(crate) fn new(folder: PathBuf, start: Start, stage: Box<dyn Stage>) -> Self {
        let settings: Settings = load(&folder.join(SETTINGS));
        stage.theme(settings.theme);
        let held = Held { settings, recent: load(&folder.join(RECENT)), ..Held::default() };
        Self { picks: Picks::default(), tasks: Tasks::default(), stage, start, folder, held: Mutex::new(held) }
    }

    /// What the window that goes by `label` needs to know first.
    pub(crate) fn begin(&self, label: &str) -> Begun {
        let held = self.held();
        let pane = held.windows.get(label);
        Begun {
            settings: self.settings_of(&held),
            recent: held.recent.iter().map(RecentRow::from).collect(),
            opened: pane.and_then(|pane| Some(opened(pane.dossier?, held.dossiers.get(&pane.dossier?)?))),
            trouble: pane.and_then(|pane| pane.trouble.clone()),
            asked: pane.and_then(|pane| pane.asked.clone()),
        }
    }

    /// Opens a window for the dossier at `path`, or an empty one. Gives its label; a dossier that is open already is brought to the
    /// front instead.
    pub(crate) fn new_window(&self, path: Option<&Path>) -> Option<String> {
        let Some(path) = path else { return Some(self.show_in_new_window(Pane::default())) };
        match self.opened_at(path, false) {
            Ok(Found::New(dossier)) => Some(self.show_in_new_window(Pane::of(dossier))),
            Ok(Found::Elsewhere) => None,
            Err(trouble) => {
                let asked = Some(self.picks.to_read(path.to_owned()));
                Some(self.show_in_new_window(Pane { trouble: Some(trouble), asked, ..Pane::default() }))
            }
        }
    }

    fn show_in_new_window(&self, pane: Pane) -> String {
        let label = {
            let mut held = self.held();
            held.last_window += 1;
            let label = format!("w{}", held.last_window);
            held.windows.insert(label.clone(), pane);
            label
        };
        self.stage.open_window(&label);
        label
    }

    /// Opens `target` in the window that goes by `label`, or beside it in one of its own.
    pub(crate) fn open(&self, label: &str, target: Target, beside: bool, read_only: bool) -> Answer<Outcome> {
        let path = self.path_of(target)?;
        match self.opened_at(&path, read_only)? {
            Found::Elsewhere => Ok(Outcome::Elsewhere),
            Found::New(dossier) if beside => {
                self.show_in_new_window(Pane::of(dossier));
                Ok(Outcome::Elsewhere)
            }
            Found::New(dossier) => Ok(Outcome::Here(self.shows(label, dossier)?)),
        }
    }

    /// Makes a dossier at the picked place and opens it in the window that goes by `label`.
    pub(crate) fn create(&self, label: &str, pick: u32, title: &str) -> Answer<Opened> {
        let path = self.picks.write(pick)?;
        let title = Some(title.trim()).filter(|title| !title.is_empty());
        let made = Dossier::create(&path, title, &self.actor()?)?;
        let dossier = self.hold(Open::with(&whole(&path), Some(made))?)?;
        self.shows(label, dossier)
    }

    /// Lets go of the dossier of the window that goes by `label`; the window stays.
    pub(crate) fn close(&self, label: &str) -> Answer<()> {
        let open = {
            let mut held = self.held();
            let Some(dossier) = held.windows.get_mut(label).and_then(|pane| pane.dossier.take()) else { return Ok(()) };
            // An import that goes on would keep the file: it stops, and what it finished stays.
            self.tasks.cancel_all(dossier);
            held.dossiers.remove(&dossier)
        };
        open.map_or(Ok(()), |open| open.close())
    }

    /// Whether the page of the window that goes by `label` is to be asked before it closes: the first time, while a dossier is open.
    pub(crate) fn leaves(&self, label: &str) -> bool {
        let mut held = self.held();
        let Some(pane) = held.windows.get_mut(label) else { return false };
        pane.dossier.is_some() && !std::mem::replace(&mut pane.leaving, true)
    }

    /// The same when the window itself is gone.
    pub(crate) fn window_closed(&self, label: &str) {
        // Everything that was committed is safe; the log's files that a failure leaves are told about when it is opened again.
        let _ = self.close(label);
        self.held().windows.remove(label);
    }

    /// An open dossier.
    pub(crate) fn dossier(&self, dossier: u32) -> Answer<Arc<Open>> {
        let open = self.held().dossiers.get(&dossier).cloned();
        open.ok_or_else(|| Trouble::gone("this dossier was closed: open it again"))
    }

    /// Reads a dossier away from the window's own thread.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        dossier: u32,
        f: impl FnOnce(&Dossier) -> Result<T, AppError> + Send + 'static,
    ) -> Answer<T> {
        let open = self.dossier(dossier)?;
        away(move || open.read(f)).await
    }

    /// Changes a dossier away from the window's own thread, and tells the pages.
    pub(crate) async fn change<T: Send + 'static>(
        &self,
        dossier: u32,
        f: impl FnOnce(&mut Dossier, &Actor) -> Result<T, AppError> + Send + 'static,
    ) -> Answer<T> {
        let (open, actor) = (self.dossier(dossier)?, self.actor()?);
        let changing = open.clone();
        let value = away(move || changing.change(&actor, f)).await?;
        self.tell(dossier, &open);
        Ok(value)
    }

    /// Tells the pages where a dossier stands now.
    pub(crate) fn tell(&self, dossier: u32, open: &Open) {
        // A dossier that cannot be read any more says so at the next list.
        if let Ok(head) = open.read(Dossier::head) {
            self.stage.changed(Changed { dossier, head });
        }
    }

    /// Who acts, and when.
    pub(crate) fn actor(&self) -> Answer<Actor> {
        let name = match self.settings().name.trim() {
            "" => dossier_app::account(),
            name => name.to_owned(),
        };
        match &self.start.now {
            None => Ok(Actor::now(name)),
            Some(now) => Ok(Actor::at(name, now)?),
        }
    }

    /// What the person set.
    pub(crate) fn settings(&self) -> Settings {
        self.settings_of(&self.held())
    }

    fn settings_of(&self, held: &Held) -> Settings {
        let mut settings = held.settings.clone();
        if let Some(name) = &self.start.name {
            settings.name.clone_from(name);
        }
        settings
    }

    /// Keeps what the person set.
    pub(crate) fn set(&self, settings: Settings) -> Answer<()> {
        let settings = Settings { text_size: settings.text_size.clamp(80, 150), ..settings };
        self.stage.theme(settings.theme);
        self.held().settings = settings.clone();
        self.kept(SETTINGS, &settings)
    }

    /// The dossiers that were open, the last first.
    pub(crate) fn recent(&self) -> Vec<RecentRow> {
        self.held().recent.iter().map(RecentRow::from).collect()
    }

    /// Takes one off the list of recent ones; the file stays.
    pub(crate) fn forget(&self, recent: u32) -> Answer<()> {
        let list = {
            let mut held = self.held();
            held.recent.retain(|known| known.id != recent);
            held.recent.clone()
        };
        self.kept(RECENT, &list)
    }

    /// The folder in which a dialog over the window that goes by `label` begins.
    pub(crate) fn folder(&self, label: &str, what: PickFor) -> Option<PathBuf> {
        let held = self.held();
        let dossier = held.windows.get(label).and_then(|pane| held.dossiers.get(&pane.dossier?));
        match (dossier, what) {
            (Some(open), _) => open.path().parent().map(Path::to_owned),
            (None, PickFor::Dossier | PickFor::NewDossier) => {
                held.recent.first().and_then(|recent| recent.path.parent()).filter(|folder| folder.is_dir()).map(Path::to_owned)
            }
            (None, _) => None,
        }
    }

    fn path_of(&self, target: Target) -> Answer<PathBuf> {
        match target {
            Target::Picked(pick) => self.picks.read(pick),
            Target::Recent(id) => {
                let known = self.held().recent.iter().find(|recent| recent.id == id).map(|recent| recent.path.clone());
                known.ok_or_else(|| Trouble::gone("that dossier is no longer in the list: open it from its folder"))
            }
            Target::Specimen => {
                let path = self.folder.join("Specimen.dossier");
                if !path.exists() {
                    std::fs::create_dir_all(&self.folder)
                        .map_err(|error| Trouble::internal(format!("{}: {error}", self.folder.display())))?;
                    dossier_app::make_specimen(&path, &self.actor()?)?.close()?;
                }
                Ok(path)
            }
        }
    }

    /// Opens the dossier at `path`, unless a window has it: that one comes to the front.
    fn opened_at(&self, path: &Path, read_only: bool) -> Answer<Found> {
        let path = whole(path);
        let holder = {
            let held = self.held();
            let open = held.dossiers.iter().find(|(_, open)| open.path() == path).map(|(number, _)| *number);
            open.and_then(|open| held.windows.iter().find(|(_, pane)| pane.dossier == Some(open)).map(|(label, _)| label.clone()))
        };
        if let Some(label) = holder {
            self.stage.focus(&label);
            return Ok(Found::Elsewhere);
        }
        Ok(Found::New(self.hold(Open::at(&path, read_only)?)?))
    }

    /// Takes in an open dossier and remembers it.
    fn hold(&self, open: Open) -> Answer<u32> {
        let now = self.actor()?.stamp();
        let (number, recent) = {
            let mut held = self.held();
            held.last_dossier += 1;
            let number = held.last_dossier;
            remember(&mut held.recent, open.path(), open.title(), &now);
            held.dossiers.insert(number, Arc::new(open));
            (number, held.recent.clone())
        };
        self.kept(RECENT, &recent)?;
        Ok(number)
    }

    /// Puts a dossier into the window that goes by `label`, in place of what it showed.
    fn shows(&self, label: &str, dossier: u32) -> Answer<Opened> {
        let before = {
            let mut held = self.held();
            let pane = held.windows.entry(label.to_owned()).or_default();
            pane.trouble = None;
            pane.asked = None;
            pane.dossier.replace(dossier)
        };
        if let Some(open) = before.and_then(|before| self.held().dossiers.remove(&before)) {
            open.close()?;
        }
        Ok(opened(dossier, &*self.dossier(dossier)?))
    }

    fn kept<T: Serialize>(&self, file: &str, value: &T) -> Answer<()> {
        let file = self.folder.join(file);
        keep(&file, value).map_err(|error| Trouble {
            code: dossier_app::ErrorCode::Input,
            message: format!("{} cannot be written: {error}; free some space or allow writing to its folder", file.display()),
        })
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const SETTINGS: &str = "settings.json";
const RECENT: &str = "recent.json";

enum Found {
    New(u32),
    Elsewhere,
}

fn opened(dossier: u32, open: &Open) -> Opened {
    let path = open.path();
    Opened {
        dossier,
        title: open.title().to_owned(),
        file: file_name(path),
        folder: folder_name(path),
        read_only: open.read_only(),
    }
}

/// One path for each file, however it was written.
fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Runs `work` where it may take its time.
pub(crate) async fn away<T: Send + 'static>(work: impl FnOnce() -> Answer<T> + Send + 'static) -> Answer<T> {
    tauri::async_runtime::spawn_blocking(work).await.map_err(Trouble::internal)?
}
