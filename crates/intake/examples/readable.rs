//! Prints what is read from a file: `readable [text|marks] FILE`.
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let [_, what, path] = args.as_slice() else { return };
    let Ok(bytes) = std::fs::read(path) else { return };
    let read = dossier_intake::read(path, &bytes);
    let index = dossier_model::TextIndex::new(&read.text);
    if what == "text" {
        print_out(&read.text);
        return;
    }
    for mark in &read.marks {
        let words = index.slice(mark.span).unwrap_or("");
        print_out(&format!(
            "{:?} {} | {}",
            mark.kind,
            mark.label.as_deref().unwrap_or(""),
            words.chars().take(160).collect::<String>().replace('\n', "⏎")
        ));
    }
    for issue in &read.issues {
        print_out(&format!("ISSUE {}: {}", issue.code, issue.message));
    }
    let members: Vec<_> = read.members.iter().map(|member| (&member.path, member.bytes.len())).collect();
    print_out(&format!(
        "{} title {:?} by {:?} published {:?} updated {:?} rules {:?} members {members:?}",
        read.media_type, read.title, read.authors, read.published, read.updated, read.normalised
    ));
}

fn print_out(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout(), "{line}");
}
