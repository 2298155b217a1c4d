//! Writes the generated sources: `cargo run --example tables`.

#[path = "../tests/support/tables.rs"]
mod tables;

use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = fs::read_to_string(root.join("tests/data/tlds.txt"))?;
    fs::write(root.join("src/chars/bound.rs"), tables::bound_source())?;
    let letter_or_digit = tables::letter_or_digit_source();
    fs::write(root.join("src/chars/java/letter_or_digit.rs"), letter_or_digit)?;
    fs::write(root.join("src/chars/java/digit.rs"), tables::digit_source())?;
    fs::write(root.join("src/parse/tld/names.rs"), tables::tld_source(&list))
}
