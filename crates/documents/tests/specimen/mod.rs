//! Manuscripts of an invented case, long and awkward on purpose: joint addressees with long names, missing office parts, a table,
//! two charts, fourteen notes, letters from right to left.
#![allow(dead_code, reason = "each test file uses its share")]

use dossier_documents::{Closing, DraftKind, Figure, Manuscript, Run, SetBlock, Style};

pub(crate) fn plain(text: &str) -> Run {
    Run::plain(text)
}

pub(crate) fn styled(text: &str, style: Style) -> Run {
    Run::Text { text: text.to_owned(), style }
}

pub(crate) fn note(text: &str) -> Run {
    Run::Note(vec![plain(text)])
}

/// Words with notes: `a [[note]] b`.
pub(crate) fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for (n, part) in text.split("[[").enumerate() {
        match part.split_once("]]") {
            Some((inner, after)) if n > 0 => {
                runs.push(note(inner));
                runs.push(plain(after));
            }
            _ => runs.push(plain(part)),
        }
    }
    runs
}

pub(crate) fn paragraph(text: &str) -> SetBlock {
    SetBlock::Paragraph(runs(text))
}

pub(crate) fn heading(text: &str) -> SetBlock {
    SetBlock::Heading(runs(text))
}

pub(crate) fn timeline() -> Figure {
    let rows = [
        ("Window given by Halden", 120, 420, "#1f3a5f"),
        ("Window given by the Northgate Review", 60, 470, "#6d86a8"),
        ("Letter to the Committee", 560, 572, "#8a2a1c"),
        ("Denial by Meridian Works", 640, 652, "#8a2a1c"),
    ];
    let mut svg = String::from(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 936 230" width="936" height="230" font-family="'Source Sans 3'" font-size="15">"##,
    );
    for (n, month) in ["April", "May", "June", "July", "August"].iter().enumerate() {
        let x = 250 + n * 140;
        svg.push_str(&format!(
            r##"<line x1="{x}" y1="20" x2="{x}" y2="190" stroke="#c9c9c9"/><text x="{x}" y="212" text-anchor="middle" fill="#444">{month}</text>"##
        ));
    }
    for (n, (label, from, to, colour)) in rows.iter().enumerate() {
        let y = 34 + n * 40;
        let (from, width) = (from + 180, to - from);
        svg.push_str(&format!(
            r##"<text x="0" y="{}" fill="#222">{label}</text><rect x="{from}" y="{y}" width="{width}" height="16" fill="{colour}"/>"##,
            y + 13
        ));
    }
    svg.push_str("</svg>");
    Figure {
        svg,
        alt:
            "Timeline: Halden gives April 22 to June 5; the Northgate Review gives April to June; the letter is of July 14; the \
              denial of August 1."
                .to_owned(),
        caption: runs("What happened when, as each source gives it. Hollow ends are uncertain to the month."),
    }
}

