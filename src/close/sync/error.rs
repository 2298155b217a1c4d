//! What is wrong with an answer to a plan.

use std::fmt;

/// Why a page is no answer to the query of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SyncError {
    /// There is a message with another id inside WhatsApp, or without one.
    OtherMessage,
    /// A message has no id in Close.
    NoId,
    /// More is promised, but nothing is there.
    EmptyPage,
    /// There is another page after one that had no more.
    AfterTheLast,
}

impl fmt::Display for SyncError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherMessage => {
                "external_whatsapp_message_id: wanted the id that was asked for, found another"
            }
            Self::NoId => "id: wanted the id of an activity, `acti_…`, found another or none",
            Self::EmptyPage => "data: wanted messages, as `has_more` was true, found none",
            Self::AfterTheLast => {
                "has_more: wanted true in a page that another one follows, found false"
            }
        })
    }
}

impl std::error::Error for SyncError {}
