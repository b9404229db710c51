//! A source's words, made ready to stand between quotation marks.

use crate::check::verbatim::with_sic;

/// How many words of a quote are shown; the rest is left out with an ellipsis.
pub(crate) const LONGEST: usize = 60;

/// `words` as they stand between quotation marks: in one line, inner marks single, slips marked, no longer than a reader bears.
pub(crate) fn in_marks(words: &str) -> String {
    in_marks_up_to(words, LONGEST)
}

/// The same with at most `longest` words; the rest is left out with an ellipsis.
pub(crate) fn in_marks_up_to(words: &str, longest: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut plain = with_sic(&single_marks(&line));
    let shown: Vec<&str> = plain.split(' ').take(longest.saturating_add(1)).collect();
    if shown.len() > longest {
        plain = format!("{} …", shown.get(..longest).unwrap_or_default().join(" ").trim_end_matches([',', ';', ':']));
    }
    plain.trim_end_matches([',', ';', ':']).trim().to_owned()
}

/// Double quotation marks made single, where they come in pairs; a lone one is left out.
fn single_marks(line: &str) -> String {
    let open = line.chars().filter(|c| *c == '“').count();
    let close = line.chars().filter(|c| *c == '”').count();
    let straight = line.chars().filter(|c| *c == '"').count();
    let mut inside = false;
    line.chars()
        .filter_map(|c| match c {
            '“' => (open == close).then_some('‘'),
            '”' => (open == close).then_some('’'),
            '"' if straight % 2 == 0 => {
                inside = !inside;
                Some(if inside { '‘' } else { '’' })
            }
            '"' => None,
            c => Some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::in_marks;

    #[test]
    fn a_quote_in_a_sentence_keeps_its_words_and_tames_its_marks() {
        assert_eq!(in_marks("  accused of “illicitly” gaining\n access, "), "accused of ‘illicitly’ gaining access");
        assert_eq!(in_marks("carried out “illicitly, and"), "carried out illicitly, and");
        assert_eq!(in_marks("led to to a stance."), "led to to [sic] a stance.");
        assert_eq!(in_marks(&"word ".repeat(90)).split(' ').count(), 61);
    }
}
