//! What the attributes of a start tag change.

use alloc::borrow::Cow;

use super::attribute::Attributes;
use super::css;
use super::tag::{Kind, Tag};
use crate::read::table::Align;

/// What becomes of white space.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Space {
    /// Runs are one space, and lines are made anew.
    #[default]
    Collapse,
    /// Runs are one space, line feeds stay.
    Lines,
    /// It stays as it is.
    Keep,
}

/// What the items of a list begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Bullet,
    Number,
    /// `a.`, or `A.`
    Letter {
        upper: bool,
    },
    /// `i.`, or `I.`
    Roman {
        upper: bool,
    },
    /// Nothing: the list is made for its layout.
    Nothing,
}

impl Mark {
    /// That of a keyword of CSS.
    pub(super) fn of(word: &str) -> Option<Self> {
        const WORDS: &[(&str, Mark)] = &[
            ("disc", Mark::Bullet),
            ("circle", Mark::Bullet),
            ("square", Mark::Bullet),
            ("decimal", Mark::Number),
            ("decimal-leading-zero", Mark::Number),
            ("lower-alpha", Mark::Letter { upper: false }),
            ("lower-latin", Mark::Letter { upper: false }),
            ("upper-alpha", Mark::Letter { upper: true }),
            ("upper-latin", Mark::Letter { upper: true }),
            ("lower-roman", Mark::Roman { upper: false }),
            ("upper-roman", Mark::Roman { upper: true }),
            ("none", Mark::Nothing),
        ];
        WORDS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, mark)| *mark)
    }

    /// That of the attribute `type`.
    fn of_type(value: &str) -> Option<Self> {
        Some(match value.trim() {
            "1" => Self::Number,
            "a" => Self::Letter { upper: false },
            "A" => Self::Letter { upper: true },
            "i" => Self::Roman { upper: false },
            "I" => Self::Roman { upper: true },
            word => return Self::of(word),
        })
    }
}

/// What an element's attributes say about its content, as far as they say anything.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each is something else that may be said")]
pub(super) struct Effects {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) strike: bool,
    /// Whether the element is not shown at all.
    pub(super) hidden: bool,
    /// Whether its text is not shown; what is inside may say otherwise.
    pub(super) unseen: Option<bool>,
    pub(super) tiny: Option<bool>,
    pub(super) space: Option<Space>,
    /// Whether it has lines of its own.
    pub(super) block: Option<bool>,
    /// Whether nothing sets it off from what is above, and below.
    pub(super) close_above: Option<bool>,
    pub(super) close_below: Option<bool>,
    /// Whether a quote has no line beside it: it is moved to the right, and no quote.
    pub(super) borderless: bool,
    pub(super) mark: Option<Mark>,
    /// Whether a box is ticked.
    pub(super) task: Option<bool>,
    /// How deep an item, or a list, is moved to the right; that of Word's items counts from 1.
    pub(super) level: u8,
    /// A paragraph of Word that is an item, and what holds its mark.
    pub(super) office_item: bool,
    pub(super) office_mark: bool,
    /// Lines of code, each in an element of its own.
    pub(super) code_lines: bool,
    /// An empty element that stands for an empty line.
    pub(super) blank_line: bool,
    /// A table made for its layout.
    pub(super) layout: bool,
    /// How many columns a cell has, if it says so, and where its text stands.
    pub(super) columns: u8,
    pub(super) align: Option<Align>,
    /// An image too small to be seen.
    pub(super) pixel: bool,
}

impl Effects {
    /// Reads the attributes of an element.
    pub(super) fn of(tag: Tag, attributes: Attributes<'_>) -> Self {
        let mut effects = Self { hidden: tag == Tag::Dialog, ..Self::default() };
        let mut style = None;
        for attribute in attributes {
            let value = attribute.value;
            let is = |name: &str| attribute.name.eq_ignore_ascii_case(name);
            if is("style") {
                style = style.or(Some(value));
            } else if is("class") {
                effects.classes(value);
            } else if is("hidden") {
                effects.hidden = true;
            } else if is("open") && tag == Tag::Dialog {
                effects.hidden = false;
            } else if is("role") && tag == Tag::Table {
                effects.layout |= ["presentation", "none"].contains(&value.trim());
            } else if is("type") && matches!(tag.kind(), Kind::List | Kind::Item) {
                effects.mark = effects.mark.or(Mark::of_type(value));
            } else if is("data-checked") {
                effects.task = effects.task.or(Some(value.eq_ignore_ascii_case("true")));
            } else if is("checked") && tag == Tag::Input {
                effects.task = Some(true);
            } else if is("data-list") {
                effects.quill_list(value);
            } else if is("data-indent") {
                effects.level = value.trim().parse().unwrap_or(0);
            } else if is("colspan") && tag.kind() == Kind::Cell {
                effects.columns = value.trim().parse().unwrap_or(0);
            } else if is("align") {
                effects.align = align(value.trim());
            } else if is("data-stringify-type") {
                effects.blank_line |= value == "paragraph-break";
            } else if tag == Tag::Img && (is("width") || is("height")) {
                effects.pixel |= ["0", "1", "0px", "1px"].contains(&value.trim());
            }
        }
        if let Some(style) = style {
            css::read(&decode(style), &mut effects);
        }
        effects.align = effects.align.filter(|_| tag.kind() == Kind::Cell);
        effects
    }

    fn classes(&mut self, value: &str) {
        for class in value.split_ascii_whitespace() {
            match class {
                // Their margins are none, in style sheets that are not at hand.
                "MsoNormal" | "MsoPlainText" | "MsoNoSpacing" | "no-margin" => self.close(),
                "ql-code-block-container" => self.code_lines = true,
                _ if class.starts_with("MsoListParagraph") => self.close(),
                _ => {
                    if let Some(level) = class.strip_prefix("ql-indent-") {
                        self.level = level.parse().unwrap_or(0);
                    }
                }
            }
        }
    }

    fn close(&mut self) {
        self.close_above = Some(true);
        self.close_below = Some(true);
    }

    /// The kinds of items of Quill, which stand in one list.
    fn quill_list(&mut self, value: &str) {
        match value {
            "bullet" => self.mark = Some(Mark::Bullet),
            "ordered" => self.mark = Some(Mark::Number),
            "checked" => self.task = Some(true),
            "unchecked" => self.task = Some(false),
            _ => {}
        }
    }
}

/// Where text stands in its column.
pub(super) fn align(word: &str) -> Option<Align> {
    let words = [("left", Align::Left), ("center", Align::Center), ("right", Align::Right)];
    words.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, align)| *align)
}

/// The value of an attribute, with the characters that its entities stand for.
pub(super) fn decode(value: &str) -> Cow<'_, str> {
    html_escape::decode_html_entities(value)
}
