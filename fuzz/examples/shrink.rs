//! Shortens an input that fails, byte by byte, and says what is wrong with the shortest:
//!
//! ```sh
//! cargo run --release --manifest-path fuzz/Cargo.toml --example shrink -- parse fuzz/artifacts/parse/crash-…
//! ```
//!
//! The shortest is written beside it, with `.short` behind its name. (For `growth`, whose work is
//! counted by the target only, there is libFuzzer's `-minimize_crash=1`.)

use std::io::{self, Write as _};
use std::panic;

use wamark_fuzz::targets;

fn body(target: &str) -> Option<fn(&[u8])> {
    Some(match target {
        "parse" => targets::parse::run,
        "roundtrip" => targets::roundtrip::run,
        "from_markdown" => targets::from_markdown::run,
        "from_html" => targets::from_html::run,
        "split" => targets::split::run,
        "check_fix" => targets::check_fix::run,
        "close" => targets::close::run,
        _ => return None,
    })
}

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let target = arguments.next().unwrap_or_default();
    let body = body(&target).ok_or_else(|| io::Error::other(format!("no target {target:?}")))?;
    for path in arguments {
        let mut input = std::fs::read(&path)?;
        panic::set_hook(Box::new(|_| {}));
        let fails = |input: &[u8]| panic::catch_unwind(|| body(input)).is_err();
        if fails(&input) {
            let mut width = input.len();
            while width > 0 {
                let mut at = 0;
                while at < input.len() {
                    let mut less = input.clone();
                    less.drain(at..(at + width).min(input.len()));
                    if fails(&less) {
                        input = less;
                    } else {
                        at += width;
                    }
                }
                width /= 2;
            }
        } else {
            println!("{path} does not fail");
        }
        let _ = panic::take_hook();
        let short = format!("{path}.short");
        std::fs::write(&short, &input)?;
        println!("{short}: {}", input.escape_ascii());
        io::stdout().flush()?;
        let _ = panic::catch_unwind(|| body(&input));
    }
    Ok(())
}
