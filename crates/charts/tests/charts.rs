//! The charts of an invented case, as a reader sees them, and what holds for any case.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod case;

use case::{CAMPAIGN, Maker, Short, invented};
use dossier_charts::{Chart, ChartError, scale, targeting, timeline};
use dossier_model::{Case, ClaimKind, Hedge};
use expect_test::{expect, expect_file};

type Draw = fn(&Case) -> Result<Chart, ChartError>;

const ALL: [(&str, Draw); 3] = [("timeline", timeline), ("targeting", targeting), ("scale", scale)];

#[test]
fn the_charts_of_the_invented_case_look_as_they_did() {
    let case = invented();
    expect_file!["goldens/timeline.svg"].assert_eq(&timeline(&case).unwrap().svg);
    expect_file!["goldens/targeting.svg"].assert_eq(&targeting(&case).unwrap().svg);
    expect_file!["goldens/scale.svg"].assert_eq(&scale(&case).unwrap().svg);
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    for (name, draw) in ALL {
        assert_eq!(draw(&invented()), draw(&invented()), "{name}");
    }
}

#[test]
fn an_empty_case_says_what_is_needed() {
    for (name, draw) in ALL {
        let Err(ChartError::NothingToDraw { chart, needs }) = draw(&Case::default()) else { panic!("{name} drew nothing") };
        assert_eq!(chart, name);
        assert!(!needs.is_empty());
    }
    expect!["the timeline chart has nothing to draw: it needs facts with a date: the window of a campaign, a letter, a measure or a reaction; accept such claims first"]
        .assert_eq(&timeline(&Case::default()).unwrap_err().to_string());
}

#[test]
fn titles_and_descriptions_keep_the_hedge_and_quote_nobody() {
    let case = invented();
    for (name, draw) in ALL {
        let chart = draw(&case).unwrap();
        assert!(chart.title.contains("alleged"), "{name}: {}", chart.title);
        assert!(chart.alt.starts_with(&chart.title), "{name}");
        assert!(chart.alt.ends_with('.') && !chart.alt.contains(['“', '”', '"', '…']), "{name}: {}", chart.alt);
    }
    expect!["Timeline of the alleged Meridian Works campaign against Corvid: it shows 9 dated facts. The campaign lane shows, for April to June (year inferred: 2031), the window of the Meridian Works campaign against Corvid (reported). The campaign lane shows, for April 22 to June 5 (year inferred: 2031), the window of the Meridian Works campaign against Corvid (alleged). The disclosure lane shows, for February 2031, Halden: blog post. The disclosure lane shows, for June 23, 2031, Halden: letter to the Committee on Trade (reported). The government lane shows, for April 2031, Office of Trade Security: memo on copying of models. The government lane shows, for June 25, 2031, Amendment to the annual defense bill that would bar firms found to copy models, Sens. Ada Quill and Tom Ferris (planned). The government lane shows, for July 8, 2031, Preliminary finding, Office of Trade Security (issued). The reactions lane shows, for June 24, 2031, Meridian Works: no response. The reactions lane shows, for June 25, 2031, Meridian Works: fell more than 3 percent. The sources give no date for Meridian Works: denial (reported). 1 reaction more than six months from the rest is not drawn."].assert_eq(&timeline(&case).unwrap().alt);
    expect!["What the alleged Meridian Works campaign against Corvid is said to have targeted. Agentic reasoning is named as a target (alleged) in 3 reports (Harbour Wire, Quayside Business Review and Office of Trade Security), which come to 2 origins (Halden and Office of Trade Security). Software engineering is named as a target (alleged) in 4 reports (Harbour Wire, The Bay Post, Quayside Business Review and S4, publisher not stated), which come to 1 origin (Halden). Long-horizon planning across many tools and documents is named as a target in 1 report (Office of Trade Security), which comes to 1 origin (Office of Trade Security). Translation is named as a target (forecast) in 1 report (The Bay Post), which comes to 1 origin (Halden)."].assert_eq(&targeting(&case).unwrap().alt);
    expect!["Scale of the alleged Meridian Works campaign against Corvid: it shows 5 figures. The figure nearly 25,000 accounts (alleged) leaves 22,500 to 25,000 possible and comes from 1 origin through 4 reports. The figure at least 21,400 accounts (confirmed) leaves 21,400 or more possible and comes from 1 origin through 1 report. The figure thousands of conversations (alleged) leaves 1,000 to 1 million possible and comes from 1 origin through 1 report. The figure about 28.8 million conversations (alleged) leaves 25.92 to 31.68 million possible and comes from 1 origin through 1 report. The figure 28.8 million exchanges (alleged) leaves 28.75 to 28.85 million possible and comes from 1 origin through 2 reports."].assert_eq(&scale(&case).unwrap().alt);
}

