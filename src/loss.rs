//! What could not be said as it was meant.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::document::Span;

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $name:literal $sentence:literal)*) => {
        /// What was lost, or said in another way.
        ///
        /// Each code has a name in kebab case ([`as_str`](Self::as_str)), which does not change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum LossCode {
            $($(#[$doc])* $code,)*
        }

        impl LossCode {
            /// All codes.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// The name: `heading-as-bold`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)*
                }
            }

            /// A sentence for people: what became of what was meant.
            ///
            /// # Examples
            ///
            /// ```
            /// use wamark::LossCode;
            ///
            /// assert_eq!(LossCode::HeadingAsBold.sentence(), "a heading became a bold line");
            /// ```
            #[must_use]
            pub const fn sentence(self) -> &'static str {
                match self {
                    $(Self::$code => $sentence,)*
                }
            }
        }
    };
}

codes! {
    /// A heading is a bold line: `# Title` → `*Title*`
    HeadingAsBold "heading-as-bold"
        "a heading became a bold line"
    /// A link is its label and its URL: `[docs](https://ex.com)` → `docs (https://ex.com)`
    LinkInlined "link-inlined"
        "a link became its label and its address"
    /// A link lost its label or its URL, as the options ask: `[docs](https://ex.com)` → `docs`
    LinkDropped "link-dropped"
        "a link lost its label or its address"
    /// An image is its description and its URL: `![logo](https://ex.com/a.png)` →
    /// `logo (https://ex.com/a.png)`
    ImageInlined "image-inlined"
        "an image became its description and its address"
    /// A table is a box of monospace.
    TableAsBox "table-as-box"
        "a table became a box of monospace"
    /// A table is a card a row: `Name: Ana`
    TableAsCards "table-as-cards"
        "a table became a card for each row"
    /// A table is an item a row: `- Ana · 3`
    TableAsBullets "table-as-bullets"
        "a table became an item for each row"
    /// A list inside a list is lines of text: `- a⏎  - b` → `- a⏎  ◦ b`
    NestedListFlattened "nested-list-flattened"
        "a list inside a list became lines of text"
    /// A list or a quote inside a quote is text: `> - a` → `> • a`; a quote inside an item stands by
    /// itself.
    QuoteFlattened "quote-flattened"
        "a quote inside another block, or a list inside a quote, became lines of text"
    /// An item number that WhatsApp does not know is text: `100. a`
    NumberAsText "number-as-text"
        "an item became a line of text, as its number is over 99"
    /// A task box is a character: `- [x] a` → `- ☑ a`
    TaskAsText "task-as-text"
        "a task box became a character"
    /// A thematic break is a line of text: `---` → `———`
    RuleAsText "rule-as-text"
        "a rule became a line of dashes"
    /// A footnote is a number, and its text stands at the end: `a[^1]` → `a[1]`
    FootnoteMoved "footnote-moved"
        "a footnote became a number, with its text at the end"
    /// The language of a code block is gone: WhatsApp would show it as code.
    CodeLanguageDropped "code-language-dropped"
        "the language of a code block is gone"
    /// A code block in a quote is a line of code for each of its lines.
    CodeBlockSplit "code-block-split"
        "a code block became a line of code for each of its lines"
    /// Text lost a style that WhatsApp cannot give it there.
    StyleDropped "style-dropped"
        "text lost a style that it cannot have there"
    /// Text that should show as it is may be read as formatting: no invisible character was
    /// allowed, or none helps.
    LiteralFormatted "literal-formatted"
        "text that should show as it is may be read as formatting"
    /// An element of HTML is gone, its content too: `<script>`, say.
    HtmlDropped "html-dropped"
        "an element of HTML is gone with its content"
}

/// The name.
impl fmt::Display for LossCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One thing that could not be said as it was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Loss {
    /// What.
    pub code: LossCode,
    /// Where: bytes of the input.
    pub span: Span,
}

/// A text, and what was lost on the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The result.
    pub text: String,
    /// What was lost, in the order of the input.
    pub losses: Vec<Loss>,
}
