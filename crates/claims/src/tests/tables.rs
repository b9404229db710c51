//! What tables of incidents claim: by example, and whatever their cells hold.

use crate::{About, propose, tables};
use dossier_model::{Column, ColumnMeaning, Content};
use proptest::prelude::*;

const CASES: &str = "\
Case no.,Actor,Target,First seen,Last seen,Accounts,\"Exchanges (millions)\",Technique,Capabilities,Status,Reported by,Notes
1,Meridian Works,Corvid,2026-04-22,2026-06-05,\"~24,000\",28.8,AML.T0024.002,coding; tool use,alleged,The Eastmoor Ledger,Meridian Works used nearly 9 resellers to reach Corvid.
2,Meridian Works,Tern,2026-05-01,,\"9,000\",3.1,AML.T0040,reasoning,confirmed,The Eastmoor Ledger,
3,Orsova Labs; Brack Ltd,Corvid,unknown,2026-03-02,n/a,0.4,none,agents,unclear,Halden,Nothing more is known of it.
";

fn said(content: &Content) -> String {
    let value = content.value.clone().or_else(|| content.rung.as_ref().map(ToString::to_string));
    let value = value.or_else(|| content.period.map(|period| period.to_string())).unwrap_or_default();
    let bound = content.bound.map(|bound| format!("{bound} ")).unwrap_or_default();
    let unit = content.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let quotes: Vec<&str> = content.quotes.iter().map(|quote| quote.text.as_str()).collect();
    format!("{} of {}: {bound}{value}{unit}, {} [{}]", content.kind, content.subject, content.hedge, quotes.join(" | "))
}

fn claims_of(table: &str, columns: &[Vec<Column>]) -> Vec<String> {
    let read = dossier_intake::read("x.csv", table.as_bytes());
    let claims = propose(&read.text, &read.marks, &About { columns, ..About::default() });
    claims.iter().map(said).collect()
}

#[test]
fn a_row_says_who_did_what_to_whom_when_and_how_often() {
    let claims = claims_of(CASES, &[]);
    let has = |expect: &str| assert!(claims.iter().any(|claim| claim == expect), "{expect}\nis not among\n{}", claims.join("\n"));
    has("party of Meridian Works: accused, asserted [Meridian Works]");
    has("attribution of Meridian Works campaign against Corvid: by Meridian Works, alleged [Meridian Works | alleged]");
    has("count of Meridian Works campaign against Corvid: about 24000 accounts, alleged [~24,000 | alleged]");
    has("count of Meridian Works campaign against Corvid: 28800000 exchanges, alleged [28.8 | alleged]");
    has("period of Meridian Works campaign against Corvid: 2026-04-22/2026-06-05, alleged [2026-04-22 | 2026-06-05 | alleged]");
    has("technique of Meridian Works campaign against Corvid: AML.T0024.002, alleged [AML.T0024.002 | alleged]");
    has("capability of Meridian Works campaign against Corvid: tool use, alleged [tool use | alleged]");
    has("count of Meridian Works campaign against Tern: 9000 accounts, confirmed [9,000 | confirmed]");
    has("period of Meridian Works campaign against Tern: 2026-05-01/.., confirmed [2026-05-01 | confirmed]");
    // What does not say how sure it is is the table's own word; what is no number or day claims nothing.
    has("party of Brack Ltd: accused, asserted [Brack Ltd]");
    has("period of Orsova Labs campaign against Corvid: ../2026-03-02, asserted [2026-03-02]");
    assert!(!claims.iter().any(|claim| claim.contains("[n/a") || claim.contains("[none")), "{claims:#?}");
    // A column of sentences is read as any text is, and is about its row.
    assert!(claims.iter().any(|claim| claim.contains("9 resellers")), "{claims:#?}");
}

#[test]
fn columns_are_suggested_shown_with_their_cells_and_remembered() {
    let read = dossier_intake::read("x.csv", CASES.as_bytes());
    let found = tables(&read.text, &read.marks, &[]);
    let [table] = found.as_slice() else { panic!("{found:?}") };
    let meanings: Vec<&str> = table.columns.iter().map(|column| column.meaning.as_str()).collect();
    let expect = [
        "nothing",
        "accused",
        "target",
        "first-day",
        "last-day",
        "count",
        "count",
        "technique",
        "capability",
        "certainty",
        "outlet",
        "text",
    ];
    assert_eq!(meanings, expect);
    assert!(table.read && !table.said && table.rows == 3);
    assert_eq!((table.cells[5].filled, table.cells[5].unread), (3, 1), "n/a is no number");
    assert_eq!(table.cells[1].shown, ["Meridian Works", "Meridian Works", "Orsova Labs; Brack Ltd"]);

    let mut mine = table.columns.clone();
    mine[5].meaning = ColumnMeaning::Nothing;
    let other = CASES.replace("Case no.,Actor", "CASE  NO.,Actor");
    let read = dossier_intake::read("y.csv", other.as_bytes());
    let found = tables(&read.text, &read.marks, std::slice::from_ref(&mine));
    assert!(found[0].said && found[0].columns == mine);
    let claims = claims_of(&other, std::slice::from_ref(&mine));
    assert!(!claims.iter().any(|claim| claim.contains("accounts")), "{claims:#?}");
}

#[test]
fn several_campaigns_between_the_same_two_go_by_their_names() {
    let claims = claims_of(
        "Campaign,Actor,Victim,Accounts\nSilt,Meridian,Halden,\"1,201\"\nReed,Meridian,Halden,\"3,402\"\nFen,Orsova,Halden,7\n",
        &[],
    );
    for subject in ["Silt", "Reed", "Orsova campaign against Halden"] {
        assert!(claims.iter().any(|claim| claim.starts_with(&format!("count of {subject}:"))), "{subject}\n{claims:#?}");
    }
}

#[test]
fn a_table_of_something_else_is_no_table_of_incidents() {
    for table in ["Quarter,Revenue,Margin\nQ1,3,4\nQ2,5,6\nQ3,7,8\n", "Name,Phone\nAda,1\nBo,2\nCy,3\n"] {
        let read = dossier_intake::read("x.csv", table.as_bytes());
        assert!(tables(&read.text, &read.marks, &[]).iter().all(|table| !table.read), "{table}");
    }
}

#[test]
fn titles_above_the_heads_and_sheets_with_other_heads_are_no_hindrance() {
    let table = "Incidents of 2026,,\n,,\nActor,Target,Date\nMeridian,Halden,2026-05-01\nOrsova,Halden,2026-05-02\nBrack,Tern,2026-05-03\n";
    let claims = claims_of(table, &[]);
    assert!(claims.contains(&"date of Brack campaign against Tern: 2026-05-03, asserted [2026-05-03]".to_owned()), "{claims:#?}");
}

proptest! {
    #[test]
    fn whatever_the_cells_hold_each_quote_stands_in_one(cells in prop::collection::vec("[a-z0-9;,.~ é\n-]{0,12}", 12)) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', ""));
        let rows: Vec<String> = cells.chunks(4).map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",")).collect();
        let table = format!("Actor,Date,Accounts,Capabilities\n{}\n", rows.join("\n"));
        let read = dossier_intake::read("x.csv", table.as_bytes());
        for claim in propose(&read.text, &read.marks, &About::default()) {
            for quote in claim.quotes.iter() {
                let span = quote.span();
                prop_assert!(read.marks.iter().any(|mark| mark.span.contains(span)), "{:?}", quote);
            }
        }
    }
}
