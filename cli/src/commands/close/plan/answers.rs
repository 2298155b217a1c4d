//! What Close answered so far, and the step after it.

use std::path::PathBuf;

use clap::ValueHint;
use serde::Serialize;
use wamark::close::{ActivityId, Page, Step, SyncError, SyncPlan};

use crate::cli::wrong_usage;
use crate::commands::close::request::{Bare, print_json};
use crate::error::{Error, Fault, Place};
use crate::input::Source;

/// What is known of Close.
#[derive(Debug, clap::Args)]
pub(super) struct Answers {
    /// What Close answered: a page, or several one behind the other; `-` is standard input
    ///
    /// It may be given several times, in the order of the answers.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    answer: Vec<PathBuf>,

    #[command(flatten)]
    bare: Bare,
}

/// A step as JSON.
#[derive(Serialize)]
struct Next<'a, R> {
    step: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a ActivityId>,
    requests: R,
}

impl Answers {
    /// Ends the process as clap does on wrong usage, if standard input is to be two things.
    pub(super) fn check(&self, command: &str, text: bool) {
        if text && self.answer.iter().any(|path| path.as_os_str() == "-") {
            let message = "the argument '--answer -' needs '--body <TEXT>', as standard input \
                           cannot be the text, too";
            wrong_usage(&["close", "plan", command], message);
        }
    }

    /// Prints what to ask for, or what comes after the answers.
    pub(super) fn run(self, plan: SyncPlan) -> Result<(), Error> {
        if self.answer.is_empty() {
            return self.bare.print(|api| api.list(plan.query()));
        }
        let mut step = Step::More(plan);
        for path in self.answer {
            let source = Source::from(path);
            let pages = Page::from_bodies(&source.read_bytes("answer")?).map_err(|error| {
                let place = Place { line: Some(error.line as u64), column: None };
                Error::Input { source: source.clone(), place, fault: Fault::Told(error.reason) }
            })?;
            for page in pages {
                let wrong = |error: SyncError| source.error(Fault::Told(error.to_string()));
                step = step.read(&page).map_err(wrong)?;
            }
        }
        let (name, id) = match &step {
            Step::More(_) => ("more", None),
            Step::Create(_) => ("create", None),
            Step::CreatedAlready(id) => ("created-already", Some(id)),
            Step::Update { .. } => ("update", None),
            Step::Delete { .. } => ("delete", None),
            Step::NotThere => ("not-there", None),
        };
        let requests = self.bare.shown(|api| step.requests(api))?;
        print_json(&Next { step: name, id, requests })
    }
}
