//! `cargo xtask bench intake`: what reading documents costs, beside the converters an office would use, and whose text lacks words of the other's.
//!
//! CPU seconds, not wall time, so that other work on the machine counts little; of several passes over each file the cheapest counts.

use super::words::{all, shared, words};
use crate::shell::{Done, cargo, have, program, root, target};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The files that are read, by the end of their name: the readers themselves go by content.
const FORMATS: [&str; 14] =
    ["html", "htm", "mhtml", "txt", "md", "csv", "eml", "rtf", "docx", "odt", "xlsx", "pptx", "ods", "pdf"];

/// The converters beside us: name, whether it is a Python package, and how it is installed.
const PEERS: [(&str, bool, &str); 4] = [
    ("pandoc", false, "apt install pandoc"),
    ("pdftotext", false, "apt install poppler-utils"),
    ("kreuzberg", true, "pip install kreuzberg, in a venv whose python DOSSIER_BENCH_PYTHON names"),
    ("markitdown", true, "pip install 'markitdown[pdf,docx,xlsx,pptx]', in a venv whose python DOSSIER_BENCH_PYTHON names"),
];

/// What one reader needed for one file.
struct Cost {
    seconds: f64,
    /// The peak memory of its process, in KiB.
    peak: u64,
    /// None where it refused the file.
    characters: Option<u64>,
}

type Costs = BTreeMap<usize, Cost>;

/// Reads the files and folders named in `args`, or a made mix; `--alone` leaves the peers out, `--passes N` and `--count N` (files of each format
/// in the mix) are 5 and 20 unless said.
pub(super) fn intake(args: &[String]) -> Done {
    let (mut paths, mut alone, mut passes, mut count) = (Vec::new(), false, "5".to_owned(), "20".to_owned());
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        match arg.as_str() {
            "--alone" => alone = true,
            "--passes" => passes = number(rest.next())?,
            "--count" => count = number(rest.next())?,
            path => paths.push(std::path::absolute(path).map_err(|error| format!("{path}: {error}"))?),
        }
    }
    let place = target().join("bench-intake");
    if place.exists() {
        std::fs::remove_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
    }
    if paths.is_empty() {
        let mix = place.join("mix");
        output(ours(&["mix", &mix.to_string_lossy(), &count]))?;
        paths.push(mix);
    }
    let mut files = Vec::new();
    for path in &paths {
        collect(path, &mut files)?;
    }
    files.sort();
    if files.is_empty() {
        return Err(format!("no file ends in one of: {}", FORMATS.join(", ")));
    }
    let bench = Bench { place, passes, files };
    bench.write_list()?;
    let mut out = std::io::stdout().lock();
    // A closed standard output is no reason to go on, nor to complain.
    let _ = write!(out, "{}", head(&bench));
    let own = bench.run("dossier", |list, texts| ours(&["read", list, texts, &bench.passes]))?;
    let _ = write!(out, "{}", bench.alone(&own));
    for (name, in_python, how) in PEERS.into_iter().filter(|_| !alone) {
        if !is_there(name, in_python) {
            let _ = writeln!(out, "\n{name} is not here: {how}");
            continue;
        }
        let _ = match bench.run(name, |list, texts| peer(name, list, texts, &bench.passes)) {
            Ok(costs) => write!(out, "{}", bench.beside(name, &own, &costs)?),
            Err(why) => writeln!(out, "\n{name} did not get to the end: {why}"),
        };
    }
    Ok(())
}

fn number(said: Option<&String>) -> Result<String, String> {
    said.filter(|said| said.parse::<u32>().is_ok_and(|number| number > 0))
        .cloned()
        .ok_or("--passes and --count take a number above 0".to_owned())
}

/// The files of `FORMATS` at `path` and below, each with its format.
fn collect(path: &Path, files: &mut Vec<(String, PathBuf)>) -> Done {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
        for entry in entries {
            let entry = entry.map_err(|error| format!("{}: {error}", path.display()))?;
            collect(&entry.path(), files)?;
        }
        return Ok(());
    }
    if !path.is_file() {
        return Err(format!("{}: name a file or a folder", path.display()));
    }
    let format = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if FORMATS.contains(&format.as_str()) {
        files.push((format, path.to_owned()));
    }
    Ok(())
}

/// Our reader, optimised, its crate alone.
fn ours(args: &[&str]) -> Command {
    let mut command = cargo(&["run", "--quiet", "--release", "--package", "dossier-intake", "--example", "bench", "--"]);
    command.args(args);
    command
}

fn peer(name: &str, list: &str, texts: &str, passes: &str) -> Command {
    let script = root().join("xtask/src/bench/peers.py");
    let mut command = program(&python(), &[&script.to_string_lossy(), name, list, texts, passes]);
    // What they warn about is not what is measured.
    command.stderr(Stdio::null());
    command
}

