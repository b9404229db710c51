//! What no rule of form says and many examples show: which verb phrases tell a deed, a measure, a view, an effect.
//!
//! Linear-chain conditional random fields ([`crfs`]), one for each kind, read the words of a sentence with signs of themselves and of
//! their surroundings (`signs`); what the rules found is one sign among them. They were trained on the tuning half of the annotated
//! reports of `tests/claims` alone (`cargo xtask train`). They add claims where the rules have found none of their kind (`spans`);
//! hedges, speakers and subjects come from the rules' reading of the sentence, and figures, dates, names and quotations are the rules' alone.

mod lessons;
mod signs;
mod spans;
mod weights;

pub use lessons::{Lesson, Marked, OUTSIDE, lessons};
pub(crate) use spans::propose;
pub use weights::{BadWeights, KINDS, Weights};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{About, with_weights};
    use crfs::train::Trainer;
    use dossier_model::{ClaimKind, Span};

    /// Weights that learned to mark the second of each pair as a claim of `kind` in the first.
    fn taught(kind: ClaimKind, examples: &[(&str, &str)]) -> Weights {
        let mut trainer = Trainer::lbfgs();
        for (text, quote) in examples {
            let from = u32::try_from(text.find(quote).unwrap()).unwrap();
            let span = Span::new(from, from + u32::try_from(quote.len()).unwrap());
            for sentence in &lessons(text, &[], &About::default()) {
                let labels = sentence.labels(&[Marked { kind, span, value: None, unit: None, rung: None }]);
                trainer.append(&sentence.signs, &labels).unwrap();
            }
        }
        trainer.params_mut().set_c2(0.01).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("weights");
        trainer.train(&file).unwrap();
        let mut weights = Weights::default();
        weights.add(kind, std::fs::read(&file).unwrap().leak()).unwrap();
        weights
    }

    fn acts(text: &str, weights: &Weights) -> Vec<String> {
        let found = with_weights(text, &[], &About::default(), weights);
        found.iter().filter(|one| one.kind == ClaimKind::Act).map(|one| one.quotes.first().text.clone()).collect()
    }

    #[test]
    fn what_examples_teach_is_proposed_where_the_rules_are_silent() {
        let examples = [
            ("Vale Group hoodwinked the clerks. It was a dull day.", "hoodwinked the clerks"),
            ("In May Halden hoodwinked the auditors. They went home.", "hoodwinked the auditors"),
            ("The rain fell. Oster Works hoodwinked the guards.", "hoodwinked the guards"),
        ];
        let text = "It was a dull day. Torrance Mills hoodwinked the porters.";
        assert_eq!(acts(text, &Weights::default()), [""; 0]);
        assert_eq!(acts(text, &taught(ClaimKind::Act, &examples)), ["hoodwinked the porters"]);
        // Weights for one kind add none of another.
        assert_eq!(acts(text, &taught(ClaimKind::Opinion, &examples)), [""; 0]);
    }
}
