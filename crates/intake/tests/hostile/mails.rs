//! Mails that nest without end, name their attachments to mislead, or are cut off.

use crate::{Row, row};

const HEAD: &str =
    "From: Dana Ruiz <dana@ledger.example>\nSubject: Accounts\nDate: Sat, 2 May 2026 10:00:00 +0000\nMIME-Version: 1.0\n";

fn mixed(parts: &str) -> String {
    format!("{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nIt was May.\n{parts}--b--\n")
}

pub(crate) fn rows() -> Vec<Row> {
    let read = |name, parts: &str, codes, members| Row { words: "It was May.", members, ..row(name, mixed(parts), codes) };
    let pdf = "Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=";
    vec![
        read("nested.eml", &"--b\nContent-Type: message/rfc822\n\n".repeat(50_000), &["too-deep"], 0),
        read("parts.eml", &"--b\nContent-Type: text/plain\n\nx\n".repeat(50_000), &["too-deep"], 0),
        read(
            "digest.eml",
            &format!("--b\n{}", "Content-Type: multipart/digest; boundary=b\n\n--b\n\n".repeat(1_200)),
            &["too-deep"],
            0,
        ),
        read("path.eml", &format!("--b\n{pdf}\"..\\..\\autorun.inf\"\n\neA==\n"), &[], 1),
        read("turned.eml", &format!("--b\n{pdf}\"=?utf-8?q?letter=E2=80=AEfdp=2Eexe?=\"\n\neA==\n"), &[], 1),
        read("long-name.eml", &format!("--b\n{pdf}\"{}.pdf\"\n\neA==\n", "a".repeat(100_000)), &[], 1),
        read("page.eml", &format!("--b\nContent-Type: text/html\n\n{}\n", "<div>".repeat(100_000)), &["too-deep"], 0),
        Row { words: "It was May.", ..row("cut.eml", mixed("").replace("--b--\n", ""), &["damaged"]) },
        Row { words: "It was May.", ..row("headers.eml", format!("{HEAD}{}\nIt was May.", "X-More: y\n".repeat(100_000)), &[]) },
        row("head-only.eml", HEAD, &["damaged", "empty"]),
    ]
}