fn python() -> String {
    std::env::var("DOSSIER_BENCH_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

fn is_there(name: &str, in_python: bool) -> bool {
    let ask = if in_python { format!("import {name}") } else { "import os".to_owned() };
    let answers = program(&python(), &["-c", &ask]).stdin(Stdio::null()).output().is_ok_and(|ran| ran.status.success());
    answers && (in_python || have(name))
}

fn output(mut command: Command) -> Result<String, String> {
    let ran = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().and_then(std::process::Child::wait_with_output);
    let ran = ran.map_err(|error| format!("it did not start: {error}"))?;
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    if ran.status.success() { Ok(said) } else { Err(format!("it failed after {} files ({})", said.lines().count(), ran.status)) }
}

struct Bench {
    place: PathBuf,
    passes: String,
    files: Vec<(String, PathBuf)>,
}

impl Bench {
    fn list(&self) -> PathBuf {
        self.place.join("files")
    }

    fn write_list(&self) -> Done {
        let lines: String = self.files.iter().map(|(format, path)| format!("{format}\t{}\n", path.display())).collect();
        std::fs::create_dir_all(&self.place)
            .and_then(|()| std::fs::write(self.list(), lines))
            .map_err(|error| format!("{}: {error}", self.place.display()))
    }

    fn run(&self, name: &str, command: impl Fn(&str, &str) -> Command) -> Result<Costs, String> {
        let texts = self.place.join(name);
        std::fs::create_dir_all(&texts).map_err(|error| format!("{}: {error}", texts.display()))?;
        let said = output(command(&self.list().to_string_lossy(), &texts.to_string_lossy()))?;
        said.lines().map(|line| cost(line).ok_or(format!("{name} said `{line}`"))).collect()
    }

    fn words(&self, name: &str, file: usize) -> Result<BTreeMap<String, usize>, String> {
        let path = self.place.join(name).join(file.to_string());
        let text = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(words(&String::from_utf8_lossy(&text)))
    }

    /// The formats of `costs`, each with its files, and all of them last.
    fn groups(&self, costs: &Costs) -> Vec<(&str, Vec<usize>)> {
        let formats: BTreeSet<&str> = costs.keys().map(|file| self.files[*file].0.as_str()).collect();
        let of = |format: &str| costs.keys().copied().filter(|file| self.files[*file].0 == format).collect();
        let mut groups: Vec<_> = formats.into_iter().map(|format| (format, of(format))).collect();
        groups.push(("all", costs.keys().copied().collect()));
        groups
    }

    fn alone(&self, own: &Costs) -> String {
        let mut out = "\ndossier\nformat  files  CPU seconds  documents per CPU second  peak MiB  characters\n".to_owned();
        for (format, files) in self.groups(own) {
            let sum = Sum::of(own, &files);
            let _ = writeln!(
                out,
                "{format:6} {:6} {:12.4} {:25.1} {:9.1} {:11}",
                files.len(),
                sum.seconds,
                sum.rate(),
                sum.peak,
                sum.characters
            );
        }
        out
    }

    /// Both on the files that the peer knows and did not refuse.
    fn beside(&self, name: &str, own: &Costs, peer: &Costs) -> Result<String, String> {
        let mut out = format!(
            "\n{name}: documents per CPU second and peak MiB, its and ours over the same files; the share of our words that it has, and of its words \
             that we have\nformat  files  refused      its     ours  ours/its  its MiB  our MiB  of ours  of its\n"
        );
        for (format, files) in self.groups(peer) {
            let read: Vec<usize> = files.iter().copied().filter(|file| peer[file].characters.is_some()).collect();
            if read.is_empty() {
                let _ = writeln!(out, "{format:6} {:6} {:8}        -", 0, files.len());
                continue;
            }
            let (its, ours) = (Sum::of(peer, &read), Sum::of(own, &read));
            let (mut ours_all, mut its_all, mut both) = (0, 0, 0);
            for file in &read {
                let (our_words, its_words) = (self.words("dossier", *file)?, self.words(name, *file)?);
                ours_all += all(&our_words);
                its_all += all(&its_words);
                both += shared(&our_words, &its_words);
            }
            let _ = writeln!(
                out,
                "{format:6} {:6} {:8} {:8.1} {:8.1} {:9.2} {:8.1} {:8.1} {} {}",
                read.len(),
                files.len() - read.len(),
                its.rate(),
                ours.rate(),
                ours.rate() / its.rate(),
                its.peak,
                ours.peak,
                share(both, ours_all),
                share(both, its_all)
            );
        }
        Ok(out)
    }
}

fn cost(line: &str) -> Option<(usize, Cost)> {
    let [file, seconds, peak, characters] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
    let cost = Cost { seconds: seconds.parse().ok()?, peak: peak.parse().ok()?, characters: characters.parse().ok() };
    Some((file.parse().ok()?, cost))
}

struct Sum {
    files: usize,
    seconds: f64,
    /// In MiB.
    peak: f64,
    characters: u64,
}

#[allow(clippy::cast_precision_loss, reason = "figures for people")]
impl Sum {
    fn of(costs: &Costs, files: &[usize]) -> Self {
        let costs = || files.iter().filter_map(|file| costs.get(file));
        Self {
            files: files.len(),
            seconds: costs().map(|cost| cost.seconds).sum(),
            peak: costs().map(|cost| cost.peak).max().unwrap_or_default() as f64 / 1024.0,
            characters: costs().filter_map(|cost| cost.characters).sum(),
        }
    }

    fn rate(&self) -> f64 {
        self.files as f64 / self.seconds
    }
}

#[allow(clippy::cast_precision_loss, reason = "figures for people")]
fn share(part: usize, whole: usize) -> String {
    if whole == 0 { "      -".to_owned() } else { format!("{:6.1}%", 100.0 * part as f64 / whole as f64) }
}

fn head(bench: &Bench) -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    format!(
        "{} files, the cheapest of {} passes (programs that are started for each file: one), load of the machine {load}\n",
        bench.files.len(),
        bench.passes
    )
}
