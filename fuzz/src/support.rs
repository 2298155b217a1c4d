//! What has to hold, as the property tests have it.

#![allow(clippy::duplicate_mod, reason = "both models have the neutral notation in them")]

#[path = "../../tests/support/agree.rs"]
pub(crate) mod agree;
#[path = "../../tests/support/check_fix.rs"]
pub(crate) mod check_fix;
#[path = "../../tests/support/dom.rs"]
pub(crate) mod dom;
#[path = "../../tests/support/from_html.rs"]
pub(crate) mod from_html;
#[path = "../../tests/support/from_markdown.rs"]
pub(crate) mod from_markdown;
#[path = "../../tests/support/html_in.rs"]
pub(crate) mod html_in;
#[path = "../../tests/support/invariants/mod.rs"]
pub(crate) mod invariants;
#[path = "../../tests/support/markdown.rs"]
pub(crate) mod markdown;
#[path = "../../tests/support/markdown_out.rs"]
pub(crate) mod markdown_out;
#[path = "../../tests/support/proof.rs"]
pub(crate) mod proof;
#[path = "../../tests/support/shown.rs"]
pub(crate) mod shown;
#[path = "../../tests/support/split.rs"]
pub(crate) mod split;
#[path = "../../tests/support/trip.rs"]
pub(crate) mod trip;
#[path = "../../tests/growth/works.rs"]
pub(crate) mod works;

use proof::{android, model};
