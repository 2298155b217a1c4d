//! The lints: their codes, how grave each is, and what they look for.

use core::fmt;

use super::context::Context;
use super::diagnostic::Severity;
use super::lints;

macro_rules! lints {
    ($($(#[$doc:meta])* $lint:ident $code:literal $severity:ident $fixable:literal $module:ident)*) => {
        /// What can be found; each is described in a module of [`lints`].
        ///
        /// Each has a code in kebab case ([`as_str`](Self::as_str)), which does not change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Lint {
            $($(#[$doc])* $lint,)*
        }

        impl Lint {
            /// All lints.
            pub const ALL: &[Self] = &[$(Self::$lint),*];

            /// The code: `too-long`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$lint => $code,)*
                }
            }

            /// How grave what it finds is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$lint => Severity::$severity,)*
                }
            }

            /// Whether what it finds can be mended without asking: all of it or, where it says
            /// `false`, nothing.
            #[must_use]
            pub const fn is_fixable(self) -> bool {
                match self {
                    $(Self::$lint => $fixable,)*
                }
            }

            /// The sentence of its module.
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self {
                    $(Self::$lint => lints::$module::SUMMARY,)*
                }
            }

            /// Looks for all of them, or for those that speak of places without formatting.
            pub(super) fn look_for_all(context: &mut Context<'_>, formatted: bool) {
                $(
                    if formatted || Self::$lint.is_for_plain_places() {
                        lints::$module::look(context);
                    }
                )*
            }
        }
    };
}

lints! {
    /// [`lints::too_long`]
    TooLong "too-long" Error false too_long
    /// [`lints::empty`]
    Empty "empty" Error false empty
    /// [`lints::markdown_link`]
    MarkdownLink "markdown-link" Warning true markdown_link
    /// [`lints::markdown_image`]
    MarkdownImage "markdown-image" Warning true markdown_image
    /// [`lints::markdown_heading`]
    MarkdownHeading "markdown-heading" Warning true markdown_heading
    /// [`lints::markdown_table`]
    MarkdownTable "markdown-table" Warning true markdown_table
    /// [`lints::markdown_fence_language`]
    MarkdownFenceLanguage "markdown-fence-language" Warning true markdown_fence_language
    /// [`lints::backslash_escape`]
    BackslashEscape "backslash-escape" Warning true backslash_escape
    /// [`lints::html_entity`]
    HtmlEntity "html-entity" Warning true html_entity
    /// [`lints::html_tag`]
    HtmlTag "html-tag" Warning true html_tag
    // These put markers where the ones above mend what is beside them.
    /// [`lints::markdown_bold`]
    MarkdownBold "markdown-bold" Warning true markdown_bold
    /// [`lints::markdown_strikethrough`]
    MarkdownStrikethrough "markdown-strikethrough" Warning true markdown_strikethrough
    /// [`lints::template_parameter`]
    TemplateParameter "template-parameter" Error true template_parameter
    /// [`lints::formatting_not_shown`]
    FormattingNotShown "formatting-not-shown" Warning true formatting_not_shown
    /// [`lints::unclosed_marker`]
    UnclosedMarker "unclosed-marker" Warning false unclosed_marker
    /// [`lints::space_inside_marker`]
    SpaceInsideMarker "space-inside-marker" Warning true space_inside_marker
    /// [`lints::marker_in_word`]
    MarkerInWord "marker-in-word" Warning false marker_in_word
    /// [`lints::marker_glued_to_url`]
    MarkerGluedToUrl "marker-glued-to-url" Warning true marker_glued_to_url
    /// [`lints::nested_list`]
    NestedList "nested-list" Warning true nested_list
    /// [`lints::item_not_an_item`]
    ItemNotAnItem "item-not-an-item" Note false item_not_an_item
    /// [`lints::quote_not_a_quote`]
    QuoteNotAQuote "quote-not-a-quote" Warning true quote_not_a_quote
    /// [`lints::clients_differ`]
    ClientsDiffer "clients-differ" Warning false clients_differ
    /// [`lints::newer_emoji_boundary`]
    NewerEmojiBoundary "newer-emoji-boundary" Warning false newer_emoji_boundary
    /// [`lints::invisible_character`]
    InvisibleCharacter "invisible-character" Warning true invisible_character
    /// [`lints::bidi_control`]
    BidiControl "bidi-control" Warning true bidi_control
    /// [`lints::control_character`]
    ControlCharacter "control-character" Warning true control_character
}

impl Lint {
    /// Whether it has something to say where clients show no formatting.
    pub(super) const fn is_for_plain_places(self) -> bool {
        matches!(
            self,
            Self::TooLong
                | Self::Empty
                | Self::FormattingNotShown
                | Self::InvisibleCharacter
                | Self::BidiControl
                | Self::ControlCharacter
        )
    }
}

/// The code.
impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
