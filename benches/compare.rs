//! `cargo bench --bench compare [-- ARGUMENTS]`: wamark next to other engines.
//!
//! Only a launcher. The comparison is a package of its own, outside the workspace, so that nobody
//! compiles the other engines but who asks for them. Its arguments: `-- --help`.

use std::env;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let mut args: Vec<_> = env::args_os().skip(1).collect();
    let all = args.len();
    args.retain(|arg| arg != "--bench");
    if args.len() == all {
        // `cargo test --all-targets` runs benchmarks too, but without this argument.
        eprintln!("run this by `cargo bench --bench compare`");
        return ExitCode::SUCCESS;
    }

    let root = env!("CARGO_MANIFEST_DIR");
    let target = env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| format!("{root}/target"));
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--release"])
        .args(["--manifest-path", &format!("{root}/benches/compare/Cargo.toml")])
        .args(["--target-dir", &format!("{target}/compare")])
        .arg("--")
        .args(args)
        .status();
    match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(status) => {
            let code = status.code().and_then(|code| u8::try_from(code).ok());
            ExitCode::from(code.unwrap_or(1))
        }
        Err(error) => {
            eprintln!("cannot run cargo: {error}");
            ExitCode::FAILURE
        }
    }
}
