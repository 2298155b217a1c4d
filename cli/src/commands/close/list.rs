//! `wamark close list`: which messages, and what of each.

use std::str::FromStr;

use wamark::close::{Compare, ListQuery, WhatsAppId, When};

use super::Wrong;
use super::request::Bare;
use crate::cli::examples;
use crate::error::Error;

/// Print the request that lists messages
///
/// A filter that takes several values has commas between them.
#[derive(Debug, clap::Args)]
#[command(after_help = examples![
    "wamark close list --external-whatsapp-message-id wamid.A1"
    "wamark close list --lead-id lead_1,lead_2 --activity-at-gte 2026-01-31 --limit 50"
    "wamark close list --fields id,message_markdown,message_html,text --skip 100"
])]
pub(super) struct Args {
    /// Those with these ids in Close: `acti_…`
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    id_in: Option<Vec<String>>,

    /// Those of these leads: `lead_…`
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    lead_id: Option<Vec<String>>,

    /// Those of these contacts: `cont_…`
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    contact_id: Option<Vec<String>>,

    /// Those of these users: `user_…`
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    user_id: Option<Vec<String>>,

    /// Those of these types: `WhatsAppMessage`
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    r#type: Option<Vec<String>>,

    /// Only these fields of each
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    fields: Option<Vec<String>>,

    /// Those of this organization: `orga_…`
    #[arg(long, value_name = "ID")]
    organization_id: Option<String>,

    /// Those with this id inside WhatsApp
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    external_whatsapp_message_id: Option<String>,

    /// Those that Close got after: `2026-01-31`, or a time with an offset
    #[arg(long, value_name = "WHEN")]
    date_created_gt: Option<String>,

    /// Those that Close got at or after
    #[arg(long, value_name = "WHEN")]
    date_created_gte: Option<String>,

    /// Those that Close got before
    #[arg(long, value_name = "WHEN")]
    date_created_lt: Option<String>,

    /// Those that Close got at or before
    #[arg(long, value_name = "WHEN")]
    date_created_lte: Option<String>,

    /// Those that were sent after
    #[arg(long, value_name = "WHEN")]
    activity_at_gt: Option<String>,

    /// Those that were sent at or after
    #[arg(long, value_name = "WHEN")]
    activity_at_gte: Option<String>,

    /// Those that were sent before
    #[arg(long, value_name = "WHEN")]
    activity_at_lt: Option<String>,

    /// Those that were sent at or before
    #[arg(long, value_name = "WHEN")]
    activity_at_lte: Option<String>,

    /// The most messages of a page [default: Close's, 100]
    #[arg(long, value_name = "NUMBER")]
    limit: Option<u32>,

    /// How many messages come before the page
    #[arg(long, value_name = "NUMBER")]
    skip: Option<u64>,

    #[command(flatten)]
    bare: Bare,
}

impl Args {
    pub(super) fn run(self) -> Result<(), Error> {
        let mut filters = Filters { query: ListQuery::new(), wrong: Wrong::default() };
        filters.all("id__in", self.id_in, ListQuery::ids);
        filters.all("lead_id", self.lead_id, ListQuery::lead_ids);
        filters.all("contact_id", self.contact_id, ListQuery::contact_ids);
        filters.all("user_id", self.user_id, ListQuery::user_ids);
        filters.set(self.r#type, ListQuery::types);
        filters.set(self.fields, ListQuery::fields);
        filters
            .one("organization_id", self.organization_id, |query, id| query.organization_id(&id));
        let whatsapp_id = |query: ListQuery, id: WhatsAppId| query.whatsapp_id(&id);
        let name = "external_whatsapp_message_id";
        filters.one(name, self.external_whatsapp_message_id, whatsapp_id);
        for (compare, name, when) in [
            (Compare::After, "date_created__gt", self.date_created_gt),
            (Compare::From, "date_created__gte", self.date_created_gte),
            (Compare::Before, "date_created__lt", self.date_created_lt),
            (Compare::Until, "date_created__lte", self.date_created_lte),
        ] {
            filters.one(name, when, |query, when: When| query.date_created(compare, when));
        }
        for (compare, name, when) in [
            (Compare::After, "activity_at__gt", self.activity_at_gt),
            (Compare::From, "activity_at__gte", self.activity_at_gte),
            (Compare::Before, "activity_at__lt", self.activity_at_lt),
            (Compare::Until, "activity_at__lte", self.activity_at_lte),
        ] {
            filters.one(name, when, |query, when: When| query.activity_at(compare, when));
        }
        filters.set(self.limit, ListQuery::limit);
        filters.set(self.skip, ListQuery::skip);
        let query = filters.wrong.finish(Ok(filters.query))?;
        self.bare.print(|api| api.list(&query))
    }
}

/// A query, and what is wrong with what was given for it.
struct Filters {
    query: ListQuery,
    wrong: Wrong,
}

impl Filters {
    fn set<T>(&mut self, value: Option<T>, with: impl FnOnce(ListQuery, T) -> ListQuery) {
        self.query = super::set(std::mem::take(&mut self.query), value, with);
    }

    fn one<T: FromStr<Err: std::fmt::Display>>(
        &mut self,
        name: &str,
        text: Option<String>,
        with: impl FnOnce(ListQuery, T) -> ListQuery,
    ) {
        let value = text.and_then(|text| self.wrong.take(name, &text));
        self.set(value, with);
    }

    fn all<T: FromStr<Err: std::fmt::Display>>(
        &mut self,
        name: &str,
        texts: Option<Vec<String>>,
        with: impl FnOnce(ListQuery, Vec<T>) -> ListQuery,
    ) {
        let values = texts
            .map(|texts| texts.iter().filter_map(|text| self.wrong.take(name, text)).collect());
        self.set(values, with);
    }
}
