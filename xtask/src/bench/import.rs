//! `cargo xtask bench import`: whether a document costs as much in a dossier of a hundred thousand as in one of a hundred.
//!
//! The reports are made: each has its own figures, days and names, so that none is another's copy. Wall time of the command as the demo builds it;
//! what counts is how the time for one document grows, not the time itself.

use crate::shell::{Done, cargo, run, target};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many reports there are unless it is said.
const COUNTS: [u32; 3] = [100, 1_000, 10_000];

/// So many more are imported into each dossier once it is full.
const MORE: u32 = 100;

/// So many lie in one folder.
const IN_FOLDER: u32 = 1_000;

/// How often the memory of the command is looked at.
const LOOK: Duration = Duration::from_millis(20);

/// Imports made reports into new dossiers, as many as `args` say, and then some more into each.
pub(super) fn import(args: &[String]) -> Done {
    let said = args.iter().map(|count| count.parse().ok().filter(|count| *count > 0)).collect::<Option<Vec<u32>>>();
    let mut counts = said.ok_or("cargo xtask bench import [COUNT]..., each a number of reports above 0")?;
    if counts.is_empty() {
        counts = COUNTS.to_vec();
    }
    run(&mut cargo(&["build", "--quiet", "--workspace"]))?;
    let place = target().join("bench-import");
    let mut out = std::io::stdout().lock();
    // A closed standard output is no reason to go on, nor to complain.
    let _ = writeln!(out, "reports   seconds  ms each  of the first  peak MiB | {MORE} more: ms each  of the first  peak MiB");
    let mut first: Option<(f64, f64)> = None;
    for count in counts {
        let _ = std::fs::remove_dir_all(&place);
        let dossier = place.join("case.dossier");
        make(&place.join("reports"), 0, count)?;
        make(&place.join("more"), count, MORE)?;
        dossier_command(&["new", &dossier.to_string_lossy()])?;
        let whole = timed(&dossier, &place.join("reports"))?;
        let more = timed(&dossier, &place.join("more"))?;
        let (each, each_more) = (whole.seconds * 1000.0 / f64::from(count), more.seconds * 1000.0 / f64::from(MORE));
        let of = *first.get_or_insert((each, each_more));
        let _ = writeln!(
            out,
            "{count:7} {:9.2} {each:8.2} {:13.2} {:9.0} | {each_more:17.2} {:13.2} {:9.0}",
            whole.seconds,
            each / of.0,
            whole.peak,
            each_more / of.1,
            more.peak
        );
    }
    std::fs::remove_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))
}

/// What an import took.
struct Took {
    seconds: f64,
    /// The most memory that the command had, in MiB; that of its workers is bounded and not in it.
    peak: f64,
}

fn program() -> PathBuf {
    target().join("debug/dossier")
}

fn dossier_command(args: &[&str]) -> Done {
    run(Command::new(program()).args(args).stdout(Stdio::null()))
}

#[expect(clippy::disallowed_methods, reason = "a stopwatch for people")]
fn timed(dossier: &Path, reports: &Path) -> Result<Took, String> {
    let began = Instant::now();
    let child =
        Command::new(program()).arg("import").args([dossier, reports]).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let mut child = child.map_err(|error| format!("dossier import did not start: {error}"))?;
    let mut peak = 0.0;
    loop {
        if let Some(ended) = child.try_wait().map_err(|error| format!("dossier import: {error}"))? {
            let seconds = began.elapsed().as_secs_f64();
            return if ended.success() { Ok(Took { seconds, peak }) } else { Err(format!("dossier import failed ({ended})")) };
        }
        peak = peak_of(child.id()).unwrap_or(peak);
        std::thread::sleep(LOOK);
    }
}

/// The most memory that a process had so far, in MiB, where the system tells it.
fn peak_of(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
}

/// Writes `count` reports, numbered from `from` on.
fn make(place: &Path, from: u32, count: u32) -> Done {
    for number in from..from + count {
        let folder = place.join(format!("{:04}", number / IN_FOLDER));
        let file = folder.join(format!("report-{number:06}.html"));
        std::fs::create_dir_all(&folder)
            .and_then(|()| std::fs::write(&file, report(number)))
            .map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

/// One made report, of a case that is its own.
fn report(number: u32) -> String {
    let mut dice = Dice(u64::from(number) + 1);
    let (accuser, accused, model) = (dice.name(), dice.name(), dice.name());
    let (accounts, exchanges, day) = (1_000 + dice.below(90_000), 1 + dice.below(40), 1 + dice.below(28));
    let month = ["January", "February", "March", "April", "May", "June"][usize::try_from(dice.below(6)).unwrap_or(0)];
    let mut page = format!(
        "<!doctype html><html><head><title>{accuser} accuses {accused} of copying {model}</title>\
         <meta property=\"og:site_name\" content=\"The Made Ledger\"><meta property=\"article:published_time\" content=\"2026-07-{day:02}\">\
         <link rel=\"canonical\" href=\"https://ledger.example/{number}\"></head><body><article>\
         <h1>{accuser} accuses {accused} of copying {model}</h1>\
         <p>{accuser} said on Tuesday that operators linked to {accused} used nearly {accounts} fraudulent accounts to copy its model {model}.</p>\
         <p>More than {exchanges} million exchanges were generated between {month} {day} and {month} 28, according to a letter seen by the Ledger.</p>"
    );
    for _ in 0..8 {
        let (who, what, figure) = (dice.name(), dice.name(), dice.below(1_000_000));
        let _ =
            write!(page, "<p>{who} told {what} of {figure} requests, and nobody at {accused} answered questions on {what}.</p>");
    }
    page + "</article></body></html>"
}

/// Numbers that look like chance and are the same each time (Knuth's constants for a linear congruential generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn name(&mut self) -> String {
        const SYLLABLES: [&str; 16] =
            ["ba", "dor", "fen", "gal", "hum", "kor", "lin", "mar", "nel", "or", "pra", "quil", "ros", "sil", "tam", "vek"];
        let mut name = String::new();
        for _ in 0..3 {
            name += SYLLABLES[usize::try_from(self.below(16)).unwrap_or(0)];
        }
        name[..1].to_uppercase() + &name[1..]
    }
}
