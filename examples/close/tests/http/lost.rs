//! Answers that do not come, or that cannot be read: whatever happened, at the end there is one
//! message, and it was sent once.

use axum::http::Method;
use insta::assert_snapshot;
use wamark_close_examples::sync::Outcome;

use crate::server::{Fault, Server, Settings, What};
use crate::support::{ARGS, REQWEST, UREQ, created, deleted, edited, fails, prints, sync};

/// Each way to be left without an answer.
const LOST: [What; 6] = [
    What::ResetBefore,
    What::ResetAfter,
    What::ResetWithin,
    What::Answer(200, r#"{"id": "acti_1", "text": "cut of"#),
    What::Answer(504, "upstream request timeout"),
    What::Refuse(502, "<html>Bad gateway</html>"),
];

fn with(method: Method, what: What) -> Server {
    let server = Server::start(Settings::default());
    server.state().faults.push_back(Fault(method, what));
    server
}

/// Calls of a method that were made.
fn calls(server: &Server, method: &str) -> usize {
    server.state().calls.iter().filter(|call| call.starts_with(method)).count()
}

#[test]
fn a_creation_is_done_once() {
    for what in LOST {
        let server = with(Method::POST, what);
        let outcome = sync(&server, &created()).unwrap();
        let done = !matches!(what, What::ResetBefore | What::Refuse(..));
        assert_eq!(matches!(outcome, Outcome::CreatedAlready(_)), done, "{what:?}");
        assert_eq!(calls(&server, "POST"), if done { 1 } else { 2 }, "{what:?}");
        assert_eq!(calls(&server, "GET"), 2, "{what:?}");
        assert_eq!(server.state().activities.len(), 1, "{what:?}");
    }
}

#[test]
fn a_list_that_does_not_come_is_asked_for_again() {
    for what in LOST {
        let server = with(Method::GET, what);
        assert!(matches!(sync(&server, &created()).unwrap(), Outcome::Created(_)), "{what:?}");
        assert_eq!((calls(&server, "GET"), calls(&server, "POST")), (2, 1), "{what:?}");
        assert_eq!(server.state().activities.len(), 1, "{what:?}");
    }
}

#[test]
fn an_edit_and_a_deletion_reach_every_lead() {
    for what in LOST {
        for (method, plan) in [(Method::PUT, edited()), (Method::DELETE, deleted())] {
            let server = with(method.clone(), what);
            for lead in ["lead_1", "lead_2", "lead_3"] {
                server.state().put(lead, "wamid.A1");
            }
            server.state().put("lead_1", "wamid.B1");
            let outcome = sync(&server, &plan).unwrap();
            let state = server.state();
            let changed = state.activities.iter().filter(|one| one["text"] == "second").count();
            if method == Method::PUT {
                assert!(matches!(outcome, Outcome::Updated(_)), "{what:?} {outcome:?}");
                assert_eq!((state.activities.len(), changed), (4, 3), "{what:?}");
            } else {
                assert_eq!((state.activities.len(), changed), (1, 0), "{what:?}");
            }
        }
    }
}

#[test]
fn a_server_that_never_answers_is_given_up() {
    let server = Server::start(Settings::default());
    let never = || (0..20).map(|_| Fault(Method::GET, What::ResetBefore));
    server.state().faults.extend(never());
    let error = sync(&server, &created()).unwrap_err();
    assert!(error.to_string().starts_with("no answer: "), "{error}");
    assert_eq!((calls(&server, "GET"), calls(&server, "POST")), (4, 0));
    let said = fails(UREQ, &server, &ARGS);
    assert!(said.starts_with("no answer: "), "{said}");
    // Later, all is well.
    server.state().faults.clear();
    prints(UREQ, &server, &ARGS);
    assert_eq!(server.state().activities.len(), 1);
}

#[test]
fn reqwest_says_what_it_does_not_know() {
    let server = with(Method::POST, What::Answer(200, "{"));
    assert_snapshot!(fails(REQWEST, &server, &ARGS), @r"200 OK, but the answer cannot be read: EOF while parsing an object at line 1 column 1");
    let server = with(Method::POST, What::ResetAfter);
    fails(REQWEST, &server, &ARGS);
    // It is for the caller to look, and so it is looked for by the other program.
    assert_snapshot!(prints(UREQ, &server, &ARGS), @"acti_0000000000000000000001: was there already");
}
