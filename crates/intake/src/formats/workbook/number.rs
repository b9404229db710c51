//! Numbers of a workbook as they are shown: dates as ISO, shares in percent, others with all their digits.

/// How a cell shows its number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Shown {
    /// As it is.
    #[default]
    Plain,
    /// In percent, with so many decimals.
    Percent(usize),
    /// As a day, with the time where there is one.
    Day,
    /// As a time of the day.
    Time,
}

/// What the format numbered `id`, or its `code`, shows.
pub(crate) fn shown(id: u32, code: Option<&str>) -> Shown {
    let Some(code) = code else {
        return match id {
            9 => Shown::Percent(0),
            10 => Shown::Percent(2),
            14..=17 | 22 | 27..=31 | 36 | 50..=58 => Shown::Day,
            18..=21 | 45..=47 => Shown::Time,
            _ => Shown::Plain,
        };
    };
    // The first section is that of positive numbers; words in quotes, brackets and behind a backslash are not signs of the format.
    let (mut signs, mut rest) = (String::new(), code.split(';').next().unwrap_or("").chars());
    while let Some(c) = rest.next() {
        match c {
            '"' => drop(rest.by_ref().take_while(|c| *c != '"').count()),
            '[' => drop(rest.by_ref().take_while(|c| *c != ']').count()),
            '\\' | '_' | '*' => drop(rest.next()),
            c => signs.push(c.to_ascii_lowercase()),
        }
    }
    if signs.contains("general") {
        return Shown::Plain;
    }
    if signs.contains('%') {
        let decimals = signs.split_once('.').map_or(0, |(_, after)| after.chars().take_while(|c| matches!(c, '0' | '#')).count());
        return Shown::Percent(decimals.min(10));
    }
    if signs.contains(['y', 'd']) || (signs.contains('m') && !signs.contains(['h', 's'])) {
        return Shown::Day;
    }
    if signs.contains(['h', 's']) { Shown::Time } else { Shown::Plain }
}

/// `raw`, a number as the file has it, as the cell shows it. What is no number stays as it is.
pub(crate) fn words(raw: &str, shown: Shown, from_1904: bool) -> String {
    let Some(number) = raw.trim().parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() < 1e15) else {
        return raw.to_owned();
    };
    match shown {
        Shown::Percent(decimals) => format!("{:.decimals$}%", number * 100.0),
        Shown::Day | Shown::Time if (0.0..2_958_466.0).contains(&number) => moment(number, shown, from_1904),
        Shown::Plain | Shown::Day | Shown::Time => number.to_string(),
    }
}

fn moment(number: f64, shown: Shown, from_1904: bool) -> String {
    let seconds = (number * 86_400.0).round() as i64;
    let (days, seconds) = (seconds / 86_400, seconds % 86_400);
    let time = match seconds % 60 {
        0 => format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60),
        rest => format!("{:02}:{:02}:{rest:02}", seconds / 3600, seconds / 60 % 60),
    };
    if shown == Shown::Time && days == 0 {
        return time;
    }
    // Day 0 is 30 December 1899, since Excel holds 1900 for a leap year; before 1 March 1900 it is one day off.
    let since_1970 = days - if from_1904 { 24_107 } else { 25_569 } + i64::from(!from_1904 && days < 60);
    let day = date(since_1970);
    if seconds == 0 { day } else { format!("{day} {time}") }
}

/// The day so many days after 1 January 1970, by the rule of the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms").
fn date(days: i64) -> String {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    format!("{:04}-{month:02}-{day:02}", year + era * 400 + i64::from(month <= 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_are_shown() {
        let check = |raw: &str, shown: Shown, expect: &str| assert_eq!(words(raw, shown, false), expect, "{raw}");
        check("0.10000000000000001", Shown::Plain, "0.1");
        check("9000", Shown::Plain, "9000");
        check("0.257", Shown::Percent(1), "25.7%");
        check("46143", Shown::Day, "2026-05-01");
        check("46143.5", Shown::Day, "2026-05-01 12:00");
        check("1", Shown::Day, "1900-01-01");
        check("0.75", Shown::Time, "18:00");
        assert_eq!(words("44681", Shown::Day, true), "2026-05-01");
        assert_eq!(shown(164, Some("dd\\-mmm\\-yy")), Shown::Day);
        assert_eq!(shown(165, Some("0.0%")), Shown::Percent(1));
        assert_eq!(shown(166, Some("#,##0 \"days\"")), Shown::Plain);
        assert_eq!(shown(167, Some("h:mm")), Shown::Time);
    }
}
