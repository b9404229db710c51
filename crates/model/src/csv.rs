//! Tables as CSV (RFC 4180), the same wherever rows leave: fields in quotes where they need it, CRLF, UTF-8. A field that a spreadsheet
//! would take for a formula gets an apostrophe in front; the JSON that goes with a table has the exact words.

/// `rows` under `head`, as CSV.
pub fn csv_table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut out = String::new();
    let mut row = |fields: &mut dyn Iterator<Item = &str>| {
        for (n, field) in fields.enumerate() {
            if n > 0 {
                out.push(',');
            }
            out.push_str(&escape(field));
        }
        out.push_str("\r\n");
    };
    row(&mut head.iter().copied());
    for fields in rows {
        row(&mut fields.iter().map(String::as_str));
    }
    out
}

fn escape(field: &str) -> String {
    let guarded = match field.as_bytes().first() {
        Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r') => format!("'{field}"),
        Some(_) | None => field.to_owned(),
    };
    if guarded.contains([',', '"', '\r', '\n']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_quoted_and_formulas_are_not_run() {
        let row = ["plain", "a,b", "say \"so\"", "two\nlines", "=SUM(A1)", ""].map(str::to_owned).to_vec();
        assert_eq!(csv_table(&["a"], [row]), "a\r\nplain,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",'=SUM(A1),\r\n");
    }
}
