//! The words that options take, and what each means to the library.

use clap::ValueEnum;

/// Enumerations of words.
macro_rules! words {
    ($($name:ident { $($(#[$doc:meta])* $word:ident),+ $(,)? })+) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
        pub(crate) enum $name {
            $($(#[$doc])* $word,)+
        }
    )+};
}

/// What words are to the library, which has enumerations of the same names.
macro_rules! library {
    ($($name:ident { $($word:ident),+ })+) => {$(
        impl From<$name> for wamark::$name {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$word => Self::$word,)+
                }
            }
        }
    )+};
}

words! {
    Notation {
        /// WhatsApp Markdown
        Whatsapp,
        /// CommonMark, with GitHub's tables, task lists, strikethrough and footnotes
        Markdown,
        /// HTML
        Html,
        /// Whichever of these each message is in
        Auto,
    }

    Client {
        /// WhatsApp Web, of 2026
        Web,
        /// WhatsApp for Android, of December 2024
        Android,
    }

    To {
        /// HTML, safe whatever the message says
        Html,
        /// Plain text: the markers gone
        Text,
        /// WhatsApp Markdown that both clients read as it is meant
        Whatsapp,
        /// Markdown that means the same: CommonMark, and GFM's ~~
        Markdown,
        /// Text with the codes of terminals
        Ansi,
        /// The document as a tree: unist, with the names of mdast
        Json,
    }

    Preset {
        /// As Close shows a message
        Close,
        /// Plain tags and nothing else
        Neutral,
        /// As close, with links, mentions and text direction
        Preview,
    }

    Invisible {
        /// Where nothing else makes both clients read the text as it is meant
        Allow,
        /// None: a style is dropped instead, or a marker left that may format
        Never,
    }

    Headings {
        /// A line in bold
        Bold,
        /// A line in bold and in upper case
        BoldUpper,
        /// A line of text
        Plain,
    }

    Links {
        /// The label, and the address in parentheses
        TextUrl,
        /// The address alone
        Url,
        /// The label alone
        Text,
    }

    SoftBreaks {
        /// A line feed, as it was typed
        Newline,
        /// A space, as Markdown shows it
        Space,
    }

    Tables {
        /// A box where it fits a phone, else cards
        Auto,
        /// A box of monospace
        Box,
        /// For each row the header and the value of each cell
        Cards,
        /// An item for each row
        Bullets,
    }
}

library! {
    Client { Web, Android }
    Invisible { Allow, Never }
    Headings { Bold, BoldUpper, Plain }
    Links { TextUrl, Url, Text }
    SoftBreaks { Newline, Space }
    Tables { Auto, Box, Cards, Bullets }
}
