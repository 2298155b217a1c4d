//! What goes wrong on purpose, and the list of calls.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{Method, Request, StatusCode};
use axum::response::{IntoResponse as _, Response};
use futures_util::{StreamExt as _, stream};
use hyper::body::Incoming;
use socket2::{SockRef, Socket};
use tower::ServiceExt as _;

use super::Shared;

/// What goes wrong with the next call of a method.
pub(crate) struct Fault(pub(crate) Method, pub(crate) What);

#[derive(Clone, Copy, Debug)]
pub(crate) enum What {
    /// Nothing: the fault behind it is for a later call.
    Nothing,
    /// The connection is reset before anything is done.
    ResetBefore,
    /// The connection is reset when all is done, before the answer.
    ResetAfter,
    /// The connection is reset when all is done, in the middle of the answer.
    ResetWithin,
    /// Nothing is done, and the answer has this status and this body.
    Refuse(u16, &'static str),
    /// All is done, and the answer has this status and this body.
    Answer(u16, &'static str),
}

/// A connection that can be reset.
#[derive(Clone)]
pub(crate) struct Connection {
    state: Shared,
    socket: Arc<Socket>,
}

impl Connection {
    pub(crate) fn new(state: Shared, stream: &tokio::net::TcpStream) -> Self {
        Self { state, socket: Arc::new(SockRef::from(stream).try_clone().unwrap()) }
    }

    /// Answers a call; an error ends the connection.
    pub(crate) async fn answer(
        self,
        router: Router,
        request: Request<Incoming>,
    ) -> io::Result<Response> {
        let what = self.note(&request);
        match what {
            Some(What::ResetBefore) => return Err(self.reset()),
            Some(What::Refuse(status, body)) => {
                return Ok((StatusCode::from_u16(status).unwrap(), body).into_response());
            }
            _ => {}
        }
        let Ok(response) = router.oneshot(request.map(Body::new)).await;
        match what {
            Some(What::ResetAfter) => Err(self.reset()),
            Some(What::ResetWithin) => Ok(self.broken_off(response).await),
            Some(What::Answer(status, body)) => {
                Ok((StatusCode::from_u16(status).unwrap(), body).into_response())
            }
            _ => Ok(response),
        }
    }

    /// Notes a call, and what is to go wrong with it.
    fn note(&self, request: &Request<Incoming>) -> Option<What> {
        let mut state = self.state.lock().unwrap();
        state.calls.push(format!("{} {}", request.method(), request.uri()));
        let at = state.faults.iter().position(|Fault(method, _)| method == request.method())?;
        state.faults.remove(at).map(|Fault(_, what)| what)
    }

    /// Has the connection end with a reset, once everybody who holds it has let go.
    fn reset(&self) -> io::Error {
        self.socket.set_linger(Some(Duration::ZERO)).unwrap();
        io::Error::other("on purpose")
    }

    /// The answer up to its middle, and then an error.
    async fn broken_off(self, response: Response) -> Response {
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let half: Bytes = body.slice(..body.len() / 2);
        let rest = stream::once(async move {
            // The first half is on its way by then.
            tokio::time::sleep(Duration::from_millis(50)).await;
            Err(self.reset())
        });
        let body = Body::from_stream(stream::once(async { Ok(half) }).chain(rest));
        Response::from_parts(parts, body)
    }
}
