//! A Close of our own, on loopback: it stores messages and files, and refuses what the real one is
//! documented to refuse. What it answers wrongly, and when, is the test's choice.

mod activities;
mod auth;
mod faults;
mod files;
mod schema;
mod state;

use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

use axum::Router;
use axum::routing::{get, post};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;

use faults::Connection;
pub(crate) use faults::{Fault, What};
pub(crate) use files::POLICY;
pub(crate) use state::{Settings, State};

/// A running server. It ends with the test's process.
pub(crate) struct Server {
    address: SocketAddr,
    state: Shared,
}

/// What all connections share.
pub(crate) type Shared = Arc<Mutex<State>>;

/// The key that the server knows.
pub(crate) const KEY: &str = "api_4fTestKeyOfNobody";

impl Server {
    pub(crate) fn start(settings: Settings) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(Mutex::new(State::new(settings, address)));
        let shared = state.clone();
        thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(serve(listener, shared));
        });
        Self { address, state }
    }

    /// What `CLOSE_BASE_URL` is.
    pub(crate) fn base_url(&self) -> String {
        format!("http://{}/api/v1", self.address)
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }
}

async fn serve(listener: TcpListener, state: Shared) {
    listener.set_nonblocking(true).unwrap();
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    let router = router(&state);
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let connection = Connection::new(state.clone(), &stream);
        let router = router.clone();
        tokio::spawn(async move {
            let service =
                service_fn(move |request| connection.clone().answer(router.clone(), request));
            // An error is a client that has gone, or a connection that was ended on purpose.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

/// Every path ends in a slash, as in Close's API.
fn router(state: &Shared) -> Router {
    let api = Router::new()
        .route("/activity/whatsapp_message/", get(activities::list).post(activities::create))
        .route(
            "/activity/whatsapp_message/{id}/",
            get(activities::get).put(activities::update).delete(activities::delete),
        )
        .route("/files/upload/", post(files::announce))
        .layer(axum::middleware::from_fn_with_state(state.clone(), auth::check));
    Router::new()
        .nest("/api/v1", api)
        .route("/storage/", post(files::store))
        .with_state(state.clone())
}
