//! Shows the text that an input stands for, and the bytes of a text:
//!
//! ```sh
//! cargo run --manifest-path fuzz/Cargo.toml --example show -- fuzz/artifacts/parse/crash-…
//! printf '*中*' | cargo run --manifest-path fuzz/Cargo.toml --example show > tests/regressions/parse/cjk
//! ```

use std::io::{self, Read as _, Write as _};

use wamark_fuzz::input::{self, Text, encode};

fn main() -> io::Result<()> {
    let mut paths = std::env::args().skip(1).peekable();
    if paths.peek().is_none() {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text)?;
        return io::stdout().write_all(&encode(&text));
    }
    for path in paths {
        if let Some(Text(text)) = input::read(&std::fs::read(&path)?) {
            println!("{path}: {text:?}");
        }
    }
    Ok(())
}