#[test]
fn a_stated_campaign_needs_no_hedge_in_its_title() {
    let stated = Short { property: "window", period: Some("2031-04"), hedge: Hedge::Confirmed, ..Short::of(ClaimKind::Period) };
    let case = Maker::default().source(None, None).origin("Halden").fact(&stated).case;
    assert_eq!(timeline(&case).unwrap().title, format!("Timeline of the {CAMPAIGN}"));
}

#[test]
fn rows_behind_the_chart_carry_bound_hedge_and_origins() {
    expect![[r#"
        fact,label,value,unit,bound,period,hedge,origins
        F16,"Nearly 25,000 accounts (alleged), 1 origin through 4 reports",25000,accounts,below,,alleged,Halden
        F17,"At least 21,400 accounts (confirmed), 1 origin through 1 report",21400,accounts,at-least,,confirmed,Office of Trade Security
        F19,"Thousands of conversations (alleged), 1 origin through 1 report",1000,conversations,vague,,alleged,Halden
        F20,"About 28.8 million conversations (alleged), 1 origin through 1 report",28800000,conversations,about,,alleged,Halden
        F18,"28.8 million exchanges (alleged), 1 origin through 2 reports",28800000,exchanges,,,alleged,Halden
    "#]].assert_eq(&scale(&invented()).unwrap().csv.replace("\r\n", "\n"));
}

/// The alt text of a timeline with one window and one dated letter.
fn window(period: &str, published: Option<&str>, letter: Option<&str>) -> String {
    let mut maker = Maker::default().source(Some("Harbour Wire"), published).origin("Halden").origin("Harbour Wire");
    maker = maker.fact(&Short { property: "window", period: Some(period), ..Short::of(ClaimKind::Period) });
    if let Some(date) = letter {
        maker = maker.fact(&Short {
            subject: "Halden",
            value: Some("letter"),
            period: Some(date),
            said: &[(1, 2)],
            ..Short::of(ClaimKind::Disclosure)
        });
    }
    let chart = timeline(&maker.case).unwrap();
    format!("{}\n{}", chart.alt, chart.svg.replace("http://www.w3.org/2000/svg", ""))
}

#[test]
fn a_year_is_shown_as_stated_inferred_or_not_stated() {
    let check = |period: &str, published: Option<&str>, letter: Option<&str>, expect: &str| {
        let found = window(period, published, letter);
        assert!(found.contains(expect), "expected `{expect}` for {period}, {published:?}, {letter:?}:\n{found}");
    };
    check("2031-04-22/2031-06-05", None, None, "April 22 to June 5, 2031, the window");
    check("XXXX-04-22/XXXX-06-05", None, None, "(year not stated)");
    check("XXXX-04-22/XXXX-06-05", None, None, "The sources state no year.");
    check("XXXX-04-22/XXXX-06-05", Some("2031-06-25"), None, "(year inferred: 2031)");
    check("XXXX-10/XXXX-12", Some("2031-01-09"), None, "(year inferred: 2030)");
    check("XXXX-04-22/XXXX-06-05", None, Some("2031-06-20"), "(year inferred: 2031)");
    assert!(!window("XXXX-04/XXXX-06", None, None).contains("2000"), "a year that only gives a place is never shown");
}

#[test]
fn every_fact_that_is_drawn_can_be_pointed_at_inside_the_picture() {
    let case = invented();
    for (name, draw) in ALL {
        let chart = draw(&case).unwrap();
        assert!(!chart.regions.is_empty());
        for region in &chart.regions {
            assert!(case.fact(region.fact).is_some());
            let inside = region.x >= 0.0
                && region.y >= 0.0
                && region.width > 0.0
                && region.height > 0.0
                && region.x + region.width <= f64::from(chart.width) + 0.5
                && region.y + region.height <= f64::from(chart.height) + 0.5;
            assert!(inside, "{name}: {region:?} in {} by {}", chart.width, chart.height);
        }
    }
}

#[test]
fn a_label_without_room_beside_its_mark_stands_above_it() {
    let long = "a post that says at length what had been seen by then and what was still being looked into";
    let year =
        Short { subject: "Halden", value: Some(long), period: Some("2031-01-01/2031-06-25"), ..Short::of(ClaimKind::Disclosure) };
    let window = Short { property: "window", period: Some("2031-01-02/2031-06-30"), ..Short::of(ClaimKind::Period) };
    let chart = timeline(&Maker::default().source(None, None).origin("Halden").fact(&year).fact(&window).case).unwrap();
    for region in &chart.regions {
        assert!(region.x >= 0.0 && region.x + region.width <= f64::from(chart.width), "{region:?}");
    }
    assert!(chart.svg.contains(long), "it is not cut");
}

#[test]
fn one_sentence_about_two_figures_is_drawn_once() {
    let fact = |value| Short {
        subject: "Meridian Works",
        value: Some(value),
        period: Some("2031-06-25"),
        ..Short::of(ClaimKind::Effect)
    };
    let case = Maker::default().source(None, None).origin("Halden").fact(&fact("shares fell")).fact(&fact("shares fell")).case;
    let chart = timeline(&case).unwrap();
    assert_eq!(chart.svg.matches("Meridian Works: shares fell").count(), 2, "the label and the description");
    assert_eq!(chart.csv.lines().count(), 3, "both rows are there");
}

#[test]
fn one_sentence_about_two_facts_without_a_date_is_drawn_once() {
    let fact = |period| Short { subject: "Meridian Works", value: Some("no response"), period, ..Short::of(ClaimKind::Response) };
    let maker = Maker::default().source(None, None).origin("Halden").fact(&fact(Some("2031-06-25")));
    let chart = timeline(&maker.fact(&fact(None)).fact(&fact(None)).case).unwrap();
    assert_eq!(chart.svg.matches("Meridian Works: no response").count(), 4, "two labels and two descriptions");
    assert!(!chart.alt.contains("not drawn"), "{}", chart.alt);
    assert_eq!(chart.csv.lines().count(), 4, "each has its row");
}

#[test]
fn labels_name_a_party_once_and_say_one_preposition() {
    let check = |kind, subject, value, label: &str| {
        let short = Short { subject, value: Some(value), period: Some("2031-06-25"), hedge: Hedge::Asserted, ..Short::of(kind) };
        let chart = timeline(&Maker::default().source(None, None).origin("Halden").fact(&short).case).unwrap();
        assert_eq!(chart.regions[0].label, format!("June 25, 2031: {label}; 1 origin"));
    };
    let shares = "Meridian Works’ shares fell";
    check(ClaimKind::Effect, "Meridian Works", shares, shares);
    check(ClaimKind::Effect, "Halden", "that shares fell", "Halden: shares fell");
    check(ClaimKind::Effect, "Halden", "Haldenberg lost a plant", "Halden: Haldenberg lost a plant");
    check(ClaimKind::Measure, "Office of Trade", "the Office of Trade’s ban", "The Office of Trade’s ban");
    check(ClaimKind::Recipient, "letter", "to the Committee", "Letter to the Committee");
    check(ClaimKind::Recipient, "letter", "two senators", "Letter to two senators");
    check(ClaimKind::Date, CAMPAIGN, "that about 26,000 accounts signed in", "About 26,000 accounts signed in");
}

#[test]
fn words_from_a_source_cannot_break_out_of_the_picture() {
    let value = "</text><script>alert('x')</script> & more";
    let short =
        Short { subject: "A <b> & B", value: Some(value), period: Some("2031-04-02"), ..Short::of(ClaimKind::Disclosure) };
    let case = Maker::default().source(None, None).origin("Halden").fact(&short).case;
    let chart = timeline(&case).unwrap();
    assert!(!chart.svg.contains("<script") && !chart.svg.contains("<b>"), "{}", chart.svg);
    assert_eq!(chart.svg.matches("<svg").count(), 1);
}

#[test]
fn ten_thousand_events_make_a_chart_of_bounded_size() {
    let mut maker = Maker::default().source(Some("Harbour Wire"), Some("2031-06-25")).origin("Halden");
    for n in 0..10_000 {
        let date = format!("20{:02}-{:02}-{:02}", 20 + n % 12, n % 11 + 1, n % 27 + 1);
        let kind = [ClaimKind::Disclosure, ClaimKind::Measure, ClaimKind::Response][n % 3];
        let value = format!("event {n} with some words of its own");
        maker = maker.fact(&Short { subject: "Halden", value: Some(&value), period: Some(&date), ..Short::of(kind) });
    }
    let chart = timeline(&maker.case).unwrap();
    assert!(chart.height < 1000 && chart.regions.len() < 500, "{} high, {} regions", chart.height, chart.regions.len());
    assert!(chart.svg.contains("in the rows behind the chart"));
    assert_eq!(chart.csv.lines().count(), 10_001);
}
