//! `cargo xtask train`: the weights of what examples teach beside the rules, from the tuning half of the annotated set alone.
//!
//! `train [FOLDER [KIND]...]` writes `KIND.crf` for each kind that is named, or for all of `dossier_claims::learned::KINDS`. The same set and
//! the same rules give the same bytes.

#[path = "../tests/measure/mod.rs"]
#[allow(dead_code, unused_imports, reason = "training reads the set, and measures nothing")]
mod measure;

use crfs::train::Trainer;
use dossier_claims::learned::{KINDS, Lesson, Marked, OUTSIDE, lessons};
use dossier_model::ClaimKind;
use measure::set::{Half, Text, texts};
use measure::{exit, say};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How strongly many weights are held back: the L1 of the regularisation.
const FEW: f64 = 0.5;

/// How strongly large weights are held back: the L2.
const SMALL: f64 = 0.05;

/// How often the weights are improved.
const ROUNDS: usize = 80;

/// How much more a sentence counts that holds nothing of a kind: rather too little is proposed than too much.
const SENTENCE_WITHOUT: f64 = 4.0;

fn main() -> ExitCode {
    exit(run())
}

fn run() -> Result<(), String> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut args = std::env::args().skip(1);
    let out = args.next().map_or_else(|| home.join("src/learned/weights"), PathBuf::from);
    let wanted: Vec<String> = args.collect();
    let unknown = wanted.iter().find(|wanted| !KINDS.iter().any(|kind| kind.as_str() == *wanted));
    if let Some(unknown) = unknown {
        let known: Vec<&str> = KINDS.iter().map(|kind| kind.as_str()).collect();
        return Err(format!("{unknown} is not learned; these are: {}", known.join(", ")));
    }
    let kinds: Vec<ClaimKind> =
        KINDS.iter().copied().filter(|kind| wanted.is_empty() || wanted.iter().any(|one| one == kind.as_str())).collect();
    let texts: Vec<Text> =
        texts(&home.join("../../tests/claims"))?.into_iter().filter(|text| text.half == Half::Tuning).collect();
    let seen: Vec<Vec<Lesson>> = texts.iter().map(|text| lessons(&text.read.text, &text.read.marks, &text.about())).collect();
    say(&format!("{} texts, {} kinds\n", texts.len(), kinds.len()))?;
    let at_once = std::thread::available_parallelism().map_or(1, usize::from);
    for kinds in kinds.chunks(at_once) {
        std::thread::scope(|scope| {
            let threads: Vec<_> = kinds.iter().map(|kind| scope.spawn(|| train(&texts, &seen, *kind, &out))).collect();
            threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| Err("training broke off".to_owned())))
        })?;
    }
    Ok(())
}

/// Trains and writes the weights of one kind.
fn train(texts: &[Text], seen: &[Vec<Lesson>], kind: ClaimKind, out: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{kind}: {error}");
    let mut trainer = Trainer::lbfgs();
    let params = trainer.params_mut();
    params.set_c1(FEW).map_err(failed)?;
    params.set_c2(SMALL).map_err(failed)?;
    params.set_max_iterations(ROUNDS).map_err(failed)?;
    for (text, lessons) in texts.iter().zip(seen) {
        let marked = text.annotations.iter().filter(|one| one.kind == kind).map(|one| Marked {
            kind,
            span: one.span,
            value: one.value.as_deref(),
            unit: one.unit.as_deref(),
            rung: one.rung.as_ref(),
        });
        let marked: Vec<Marked<'_>> = marked.collect();
        for lesson in lessons.iter().filter(|lesson| !lesson.words.is_empty()) {
            let labels = lesson.labels(&marked);
            let weight = if labels.iter().all(|label| label == OUTSIDE) { SENTENCE_WITHOUT } else { 1.0 };
            trainer.append_with_weight(&lesson.signs, &labels, weight).map_err(failed)?;
        }
    }
    let path = out.join(format!("{kind}.crf"));
    trainer.train(&path).map_err(failed)?;
    let size = std::fs::metadata(&path).map_err(failed)?.len();
    say(&format!("{kind}: {} kB\n", size / 1000))
}
