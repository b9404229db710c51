//! The date a document bears, in the few forms that mastheads and front matter use.

use dossier_model::{Edtf, EdtfDate};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FULL_MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// The first date in `words` that is known to the day, or an ISO month.
pub(crate) fn date(words: &str) -> Option<Edtf> {
    iso(words.trim()).or_else(|| prose(words)).map(Edtf::Date)
}

/// The day that lies `days` after 1 January 1970, as `2026-06-25`; after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
pub(crate) fn day_of(days: i64) -> Option<String> {
    let days = days.checked_add(719_468)?;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (0..=9999).contains(&year).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// `2026-06-25`, also with a time behind it; `2026-06`.
fn iso(words: &str) -> Option<EdtfDate> {
    let day: Option<&str> = words.get(..10).filter(|day| is_iso_day(day));
    let month = words.get(..7).filter(|month| words.len() == 7 && is_iso_day(&format!("{month}-01")));
    let year = words.get(..4).filter(|year| words.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    day.or(month).or(year)?.parse().ok()
}

fn is_iso_day(words: &str) -> bool {
    words.len() == 10 && words.bytes().enumerate().all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() })
}

/// `June 25, 2026`, `25 June 2026`, `Dec. 3, 2024`.
fn prose(words: &str) -> Option<EdtfDate> {
    let words: Vec<&str> = words.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).collect();
    words.windows(3).find_map(|three| {
        let &[a, b, c] = three else { return None };
        let year = c.trim_end_matches(|c: char| !c.is_ascii_digit());
        let year: i16 = if year.len() == 4 { year.parse().ok()? } else { return None };
        let (month, day) = match (month(a), month(b)) {
            (Some(month), _) => (month, b),
            (None, Some(month)) => (month, a),
            (None, None) => return None,
        };
        let day = day.trim_end_matches(|c: char| !c.is_ascii_digit());
        let day: i8 = if day.len() <= 2 { day.parse().ok()? } else { return None };
        EdtfDate::new(Some(year), Some(month), Some(day))
    })
}

fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let at = FULL_MONTHS.iter().position(|name| *name == word);
    let at = at.or_else(|| MONTHS.iter().position(|name| *name == word || (word == "sept" && *name == "sep")))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_mastheads_write_them() {
        let check = |words: &str, expect: Option<&str>| {
            assert_eq!(date(words).map(|date| date.to_string()).as_deref(), expect, "{words}");
        };
        check("2026-02-23T20:22:55.000Z", Some("2026-02-23"));
        check("2026-06", Some("2026-06"));
        check("25 June 2026 at 11:40 IST", Some("2026-06-25"));
        check("Dec. 3, 2024", Some("2024-12-03"));
        check("Updated June 25, 2026", Some("2026-06-25"));
        check("June 25", None);
        check("2026-13-40", None);
        check("22h ago", None);
        check("31 June 2026", None);
    }

    #[test]
    fn days_since_1970_are_dates() {
        let days = [0, 59, 11_016, 20_629].map(|days| day_of(days).unwrap());
        assert_eq!(days, ["1970-01-01", "1970-03-01", "2000-02-29", "2026-06-25"]);
        assert_eq!(day_of(i64::MAX), None);
    }
}
