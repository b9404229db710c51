//! The text of a Word file, block by block, in the styles of `styles.xml`.

use super::table::{beside, table};
use crate::set::sheet::{alt, date_words, flat, head, plain, side_by_side};
use crate::set::{clean, word_picture};
use crate::{DocumentsError, DraftKind, Figure, Manuscript, Run, SetBlock, Style};
use docx_rs::{
    AbstractNumbering, BreakType, Docx, Footer, Footnote, Header, IndentLevel, Level, LevelJc, LevelText, LineSpacing, NumPages,
    NumberFormat, Numbering, NumberingId, PageMargin, PageNum, Paragraph, Pic, Run as WordRun, SpecialIndentType, Start,
};

/// The width of the text in English Metric Units, 914,400 to the inch.
const TEXT_WIDTH_EMU: u32 = 5_943_600;
/// The tallest a picture may be.
const PICTURE_HEIGHT_EMU: u32 = 6_035_040;

/// The file as far as it is written, and what stands for each picture.
pub(super) struct Body {
    pub(super) docx: Docx,
    pub(super) alts: Vec<String>,
    words: Words,
    lists: usize,
    figures: usize,
    tables: usize,
}

/// Turns runs into Word's runs and numbers the notes.
#[derive(Default)]
pub(super) struct Words {
    notes: usize,
}

impl Words {
    /// A paragraph in `style`.
    pub(super) fn paragraph(&mut self, style: &str, runs: &[Run]) -> Paragraph {
        self.append(Paragraph::new().style(style), runs)
    }

    /// `paragraph` with `runs` after what it has.
    fn append(&mut self, mut paragraph: Paragraph, runs: &[Run]) -> Paragraph {
        for run in runs {
            paragraph = paragraph.add_run(match run {
                Run::Text { text, style } => styled(&clean::line(text), *style),
                Run::Note(note) => {
                    self.notes += 1;
                    let content = flat(note).iter().fold(Paragraph::new().style("FootnoteText"), |paragraph, run| match run {
                        Run::Text { text, style } => paragraph.add_run(styled(&clean::line(text), *style)),
                        Run::Note(_) => paragraph,
                    });
                    WordRun::new().add_footnote_reference(Footnote { id: self.notes, content: vec![content] })
                }
            });
        }
        paragraph
    }
}

fn styled(text: &str, style: Style) -> WordRun {
    let run = WordRun::new().add_text(text);
    match style {
        Style::Plain => run,
        Style::Strong => run.bold(),
        Style::Emphasis => run.italic(),
        Style::Blank => run.style("Blank"),
    }
}

fn line(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(WordRun::new().add_text(clean::line(text)))
}

impl Body {
    /// The text of `manuscript`.
    pub(super) fn of(manuscript: &Manuscript) -> Result<Self, DocumentsError> {
        let margin = PageMargin { top: 1440, left: 1440, bottom: 1440, right: 1440, header: 620, footer: 620, gutter: 0 };
        let docx = Docx::new()
            .page_size(12_240, 15_840)
            .page_margin(margin)
            .title_pg()
            .first_header(page_head(manuscript, false))
            .header(page_head(manuscript, true))
            .first_footer(page_foot(manuscript))
            .footer(page_foot(manuscript))
            .add_abstract_numbering(numbers())
            .add_abstract_numbering(bullets())
            .add_numbering(Numbering::new(BULLETS, 2));
        let mut body = Self { docx, alts: vec![], words: Words::default(), lists: 0, figures: 0, tables: 0 };
        body.opening(manuscript);
        for block in &manuscript.blocks {
            body.block(block)?;
        }
        body.ending(manuscript);
        if !manuscript.annex.is_empty() {
            body.add(Paragraph::new().add_run(WordRun::new().add_break(BreakType::Page)));
        }
        for block in &manuscript.annex {
            body.block(block)?;
        }
        Ok(body)
    }

