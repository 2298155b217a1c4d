//! What to send when something became of a message in WhatsApp: look for it by its id there, then
//! create, change or delete it.
//!
//! Nothing is done to a message that was not asked for: if Close did not filter, that is an error.

mod error;

use std::collections::HashSet;
use std::vec::Vec;

use http::Request;

use super::{
    ActivityId, Api, ListQuery, MessageUpdate, NewMessage, Page, RequestError, WhatsAppId,
};

pub use error::SyncError;

/// Something that became of a message in WhatsApp, on its way into Close.
///
/// [`query`](Self::query) is sent, and its answer [`read`](Self::read), until there is something to
/// do. It can begin again at any time: what is done already is not done again.
///
/// # Examples
///
/// ```
/// use wamark::close::{Api, Auth, MessageUpdate, Page, Step, SyncPlan};
///
/// let api = Api::new(Auth::api_key("yourapikey").unwrap());
/// let update = MessageUpdate::builder().message_markdown("*new*").build().unwrap();
/// let plan = SyncPlan::edited("wamid.A1".parse().unwrap(), update);
/// let request = api.list(plan.query()).unwrap();
/// assert_eq!(
///     request.uri().query().unwrap(),
///     "external_whatsapp_message_id=wamid.A1&_fields=id%2Clead_id%2Cexternal_whatsapp_message_id"
/// );
///
/// let found = r#"{"data":[
///     {"id":"acti_1","lead_id":"lead_1","external_whatsapp_message_id":"wamid.A1"},
///     {"id":"acti_2","lead_id":"lead_2","external_whatsapp_message_id":"wamid.A1"}
/// ],"has_more":false}"#;
/// let page = Page::from_response(&http::Response::new(found)).unwrap();
/// let step = plan.read(&page).unwrap();
/// assert!(matches!(step, Step::Update { .. }));
/// let requests = step.requests(&api).unwrap();
/// assert_eq!(requests.len(), 2);
/// assert_eq!(requests[1].method(), "PUT");
/// assert_eq!(requests[1].uri().path(), "/api/v1/activity/whatsapp_message/acti_2/");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncPlan {
    id: WhatsAppId,
    change: Change,
    query: ListQuery,
    found: Vec<ActivityId>,
    /// The same, to be looked up.
    known: HashSet<ActivityId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
    Created(NewMessage),
    Edited(MessageUpdate),
    Deleted,
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The list has another page.
    More(SyncPlan),
    /// The message is to be created.
    Create(NewMessage),
    /// The lead has the message already: nothing is to be done.
    CreatedAlready(ActivityId),
    /// The message is to be changed, once for each lead that has it.
    Update {
        /// The messages in Close.
        ids: Vec<ActivityId>,
        /// What changes.
        update: MessageUpdate,
    },
    /// The message is to be deleted, once for each lead that has it.
    Delete {
        /// The messages in Close.
        ids: Vec<ActivityId>,
    },
    /// Close does not have the message. After an edit: create it as it is now. After a deletion:
    /// nothing is to be done.
    NotThere,
}

impl SyncPlan {
    /// A message was sent: it is created unless its lead has it. For events that come twice, and
    /// for a create request that got no answer.
    #[must_use]
    pub fn created(message: NewMessage) -> Self {
        Self::new(message.whatsapp_id().clone(), Change::Created(message))
    }

    /// A message was edited.
    #[must_use]
    pub fn edited(id: WhatsAppId, update: MessageUpdate) -> Self {
        Self::new(id, Change::Edited(update))
    }

    /// A message was deleted.
    #[must_use]
    pub fn deleted(id: WhatsAppId) -> Self {
        Self::new(id, Change::Deleted)
    }

    fn new(id: WhatsAppId, change: Change) -> Self {
        let fields = ["id", "lead_id", "external_whatsapp_message_id"];
        let query = ListQuery::new().whatsapp_id(&id).fields(fields);
        Self { id, change, query, found: Vec::new(), known: HashSet::new() }
    }

    /// What to ask Close for.
    #[must_use]
    pub fn query(&self) -> &ListQuery {
        &self.query
    }

    /// Reads what Close has, and says what comes next.
    ///
    /// # Errors
    ///
    /// If the page does not answer the query; see [`SyncError`].
    pub fn read(mut self, page: &Page) -> Result<Step, SyncError> {
        for activity in &page.data {
            if activity.whatsapp_id().as_ref() != Some(&self.id) {
                return Err(SyncError::OtherMessage);
            }
            let id = activity.id().ok_or(SyncError::NoId)?;
            match &self.change {
                Change::Created(message) => {
                    if activity.lead_id().as_ref() == Some(message.lead_id()) {
                        return Ok(Step::CreatedAlready(id));
                    }
                }
                // A page may begin with the last of the page before it.
                _ if self.known.contains(&id) => {}
                _ => {
                    self.known.insert(id.clone());
                    self.found.push(id);
                }
            }
        }
        if page.has_more {
            self.query = page.next(&self.query).ok_or(SyncError::EmptyPage)?;
            return Ok(Step::More(self));
        }
        Ok(match self.change {
            Change::Created(message) => Step::Create(message),
            _ if self.found.is_empty() => Step::NotThere,
            Change::Edited(update) => Step::Update { ids: self.found, update },
            Change::Deleted => Step::Delete { ids: self.found },
        })
    }
}

impl Step {
    /// Goes on with a page: what comes next where [`More`](Self::More) was to be asked for, and the
    /// same step once it is known that the message was created already. So a plan can be made
    /// again from all pages that came so far, beginning with `Step::More(plan)`.
    ///
    /// # Errors
    ///
    /// As [`SyncPlan::read`]; and on a page after the last one.
    ///
    /// # Examples
    ///
    /// ```
    /// use wamark::close::{Page, Step, SyncPlan};
    ///
    /// let bodies = br#"{"data":[{"id":"acti_1","external_whatsapp_message_id":"A"}],"has_more":true}
    ///     {"data":[{"id":"acti_2","external_whatsapp_message_id":"A"}],"has_more":false}"#;
    /// let mut step = Step::More(SyncPlan::deleted("A".parse().unwrap()));
    /// for page in Page::from_bodies(bodies).unwrap() {
    ///     step = step.read(&page).unwrap();
    /// }
    /// let ids = ["acti_1", "acti_2"].map(|id| id.parse().unwrap()).into();
    /// assert_eq!(step, Step::Delete { ids });
    /// ```
    pub fn read(self, page: &Page) -> Result<Self, SyncError> {
        match self {
            Self::More(plan) => plan.read(page),
            Self::CreatedAlready(_) => Ok(self),
            _ => Err(SyncError::AfterTheLast),
        }
    }

    /// The requests to send now; none where nothing is to be done.
    ///
    /// # Errors
    ///
    /// As for all requests: see [`RequestError`].
    pub fn requests(&self, api: &Api) -> Result<Vec<Request<Vec<u8>>>, RequestError> {
        match self {
            Self::More(plan) => api.list(plan.query()).map(|request| [request].into()),
            Self::Create(message) => api.create(message).map(|request| [request].into()),
            Self::Update { ids, update } => ids.iter().map(|id| api.update(id, update)).collect(),
            Self::Delete { ids } => ids.iter().map(|id| api.delete(id)).collect(),
            Self::CreatedAlready(_) | Self::NotThere => Ok(Vec::new()),
        }
    }
}
