//! Finds the engines in C, which are optional, and notes the versions that go into the results.
//!
//! On Debian: `apt-get install pkg-config libmd4c-html0-dev libcmark-dev`.

use std::env;
use std::path::Path;
use std::process::Command;

/// Changes whenever a package is installed or removed: then an engine may have come or gone.
const PACKAGES: &str = "/var/lib/dpkg/status";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if Path::new(PACKAGES).exists() {
        println!("cargo::rerun-if-changed={PACKAGES}");
    }
    for (library, engine) in [("md4c-html", "md4c"), ("libcmark", "cmark")] {
        println!("cargo::rustc-check-cfg=cfg({engine})");
        if let Ok(library) = pkg_config::probe_library(library) {
            println!("cargo::rustc-cfg={engine}");
            println!("cargo::rustc-env={}_VERSION={}", engine.to_uppercase(), library.version);
        }
    }
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output();
    let version = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    println!("cargo::rustc-env=RUSTC_VERSION={}", version.unwrap_or_default().trim());
}
