//! What counts depend on besides the code.

use std::process::Command;

/// The compiler, its target, the C library (copying, allocating), and what valgrind makes of the
/// processor: it shows programs one and the same, with AVX2 or without.
pub fn this() -> Result<String, String> {
    let rustc = run("rustc", &["-vV"])?;
    let version = rustc.lines().next().unwrap_or_default();
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let libc = run("getconf", &["GNU_LIBC_VERSION"])?;
    let valgrind = run("valgrind", &["--version"])?;
    let vectors = if avx2() { ", AVX2" } else { "" };
    Ok(format!("{version}, {host}, {}, {}{vectors}", libc.trim(), valgrind.trim()))
}

#[cfg(target_arch = "x86_64")]
fn avx2() -> bool {
    std::is_x86_feature_detected!("avx2")
}

#[cfg(not(target_arch = "x86_64"))]
fn avx2() -> bool {
    false
}

fn run(program: &str, args: &[&str]) -> Result<String, String> {
    let output = Command::new(program).args(args).output();
    let output = output.map_err(|error| format!("{program}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{program} {}: {}", args.join(" "), output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("{program}: {error}"))
}
