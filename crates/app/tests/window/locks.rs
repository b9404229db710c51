//! The lock on a dossier that is open here. It belongs to this whole process, and a plain handle on the file, opened and closed, would
//! drop it without a word.

use crate::desk::{Desk, ada};
use dossier_app::{Dossier, ErrorCode, Input, import, verify};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::AtomicBool;

/// Whether this process holds a lock on the file at `path`, as the system tells it; elsewhere than on Linux that cannot be asked.
pub(crate) fn is_locked(path: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::MetadataExt as _;
        let file = format!(":{} ", std::fs::metadata(path).unwrap().ino());
        std::fs::read_to_string("/proc/locks").unwrap().lines().any(|lock| lock.contains(&file))
    }
    #[cfg(not(target_os = "linux"))]
    {
        path.exists()
    }
}

#[test]
fn a_lock_that_is_dropped_is_seen() {
    let desk = Desk::empty();
    assert!(is_locked(desk.dossier.path()));
    // The very fault that importing and verifying must not have.
    drop(std::fs::File::open(desk.dossier.path()).unwrap());
    assert!(!cfg!(target_os = "linux") || !is_locked(desk.dossier.path()));
}

const PATH: &str = "DOSSIER_TO_OPEN_FOR_A_CHANGE";

/// The other program: this test binary again, told which dossier to open.
#[test]
fn the_other_program_opens_the_dossier() {
    let Some(path) = std::env::var_os(PATH) else { return };
    match Dossier::open(Path::new(&path)) {
        Ok(_) => println!("the other program was let in"),
        Err(error) => {
            assert_eq!(error.code(), ErrorCode::Locked, "{error}");
            println!("the other program was refused");
        }
    }
}

#[test]
fn another_program_is_refused_after_the_dossier_was_verified_and_lay_in_an_imported_folder() {
    let mut desk = Desk::proposed();
    assert!(verify(desk.dossier.path()).unwrap().ok);
    let inputs = [Input::Path(desk.path(""))];
    import(&mut desk.dossier, &inputs, 2, &ada(), &AtomicBool::new(false), &mut |_| {}).unwrap();
    let other = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "locks::the_other_program_opens_the_dossier", "--nocapture"])
        .env(PATH, desk.dossier.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&other.stdout);
    assert!(said.contains("the other program was refused"), "{said}{}", String::from_utf8_lossy(&other.stderr));
}
