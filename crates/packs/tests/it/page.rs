//! The page that checks a pack in a browser, run as Node.js runs it: the same script, without a window.

use crate::sample;
use std::io::Write as _;
use std::process::Command;

/// Runs the page's script and prints the kinds of the problems it finds in the zip at `argv[1]`; with `plain`, without WebCrypto.
const RUN: &str = r#"
const fs = require("fs"), vm = require("vm");
const [page, zip, plain] = process.argv.slice(1);
const script = /<script>([\s\S]*)<\/script>/.exec(fs.readFileSync(page, "utf8"))[1];
const world = { TextDecoder, TextEncoder, DecompressionStream, Response, crypto: plain ? undefined : crypto, console };
vm.createContext(world);
vm.runInContext(script + "; globalThis.page = { readZip, inBag, judge };", world);
(async () => {
  try {
    const { inside, beside } = world.page.inBag(await world.page.readZip(new Blob([fs.readFileSync(zip)])));
    const report = await world.page.judge(inside, beside);
    console.log([report.root, report.quotes, ...report.problems.map((p) => p.kind + " " + p.path)].join("\n"));
  } catch (error) { console.log("error " + error.message); }
})();
"#;

fn page_says(zip: &[u8], plain: bool) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pack.zip");
    std::fs::write(&path, zip).unwrap();
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/src/verify.html");
    let mut command = Command::new("node");
    command.args(["-e", RUN, page]).arg(&path).args(plain.then_some("plain"));
    let Ok(output) = command.output() else {
        // Straight to standard error: a test runner keeps what is printed by a test that passes.
        let _ = writeln!(std::io::stderr(), "skipped: node is not installed");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect())
}

#[test]
fn the_page_agrees_that_a_pack_is_whole() {
    let root = sample::contents().evidence.root.to_string();
    for plain in [false, true] {
        let Some(said) = page_says(&sample::packed(), plain) else { return };
        assert_eq!(said, [root.as_str(), "2"], "plain: {plain}");
    }
}

#[test]
fn the_page_finds_what_was_changed() {
    let packed = sample::packed();
    let at = packed.windows(20).position(|bytes| bytes == b"nearly 25,000 accoun").unwrap();
    let mut bytes = packed.clone();
    bytes[at] = b'N';
    let Some(said) = page_says(&bytes, false) else { return };
    let names: Vec<&str> = said[2..].iter().map(String::as_str).collect();
    assert!(names.iter().any(|line| line.starts_with("changed data/evidence/")), "{said:?}");
    assert!(names.contains(&"evidence-root bag-info.txt"), "{said:?}");
    let said = page_says(&packed[..packed.len() / 2], false).unwrap();
    assert_eq!(said, ["error this is not a zip"]);
}
