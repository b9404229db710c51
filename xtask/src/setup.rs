//! What a fresh Debian 12 machine with Rust and Node.js lacks.

use crate::shell::{Done, have, program, run, say, target};
use std::process::Stdio;

/// What the window is built with, driven by and watched with, and what reads PDFs in tests.
const PACKAGES: [&str; 9] = [
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "webkit2gtk-driver",
    "xvfb",
    "xdotool",
    "strace",
    "dbus-daemon",
    "poppler-utils",
];

/// Installs the system packages that are missing.
pub(crate) fn system() -> Done {
    if !have("apt-get") || !have("dpkg-query") {
        say(&format!(
            "This is not a Debian system: make sure that the equivalents of these are installed: {}",
            PACKAGES.join(" ")
        ));
        return Ok(());
    }
    let missing: Vec<&str> = PACKAGES.into_iter().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    say(&format!("Installing with apt: {}", missing.join(" ")));
    // Two apt runs at once can delete each other's downloads: this one has its own folder for them.
    let archives = target().join("apt");
    std::fs::create_dir_all(archives.join("partial")).map_err(|error| format!("{}: {error}", archives.display()))?;
    let archives = format!("Dir::Cache::archives={}", archives.display());
    apt(&["update", "-qq"])?;
    apt(&[&["install", "-y", "-qq", "--no-install-recommends", "-o", archives.as_str()], missing.as_slice()].concat())
}

fn installed(package: &str) -> bool {
    let query = program("dpkg-query", &["-W", "-f=${Status}", package]).stderr(Stdio::null()).output();
    query.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains("install ok installed"))
}

fn apt(args: &[&str]) -> Done {
    let root = program("id", &["-u"]).output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    let mut command = if root { program("apt-get", args) } else { program("sudo", &[&["apt-get"], args].concat()) };
    command.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null()).stdout(Stdio::null());
    run(&mut command)
}
