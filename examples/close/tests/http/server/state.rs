//! What the server knows, how it is set up, and what it was asked.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::time::Duration;

use serde_json::{Map, Value, json};

use super::faults::Fault;
use super::files::File;
use super::schema::Schemas;

/// What differs from one server to the next.
pub(crate) struct Settings {
    /// The most messages of a page, whatever is asked for.
    pub(crate) page: usize,
    /// The calls that are answered in a window of time, and how long it is.
    pub(crate) calls: u32,
    pub(crate) window: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self { page: 100, calls: 1000, window: Duration::from_secs(60) }
    }
}

pub(crate) struct State {
    pub(crate) settings: Settings,
    pub(crate) address: SocketAddr,
    pub(crate) schemas: Schemas,
    pub(crate) activities: Vec<Map<String, Value>>,
    pub(crate) files: Vec<File>,
    /// What goes wrong with the calls to come: each is used up by the first call that it is for.
    pub(crate) faults: VecDeque<Fault>,
    /// Each call that came in, by method, path and query.
    pub(crate) calls: Vec<String>,
    /// How far the server's clock is ahead.
    pub(crate) ahead: Duration,
    /// The window of the rate limit: when it began, and the calls in it.
    pub(crate) window: Option<(std::time::Instant, u32)>,
    ids: u32,
    deletions: u32,
}

impl State {
    pub(crate) fn new(settings: Settings, address: SocketAddr) -> Self {
        Self {
            settings,
            address,
            schemas: Schemas::new(),
            activities: Vec::new(),
            files: Vec::new(),
            faults: VecDeque::new(),
            calls: Vec::new(),
            ahead: Duration::ZERO,
            window: None,
            ids: 0,
            deletions: 0,
        }
    }

    /// An id that was not given before.
    pub(crate) fn id(&mut self, prefix: &str) -> String {
        self.ids += 1;
        format!("{prefix}_{:022}", self.ids)
    }

    /// Which of the bodies that a deletion may have comes next.
    pub(crate) fn deletion(&mut self) -> u32 {
        self.deletions += 1;
        self.deletions % 3
    }

    /// The calls since this was last asked, a line each.
    pub(crate) fn take_calls(&mut self) -> String {
        std::mem::take(&mut self.calls).join("\n")
    }

    /// Puts a message there as somebody else would have.
    pub(crate) fn put(&mut self, lead: &str, whatsapp: &str) -> String {
        let id = self.id("acti");
        let message = json!({
            "activity_at": "2026-01-31T09:30:00+00:00", "contact_id": "cont_1",
            "direction": "incoming", "external_whatsapp_message_id": whatsapp, "lead_id": lead,
            "local_phone": "16503334444", "message_markdown": "first", "remote_phone": "18183004000",
        });
        let Value::Object(message) = message else { unreachable!() };
        let activity = super::activities::stored(&id, message);
        self.activities.push(activity);
        id
    }
}
