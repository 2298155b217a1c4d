//! The tape: what stands between the pieces of text, as one row of small operations.
//!
//! Operations are in document order and never overlap. Those of parsed WhatsApp text cover the
//! marker characters, so operations and gaps together are the source; those of a document that a
//! reader of another notation built are empty (`start == end`).

/// What an operation does. Enter and leave alternate: leave is enter + 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
#[allow(clippy::enum_variant_names, reason = "code is what WhatsApp calls inline code")]
pub(crate) enum Code {
    EnterBold,
    LeaveBold,
    EnterItalic,
    LeaveItalic,
    EnterStrikethrough,
    LeaveStrikethrough,
    EnterSpoiler,
    LeaveSpoiler,
    EnterInlineCode,
    LeaveInlineCode,
    EnterMonospace,
    LeaveMonospace,
    EnterLink,
    LeaveLink,
    EnterMention,
    LeaveMention,
    /// A line feed inside a paragraph or a quote (there with the next line's mark).
    Break,
    /// A line feed between two items of a bulleted list, with the mark of the second one.
    NextItem,
    /// Empty lines at the start of the text, or more of them than the operation before can count.
    BlankLines,
    /// As `NextItem`, in a numbered list; the operation has the second one's number.
    NextNumberedItem,
    EnterParagraph,
    /// This and all that leave blocks cover the line feed that ends the block, where there is one,
    /// and the empty lines behind it, and have their number.
    LeaveParagraph,
    /// Covers the quote's first mark.
    EnterQuote,
    LeaveQuote,
    /// Covers the first item's mark.
    EnterBulletedList,
    LeaveBulletedList,
    /// Covers the first item's mark, and has its number.
    EnterNumberedList,
    LeaveNumberedList,
    /// Covers the opening fence and the line feed that is its own.
    EnterMonospaceBlock,
    /// Covers the closing fence, the line feed before it that is its own, and line feeds behind it
    /// where nothing else stands on its line.
    LeaveMonospaceBlock,
}

impl Code {
    /// Whether this is one end of bold, italic, strikethrough, spoiler, code, a link or a mention.
    #[inline]
    pub(crate) fn is_inline(self) -> bool {
        self < Self::Break
    }

    /// Whether this is one end of a link or a mention.
    #[cfg(any(feature = "html", feature = "markdown"))]
    pub(crate) fn is_link(self) -> bool {
        matches!(self, Self::EnterLink | Self::LeaveLink | Self::EnterMention | Self::LeaveMention)
    }

    /// Whether this is the closing marker of bold, italic, strikethrough or a spoiler.
    #[inline]
    pub(crate) fn is_emphasis_leave(self) -> bool {
        self.is_leave() && self < Self::EnterInlineCode
    }

    /// Whether this leaves a node.
    #[inline]
    pub(crate) fn is_leave(self) -> bool {
        self as u8 & 1 == 1 && !self.is_between()
    }

    /// Whether this enters a node.
    #[inline]
    pub(crate) fn is_enter(self) -> bool {
        self as u8 & 1 == 0 && !self.is_between()
    }

    /// What leaves the inline node that this enters.
    #[cfg(any(feature = "html", feature = "markdown"))]
    pub(crate) fn leave(self) -> Self {
        match self {
            Self::EnterBold => Self::LeaveBold,
            Self::EnterItalic => Self::LeaveItalic,
            Self::EnterStrikethrough => Self::LeaveStrikethrough,
            Self::EnterSpoiler => Self::LeaveSpoiler,
            Self::EnterInlineCode => Self::LeaveInlineCode,
            Self::EnterMonospace => Self::LeaveMonospace,
            Self::EnterLink => Self::LeaveLink,
            Self::EnterMention => Self::LeaveMention,
            other => other,
        }
    }

    /// Whether this is between lines or items.
    #[inline]
    fn is_between(self) -> bool {
        matches!(self, Self::Break | Self::NextItem | Self::BlankLines | Self::NextNumberedItem)
    }

