//! Declares every command, so that none can be called that the capability does not list.

fn main() {
    // One list for this file, the handler and the capability; a test holds the three together.
    let commands: Vec<&'static str> = include_str!("commands.txt").lines().collect();
    let commands: &'static [&'static str] = commands.leak();
    println!("cargo::rerun-if-changed=commands.txt");
    let manifest = tauri_build::AppManifest::new().commands(commands);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo::error={error:#}");
    }
}