    fn add(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    fn say(&mut self, style: &str, runs: &[Run]) {
        let paragraph = self.words.paragraph(style, runs);
        self.add(paragraph);
    }

    /// All that stands before the text.
    fn opening(&mut self, manuscript: &Manuscript) {
        if let Some((name, lines)) = manuscript.letterhead.split_first() {
            self.say("Letterhead", name);
            let joined: Vec<&[Run]> = lines.iter().map(Vec::as_slice).collect();
            let dot = [Run::plain(" · ")];
            self.say("LetterheadLine", &joined.join(&dot[..]));
        }
        match manuscript.kind {
            DraftKind::Letter => self.address(manuscript),
            DraftKind::Memo => self.add(line("Title", "MEMORANDUM")),
            DraftKind::Briefing => {
                self.say("Title", &manuscript.subject);
                self.add(line("Head", &format!("DATE\t{}", date_words(manuscript.date))));
            }
        }
        for (label, runs) in head(manuscript) {
            let paragraph = Paragraph::new()
                .style("Head")
                .add_run(WordRun::new().add_text(clean::line(&label)).bold())
                .add_run(WordRun::new().add_tab());
            let paragraph = self.words.append(paragraph, &runs);
            self.add(paragraph);
        }
    }

    /// Date, delivery, addressees, subject and salutation of a letter.
    fn address(&mut self, manuscript: &Manuscript) {
        self.add(line("Body", &date_words(manuscript.date)));
        if let Some(delivery) = &manuscript.delivery {
            self.say("Body", &[Run::Text { text: delivery.clone(), style: Style::Emphasis }]);
        }
        let block = |lines: &Vec<String>| lines.iter().map(|text| line("Address", text)).collect::<Vec<_>>();
        if side_by_side(&manuscript.addresses) {
            let table = beside(manuscript.addresses.iter().map(block).collect());
            self.docx = std::mem::take(&mut self.docx).add_table(table);
        } else {
            for lines in &manuscript.addresses {
                block(lines).into_iter().for_each(|paragraph| self.add(paragraph));
                self.add(Paragraph::new().style("Address"));
            }
        }
        if !manuscript.subject.is_empty() {
            let label = Paragraph::new().style("Re").add_run(WordRun::new().add_text("Re:").add_tab());
            let paragraph = self.words.append(label, &manuscript.subject);
            self.add(paragraph);
        }
        if let Some(salutation) = &manuscript.salutation {
            self.add(line("Body", salutation));
        }
    }

    fn block(&mut self, block: &SetBlock) -> Result<(), DocumentsError> {
        match block {
            SetBlock::Heading(runs) | SetBlock::Paragraph(runs) | SetBlock::BottomLine(runs) if plain(runs).is_empty() => {}
            SetBlock::Heading(runs) => self.say("Heading1", runs),
            SetBlock::Paragraph(runs) => self.say("Body", runs),
            SetBlock::BottomLine(runs) => {
                self.say("BottomLine", &[Run::Text { text: "Bottom line".to_owned(), style: Style::Strong }]);
                self.say("BottomLine", runs);
            }
            SetBlock::List { numbered, items } => self.list(*numbered, items),
            SetBlock::Table { caption, head, rows } => {
                if let Some(table) = table(&mut self.words, head, rows) {
                    self.tables += 1;
                    let caption = self.caption("Table", self.tables, caption).keep_next(true);
                    self.add(caption);
                    self.docx = std::mem::take(&mut self.docx).add_table(table);
                    self.add(Paragraph::new().style("TableText"));
                }
            }
            SetBlock::Figure(figure) => self.figure(figure)?,
        }
        Ok(())
    }

    fn list(&mut self, numbered: bool, items: &[Vec<Run>]) {
        let id = if numbered {
            // Each list counts from 1 by a numbering of its own.
            self.lists += 1;
            let id = BULLETS + self.lists;
            self.docx = std::mem::take(&mut self.docx)
                .add_numbering(Numbering::new(id, 1).add_override(docx_rs::LevelOverride::new(0).start(1)));
            id
        } else {
            BULLETS
        };
        for item in items {
            let paragraph = self.words.paragraph("ListParagraph", item).numbering(NumberingId::new(id), IndentLevel::new(0));
            self.add(paragraph);
        }
    }

    fn figure(&mut self, figure: &Figure) -> Result<(), DocumentsError> {
        let picture = word_picture(figure)?;
        let (width, height) = size(&picture);
        let pic = Pic::new_with_dimensions(picture, 1, 1).id(format!("rIdFigure{}", self.figures + 1)).size(width, height);
        self.add(Paragraph::new().style("Picture").add_run(WordRun::new().add_image(pic)));
        self.alts.push(alt(figure));
        self.figures += 1;
        let caption = self.caption("Figure", self.figures, &figure.caption);
        self.add(caption);
        Ok(())
    }

    fn caption(&mut self, name: &str, number: usize, runs: &[Run]) -> Paragraph {
        let label = WordRun::new().add_text(format!("{name} {number}. ")).bold();
        self.words.append(Paragraph::new().style("Caption").add_run(label), runs)
    }

    /// Signature, enclosures and copies.
    fn ending(&mut self, manuscript: &Manuscript) {
        if let Some(closing) = &manuscript.closing {
            self.add(line("Signature", &closing.words).line_spacing(LineSpacing::new().before(240).after(720)));
            let last = closing.lines.len();
            for (n, runs) in (1..).zip(&closing.lines) {
                let paragraph = self.words.paragraph("Signature", runs).keep_next(n < last);
                self.add(paragraph);
            }
        }
        if !manuscript.enclosures.is_empty() {
            let label = if manuscript.enclosures.len() == 1 { "Enclosure:" } else { "Enclosures:" };
            self.add(line("End", label).keep_next(true).line_spacing(LineSpacing::new().before(280).after(40)));
            manuscript.enclosures.iter().for_each(|runs| self.say("End", runs));
        }
        if !manuscript.copies.is_empty() {
            let mut run = WordRun::new().add_text("cc: ");
            for (n, copy) in manuscript.copies.iter().enumerate() {
                if n > 0 {
                    run = run.add_break(BreakType::TextWrapping);
                }
                run = run.add_text(clean::line(copy));
            }
            self.add(Paragraph::new().style("End").add_run(run).line_spacing(LineSpacing::new().before(200)));
        }
    }
}

/// The numbering of every list of points.
const BULLETS: usize = 2;

fn numbers() -> AbstractNumbering {
    level(1, NumberFormat::new("decimal"), "%1.")
}

fn bullets() -> AbstractNumbering {
    level(2, NumberFormat::new("bullet"), "•")
}

fn level(id: usize, format: NumberFormat, text: &str) -> AbstractNumbering {
    let level = Level::new(0, Start::new(1), format, LevelText::new(text), LevelJc::new("left"));
    AbstractNumbering::new(id).add_level(level.indent(Some(400), Some(SpecialIndentType::Hanging(400)), None, None))
}

fn page_head(manuscript: &Manuscript, running: bool) -> Header {
    let mut head = Header::new();
    if let Some(banner) = &manuscript.banner {
        head = head.add_paragraph(line("Banner", banner));
    }
    if running {
        let words = WordRun::new().add_text(clean::line(&manuscript.running_head)).add_tab().add_text("Page ");
        head = head.add_paragraph(
            Paragraph::new()
                .style("Header")
                .add_run(words)
                .add_page_num(PageNum::new())
                .add_run(WordRun::new().add_text(" of "))
                .add_num_pages(NumPages::new()),
        );
    } else if manuscript.banner.is_none() {
        head = head.add_paragraph(Paragraph::new().style("Header"));
    }
    head
}

fn page_foot(manuscript: &Manuscript) -> Footer {
    Footer::new().add_paragraph(line("Footer", manuscript.foot.as_deref().unwrap_or_default()))
}

/// As wide as the text, or as tall as may be, from the size that the PNG itself states.
fn size(png: &[u8]) -> (u32, u32) {
    let side = |at: usize| png.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(1, u32::from_be_bytes);
    let (width, height) = (u64::from(side(16).max(1)), u64::from(side(20).max(1)));
    let scaled = |emu: u32, by: u64, of: u64| u32::try_from(u64::from(emu) * by / of).unwrap_or(u32::MAX);
    let tall = scaled(TEXT_WIDTH_EMU, height, width);
    if tall <= PICTURE_HEIGHT_EMU {
        (TEXT_WIDTH_EMU, tall)
    } else {
        (scaled(PICTURE_HEIGHT_EMU, width, height), PICTURE_HEIGHT_EMU)
    }
}
