//! The specimen: a fictional case that ships with Dossier, to try everything on. Each of its reports says that it is one, and so does
//! every page that is printed from it.

use crate::import::{Input, import};
use crate::{Actor, AppError, Dossier};
use dossier_model::Case;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// The line that marks a text as part of a specimen.
pub const SPECIMEN_MARK: &str = "Specimen: fictional case";

/// The specimen's title.
pub const SPECIMEN_TITLE: &str = "Specimen: the Corvid extraction campaign";

macro_rules! reports {
    ($($name:literal),+ $(,)?) => {
        /// The specimen's reports, by file name.
        const REPORTS: &[(&str, &[u8])] = &[$(($name, include_bytes!(concat!("../specimen/", $name)))),+];
    };
}

reports![
    "01-capital-courier.md",
    "02-northern-wire.txt",
    "03-morning-model.md",
    "04-lattice-report.md",
    "05-pasted-note.txt",
    "06-castor-cloud.md",
    "07-lowmoor-institute.md",
    "08-statehouse-circuit.md",
];

/// The specimen's office.
const OFFICE: &[u8] = include_bytes!("../specimen/office.json");

/// Writes the specimen's reports and its office into `folder`.
pub fn write_specimen(folder: &Path) -> Result<(), AppError> {
    std::fs::create_dir_all(folder).map_err(|error| AppError::unwritable(folder, &error))?;
    for (name, bytes) in REPORTS.iter().chain([&("office.json", OFFICE)]) {
        crate::files::write(&folder.join(name), bytes)?;
    }
    Ok(())
}

/// Makes a dossier of the specimen at `path`: its reports imported and its office set, nothing accepted.
pub fn make_specimen(path: &Path, actor: &Actor) -> Result<Dossier, AppError> {
    let mut dossier = Dossier::create(path, Some(SPECIMEN_TITLE), actor)?;
    let reports: Vec<Input> = REPORTS.iter().map(|(name, bytes)| Input::Bytes((*name).to_owned(), bytes.to_vec())).collect();
    import(&mut dossier, &reports, 2, actor, &AtomicBool::new(false), &mut |_| {})?;
    let office = serde_json::from_slice(OFFICE).map_err(|error| AppError::Internal(format!("the specimen's office: {error}")))?;
    crate::office::put_office(&mut dossier, &office, actor)?;
    Ok(dossier)
}

/// Whether a case rests on a specimen: one text that says so is enough.
pub fn is_specimen(case: &Case) -> bool {
    case.texts.values().any(|text| says_so(text))
}

/// Whether a text says that it is part of a specimen.
pub(crate) fn says_so(text: &str) -> bool {
    text.lines().any(|line| line.trim() == SPECIMEN_MARK)
}
