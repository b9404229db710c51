//! Declares every command, so that none can be called that the capability does not list.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["overview"]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo::error={error:#}");
    }
}
