//! Limit profiles: what may be sent where. The known ones are data, in `profile/table.rs`.

mod table;

use alloc::borrow::Cow;
use core::fmt;

use crate::unit::Unit;

/// A place of a message that text can stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// The body of a text message.
    Text,
    /// The text below an image, a video or a document.
    Caption,
    /// The body of a template, with its parameters filled in.
    TemplateBody,
    /// What is filled into a template.
    TemplateParameter,
    /// The body of a message with buttons or a list.
    InteractiveBody,
    /// A header that is text.
    Header,
    /// The small print below a message.
    Footer,
    /// The text of a button.
    Button,
    /// The title of a row of a list.
    RowTitle,
    /// The description of a row of a list.
    RowDescription,
}

impl Place {
    /// The place in a sentence: `text header`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "message text",
            Self::Caption => "caption",
            Self::TemplateBody => "template body",
            Self::TemplateParameter => "template parameter",
            Self::InteractiveBody => "interactive body",
            Self::Header => "text header",
            Self::Footer => "footer",
            Self::Button => "button",
            Self::RowTitle => "row title",
            Self::RowDescription => "row description",
        }
    }

    /// Whether clients show formatting there.
    #[must_use]
    pub const fn is_formatted(self) -> bool {
        !matches!(
            self,
            Self::Header | Self::Footer | Self::Button | Self::RowTitle | Self::RowDescription
        )
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A place that text is to stand in, whose limit it is, and how long it may be.
///
/// # Examples
///
/// A known one, and one of one's own:
///
/// ```
/// use wamark::check::{Place, Profile};
/// use wamark::Unit;
///
/// let caption = Profile::named("cloud-caption").expect("it is known");
/// assert_eq!((caption.limit(), caption.unit()), (Some(1024), Unit::CodePoints));
///
/// let sms = Profile::new("sms", Place::Text).with_limit(160).with_unit(Unit::Utf16);
/// assert_eq!(sms.name(), "sms");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Profile {
    name: Cow<'static, str>,
    provider: Cow<'static, str>,
    place: Place,
    limit: Option<usize>,
    unit: Unit,
    source: Cow<'static, str>,
}

impl Profile {
    /// A profile of one's own, without a limit.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>, place: Place) -> Self {
        let (name, provider, source) = (name.into(), Cow::Borrowed(""), Cow::Borrowed(""));
        Self { name, provider, place, limit: None, unit: Unit::CodePoints, source }
    }

    /// The longest that a text may be.
    #[must_use]
    pub fn with_limit(mut self, limit: usize) -> Self {
        self.limit = Some(limit);
        self
    }

    /// What the limit counts: code points, where nothing else is said.
    #[must_use]
    pub fn with_unit(mut self, unit: Unit) -> Self {
        self.unit = unit;
        self
    }

    /// Whose limit it is.
    #[must_use]
    pub fn with_provider(mut self, provider: impl Into<Cow<'static, str>>) -> Self {
        self.provider = provider.into();
        self
    }

    /// The known profile of a name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|profile| profile.name == name)
    }

    /// Its name: `cloud-text`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whose limit it is: `Cloud API`.
    #[must_use]
    pub fn provider(&self) -> &str {
        &self.provider
    }

    /// Where the text is to stand.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// The longest that a text may be, in [`unit`](Self::unit)s, if there is a limit.
    #[must_use]
    pub const fn limit(&self) -> Option<usize> {
        self.limit
    }

    /// What the limit counts.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// Where the limit is known from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }
}

/// [`Profile::CLOUD_TEXT`].
impl Default for Profile {
    fn default() -> Self {
        Self::CLOUD_TEXT
    }
}
