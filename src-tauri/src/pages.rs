//! Pages from a folder in place of those inside the program: for whoever works on them, in debug builds only, by `DOSSIER_PAGES`.

use std::borrow::Cow;
use std::path::PathBuf;
use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::{Assets, Runtime};

struct Folder(PathBuf);

impl<R: Runtime> Assets<R> for Folder {
    fn get(&self, key: &AssetKey) -> Option<Cow<'_, [u8]>> {
        std::fs::read(self.0.join(key.as_ref().trim_start_matches('/'))).ok().map(Cow::Owned)
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        Box::new(std::iter::empty())
    }

    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(std::iter::empty())
    }
}

/// Takes the pages from the folder that the environment names, where it names one.
pub(crate) fn from_folder<R: Runtime>(context: &mut tauri::Context<R>) {
    if let Some(folder) = std::env::var_os("DOSSIER_PAGES") {
        context.set_assets(Box::new(Folder(PathBuf::from(folder))));
    }
}
