//! What the figures were measured on, with what, and when.

use std::process::Command;
use std::{fs, thread};

use serde::{Deserialize, Serialize};

/// The machine, the compiler, the versions.
#[derive(Serialize, Deserialize)]
pub struct Machine {
    /// The day, as `2026-01-31`, in UTC.
    pub date: String,
    pub processor: String,
    pub cores: usize,
    pub system: String,
    pub rustc: String,
    /// `None` where there is no valgrind.
    pub valgrind: Option<String>,
    /// What ran beside: the load averages of 1, 5 and 15 minutes when the measuring began.
    pub load: String,
    /// The engines with their versions.
    pub engines: Vec<(String, String)>,
}

impl Machine {
    /// This machine, now.
    pub fn here() -> Self {
        let unknown = || "unknown".to_owned();
        let load = fs::read_to_string("/proc/loadavg").ok();
        let load = load.map(|load| load.split(' ').take(3).collect::<Vec<_>>().join(" "));
        Self {
            date: output("date", &["-u", "+%Y-%m-%d"]).unwrap_or_else(unknown),
            processor: processor().unwrap_or_else(unknown),
            cores: thread::available_parallelism().map_or(1, usize::from),
            system: output("uname", &["-srm"]).unwrap_or_else(unknown),
            rustc: env!("RUSTC_VERSION").to_owned(),
            valgrind: output("valgrind", &["--version"]),
            load: load.unwrap_or_else(unknown),
            engines: engines(),
        }
    }
}

/// What a command prints, if it can be run.
fn output(command: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(command).args(args).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// What Linux calls the processor.
fn processor() -> Option<String> {
    let info = fs::read_to_string("/proc/cpuinfo").ok()?;
    let field = |name: &str| {
        let line = info.lines().find(|line| line.starts_with(name))?;
        line.split_once(": ").map(|(_, value)| value.trim())
    };
    let model = field("model name")?;
    let model = match (field("cpu family"), field("model\t")) {
        (Some(family), Some(number)) => format!("{model} (family {family}, model {number})"),
        _ => model.to_owned(),
    };
    let guest = field("flags")?.split(' ').any(|flag| flag == "hypervisor");
    Some(if guest { format!("{model}, virtual machine") } else { model })
}

fn engines() -> Vec<(String, String)> {
    // The commit, and whether anything else than it was measured; the results themselves, which
    // this writes, do not count.
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let git = |args: &[&str]| output("git", &[&["-C", root], args].concat());
    let commit = git(&["rev-parse", "--short=12", "HEAD"]);
    let changed = git(&["status", "--porcelain", "--", "src", "Cargo.toml", "benches/compare"]);
    let wamark = commit.map_or_else(
        || locked("wamark"),
        |commit| {
            let changed =
                if changed.is_none_or(|files| files.is_empty()) { "" } else { ", changed" };
            format!("{}, commit {commit}{changed}", locked("wamark"))
        },
    );

    let rust = ["pulldown-cmark", "comrak", "jotdown"].map(|name| (name.to_owned(), locked(name)));
    let c = [("md4c", option_env!("MD4C_VERSION")), ("cmark", option_env!("CMARK_VERSION"))];
    let c =
        c.into_iter().filter_map(|(name, version)| Some((name.to_owned(), version?.to_owned())));
    [("wamark".to_owned(), wamark)].into_iter().chain(rust).chain(c).collect()
}

/// The version of a crate that the lock file names.
fn locked(name: &str) -> String {
    let lock = include_str!("../Cargo.lock");
    let after = lock.split_once(&format!("name = \"{name}\"\nversion = \""));
    let version = after.and_then(|(_, rest)| rest.split('"').next());
    version.unwrap_or("unknown").to_owned()
}