pub(crate) fn targeting() -> Figure {
    let mut svg = String::from(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 936 200" width="936" height="200" font-family="'Source Sans 3'" font-size="15">"##,
    );
    let rows = [("Software engineering", 3), ("Agentic reasoning", 2), ("Computer use", 1), ("Machine translation", 1)];
    for (n, (label, sources)) in rows.iter().enumerate() {
        let y = 20 + n * 42;
        svg.push_str(&format!(r##"<text x="0" y="{}" fill="#222">{label}</text>"##, y + 18));
        for column in 0..*sources {
            svg.push_str(&format!(r##"<rect x="{}" y="{y}" width="150" height="26" fill="#1f3a5f"/>"##, 240 + column * 160));
        }
    }
    svg.push_str("</svg>");
    Figure {
        svg,
        alt: "Capabilities and the number of sources that name each: software engineering three, agentic reasoning two, computer use \
              and machine translation one each."
            .to_owned(),
        caption: runs("Capabilities that the campaign is reported to have targeted, by source.[[Halden, Letter of July 14, p. 2.]]"),
    }
}

pub(crate) fn letter() -> Manuscript {
    let blank = |words: &str| vec![styled(words, Style::Blank)];
    Manuscript {
        title: "Letter to the Committee on Banking, Housing, and Urban Affairs".to_owned(),
        author: "Halden Research Institute for Frontier Systems".to_owned(),
        kind: DraftKind::Letter,
        date: jiff::civil::date(2031, 7, 14),
        letterhead: vec![
            vec![plain("Halden Research Institute")],
            vec![plain("Office of Public Policy")],
            vec![plain("1200 Larkspur Avenue, Suite 400, Port Ellery, WA 98000")],
            blank("[telephone]"),
        ],
        delivery: Some("Via Electronic Mail".to_owned()),
        addresses: vec![
            [
                "The Honorable Wilhelmina Featherstonehaugh-Oyelaran",
                "Chairman",
                "Committee on Banking, Housing,",
                "and Urban Affairs",
                "United States Senate",
                "Washington, DC 20510",
            ]
            .map(str::to_owned)
            .to_vec(),
            [
                "The Honorable T. Quill",
                "Ranking Member",
                "Committee on Banking, Housing,",
                "and Urban Affairs",
                "United States Senate",
                "Washington, DC 20510",
            ]
            .map(str::to_owned)
            .to_vec(),
        ],
        head: vec![],
        subject: runs(
            "Extraction campaign against Corvid attributed to Meridian Works: facts, sources, and the measures they bear on",
        ),
        salutation: Some("Dear Chairman Featherstonehaugh-Oyelaran and Ranking Member Quill:".to_owned()),
        blocks: letter_blocks(),
        annex: vec![],
        closing: Some(Closing {
            words: "Sincerely,".to_owned(),
            lines: vec![
                vec![styled("[name of signatory]", Style::Blank)],
                vec![plain("Vice President, Public Policy")],
                vec![plain("Halden Research Institute")],
            ],
        }),
        enclosures: vec![
            runs("Exhibit 1: Halden, “What we saw between April and June” (June 30, 2031)"),
            runs("Exhibit 2: The Northgate Review, “A quiet harvest” (July 2, 2031)"),
            runs("Evidence pack, verified by opening verify.html"),
        ],
        copies: vec!["Members of the Committee".to_owned(), "Office of Science and Technology Policy".to_owned()],
        running_head: "Chairman Featherstonehaugh-Oyelaran and Ranking Member Quill · July 14, 2031".to_owned(),
        watermark: Some("DRAFT".to_owned()),
        banner: Some("Specimen: fictional case".to_owned()),
        foot: Some(format!("Evidence root (SHA-256) {}", "3f9a0c71".repeat(8))),
    }
}

fn letter_blocks() -> Vec<SetBlock> {
    vec![
        paragraph(
            "We write to put before the Committee what is publicly reported about a campaign to extract the capabilities of Corvid, a \
             model developed by Halden, and to set those reports against the measures that the Committee has under consideration. Each \
             figure, date and quotation below carries a note to the words it rests on; what the sources leave open, we leave open.",
        ),
        heading("What the sources say"),
        SetBlock::List {
            numbered: true,
            items: vec![
                runs(
                    "Halden alleges that operators linked to Meridian’s Tern lab used “almost 25,000” accounts to send some 28.8 million \
                     exchanges to Corvid.[[Halden, “What we saw between April and June” (June 30, 2031): “almost 25,000 accounts generated \
                     over 28.8 million exchanges”. Exhibit 1.]] The Northgate Review reports the same figures from the same \
                     statement.[[The Northgate Review, “A quiet harvest” (July 2, 2031): “approximately 25,000 fraudulent accounts”. Exhibit \
                     2. Its account traces to Halden.]]",
                ),
                runs(
                    "The campaign ran, by Halden’s account, from April 22 to June 5, 2031;[[Exhibit 1: “between April 22 and June 5”. The \
                     year is that of the statement.]] other reports give only the months.[[Exhibit 2: “from April to June”.]]",
                ),
                runs(
                    "Software engineering and agentic reasoning are named as targets.[[Exhibit 1: “the prompts concentrated on software \
                     engineering and on agentic reasoning”.]] One report adds computer use.[[The Harbour Ledger, publisher not stated, \
                     undated: “computer use was probed late”.]]",
                ),
                runs(
                    "Meridian Works denies it.[[Meridian Works, statement of August 1, 2031: “We have never run accounts on Corvid and \
                     will say so under oath.” Exhibit 3.]] No one outside Halden has verified the account count.[[Exhibit 2: “The Review could not independently verify the number.”]]",
                ),
            ],
        },
        paragraph(
            "All figures above trace to one origin, Halden itself. We therefore do not present them as confirmed by several sources, \
             however many outlets have printed them.[[Of five reports, four name Halden’s statement as their source; the fifth names none.]]",
        ),
        SetBlock::Figure(timeline()),
        heading("What was targeted"),
        paragraph(
            "The reports agree on software engineering and differ on the rest. The person named in the registry filings is given as \
             חנה לוי in one report and as 张伟 in another; we have not established that either is connected with the campaign.[[The \
             Harbour Ledger, as above; see also https://registry.example.org/filings/2031/meridian-works-holding-limited/directors?page=2&lang=en.]]",
        ),
        SetBlock::Figure(targeting()),
        heading("The measures these facts bear on"),
        paragraph(
            "The Committee has power over the first two measures in Table 1. We set out for each what an official must be shown and how \
             far the sources go; where nothing has been found we say so.[[Elements are taken from the statute or bill cited, and are \
             marked where counsel has not yet checked them against the primary text.]]",
        ),
        SetBlock::Table {
            caption: runs("Elements of each measure, and what supports them"),
            head: ["Measure", "What must be shown", "Sources", "State"].map(runs).to_vec(),
            rows: [
                [
                    "Sanctions amendment, § 5949",
                    "A foreign person knowingly engaged in the extraction of model capabilities",
                    "2",
                    "One origin: Halden alleges it",
                ],
                [
                    "Sanctions amendment, § 5949",
                    "The conduct threatens the national security or economic stability of the United States",
                    "0",
                    "Nothing found",
                ],
                [
                    "Export controls on advanced chips",
                    "The end user is, or acts for, a listed party",
                    "1",
                    "Reported; denied by Meridian Works",
                ],
                [
                    "Information-sharing safe harbor",
                    "Competitors would exchange indicators of extraction only",
                    "3",
                    "Admitted by all parties",
                ],
                [
                    "Information-sharing safe harbor",
                    "The exchange is limited to what the purpose needs, and is kept for no longer than that purpose requires",
                    "1",
                    "Several origins",
                ],
            ]
            .iter()
            .map(|row| row.iter().map(|cell| runs(cell)).collect())
            .collect(),
        },
        paragraph(
            "We ask the Committee, first, to hold the record open for a response from Meridian Works, whose denial is printed in full in \
             Exhibit 3; second, to consider whether the amendment should define “extraction” by conduct rather than by result, since no \
             source before us measures a result;[[Computed by us: 28.8 million exchanges over 25,000 accounts is about 1,152 for each \
             account, on figures that are themselves rounded.]] and third, to give laboratories a safe harbor for exchanging indicators of such \
             campaigns, limited to that purpose.[[See H.R. 9999, § 4(b), as introduced.]]",
        ),
        SetBlock::List {
            numbered: false,
            items: vec![
                runs("hold the record open for thirty days;"),
                runs("define extraction by conduct;"),
                runs("enact the safe harbor in its narrow form.[[The narrow form is that of the bill as introduced.]]"),
            ],
        },
        paragraph(
            "The originals of every source cited, the readable texts, and the chain by which each reached us are enclosed in a pack that \
             can be verified without us. We would welcome the opportunity to take the Committee’s staff through it.",
        ),
    ]
}

pub(crate) fn memo() -> Manuscript {
    let mut memo = letter();
    memo.kind = DraftKind::Memo;
    memo.title = "Memorandum for the Bureau of Industry and Security".to_owned();
    memo.head = vec![
        ("TO".to_owned(), runs("Under Secretary, Bureau of Industry and Security")),
        ("FROM".to_owned(), runs("Halden Research Institute, Office of Public Policy")),
        ("DATE".to_owned(), runs("July 14, 2031")),
        ("RE".to_owned(), memo.subject.clone()),
    ];
    memo.watermark = None;
    memo.closing = None;
    memo.running_head = "Bureau of Industry and Security · July 14, 2031".to_owned();
    memo
}

pub(crate) fn briefing() -> Manuscript {
    let mut briefing = letter();
    briefing.kind = DraftKind::Briefing;
    briefing.title = "Extraction campaign against Corvid: where we stand".to_owned();
    briefing.subject = runs("Extraction campaign against Corvid: where we stand");
    briefing.head = vec![
        ("TO".to_owned(), runs("Chief Executive, Halden")),
        ("FROM".to_owned(), runs("Office of Public Policy")),
        ("DATE".to_owned(), runs("July 14, 2031")),
    ];
    briefing.closing = None;
    briefing.enclosures = vec![];
    briefing.copies = vec![];
    briefing.blocks = vec![
        SetBlock::BottomLine(runs(
            "Halden alleges that operators linked to Meridian’s Tern lab drew some 28.8 million exchanges from Corvid through almost \
             25,000 accounts. Every figure traces to Halden; Meridian Works denies it. The safe harbor can be asked for now, the sanctions amendment not yet.",
        )),
        heading("What is reported"),
        SetBlock::List {
            numbered: false,
            items: vec![
                runs("Almost 25,000 accounts, 28.8 million exchanges.[[Exhibit 1.]]"),
                runs("April 22 to June 5, 2031; others give only the months.[[Exhibits 1 and 2.]]"),
                runs("Software engineering and agentic reasoning, perhaps computer use.[[Exhibits 1 and 4.]]"),
                runs("Meridian Works denies it; nobody has verified the count.[[Exhibit 3.]]"),
            ],
        },
        SetBlock::Figure(timeline()),
        SetBlock::Figure(targeting()),
        heading("What can be asked for"),
        SetBlock::Table {
            caption: runs("Measures and their open elements"),
            head: ["Measure", "Open element", "Who decides"].map(runs).to_vec(),
            rows: [
                ["Sanctions amendment", "Threat to national security: nothing found", "Senate Banking"],
                ["Export controls", "End user acts for a listed party: reported, denied", "BIS"],
                ["Safe harbor", "None", "Congress"],
            ]
            .iter()
            .map(|row| row.iter().map(|cell| runs(cell)).collect())
            .collect(),
        },
        heading("What we need from you"),
        paragraph("Approval to send the letter of July 14, and the name of the signatory."),
    ];
    briefing
}
