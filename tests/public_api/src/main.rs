//! Prints the public API in the rustdoc JSON at the path that is its argument, an item a line.
//!
//! Left out are the standard library's blanket implementations, and what the compiler derives by
//! itself and every type is to have (`Send`, …): where a type has it not, the line says `!Send`.

use std::env;
use std::error::Error;

/// Every type has these, or a line that it has not.
const USUAL: [&str; 5] = [
    " core::marker::Send for ",
    " core::marker::Sync for ",
    " core::marker::Unpin for ",
    " core::panic::unwind_safe::UnwindSafe for ",
    " core::panic::unwind_safe::RefUnwindSafe for ",
];

/// The compiler's own, which come and go.
const UNSTABLE: [&str; 3] =
    ["core::marker::Freeze for ", "core::marker::UnsafeUnpin for ", "::StructuralPartialEq for "];

fn main() -> Result<(), Box<dyn Error>> {
    let json = env::args_os().nth(1).ok_or("usage: wamark-public-api RUSTDOC-JSON")?;
    let mut builder = public_api::Builder::from_rustdoc_json(json);
    builder = builder.omit_blanket_impls(true).sorted(true);
    for item in builder.build()?.items() {
        let line = item.to_string();
        let leaves_out = |traits: &[&str]| traits.iter().any(|of| line.contains(of));
        if !(line.starts_with("impl") && (leaves_out(&USUAL) || leaves_out(&UNSTABLE))) {
            println!("{line}");
        }
    }
    Ok(())
}
