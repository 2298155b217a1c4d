//! Runs the command.

#![allow(dead_code, reason = "each test file uses its part")]

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

/// What a run gave.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Starts `wamark` with all its streams as pipes.
pub(crate) fn start(args: &[&str]) -> Child {
    start_with(args, &[])
}

fn start_with(args: &[&str], environment: &[(&str, &str)]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_wamark"))
        .args(args)
        .env_remove("CLOSE_SIGNATURE_KEY")
        .envs(environment.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("wamark starts")
}

/// Runs `wamark` on `input`.
pub(crate) fn run(args: &[&str], input: impl AsRef<[u8]>) -> Run {
    run_with(args, &[], input)
}

/// Runs `wamark` on `input`, with these variables in its environment.
pub(crate) fn run_with(
    args: &[&str],
    environment: &[(&str, &str)],
    input: impl AsRef<[u8]>,
) -> Run {
    let mut child = start_with(args, environment);
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    let input = input.as_ref().to_vec();
    // Beside the reading of the output: both may be more than a pipe takes.
    let writer = thread::spawn(move || {
        // The command may end before it has read everything.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("wamark ends");
    writer.join().expect("the writer does not panic");
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("output is UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("messages are UTF-8"),
    }
}

/// Runs `wamark` on `input` and gives its output; it must not fail nor say anything else.
#[track_caller]
pub(crate) fn output(args: &[&str], input: impl AsRef<[u8]>) -> String {
    let run = run(args, input);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{args:?}");
    run.stdout
}

/// Runs `wamark` on `input` and gives its message; it must fail and write nothing.
#[track_caller]
pub(crate) fn message(args: &[&str], input: impl AsRef<[u8]>) -> String {
    let run = run(args, input);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{args:?}");
    run.stderr
}

/// A file for one test; `name` is the test's own.
pub(crate) fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("the file can be written");
    path
}
