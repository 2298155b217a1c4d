//! `wamark close update`: a change of a message that Close has.

use wamark::close::{ActivityId, MessageUpdate, MessageUpdateBuilder};

use super::body::Text;
use super::request::Payload;
use super::{Wrong, attachment, set};
use crate::cli::examples;
use crate::error::Error;

/// Print the payload of a change
///
/// What is not named stays as it is. The text changes only with --body.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close update --id acti_1 --body 'Hi *Ana*'"
    "echo '**Hello** Ana' | wamark close update --id acti_1 --body - --from markdown --request"
    "wamark close update --id acti_1 --integration-link ''      removes the link"
])]
pub(super) struct Args {
    /// The message in Close: `acti_…`
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    id: String,

    #[command(flatten)]
    fields: Fields,

    #[command(flatten)]
    payload: Payload,
}

/// All that can change in a message.
#[derive(Debug, clap::Args)]
pub(super) struct Fields {
    #[command(flatten)]
    text: Text,

    /// When the message was sent: `2026-01-31T09:30:00+01:00`
    #[arg(long, value_name = "TIME")]
    activity_at: Option<String>,

    /// A file in Close: `url=…,filename=…,content-type=…`, and `size=…` in bytes if it is known
    #[arg(long, value_name = "FIELDS")]
    attachment: Vec<String>,

    /// The most bytes of all attachments together [default: 25000000]
    #[arg(long, value_name = "BYTES", requires = "attachment")]
    attachment_limit: Option<u64>,

    /// Whom it is from, or to: `cont_…`
    #[arg(long, value_name = "ID")]
    contact_id: Option<String>,

    /// Which way it went: `incoming` or `outgoing`
    #[arg(long, value_name = "DIRECTION")]
    direction: Option<String>,

    /// Where the message is to be seen outside Close; nothing removes it
    #[arg(long, value_name = "URL")]
    integration_link: Option<String>,

    /// The number on our side, with its country code
    #[arg(long, value_name = "PHONE")]
    local_phone: Option<String>,

    /// The contact's number, with its country code
    #[arg(long, value_name = "PHONE")]
    remote_phone: Option<String>,

    /// The message that this one answers, by its id in Close: `acti_…`; nothing removes it
    #[arg(long, value_name = "ID")]
    response_to_id: Option<String>,

    /// The user who sent it: `user_…`
    #[arg(long, value_name = "ID")]
    user_id: Option<String>,
}

impl Args {
    pub(super) fn run(self) -> Result<(), Error> {
        let mut wrong = Wrong::default();
        let id = wrong.take::<ActivityId>("id", &self.id);
        let (id, update) = self.fields.read(id, wrong)?;
        self.payload.print(update.to_json(), |api| api.update(&id, &update))
    }
}

impl Fields {
    /// Whether the text is that of standard input.
    pub(super) fn take_stdin(&self) -> bool {
        self.text.body.as_deref() == Some("-")
    }

    /// The change, with the id that was taken before.
    pub(super) fn read<T>(
        self,
        id: Option<T>,
        mut wrong: Wrong,
    ) -> Result<(T, MessageUpdate), Error> {
        let mut builder = MessageUpdate::builder();
        if self.text.body.is_some() {
            builder = builder.message_markdown(self.text.read()?);
        }
        for attachment in attachment::read(&self.attachment, &mut wrong) {
            builder = builder.attachment(attachment);
        }
        builder = set(builder, self.attachment_limit, MessageUpdateBuilder::attachment_limit);
        builder = set(builder, self.activity_at, MessageUpdateBuilder::activity_at);
        builder = set(builder, self.contact_id, MessageUpdateBuilder::contact_id);
        builder = set(builder, self.direction, MessageUpdateBuilder::direction);
        builder = set(builder, self.integration_link, |b, link| match link.as_str() {
            "" => b.no_integration_link(),
            _ => b.integration_link(link),
        });
        builder = set(builder, self.local_phone, MessageUpdateBuilder::local_phone);
        builder = set(builder, self.remote_phone, MessageUpdateBuilder::remote_phone);
        builder = set(builder, self.response_to_id, |b, id| match id.as_str() {
            "" => b.no_response_to_id(),
            _ => b.response_to_id(id),
        });
        builder = set(builder, self.user_id, MessageUpdateBuilder::user_id);
        wrong.finish_with(id, builder.build())
    }
}
