//! HTML in.

use std::fs;
use std::path::Path;

use wamark::{Document, HtmlOptions};

fn read(html: &str) -> String {
    Document::from_html(html, &HtmlOptions::default()).document().source().to_owned()
}

/// What editors, mail clients and chat widgets write: each file in `tests/data/html` with what its
/// reader sees beside it.
#[test]
fn editors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/html");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "html"));
    files.sort();
    assert!(files.len() >= 20, "{} files", files.len());
    let mut wrong = String::new();
    for path in files {
        let html = fs::read_to_string(&path).unwrap();
        let expected = fs::read_to_string(path.with_extension("txt")).unwrap();
        let got = read(&html);
        if got != expected.trim_end_matches('\n') {
            wrong.push_str(&format!(
                "{}\n--- got\n{got}\n--- expected\n{expected}\n",
                path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
