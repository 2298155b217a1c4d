//! `wamark close plan`: what to send when something became of a message in WhatsApp.

use std::path::PathBuf;

use clap::{Subcommand, ValueHint};
use serde::Serialize;
use wamark::close::{ActivityId, Page, Step, SyncError, SyncPlan, WhatsAppId};

use super::request::{Bare, print_json};
use super::{Wrong, create, update};
use crate::cli::{examples, wrong_usage};
use crate::error::{Error, Fault, Place};
use crate::input::Source;

/// Print what to send when a message was sent, edited or deleted in WhatsApp
///
/// Close knows a message by an id of its own, so it is looked for first. Without --answer the
/// request is printed that looks for the message. What Close answers to it goes into a file, and
/// with --answer FILE the next step is printed: an object with the keys `step` and `requests`.
///
/// `more`: Close has another page. Send the request, and put the answer behind those before.
///
/// `create`, `update`, `delete`: send the requests, one for each lead that has the message.
///
/// `created-already`: nothing is to be done; `id` is the message in Close.
///
/// `not-there`: nothing is to be changed or deleted. After an edit, create the message as it is now.
///
/// All of it can be done again at any time: what is done already is not done twice. What is no
/// answer to the request (a refusal, another message) is an error, and nothing is to be sent.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close plan deleted --external-whatsapp-message-id wamid.A1"
    ""
    "{\"method\":\"GET\",\"url\":\"https://api.close.com/api/v1/activity/whatsapp_message/"
    "?external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id\","
    "\"headers\":{\"accept\":\"application/json\",\"authorization\":\"Basic …\"}}"
    ""
    "wamark close plan deleted --external-whatsapp-message-id wamid.A1 --answer answers.json"
    ""
    "{\"step\":\"delete\",\"requests\":[{\"method\":\"DELETE\",\"url\":\"https://api.close.com/api/v1/activity/"
    "whatsapp_message/acti_1/\",\"headers\":{\"accept\":\"application/json\",\"authorization\":\"Basic …\"}}]}"
    ""
    "A whole script, with curl and jq:"
    ""
    "plan() { wamark close plan deleted --external-whatsapp-message-id wamid.A1 \"$@\"; }"
    "send() {"
    "  { printf 'user = \"%s:\"\\n' \"$CLOSE_API_KEY\""
    "    jq -r '\"request = \\(.method)\", \"url = \\(.url | tojson)\","
    "      \"header = \\\"content-type: application/json\\\"\","
    "      (.body | values | \"data = \\(tojson | tojson)\")'"
    "  } | curl -sS --fail-with-body -K -"
    "}"
    "set -e"
    "plan | send > answers.json"
    "plan --answer answers.json > step.json"
    "while jq -e '.step == \"more\"' step.json > /dev/null; do"
    "  jq '.requests[0]' step.json | send >> answers.json"
    "  plan --answer answers.json > step.json"
    "done"
    "jq -c '.requests[]' step.json | while read -r request; do printf %s \"$request\" | send; done"
])]
pub(super) struct Args {
    #[command(subcommand)]
    change: Change,
}

#[derive(Debug, Subcommand)]
enum Change {
    Created(Box<Created>),
    Edited(Box<Edited>),
    Deleted(Deleted),
}

/// A message was sent: it is created unless its lead has it
///
/// For events that come twice, and for a create request that got no answer. The fields are those of
/// `wamark close create`. The text is read from standard input, or is that of --body.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close plan created --activity-at 2026-01-31T09:30:00+01:00 --direction outgoing \\"
    "    --lead-id lead_1 --contact-id cont_1 --external-whatsapp-message-id wamid.A1 \\"
    "    --local-phone '+1 650 333 4444' --remote-phone 18183004000 --body 'Hi *Ana*' \\"
    "    --answer answers.json"
    ""
    "{\"step\":\"created-already\",\"id\":\"acti_1\",\"requests\":[]}"
])]
struct Created {
    #[command(flatten)]
    fields: create::Fields,

    #[command(flatten)]
    answers: Answers,
}

/// A message was edited: it is changed, once for each lead that has it
///
/// The fields are those of `wamark close update`.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close plan edited --external-whatsapp-message-id wamid.A1 --body 'Hi *Ana*' \\"
    "    --answer answers.json"
    ""
    "{\"step\":\"update\",\"requests\":[{\"method\":\"PUT\",\"url\":\"https://api.close.com/api/v1/activity/"
    "whatsapp_message/acti_1/\",\"headers\":{\"accept\":\"application/json\",\"authorization\":\"Basic …\","
    "\"content-type\":\"application/json\"},\"body\":{\"message_markdown\":\"Hi *Ana*\"}}]}"
])]
struct Edited {
    #[command(flatten)]
    message: Message,

    #[command(flatten)]
    fields: update::Fields,

    #[command(flatten)]
    answers: Answers,
}

/// A message was deleted: it is deleted, once for each lead that has it
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close plan deleted --external-whatsapp-message-id wamid.A1 --answer answers.json"
    ""
    "{\"step\":\"not-there\",\"requests\":[]}"
])]
struct Deleted {
    #[command(flatten)]
    message: Message,

    #[command(flatten)]
    answers: Answers,
}

/// Which message.
#[derive(Debug, clap::Args)]
struct Message {
    /// The message's id inside WhatsApp
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    #[arg(allow_hyphen_values = true)]
    external_whatsapp_message_id: String,
}

/// What is known of Close.
#[derive(Debug, clap::Args)]
struct Answers {
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

impl Args {
    pub(super) fn run(self) -> Result<(), Error> {
        match self.change {
            Change::Created(args) => {
                args.answers.check("created", args.fields.take_stdin());
                args.answers.run(SyncPlan::created(args.fields.read()?))
            }
            Change::Edited(args) => {
                args.answers.check("edited", args.fields.take_stdin());
                let mut wrong = Wrong::default();
                let id = args.message.read(&mut wrong);
                let (id, update) = args.fields.read(id, wrong)?;
                args.answers.run(SyncPlan::edited(id, update))
            }
            Change::Deleted(args) => {
                let mut wrong = Wrong::default();
                let id = args.message.read(&mut wrong);
                let (id, ()) = wrong.finish_with(id, Ok(()))?;
                args.answers.run(SyncPlan::deleted(id))
            }
        }
    }
}

impl Message {
    fn read(&self, wrong: &mut Wrong) -> Option<WhatsAppId> {
        wrong.take("external_whatsapp_message_id", &self.external_whatsapp_message_id)
    }
}

impl Answers {
    /// Ends the process as clap does on wrong usage, if standard input is to be two things.
    fn check(&self, command: &str, text: bool) {
        if text && self.answer.iter().any(|path| path.as_os_str() == "-") {
            let message = "the argument '--answer -' needs '--body <TEXT>', as standard input \
                           cannot be the text, too";
            wrong_usage(&["close", "plan", command], message);
        }
    }

    /// Prints what to ask for, or what comes after the answers.
    fn run(self, plan: SyncPlan) -> Result<(), Error> {
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
