//! Periods by example.

use super::*;

/// Each period as `words = dates`, a question mark for one without dates, `..` for a span.
fn shown(text: &str, published: Option<&str>) -> String {
    let published: Option<Edtf> = published.map(|date| date.parse().unwrap());
    let found = periods(text, published.as_ref());
    let one = |found: &Found<Period>| {
        let dates = found.what.edtf.map_or("?".to_owned(), |edtf| edtf.to_string());
        let relative = if found.what.resolved_from.is_some() { " (relative)" } else { "" };
        format!("{} = {dates}{relative}", &text[found.range.clone()])
    };
    found.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn check(text: &str, expect: &str) {
    assert_eq!(shown(text, None), expect, "{text}");
    assert_eq!(shown(text, Some("2026-06-25")), expect, "the day of publication gives no year: {text}");
}

#[test]
fn windows_are_read_with_both_ends() {
    check("between April 22 and June 5.", "between April 22 and June 5 = XXXX-04-22/XXXX-06-05");
    check("April 22 to June 5", "April 22 to June 5 = XXXX-04-22/XXXX-06-05");
    check("April 22–June 5, 2026", "April 22–June 5, 2026 = 2026-04-22/2026-06-05");
    check("from April 22 through June 5, 2026, it", "from April 22 through June 5, 2026 = 2026-04-22/2026-06-05");
    check("between April and June", "between April and June = XXXX-04/XXXX-06");
    check("from 22 April to 5 June 2026", "from 22 April to 5 June 2026 = 2026-04-22/2026-06-05");
    check(
        "between the 22nd of April and the 5th of June",
        "between the 22nd of April and the 5th of June = XXXX-04-22/XXXX-06-05",
    );
    check("April 22–25, 2026", "April 22–25, 2026 = 2026-04-22/2026-04-25");
    check("22-25 April 2026", "22-25 April 2026 = 2026-04-22/2026-04-25");
    check("between 22 and 25 April", "between 22 and 25 April = XXXX-04-22/XXXX-04-25");
    check("from 2024 to 2026", "from 2024 to 2026 = 2024/2026");
    check("2026-04-22 to 2026-06-05", "2026-04-22 to 2026-06-05 = 2026-04-22/2026-06-05");
    check("between late April 2025 and mid-May 2025", "between late April 2025 and mid-May 2025 = 2025-04/2025-05");
    check("between May and July", "between May and July = XXXX-05/XXXX-07");
    check("from March to May", "from March to May = XXXX-03/XXXX-05");
}

#[test]
fn words_may_stand_around_the_ends_of_a_window() {
    for (text, expect) in [
        ("from at least March 2023 until May 2024", "2023-03/2024-05"),
        ("from as early as June 2023 to April 2024", "2023-06/2024-04"),
        ("between approximately September 2023 and November 2024", "2023-09~/2024-11"),
        ("from on or about May 1, 2023 to on or about June 2, 2024", "2023-05-01/2024-06-02"),
        ("From April 22 → June 5, 2026", "2026-04-22/2026-06-05"),
        ("the year to October 31, 2024", "2023-11-01/2024-10-31"),
        ("the six months ended June 30, 2026", "2026-01-01/2026-06-30"),
        ("since its launch in 2019", "2019/.."),
        ("since the rule was adopted in May 2024", "2024-05/.."),
        ("from late 2023 into early 2024", "2023/2024"),
        ("from 2023 to the present", "2023/.."),
        ("from 2022-2024", "2022/2024"),
        ("since at least 2021", "2021/.."),
        ("dating back to June 2021", "2021-06/.."),
        ("through at least April 2024", "../2024-04"),
    ] {
        check(text, &format!("{text} = {expect}"));
    }
    check("It began in October 2023 and continued until August.", "in October 2023 and continued until August = 2023-10/2024-08");
    check("starting in March, continuing through May", "in March, continuing through May = XXXX-03/XXXX-05");
    check("spiked on July 24 and 25, 2026, to", "July 24 and 25, 2026 = 2026-07-24/2026-07-25");
    check("in November and December 2025", "November and December 2025 = 2025-11/2025-12");
    check("the first three months of 2025", "the first three months of 2025 = 2025-01/2025-03");
    check("March–June 2025", "March–June 2025 = 2025-03/2025-06");
    check("the first week of July", "the first week of July = XXXX-07-01/XXXX-07-07");
}

#[test]
fn windows_over_the_turn_of_a_year_do_not_fail() {
    assert_eq!(shown("from December 20 to January 5", None), "from December 20 to January 5 = ?");
    let over = "from December 20 to January 5 = 2025-12-20/2026-01-05 (relative)";
    assert_eq!(shown("from December 20 to January 5", Some("2026-06-25")), over);
    check("from December 20 to January 5, 2026", "from December 20 to January 5, 2026 = 2025-12-20/2026-01-05");
    check("from November 2025 to March", "from November 2025 to March = 2025-11/2026-03");
    assert_eq!(periods("December 20 to January 5", None)[0].what.unresolved, Some(Unresolved::CrossesYear));
}

#[test]
fn single_dates_are_read_in_every_order() {
    check("in April", "April = XXXX-04");
    check("in January 2025,", "January 2025 = 2025-01");
    check("on 25 June 2026", "25 June 2026 = 2026-06-25");
    check("25 June 2026", "25 June 2026 = 2026-06-25");
    check("on June 25, 2026,", "June 25, 2026 = 2026-06-25");
    check("Dec. 3, 2024.", "Dec. 3, 2024 = 2024-12-03");
    check("2026-06-25", "2026-06-25 = 2026-06-25");
    check("2026-03-20T00:04:01.000Z", "2026-03-20T00:04:01.000Z = 2026-03-20");
    check("late April 2025", "late April 2025 = 2025-04");
    check("in early 2026", "early 2026 = 2026");
    check("in 2024", "2024 = 2024");
    check("Thursday, June 25, 2026", "Thursday, June 25, 2026 = 2026-06-25");
    check("the 3rd of May", "the 3rd of May = XXXX-05-03");
    check("July 1st", "July 1st = XXXX-07-01");
    check("in Q2 2026", "Q2 2026 = 2026-04/2026-06");
    check("the second quarter of 2026", "the second quarter of 2026 = 2026-04/2026-06");
    check("H1 2026", "H1 2026 = 2026-01/2026-06");
    check("in summer 2025", "summer 2025 = 2025-06/2025-08");
    check("its November 2025 disclosure", "November 2025 = 2025-11");
    check("13/06/2026", "13/06/2026 = 2026-06-13");
    check("on 13.06.2026", "13.06.2026 = 2026-06-13");
    check("on February ninth", "February ninth = XXXX-02-09");
    check("on March the sixth", "March the sixth = XXXX-03-06");
    check("the third of March", "the third of March = XXXX-03-03");
    check("as recently as May", "May = XXXX-05");
    check("in the first quarter", "the first quarter = XXXX-01/XXXX-03");
}

#[test]
fn open_periods_keep_their_open_end() {
    check("since 2024", "since 2024 = 2024/..");
    check("since July 1.", "since July 1 = XXXX-07-01/..");
    check("until June 2026", "until June 2026 = ../2026-06");
    check("by 2030", "by 2030 = ../2030");
    check("by the end of 2026", "by the end of 2026 = ../2026");
    check("from April onwards", "from April onwards = XXXX-04/..");
    check("It ran from 1 July 2026.", "from 1 July 2026 = 2026-07-01/..");
}

#[test]
fn what_is_no_date_is_left_alone() {
    for text in [
        "It may march on.",
        "Firms May Face Sanctions",
        "May they rest.",
        "They march to 5 beats",
        "28.8 million exchanges",
        "Section 2024",
        "$2026",
        "1,999 accounts",
        "more than 2000 accounts",
        "port 2019",
        "room 2001-B",
    ] {
        check(text, "");
    }
    check("February 30", "February = XXXX-02");
}

#[test]
fn relative_words_count_from_the_day_of_publication() {
    // Published on a Thursday.
    for (text, expect) in [
        ("this week", "2026-06-22/2026-06-28"),
        ("earlier this week", "2026-06-22/2026-06-25"),
        ("last week", "2026-06-15/2026-06-21"),
        ("on Wednesday", "2026-06-24"),
        ("on Thursday", "2026-06-25"),
        ("last Thursday", "2026-06-18"),
        ("next Monday", "2026-06-29"),
        ("Monday's post", "2026-06-22"),
        ("Wednesday morning", "2026-06-24"),
        ("they will vote on Tuesday", "2026-06-30"),
        ("yesterday", "2026-06-24"),
        ("today", "2026-06-25"),
        ("last month", "2026-05"),
        ("this month", "2026-06"),
        ("earlier this year", "2026"),
        ("this year", "2026"),
        ("last year", "2025"),
        ("early last year", "2025"),
        ("last summer", "2025-06/2025-08"),
        ("last April", "2026-04"),
        ("last December", "2025-12"),
        ("two weeks ago", "2026-06-11~"),
        ("three days ago", "2026-06-22"),
        ("two months ago", "2026-04"),
        ("a year ago", "2025"),
        ("over the past 30 days", "2026-05-26/2026-06-25"),
        ("over the past three years", "2023/2026"),
        ("in the past six months", "2025-12/2026-06"),
        ("since early last month", "2026-05/.."),
        ("until last month", "../2026-05"),
        ("in November last year", "2025-11"),
        ("in November of last year", "2025-11"),
        ("this November", "2026-11"),
        ("the first half of this year", "2026-01/2026-06"),
        ("from Monday to Wednesday", "2026-06-22/2026-06-24"),
        ("between March and last month", "2026-03/2026-05"),
        ("since the start of the year", "2026-01/.."),
        ("over the weekend", "2026-06-20/2026-06-21"),
        ("22h ago", "?"),
        ("five hours ago", "?"),
        ("as soon as Wednesday", "?"),
        ("in recent weeks", "?"),
    ] {
        let with = shown(text, Some("2026-06-25"));
        assert!(with.ends_with(&format!("= {expect} (relative)")), "{text}: {with}");
        let without = shown(text, None);
        assert!(without.ends_with("= ? (relative)"), "{text}: {without}");
    }
    assert_eq!(shown("last month", Some("2026-06")), "last month = 2026-05 (relative)");
    assert_eq!(shown("last year", Some("2026")), "last year = 2025 (relative)");
    assert_eq!(shown("yesterday", Some("2026-06")), "yesterday = ? (relative)");
}
