//! Where Close is and who calls, from the environment; and a message from the command line.

use std::env;

use wamark::close::{Api, Auth, BASE_URL, Body, NewMessage, NewMessageBuilder, Required, Time};

/// What an example fails with.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// Requests to `CLOSE_BASE_URL`, which is Close's own unless said, as the owner of `CLOSE_API_KEY`.
///
/// # Errors
///
/// If there is no key, or one of the two is none.
pub fn api() -> Result<Api, Error> {
    let key = env::var("CLOSE_API_KEY").map_err(|_| "CLOSE_API_KEY: wanted an API key")?;
    let base = env::var("CLOSE_BASE_URL").unwrap_or_else(|_| BASE_URL.to_owned());
    Ok(Api::new(Auth::api_key(&key)?).base_url(&base)?)
}

/// The arguments of a message, in order.
pub const MESSAGE: &str = "LEAD CONTACT incoming|outgoing OUR-PHONE THEIR-PHONE WHATSAPP-ID TEXT";

/// A message of now, from the arguments that [`MESSAGE`] names; its text is Markdown of WhatsApp.
///
/// # Errors
///
/// If there are fewer or more.
pub fn message(args: &[String]) -> Result<NewMessageBuilder, Error> {
    let [lead, contact, direction, ours, theirs, whatsapp, text] = args else {
        return Err(format!("wanted {MESSAGE}, found {} arguments", args.len()).into());
    };
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    let now = Time::from_unix_seconds(now.as_secs().cast_signed()).ok_or("the clock is wrong")?;
    Ok(NewMessage::builder(Required {
        activity_at: now.into(),
        contact_id: contact.as_str().into(),
        direction: direction.as_str().into(),
        external_whatsapp_message_id: whatsapp.as_str().into(),
        lead_id: lead.as_str().into(),
        local_phone: ours.as_str().into(),
        message_markdown: Body::whatsapp(text),
        remote_phone: theirs.as_str().into(),
    }))
}
