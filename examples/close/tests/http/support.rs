//! The programs and the client, set up for a server.

use std::process::{Command, Output};
use std::time::Duration;

use wamark::close::{Api, Auth, Body, MessageUpdate, NewMessage, Required, SyncPlan};
use wamark_close_examples::client::Client;
use wamark_close_examples::sync::{self, Failure, Outcome};

use crate::server::{KEY, POLICY, Server};

pub(crate) const UREQ: &str = env!("CARGO_BIN_EXE_post_ureq");
pub(crate) const REQWEST: &str = env!("CARGO_BIN_EXE_post_reqwest");

/// The arguments of a message without a fault.
pub(crate) const ARGS: [&str; 7] =
    ["lead_1", "cont_1", "outgoing", "+1 650 333 4444", "18183004000", "wamid.A1", "Hi *Ana*"];

/// Runs a program; what it writes has no secret in it.
pub(crate) fn run(program: &str, server: &Server, key: &str, args: &[&str]) -> Output {
    let output = Command::new(program)
        .args(args)
        .env_clear()
        .env("CLOSE_API_KEY", key)
        .env("CLOSE_BASE_URL", server.base_url())
        .output()
        .unwrap();
    for text in [&output.stdout, &output.stderr] {
        let text = String::from_utf8_lossy(text);
        assert!(!text.contains(key) && !text.contains(POLICY), "{text}");
    }
    output
}

/// What it prints where it goes well.
pub(crate) fn prints(program: &str, server: &Server, args: &[&str]) -> String {
    let output = run(program, server, KEY, args);
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && text.is_empty(), "{text}");
    String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
}

/// What it says where it fails.
pub(crate) fn fails(program: &str, server: &Server, args: &[&str]) -> String {
    let output = run(program, server, KEY, args);
    assert!(output.status.code() == Some(1) && output.stdout.is_empty(), "{output:?}");
    String::from_utf8(output.stderr).unwrap().trim_end().to_owned()
}

pub(crate) fn api(server: &Server) -> Api {
    Api::new(Auth::api_key(KEY).unwrap()).base_url(&server.base_url()).unwrap()
}

pub(crate) fn required() -> Required {
    Required {
        activity_at: "2026-01-31T09:30:00+01:00".into(),
        contact_id: "cont_1".into(),
        direction: "incoming".into(),
        external_whatsapp_message_id: "wamid.A1".into(),
        lead_id: "lead_1".into(),
        local_phone: "16503334444".into(),
        message_markdown: Body::markdown("**Hi** Ana"),
        remote_phone: "+49 30 901820".into(),
    }
}

pub(crate) fn created() -> SyncPlan {
    SyncPlan::created(NewMessage::builder(required()).build().unwrap())
}

pub(crate) fn edited() -> SyncPlan {
    let update = MessageUpdate::builder().message_markdown("_second_").build().unwrap();
    SyncPlan::edited("wamid.A1".parse().unwrap(), update)
}

pub(crate) fn deleted() -> SyncPlan {
    SyncPlan::deleted("wamid.A1".parse().unwrap())
}

/// Carries out a plan, by the example's own code.
pub(crate) fn sync(server: &Server, plan: &SyncPlan) -> Result<Outcome, Failure> {
    sync::run(&Client::new(Duration::from_secs(10)), &api(server), plan)
}
