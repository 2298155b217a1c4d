//! `wamark close plan`: what to send when something became of a message in WhatsApp.

mod answers;

use clap::Subcommand;
use wamark::close::{SyncPlan, WhatsAppId};

use super::{Wrong, create, update};
use crate::cli::examples;
use crate::error::Error;
use answers::Answers;

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