    /// Whether what HTML says for this always depends on more than the code, or is long.
    #[inline]
    fn is_special(self) -> bool {
        matches!(
            self,
            Self::EnterLink | Self::EnterSpoiler | Self::EnterMonospaceBlock | Self::BlankLines
        )
    }

    /// Whether an item begins here.
    pub(crate) fn begins_item(self) -> bool {
        matches!(
            self,
            Self::EnterBulletedList
                | Self::EnterNumberedList
                | Self::NextItem
                | Self::NextNumberedItem
        )
    }

    /// Whether this begins an item that is not the first one of its list, or ends a list.
    #[inline]
    pub(crate) fn ends_item(self) -> bool {
        matches!(
            self,
            Self::NextItem
                | Self::NextNumberedItem
                | Self::LeaveBulletedList
                | Self::LeaveNumberedList
        )
    }
}

/// The mate of an operation that has none.
pub(crate) const NO_MATE: u32 = u32::MAX;

/// One operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Op {
    /// First byte that the operation covers.
    pub(crate) start: u32,
    /// The byte behind it.
    pub(crate) end: u32,
    /// Index of the operation at the other end of the node.
    pub(crate) mate: u32,
    /// The number typed before the numbered item that begins here, or the number of empty lines.
    pub(crate) value: u16,
    pub(crate) code: Code,
    flags: u8,
}

/// Flag: the text between the operation before and this one has `<`, `>` or `&`, or may have.
const ESCAPE: u8 = 1;
/// Flag: what HTML says for the operation depends on more than its code.
const SPECIAL: u8 = 2;
/// Flag: the document has NUL somewhere.
const NUL: u8 = 4;

impl Op {
    #[inline(always)]
    pub(crate) fn new(code: Code, start: u32, end: u32, mate: u32) -> Self {
        let flags = if code.is_special() { SPECIAL } else { 0 };
        Self { start, end, mate, value: 0, code, flags }
    }

    /// The same operation elsewhere.
    #[cfg(any(feature = "html", feature = "markdown"))]
    pub(crate) fn moved(self, place: impl Fn(u32) -> u32, mate: u32) -> Self {
        Self { start: place(self.start), end: place(self.end), mate, ..self }
    }

    /// Whether the text before must be escaped in HTML.
    #[inline]
    pub(crate) fn escape(self) -> bool {
        self.flags & ESCAPE != 0
    }

    #[inline]
    pub(crate) fn set_escape(&mut self, escape: bool) {
        self.flags = (self.flags & !ESCAPE) | if escape { ESCAPE } else { 0 };
    }

    /// Whether the text before must be searched for NUL, too.
    pub(crate) fn may_have_nul(self) -> bool {
        self.flags & NUL != 0
    }

    /// Says that NUL may stand anywhere in the document.
    pub(crate) fn expect_nul(&mut self) {
        self.flags |= ESCAPE | NUL;
    }

    /// Whether HTML looks at more than the code: at a number that does not follow from the one
    /// before, at more than one empty line, at the text of a link.
    #[inline]
    pub(crate) fn is_special(self) -> bool {
        self.flags & SPECIAL != 0
    }

    /// Sets the number of the item; `follows` tells whether readers would guess it.
    pub(crate) fn set_number(&mut self, number: u16, follows: bool) {
        self.value = number;
        self.flags |= if follows { 0 } else { SPECIAL };
    }

    /// Sets the number of empty lines.
    pub(crate) fn set_blank_lines(&mut self, count: u16) {
        self.value = count;
        self.flags |= if count > 1 { SPECIAL } else { 0 };
    }

    /// How many empty lines stand behind what ends here, or here.
    #[inline]
    pub(crate) fn blank_lines(self) -> u16 {
        if self.code.is_leave() || self.code == Code::BlankLines { self.value } else { 0 }
    }

    /// The number of the numbered item that begins here.
    #[inline]
    pub(crate) fn number(self) -> Option<u16> {
        matches!(self.code, Code::EnterNumberedList | Code::NextNumberedItem).then_some(self.value)
    }
}

const _: () = assert!(size_of::<Op>() == 16);
