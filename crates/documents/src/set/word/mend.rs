//! What docx-rs leaves out or leaves to chance, put right in the parts it wrote.
//!
//! - Paragraph ids come from a counter of the whole process: they go.
//! - Properties of paragraphs and runs stand in the order that the schema asks for (ISO/IEC 29500-1, 17.3.1 and 17.3.2).
//! - Pictures get their own number and the words that stand for them.
//! - The first row of a table is marked to repeat on each page.
//! - Notes begin with their number; the lines that part them from the text are there.
//! - A watermark stands in each page head.
//!
//! Text from data is escaped where it was written, so `<` begins an element wherever it is seen here.

/// The order of run properties.
const RUN: (&str, &[&str]) = (
    "w:rPr",
    &[
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "smallCaps",
        "strike",
        "dstrike",
        "vanish",
        "color",
        "spacing",
        "w",
        "sz",
        "szCs",
        "highlight",
        "u",
        "shd",
        "vertAlign",
    ],
);

/// The order of paragraph properties.
const PARAGRAPH: (&str, &[&str]) = (
    "w:pPr",
    &[
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "widowControl",
        "numPr",
        "pBdr",
        "shd",
        "tabs",
        "snapToGrid",
        "spacing",
        "ind",
        "jc",
        "textAlignment",
        "outlineLvl",
        "rPr",
        "sectPr",
    ],
);

/// What every part needs.
pub(super) fn part(xml: String) -> String {
    let xml = without_ids(&xml).replace("<w:rPr />", "");
    ordered(&ordered(&xml, RUN), PARAGRAPH)
}

/// The text: pictures, the `n`-th described by the `n`-th of `alts`, and heads of tables.
pub(super) fn document(xml: String, alts: &[String]) -> String {
    // Columns of a grid have a width in twentieths of a point and nothing else.
    let xml =
        xml.replace(" w:type=\"dxa\" /><w:gridCol", " /><w:gridCol").replace(" w:type=\"dxa\" /></w:tblGrid>", " /></w:tblGrid>");
    with_heads(&with_alts(&part(xml), alts))
}

/// The notes.
pub(super) fn footnotes(xml: String) -> String {
    const NUMBER: &str =
        "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\" /></w:rPr><w:footnoteRef /></w:r><w:r><w:tab /></w:r>";
    const RULES: &str = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:after=\"60\" w:line=\"240\" \
                         w:lineRule=\"auto\" /></w:pPr><w:r><w:separator /></w:r></w:p></w:footnote>\
                         <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:pPr><w:spacing w:after=\"60\" \
                         w:line=\"240\" w:lineRule=\"auto\" /></w:pPr><w:r><w:continuationSeparator /></w:r></w:p></w:footnote>";
    let xml = part(xml);
    let (open, notes) = match xml.find("<w:footnote ") {
        Some(at) => xml.split_at(at),
        // No notes: an empty part may close itself.
        None => match xml.strip_suffix(" />") {
            Some(open) => return format!("{open}>{RULES}</w:footnotes>"),
            None => return xml.replace("</w:footnotes>", &format!("{RULES}</w:footnotes>")),
        },
    };
    let mut out = format!("{open}{RULES}");
    for note in notes.split_inclusive("</w:footnote>") {
        out.push_str(&note.replacen("</w:pPr>", &format!("</w:pPr>{NUMBER}"), 1));
    }
    out
}

/// A head of a page.
pub(super) fn header(xml: String, watermark: Option<&str>) -> String {
    let xml = part(xml);
    let Some(words) = watermark else { return xml };
    let (width, height) = (150 + 60 * words.chars().count().min(8), 160);
    let shape = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Header\" /></w:pPr><w:r><w:pict>\
         <v:shape id=\"Watermark\" o:spid=\"_x0000_s2049\" type=\"#_x0000_t136\" alt=\"{words}\" \
         style=\"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:308;z-index:-251658240;\
         mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;\
         mso-position-vertical-relative:margin\" coordsize=\"21600,21600\" adj=\"10800\" path=\"m@7,l@8,m@5,21600l@6,21600e\" \
         fillcolor=\"#ececec\" stroked=\"f\"><v:textpath on=\"t\" style=\"font-family:&quot;Source Sans 3&quot;;font-size:1pt;font-weight:bold\" \
         string=\"{words}\" /></v:shape></w:pict></w:r></w:p></w:hdr>",
        words = escaped(words),
    );
    // The formulas and the path of text along a line, which the shape above refers to.
    let kind = "<v:shapetype xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
                id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" path=\"m@7,l@8,m@5,21600l@6,21600e\">\
                <v:formulas><v:f eqn=\"sum #0 0 10800\" /><v:f eqn=\"prod #0 2 1\" /><v:f eqn=\"sum 21600 0 @1\" />\
                <v:f eqn=\"sum 0 0 @2\" /><v:f eqn=\"sum 21600 0 @3\" /><v:f eqn=\"if @0 @3 0\" /><v:f eqn=\"if @0 21600 @1\" />\
                <v:f eqn=\"if @0 0 @2\" /><v:f eqn=\"if @0 @4 21600\" /></v:formulas>\
                <v:path textpathok=\"t\" o:connecttype=\"rect\" /><v:textpath on=\"t\" fitshape=\"t\" /></v:shapetype>";
    let shape = shape.replace("<w:pict>", &format!("<w:pict>{kind}")).replace(
        "<v:shape ",
        "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" ",
    );
    xml.replace("</w:hdr>", &shape)
}

