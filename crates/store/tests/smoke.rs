//! A dossier is made, filled, closed, read and verified.
use dossier_store::{Mode, Store, StoreError, verify};

#[test]
fn a_new_dossier_closes_to_one_file_and_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.dossier");
    let mut store = Store::create(&path, "Corvid", "Ada", "2026-07-01T00:00:00Z").unwrap();
    let (_, changed) = store.edit::<_, StoreError>("Ada", "2026-07-01T00:00:01Z", "office", |tx| tx.put_office("{}")).unwrap();
    assert_eq!(changed.entry.unwrap().n, 2);
    store.close().unwrap();
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["case.dossier"]);
    assert_eq!(verify(&path).unwrap(), []);
    let store = Store::open(&path, Mode::Read).unwrap();
    assert_eq!(store.title().unwrap(), "Corvid");
}
