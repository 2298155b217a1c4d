//! `wamark close create`: a message that Close does not have.

use wamark::close::{NewMessage, NewMessageBuilder, Required};

use super::body::Text;
use super::request::Payload;
use super::{Wrong, attachment, set};
use crate::cli::examples;
use crate::error::Error;

const REQUIRED: &str = "Required fields";

/// Print the payload of a new message
///
/// The text is read from standard input, or is that of --body.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "echo '**Hello** Ana' | wamark close create --from markdown \\"
    "    --activity-at 2026-01-31T09:30:00+01:00 --direction outgoing \\"
    "    --lead-id lead_1 --contact-id cont_1 --external-whatsapp-message-id wamid.A1 \\"
    "    --local-phone '+1 650 333 4444' --remote-phone 18183004000 \\"
    "    --integration-link https://example.com/messages/1 \\"
    "    --attachment url=https://app.close.com/go/file/a,filename=a.jpg,content-type=image/jpeg"
    ""
    "{\"activity_at\":\"2026-01-31T08:30:00Z\",\"attachments\":[{\"content_type\":\"image/jpeg\","
    "\"filename\":\"a.jpg\",\"url\":\"https://app.close.com/go/file/a\"}],\"contact_id\":\"cont_1\","
    "\"direction\":\"outgoing\",\"external_whatsapp_message_id\":\"wamid.A1\","
    "\"integration_link\":\"https://example.com/messages/1\",\"lead_id\":\"lead_1\","
    "\"local_phone\":\"+16503334444\",\"message_markdown\":\"*Hello* Ana\","
    "\"remote_phone\":\"18183004000\"}"
])]
pub(super) struct Args {
    #[command(flatten)]
    fields: Fields,

    #[command(flatten)]
    payload: Payload,
}

/// All that a new message can have.
#[derive(Debug, clap::Args)]
pub(super) struct Fields {
    /// When the message was sent: `2026-01-31T09:30:00+01:00`
    #[arg(long, value_name = "TIME", default_value = "", hide_default_value = true)]
    #[arg(help_heading = REQUIRED)]
    activity_at: String,

    /// Whom it is from, or to: `cont_…`
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    #[arg(help_heading = REQUIRED)]
    contact_id: String,

    /// Which way it went: `incoming` or `outgoing`
    #[arg(long, value_name = "DIRECTION", default_value = "", hide_default_value = true)]
    #[arg(help_heading = REQUIRED)]
    direction: String,

    /// Its id inside WhatsApp
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    #[arg(help_heading = REQUIRED, allow_hyphen_values = true)]
    external_whatsapp_message_id: String,

    /// The lead that it is shown with: `lead_…`
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    #[arg(help_heading = REQUIRED)]
    lead_id: String,

    /// The number on our side, with its country code
    #[arg(long, value_name = "PHONE", default_value = "", hide_default_value = true)]
    #[arg(help_heading = REQUIRED)]
    local_phone: String,

    /// The contact's number, with its country code
    #[arg(long, value_name = "PHONE", default_value = "", hide_default_value = true)]
    #[arg(help_heading = REQUIRED)]
    remote_phone: String,

    #[command(flatten)]
    text: Text,

    /// A file in Close: `url=…,filename=…,content-type=…`, and `size=…` in bytes if it is known
    #[arg(long, value_name = "FIELDS")]
    attachment: Vec<String>,

    /// The most bytes of all attachments together [default: 25000000]
    #[arg(long, value_name = "BYTES", requires = "attachment")]
    attachment_limit: Option<u64>,

    /// Where the message is to be seen outside Close
    #[arg(long, value_name = "URL")]
    integration_link: Option<String>,

    /// The message that this one answers, by its id in Close: `acti_…`
    #[arg(long, value_name = "ID")]
    response_to_id: Option<String>,

    /// The user who sent it: `user_…`
    #[arg(long, value_name = "ID")]
    user_id: Option<String>,

    /// Make a notification in the Inbox: a part of the request's URL
    #[arg(long)]
    send_to_inbox: bool,
}

impl Args {
    pub(super) fn run(self) -> Result<(), Error> {
        let message = self.fields.read()?;
        self.payload.print(message.to_json(), |api| api.create(&message))
    }
}

impl Fields {
    /// Whether the text is that of standard input.
    pub(super) fn take_stdin(&self) -> bool {
        self.text.body.as_deref().is_none_or(|body| body == "-")
    }

    pub(super) fn read(self) -> Result<NewMessage, Error> {
        let mut wrong = Wrong::default();
        let mut builder = NewMessage::builder(Required {
            activity_at: self.activity_at.into(),
            contact_id: self.contact_id.into(),
            direction: self.direction.into(),
            external_whatsapp_message_id: self.external_whatsapp_message_id.into(),
            lead_id: self.lead_id.into(),
            local_phone: self.local_phone.into(),
            message_markdown: self.text.read()?,
            remote_phone: self.remote_phone.into(),
        });
        for attachment in attachment::read(&self.attachment, &mut wrong) {
            builder = builder.attachment(attachment);
        }
        builder = set(builder, self.attachment_limit, NewMessageBuilder::attachment_limit);
        builder = set(builder, self.integration_link, NewMessageBuilder::integration_link);
        builder = set(builder, self.response_to_id, NewMessageBuilder::response_to_id);
        builder = set(builder, self.user_id, NewMessageBuilder::user_id);
        wrong.finish(builder.send_to_inbox(self.send_to_inbox).build())
    }
}