/// `text` as XML character data or a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let line = super::super::clean::line(text);
    line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn without_ids(xml: &str) -> String {
    let mut out = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some((before, after)) = rest.split_once(" w14:paraId=\"") {
        out.push_str(before);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// `xml` with the children of each such element in the given order; what is not listed comes last.
fn ordered(xml: &str, (element, order): (&str, &[&str])) -> String {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    let mut out = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some((before, after)) = rest.split_once(&open) {
        let (inner, after) = after.split_once(&close).unwrap_or((after, ""));
        let mut properties = children(inner);
        properties.sort_by_key(|property| {
            let name = property.trim_start_matches("<w:").split([' ', '/', '>']).next().unwrap_or_default();
            order.iter().position(|known| *known == name).unwrap_or(order.len())
        });
        out.extend([before, &open]);
        out.extend(properties);
        out.push_str(&close);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The elements side by side in `xml`, each with what it holds.
fn children(xml: &str) -> Vec<&str> {
    let (mut found, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (end, _) in xml.match_indices('>') {
        let tag = xml[..end].rfind('<').map_or("", |at| &xml[at..end]);
        if tag.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if !tag.ends_with('/') {
            depth += 1;
        }
        if depth == 0 {
            found.push(&xml[start..=end]);
            start = end + 1;
        }
    }
    found
}

fn with_alts(xml: &str, alts: &[String]) -> String {
    let mut out = String::with_capacity(xml.len());
    let mut rest = xml;
    for (n, alt) in (1..).zip(alts) {
        let Some((before, after)) = rest.split_once("<wp:docPr ") else { break };
        let after = after.split_once("/>").map_or("", |(_, after)| after);
        out.push_str(&format!("{before}<wp:docPr id=\"{n}\" name=\"Figure {n}\" descr=\"{}\" />", escaped(alt)));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Only tables of text keep their rows whole, so that marks them.
fn with_heads(xml: &str) -> String {
    const KEPT: &str = "<w:trPr><w:cantSplit />";
    let mut out = String::with_capacity(xml.len());
    for (n, table) in xml.split("<w:tbl>").enumerate() {
        if n == 0 {
            out.push_str(table);
            continue;
        }
        out.push_str("<w:tbl>");
        let first_row = table.find("</w:tr>").map_or("", |end| &table[..end]);
        if first_row.contains(KEPT) {
            out.push_str(&table.replacen(KEPT, &format!("{KEPT}<w:tblHeader />"), 1));
        } else {
            out.push_str(table);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn run_properties_stand_in_the_order_of_the_schema() {
        let xml = "<w:r><w:rPr><w:sz w:val=\"9\" /><w:i /><w:b /><w:rStyle w:val=\"X\" /></w:rPr><w:t>a</w:t></w:r><w:rPr />";
        let expect = "<w:r><w:rPr><w:rStyle w:val=\"X\" /><w:b /><w:i /><w:sz w:val=\"9\" /></w:rPr><w:t>a</w:t></w:r>";
        assert_eq!(part(xml.to_owned()), expect);
    }

    #[test]
    fn paragraph_properties_stand_in_the_order_of_the_schema() {
        let xml = "<w:pPr><w:rPr><w:i /><w:b /></w:rPr><w:tabs><w:tab w:pos=\"1\" /></w:tabs><w:pStyle w:val=\"X\" /></w:pPr>";
        let expect = "<w:pPr><w:pStyle w:val=\"X\" /><w:tabs><w:tab w:pos=\"1\" /></w:tabs><w:rPr><w:b /><w:i /></w:rPr></w:pPr>";
        assert_eq!(part(xml.to_owned()), expect);
    }

    #[test]
    fn ids_of_the_process_go() {
        assert_eq!(part("<w:p w14:paraId=\"0000001F\"><w:r /></w:p>".to_owned()), "<w:p><w:r /></w:p>");
    }

    #[test]
    fn a_watermark_cannot_break_out_of_its_attribute() {
        let xml = header("<w:hdr></w:hdr>".to_owned(), Some("\"><w:t>"));
        assert!(xml.contains("string=\"&quot;&gt;&lt;w:t&gt;\""));
    }
}
