//! The two halves of `cargo xtask bench intake` that need the reader.
//!
//! - `bench mix FOLDER COUNT`: makes COUNT files of each format, of fictional words.
//! - `bench read LIST TEXTS PASSES`: reads the files of LIST (a line each: format, tab, path) one after another in this one process, leaves the text
//!   of the n-th in TEXTS/n, and prints a line for each: its place, the CPU seconds of the cheapest of PASSES passes, the peak memory of its format
//!   so far in KiB, and its characters. What lies within a file (attachments, files of an archive) is read with it.

mod mix;
mod office;

use dossier_intake::read;
use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["mix", folder, count] => count.parse().map_err(Into::into).and_then(|count| mix::make(Path::new(folder), count)),
        ["read", list, texts, passes] => {
            passes.parse().map_err(Into::into).and_then(|passes| measure(list, Path::new(texts), passes))
        }
        _ => Err("bench mix FOLDER COUNT, or bench read LIST TEXTS PASSES".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            let _ = writeln!(std::io::stderr(), "{why}");
            ExitCode::FAILURE
        }
    }
}

fn measure(list: &str, texts: &Path, passes: usize) -> Result<(), Box<dyn Error>> {
    let list = std::fs::read_to_string(list)?;
    let mut before = "";
    for (place, line) in list.lines().enumerate() {
        let (format, path) = line.split_once('\t').ok_or("a line without a tab")?;
        if format != before {
            forget_peak();
            before = format;
        }
        let (mut text, mut cheapest) = (String::new(), f64::INFINITY);
        for _ in 0..passes.max(1) {
            let start = cpu();
            // The file is fetched within the time, as it is for the others.
            text = all_text(path, &std::fs::read(path)?, 0);
            cheapest = cheapest.min(cpu() - start);
        }
        std::fs::write(texts.join(place.to_string()), &text)?;
        writeln!(std::io::stdout(), "{place}\t{cheapest:.6}\t{}\t{}", peak(), text.chars().count())?;
    }
    Ok(())
}

/// How deep files within files are followed.
const DEEPEST: usize = 8;

fn all_text(file: &str, bytes: &[u8], depth: usize) -> String {
    let read = read(file, bytes);
    let mut text = read.text;
    for member in read.members.iter().filter(|_| depth < DEEPEST) {
        text.push('\n');
        text.push_str(&all_text(&member.path, &member.bytes, depth + 1));
    }
    text
}

/// Seconds of user and system time of this process, all threads.
#[cfg(target_os = "linux")]
#[allow(clippy::cast_precision_loss, reason = "seconds and nanoseconds of a short life")]
fn cpu() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// Only Linux is measured.
#[cfg(not(target_os = "linux"))]
fn cpu() -> f64 {
    f64::NAN
}

/// The most memory held since [`forget_peak`], in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// Starts the peak anew; where that is not allowed it stays that of the whole run.
fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
