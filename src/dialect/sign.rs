//! The signs: what each is called, whom it speaks for, and how loudly.
//!
//! Points are such that
//!
//! * structure that only Markdown has outweighs any emphasis, and `**x**` outweighs four `*x*`;
//! * what people type for other reasons, too (`---`, a backslash, an entity), decides only where
//!   nothing speaks against it, and does not add up;
//! * an element of HTML that makes lines weighs as much as `**x**`, one within a line less:
//!   Markdown can hold those.

use core::fmt;

use super::Dialect;

/// What a sign counts, and what all of its kind count at most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Points {
    pub(super) each: u32,
    pub(super) most: u32,
}

const STRUCTURE: Points = Points { each: 160, most: u32::MAX };
const STRONG: Points = Points { each: 16, most: u32::MAX };
const INLINE: Points = Points { each: 6, most: u32::MAX };
const STAR: Points = Points { each: 4, most: u32::MAX };
const ONCE: Points = Points { each: 3, most: 3 };
const FAINT: Points = Points { each: 1, most: 3 };
const MARK: Points = Points { each: 32, most: u32::MAX };
const HARDLY: Points = Points { each: 1, most: 1 };

macro_rules! signs {
    ($($(#[$doc:meta])* $sign:ident $name:literal $dialect:ident $points:ident $sentence:literal)*) => {
        /// A kind of sign.
        ///
        /// Each has a name in kebab case ([`as_str`](Self::as_str)), which does not change, and a
        /// sentence for people ([`Display`](fmt::Display)).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Sign {
            $($(#[$doc])* $sign,)*
        }

        impl Sign {
            /// All kinds.
            pub const ALL: &[Self] = &[$(Self::$sign),*];

            /// The name: `double-asterisk`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$sign => $name,)*
                }
            }

            /// The dialect that it speaks for.
            #[must_use]
            pub const fn dialect(self) -> Dialect {
                match self {
                    $(Self::$sign => Dialect::$dialect,)*
                }
            }

            pub(super) const fn points(self) -> Points {
                match self {
                    $(Self::$sign => $points,)*
                }
            }
        }

        /// A sentence that says what it is and why it speaks for its dialect.
        impl fmt::Display for Sign {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $(Self::$sign => $sentence,)*
                })
            }
        }
    };
}

signs! {
    /// `*x*` as WhatsApp reads it.
    SingleAsterisk "single-asterisk" WhatsApp STAR
        "single asterisks make bold text in WhatsApp, and only italics in Markdown"
    /// `~x~` as WhatsApp reads it.
    SingleTilde "single-tilde" WhatsApp STAR
        "single tildes strike text through in WhatsApp"
    /// `• x` at the start of a line.
    DotBullet "dot-bullet" WhatsApp FAINT
        "the dot begins an item in WhatsApp, and is text in Markdown"
    /// U+200E, U+200F, U+034F or U+200A next to a marker.
    InvisibleCharacter "invisible-character" WhatsApp MARK
        "an invisible character next to a marker is put there for WhatsApp"
    /// `_x_`, code, an item or a quote.
    Shared "shared" WhatsApp HARDLY
        "WhatsApp reads this as it is, and Markdown reads it alike"
    /// `**x**`
    DoubleAsterisk "double-asterisk" Markdown STRONG
        "double asterisks make bold text in Markdown; WhatsApp shows one of each pair"
    /// `***x***`
    TripleAsterisk "triple-asterisk" Markdown STRONG
        "triple asterisks make bold italics in Markdown; WhatsApp shows two of them"
    /// `__x__`
    DoubleUnderscore "double-underscore" Markdown STRONG
        "double underscores make bold text in Markdown; WhatsApp shows one of each pair"
    /// `~~x~~`
    DoubleTilde "double-tilde" Markdown STRONG
        "double tildes strike text through in Markdown; WhatsApp shows one of each pair"
    /// `## Title`
    Heading "heading" Markdown STRUCTURE
        "a line that begins with hash signs is a heading in Markdown"
    /// A title with a line of `=` or `-` of its length below it, and an empty line.
    SetextHeading "setext-heading" Markdown ONCE
        "an underlined line is a heading in Markdown"
    /// `[label](https://ex.com)`
    Link "link" Markdown STRUCTURE
        "a label in brackets and an address in parentheses are a link in Markdown"
    /// `[label][name]` or `[name]`, and `[name]: https://ex.com` somewhere.
    ReferenceLink "reference-link" Markdown STRUCTURE
        "a name in brackets with an address elsewhere is a link in Markdown"
    /// `[^1]`, and `[^1]: note` somewhere.
    Footnote "footnote" Markdown STRUCTURE
        "a caret and a name in brackets with a text elsewhere are a footnote in Markdown"
    /// `![description](https://ex.com/a.png)`
    Image "image" Markdown STRUCTURE
        "an exclamation mark before a link makes an image in Markdown"
    /// `<https://ex.com>`
    Autolink "autolink" Markdown HARDLY
        "an address in angle brackets is a link in Markdown"
    /// `|---|---|` under a row of as many cells.
    Table "table" Markdown STRUCTURE
        "a row of dashes under a row of cells begins a table in Markdown"
    /// ```` ```python ````
    FenceLanguage "fence-language" Markdown STRUCTURE
        "a language behind the fence is hidden in Markdown; WhatsApp shows it as code"
    /// `~~~`
    TildeFence "tilde-fence" Markdown ONCE
        "three tildes fence code in Markdown"
    /// `- [x] done`
    TaskBox "task-box" Markdown STRONG
        "brackets at the start of an item are a task box in Markdown"
    /// An indented `- x` below an item.
    NestedList "nested-list" Markdown ONCE
        "an indented item is a list inside a list in Markdown, and text in WhatsApp"
    /// `---` between empty lines.
    ThematicBreak "thematic-break" Markdown ONCE
        "three dashes, asterisks or underscores on a line are a rule in Markdown"
    /// `\*`
    Escape "escape" Markdown FAINT
        "a backslash before a marker is hidden in Markdown, and shown in WhatsApp"
    /// A backslash that ends a line.
    HardBreak "hard-break" Markdown ONCE
        "a backslash at the end of a line is a line break in Markdown, and shown in WhatsApp"
    /// `<p>`, `</div>`, `<br>`: an element that makes lines.
    BlockTag "block-tag" Html STRONG
        "a tag of an element that makes lines is HTML"
    /// `<a href="…">`, `</b>`: an element within a line.
    InlineTag "inline-tag" Html INLINE
        "a tag of an element within a line is HTML, and Markdown may hold it"
    /// `&amp;`
    Entity "entity" Html FAINT
        "a name between an ampersand and a semicolon is a character in HTML"
}
