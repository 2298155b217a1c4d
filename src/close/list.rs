//! Which messages a list request asks for.

use std::string::{String, ToString};
use std::vec::Vec;

use super::{
    ActivityId, ContactId, LeadId, OrganizationId, RequestError, UserId, WhatsAppId, When,
};

/// How a filter compares a point in time with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compare {
    /// After: `gt`
    After,
    /// At or after: `gte`
    From,
    /// Before: `lt`
    Before,
    /// At or before: `lte`
    Until,
}

/// Which messages are listed, and what of each. A filter that was set twice has its last value.
///
/// # Examples
///
/// ```
/// use wamark::close::{Api, Auth, Compare, ListQuery};
///
/// let query = ListQuery::new()
///     .lead_ids(["lead_a".parse().unwrap(), "lead_b".parse().unwrap()])
///     .activity_at(Compare::From, "2026-01-31".parse().unwrap())
///     .limit(50);
/// let request = Api::new(Auth::bearer("token").unwrap()).list(&query).unwrap();
/// assert_eq!(
///     request.uri().query().unwrap(),
///     "lead_id=lead_a%2Clead_b&activity_at__gte=2026-01-31&_limit=50"
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListQuery {
    /// But for `_skip`, which the pages count.
    pairs: Vec<(&'static str, String)>,
    skip: u64,
}

macro_rules! filters {
    ($($(#[$doc:meta])* $name:ident $key:literal $type:ty;)*) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $name(self, any: impl IntoIterator<Item = $type>) -> Self {
                self.set($key, join(any))
            }
        )*
    };
}

impl ListQuery {
    /// All messages.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    filters! {
        /// Those with one of these ids in Close.
        ids "id__in" ActivityId;
        /// Those of one of these leads.
        lead_ids "lead_id" LeadId;
        /// Those of one of these contacts.
        contact_ids "contact_id" ContactId;
        /// Those of one of these users.
        user_ids "user_id" UserId;
    }

    /// Those of one of these types: `WhatsAppMessage`.
    #[must_use]
    pub fn types<T: AsRef<str>>(self, any: impl IntoIterator<Item = T>) -> Self {
        self.set("_type", join(any))
    }

    /// These fields of each alone; all, if this is not set.
    #[must_use]
    pub fn fields<T: AsRef<str>>(self, names: impl IntoIterator<Item = T>) -> Self {
        self.set("_fields", join(names))
    }

    /// Those of this organization.
    #[must_use]
    pub fn organization_id(self, id: &OrganizationId) -> Self {
        self.set("organization_id", id.to_string())
    }

    /// Those with this id inside WhatsApp: one for each lead that holds the message.
    #[must_use]
    pub fn whatsapp_id(self, id: &WhatsAppId) -> Self {
        self.set("external_whatsapp_message_id", id.to_string())
    }

    /// Those that Close got before or after.
    #[must_use]
    pub fn date_created(self, compare: Compare, when: When) -> Self {
        let key = match compare {
            Compare::After => "date_created__gt",
            Compare::From => "date_created__gte",
            Compare::Before => "date_created__lt",
            Compare::Until => "date_created__lte",
        };
        self.set(key, when.to_string())
    }

    /// Those that were sent before or after.
    #[must_use]
    pub fn activity_at(self, compare: Compare, when: When) -> Self {
        let key = match compare {
            Compare::After => "activity_at__gt",
            Compare::From => "activity_at__gte",
            Compare::Before => "activity_at__lt",
            Compare::Until => "activity_at__lte",
        };
        self.set(key, when.to_string())
    }

    /// The most messages of a page; Close has 100 unless said, and a maximum that is not documented.
    #[must_use]
    pub fn limit(self, messages: u32) -> Self {
        self.set("_limit", messages.to_string())
    }

    /// How many messages come before the first of the page.
    #[must_use]
    pub fn skip(mut self, messages: u64) -> Self {
        self.skip = messages;
        self
    }

    /// The same messages, from so many further on.
    pub(crate) fn further(&self, messages: u64) -> Self {
        self.clone().skip(self.skip.saturating_add(messages))
    }

    fn set(mut self, key: &'static str, value: String) -> Self {
        match self.pairs.iter_mut().find(|pair| pair.0 == key) {
            Some(pair) => pair.1 = value,
            None => self.pairs.push((key, value)),
        }
        self
    }

    /// The query's keys and values.
    pub(crate) fn pairs(&self) -> Result<Vec<(&'static str, String)>, RequestError> {
        if let Some(&(field, _)) = self.pairs.iter().find(|pair| pair.1.is_empty()) {
            return Err(RequestError::EmptyFilter { field });
        }
        let mut pairs = self.pairs.clone();
        if self.skip > 0 {
            pairs.push(("_skip", self.skip.to_string()));
        }
        Ok(pairs)
    }
}

fn join<T: AsRef<str>>(all: impl IntoIterator<Item = T>) -> String {
    let mut joined = String::new();
    for (at, one) in all.into_iter().enumerate() {
        if at > 0 {
            joined.push(',');
        }
        joined.push_str(one.as_ref());
    }
    joined
}
