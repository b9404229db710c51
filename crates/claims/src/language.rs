//! The language of a text: the rules read English, and would find in another what is not there.

use dossier_model::{Mark, MarkKind, TextIndex};
use whatlang::Lang;

/// Of fewer letters than these, no language is told: names and figures are much alike in many.
const LEAST: usize = 300;
/// Of more characters than these the language is not asked.
const MOST: usize = 100_000;

/// The English name of the language that the sentences of `text` are in, where that is surely not English.
pub fn other_language(text: &str, marks: &[Mark]) -> Option<&'static str> {
    let prose = prose(text, marks);
    if prose.chars().filter(|letter| letter.is_alphabetic()).take(LEAST).count() < LEAST {
        return None;
    }
    let info = whatlang::detect(&prose)?;
    (info.is_reliable() && info.lang() != Lang::Eng).then(|| info.lang().eng_name())
}

/// What people wrote in sentences: no cells, no records, nothing that stands around an article.
fn prose(text: &str, marks: &[Mark]) -> String {
    let index = TextIndex::new(text);
    let of_prose = |mark: &&Mark| matches!(mark.kind, MarkKind::Paragraph | MarkKind::Item | MarkKind::BlockQuote);
    let mut parts = marks.iter().filter(of_prose).filter_map(|mark| index.slice(mark.span).ok()).peekable();
    if parts.peek().is_none() && marks.iter().all(|mark| mark.kind == MarkKind::Page) {
        return text.chars().take(MOST).collect();
    }
    let mut all = String::new();
    for part in parts {
        if all.len() > MOST {
            break;
        }
        all.push_str(part);
        all.push('\n');
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::Span;

    const GERMAN: &str = "Nach Angaben der Behörde haben Unbekannte im vergangenen Jahr mehrere tausend Konten eröffnet, um das Modell \
        auszuforschen. Ein Sprecher sagte, die Untersuchung sei noch nicht abgeschlossen, und man werde den Ausschuss unterrichten, sobald \
        die Ergebnisse vorliegen. Das Unternehmen bestreitet die Vorwürfe und weist darauf hin, dass niemand zu Schaden gekommen sei.";

    #[test]
    fn a_text_in_another_language_is_told_by_its_sentences() {
        assert_eq!(other_language(GERMAN, &[]), Some("German"));
        assert_eq!(other_language(&GERMAN[..200], &[]), None, "too short to tell");
        let english = "According to the agency, unknown persons opened several thousand accounts last year in order to study the model. A \
            spokesman said that the inquiry was not complete, and that the committee would be told once there were results. The company \
            denies the charges and points out that nobody has come to harm, and that the accounts were closed in the spring of that year.";
        assert_eq!(other_language(english, &[]), None);
        let cell = [Mark { span: Span::new(0, 300), kind: MarkKind::Cell, label: None }];
        assert_eq!(other_language(GERMAN, &cell), None, "a table has no sentences");
    }

    #[test]
    fn the_rules_leave_a_text_in_another_language_alone() {
        let text = format!("{GERMAN} Dafür gilt 8x und 24.000 Konten.");
        assert_eq!(crate::propose(&text, &[], &crate::About::default()), []);
    }
}
