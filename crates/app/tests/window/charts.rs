//! Charts of a part of the facts.

use crate::desk::Desk;
use dossier_app::{ChartFilter, ChartKind, ChartView, ClaimKind, ErrorCode, Hedge, chart, chart_view, facts};

fn view(desk: &Desk, kind: ChartKind, filter: &ChartFilter) -> ChartView {
    chart_view(&desk.dossier, kind, filter).unwrap()
}

#[test]
fn a_chart_without_a_filter_shows_everything() {
    let desk = Desk::accepted();
    for kind in ChartKind::ALL {
        let drawn = view(&desk, kind, &ChartFilter::default());
        assert!(!drawn.regions.is_empty() && drawn.svg.starts_with("<svg") && !drawn.csv.is_empty());
        assert!(drawn.alt.starts_with(&drawn.title));
    }
}

#[test]
fn a_filter_leaves_only_the_facts_that_it_names() {
    let desk = Desk::accepted();
    let all = facts(&desk.dossier).unwrap();
    let campaign = "Pelican Systems campaign against Corvid";
    let one = view(&desk, ChartKind::Scale, &ChartFilter { campaign: Some(campaign.to_owned()), ..ChartFilter::default() });
    assert!(one.title.contains(campaign), "{}", one.title);
    let shown = |view: &ChartView| {
        view.regions.iter().map(|region| all.iter().find(|fact| fact.id == region.fact).unwrap().clone()).collect::<Vec<_>>()
    };
    assert!(shown(&one).iter().all(|fact| fact.subject == campaign));
    let kinds = ChartFilter { kinds: vec![ClaimKind::Period, ClaimKind::Disclosure], ..ChartFilter::default() };
    let dated = view(&desk, ChartKind::Timeline, &kinds);
    assert!(shown(&dated).iter().all(|fact| matches!(fact.kind, ClaimKind::Period | ClaimKind::Disclosure)));
    let alleged = ChartFilter { certainty: vec![Hedge::Alleged], ..ChartFilter::default() };
    assert!(shown(&view(&desk, ChartKind::Scale, &alleged)).iter().all(|fact| fact.hedge == Hedge::Alleged));
}

#[test]
fn a_filter_takes_no_year_away_that_other_facts_give() {
    let desk = Desk::accepted();
    let windows = ChartFilter { kinds: vec![ClaimKind::Period], ..ChartFilter::default() };
    let (whole, part) = (view(&desk, ChartKind::Timeline, &ChartFilter::default()), view(&desk, ChartKind::Timeline, &windows));
    let labels = |view: &ChartView| -> Vec<String> {
        let shown = view.regions.iter().filter(|region| part.regions.iter().any(|other| other.fact == region.fact));
        shown.map(|region| region.label.clone()).collect()
    };
    assert_eq!(labels(&whole), labels(&part));
}

#[test]
fn a_filter_that_leaves_nothing_says_that_it_is_the_filter() {
    let desk = Desk::accepted();
    let nothing = ChartFilter { certainty: vec![Hedge::Denied], ..ChartFilter::default() };
    let refused = chart_view(&desk.dossier, ChartKind::Scale, &nothing).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::Refused);
    assert!(refused.to_string().contains("the filter leaves nothing") && refused.to_string().contains("denied"), "{refused}");
    let empty = Desk::proposed();
    let refused = chart_view(&empty.dossier, ChartKind::Scale, &nothing).unwrap_err();
    assert!(refused.to_string().contains("accept such claims first"), "{refused}");
}

#[test]
fn a_chart_of_a_part_says_so_where_it_leaves_alone() {
    let desk = Desk::accepted();
    let out = desk.path("chart.svg");
    let filter = ChartFilter { kinds: vec![ClaimKind::Count], ..ChartFilter::default() };
    chart(&desk.dossier, ChartKind::Scale, &filter, &out).unwrap();
    let svg = std::fs::read_to_string(&out).unwrap();
    assert!(svg.contains(">Specimen: fictional case. Shown in part: count</text>"));
    chart(&desk.dossier, ChartKind::Scale, &ChartFilter::default(), &out).unwrap();
    assert!(std::fs::read_to_string(&out).unwrap().contains(">Specimen: fictional case</text>"));
}

#[test]
fn kinds_of_charts_are_words_on_the_wire() {
    let words: Vec<String> = ChartKind::ALL.iter().map(|kind| serde_json::to_string(kind).unwrap()).collect();
    assert_eq!(words, [r#""timeline""#, r#""targeting""#, r#""scale""#]);
    let filter: ChartFilter = serde_json::from_str(r#"{"campaign": null, "kinds": ["count"], "certainty": []}"#).unwrap();
    assert_eq!(filter.kinds, [ClaimKind::Count]);
}
