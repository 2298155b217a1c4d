//! The limits that are known, and where from.

use alloc::borrow::Cow;

use super::{Place, Profile};
use crate::unit::Unit;

const fn profile(
    name: &'static str,
    provider: &'static str,
    place: Place,
    limit: Option<usize>,
    source: &'static str,
) -> Profile {
    Profile {
        name: Cow::Borrowed(name),
        provider: Cow::Borrowed(provider),
        place,
        limit,
        unit: Unit::CodePoints,
        source: Cow::Borrowed(source),
    }
}

const CLOUD: &str = "Cloud API";
const TEMPLATES: &str = "Cloud API reference, message templates";
const INTERACTIVE: &str = "Cloud API reference, interactive messages";

impl Profile {
    /// The body of a text message of the Cloud API: 4096 code points.
    pub const CLOUD_TEXT: Self = profile(
        "cloud-text",
        CLOUD,
        Place::Text,
        Some(4096),
        "error 100: Param text['body'] must be at most 4096 characters long",
    );

    /// All known profiles. Units are code points: Meta's documents say "characters", and those who
    /// tried found code points.
    pub const ALL: &[Self] = &[
        profile("app", "WhatsApp", Place::Text, Some(65_536), "the apps' own input field"),
        Self::CLOUD_TEXT,
        profile(
            "cloud-caption",
            CLOUD,
            Place::Caption,
            Some(1024),
            "Cloud API reference, media messages",
        ),
        profile("cloud-template-body", CLOUD, Place::TemplateBody, Some(1024), TEMPLATES),
        profile(
            "cloud-template-parameter",
            CLOUD,
            Place::TemplateParameter,
            Some(1024),
            "error 132018: no line feed, no tab, at most four spaces in a row",
        ),
        profile("cloud-template-button", CLOUD, Place::Button, Some(25), TEMPLATES),
        profile("cloud-interactive-body", CLOUD, Place::InteractiveBody, Some(1024), INTERACTIVE),
        profile("cloud-header", CLOUD, Place::Header, Some(60), INTERACTIVE),
        profile("cloud-footer", CLOUD, Place::Footer, Some(60), INTERACTIVE),
        profile("cloud-button", CLOUD, Place::Button, Some(20), INTERACTIVE),
        profile("cloud-row-title", CLOUD, Place::RowTitle, Some(24), INTERACTIVE),
        profile("cloud-row-description", CLOUD, Place::RowDescription, Some(72), INTERACTIVE),
        profile("twilio", "Twilio", Place::Text, Some(1600), "Twilio error 21617"),
        profile("360dialog", "360dialog", Place::Text, Some(1600), "reported by integrators"),
        profile("close", "Close", Place::Text, None, "Close documents none"),
    ];
}
