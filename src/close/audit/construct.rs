//! What a message can have that HTML needs a tag for.

use core::fmt;

use serde::{Serialize, Serializer};

use crate::Node;

macro_rules! constructs {
    ($($(#[$doc:meta])* $construct:ident $name:literal)*) => {
        /// Something in a message that HTML has tags for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Construct {
            $($(#[$doc])* $construct,)*
        }

        impl Construct {
            /// All of them, in the order of reports.
            pub const ALL: &[Self] = &[$(Self::$construct),*];

            /// The name, which is that of the function of [`HtmlStyle`](crate::HtmlStyle) that
            /// sets its tag (but for [`FirstBlankLine`](Self::FirstBlankLine)).
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$construct => $name,)*
                }
            }
        }
    };
}

constructs! {
    /// Lines of text.
    Paragraph "paragraph"
    /// The end of a line within a paragraph or a quote.
    LineBreak "line_break"
    /// The first empty line between two blocks, for which we write nothing.
    FirstBlankLine "first_blank_line"
    /// A further empty line.
    BlankLine "blank_line"
    /// `*a*`
    Bold "bold"
    /// `_a_`
    Italic "italic"
    /// `~a~`
    Strikethrough "strikethrough"
    /// `` `a` ``
    InlineCode "inline_code"
    /// ```` ```a``` ````
    Monospace "monospace"
    /// Monospace of several lines.
    MonospaceBlock "monospace_block"
    /// `> a`
    Quote "quote"
    /// `- a`
    BulletedList "bulleted_list"
    /// `1. a`
    NumberedList "numbered_list"
    /// An item of either list.
    Item "item"
    /// A URL or an e-mail address.
    Link "link"
    /// `@` and a number.
    Mention "mention"
}

impl Construct {
    /// Whether it is a block or an item of lines that are not code.
    pub(super) const fn is_lines(self) -> bool {
        matches!(
            self,
            Self::Paragraph | Self::Quote | Self::BulletedList | Self::NumberedList | Self::Item
        )
    }

    /// The construct of a node, and whether it is a block or an item.
    pub(super) fn of(node: Node) -> Option<(Self, bool)> {
        Some(match node {
            Node::Paragraph => (Self::Paragraph, true),
            Node::Quote => (Self::Quote, true),
            Node::BulletedList => (Self::BulletedList, true),
            Node::NumberedList => (Self::NumberedList, true),
            Node::Item { .. } => (Self::Item, true),
            Node::MonospaceBlock => (Self::MonospaceBlock, true),
            Node::Bold => (Self::Bold, false),
            Node::Italic => (Self::Italic, false),
            Node::Strikethrough => (Self::Strikethrough, false),
            Node::InlineCode => (Self::InlineCode, false),
            Node::Monospace => (Self::Monospace, false),
            Node::Link => (Self::Link, false),
            Node::Mention => (Self::Mention, false),
            Node::Spoiler => return None,
        })
    }
}

impl fmt::Display for Construct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Construct {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
