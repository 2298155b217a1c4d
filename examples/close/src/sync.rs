//! Carries out a [`SyncPlan`]: looks what Close has, does what is to be done, and where it stays
//! unknown whether that was done, looks again before anything is sent twice.

use std::fmt;

use http::StatusCode;
use wamark::close::{
    Activity, ActivityId, Api, Deleted, Page, ReadError, RequestError, Step, SyncError, SyncPlan,
};

use crate::client::{CallError, Client};

/// What a plan came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The message was created.
    Created(Activity),
    /// The lead has it already.
    CreatedAlready(ActivityId),
    /// All that Close has of it were changed.
    Updated(Vec<ActivityId>),
    /// All that Close had of it are deleted.
    Deleted(Vec<ActivityId>),
    /// Close does not have the message.
    NotThere,
}

/// How often is looked again after a call of which it is not known whether it was done.
const LOOKS: u32 = 3;

/// Carries out a plan.
///
/// # Errors
///
/// See [`Failure`]. It can be run again after any of them.
pub fn run(client: &Client, api: &Api, plan: &SyncPlan) -> Result<Outcome, Failure> {
    let mut looks = 0;
    loop {
        match attempt(client, api, plan.clone()) {
            Err(Failure::Call(error)) if error.may_be_done() && looks < LOOKS => looks += 1,
            result => return result,
        }
    }
}

/// Looks what Close has, on all pages, and says what is to be done.
///
/// # Errors
///
/// See [`Failure`].
pub fn look(client: &Client, api: &Api, mut plan: SyncPlan) -> Result<Step, Failure> {
    loop {
        let page = client.call(&api.list(plan.query())?, Page::from_response)?;
        match plan.read(&page)? {
            Step::More(rest) => plan = rest,
            step => return Ok(step),
        }
    }
}

/// Looks, and does what is to be done.
fn attempt(client: &Client, api: &Api, plan: SyncPlan) -> Result<Outcome, Failure> {
    let step = look(client, api, plan)?;
    let requests = step.requests(api)?;
    let updated = |answer: &http::Response<_>| Activity::from_response(answer).map(|_| ());
    match step {
        Step::Create(message) => {
            Ok(Outcome::Created(client.call(&api.create(&message)?, Activity::from_response)?))
        }
        Step::CreatedAlready(id) => Ok(Outcome::CreatedAlready(id)),
        Step::Update { ids, .. } => {
            each(requests.iter().map(|request| client.call(request, updated)))?;
            Ok(Outcome::Updated(ids))
        }
        Step::Delete { ids } => {
            each(requests.iter().map(|request| client.call(request, gone)))?;
            Ok(Outcome::Deleted(ids))
        }
        Step::NotThere | Step::More(_) => Ok(Outcome::NotThere),
    }
}

/// Calls for several leads: one that is refused keeps none of the others from being done. What may
/// have been done is told first, as that is looked at again.
fn each(calls: impl Iterator<Item = Result<(), CallError>>) -> Result<(), CallError> {
    let mut errors: Vec<CallError> = calls.filter_map(Result::err).collect();
    errors.sort_by_key(|error| !error.may_be_done());
    errors.into_iter().next().map_or(Ok(()), Err)
}

/// A message that is not there any more is deleted.
fn gone(answer: &http::Response<Vec<u8>>) -> Result<(), ReadError> {
    match Deleted::from_response(answer) {
        Err(error) if error.status() == StatusCode::NOT_FOUND => Ok(()),
        result => result.map(|_| ()),
    }
}

/// Why a plan was not carried out.
#[derive(Debug)]
pub enum Failure {
    /// A request cannot be made.
    Request(RequestError),
    /// A call has no result.
    Call(CallError),
    /// A page does not answer the plan's query.
    Plan(SyncError),
}

impl From<RequestError> for Failure {
    fn from(error: RequestError) -> Self {
        Self::Request(error)
    }
}

impl From<CallError> for Failure {
    fn from(error: CallError) -> Self {
        Self::Call(error)
    }
}

impl From<SyncError> for Failure {
    fn from(error: SyncError) -> Self {
        Self::Plan(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(error) => error.fmt(f),
            Self::Call(error) => error.fmt(f),
            Self::Plan(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}
