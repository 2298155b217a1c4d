//! Messages there and back: WhatsApp text is what it was, Markdown shows the same.

use wamark::Parser;

use super::hold;
use super::input::{self, Text};
use super::support::markdown_out;
use super::support::trip::{CLIENTS, Trip, changed, trip};

/// Takes the message that `data` stands for there and back.
pub fn run(data: &[u8]) {
    let Some(Text(message)) = input::read(data) else { return };
    hold(&message, changed(&message).map(|changed| format!("is written as {changed:?}")));
    for client in CLIENTS {
        // What another parser of Markdown shows.
        let document = Parser::new().client(client.0).parse(&message);
        hold(&message, markdown_out::fault(&document));
        if let Trip::Fault(fault) = trip(&message, client) {
            panic!("{message:?}\n{fault}");
        }
    }
}
