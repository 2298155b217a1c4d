//! The elements of HTML that mean something here, and what they are to the parser of the standard.

macro_rules! tags {
    ($($kind:ident: $($tag:ident $name:literal $(| $other:literal)*),+;)*) => {
        /// An element, by its name; all that are not listed are one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Tag {
            $($($tag,)+)*
        }

        impl Tag {
            /// All of them.
            pub(super) const ALL: &[Self] = &[$($(Self::$tag,)+)*];

            /// The element of a name in lower case.
            fn of_lower(name: &[u8]) -> Self {
                match name {
                    $($($name $(| $other)* => Self::$tag,)+)*
                    _ => Self::Other,
                }
            }

            /// What it is.
            pub(super) const fn kind(self) -> Kind {
                match self {
                    $($(Self::$tag)|+ => Kind::$kind,)*
                }
            }

            /// Its name.
            pub(super) const fn name(self) -> &'static str {
                let name: &[u8] = match self {
                    $($(Self::$tag => $name,)+)*
                };
                match core::str::from_utf8(name) {
                    Ok(name) => name,
                    Err(_) => "",
                }
            }
        }
    };
}

/// How the parser of the standard treats an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Its tags alone mean nothing, and nobody looks for its end.
    Ignored,
    /// It has no content, and shows nothing.
    Empty,
    /// It has no content.
    Void,
    /// Its content is no markup and is not shown.
    Raw,
    /// Its content is not shown.
    Gone,
    /// Its content is another notation than HTML.
    Foreign,
    /// A block.
    Block,
    /// A heading.
    Heading,
    /// A list.
    List,
    /// An item of a list.
    Item,
    /// A term or what is said about it.
    Definition,
    /// A table.
    Table,
    /// Rows of a table.
    Rows,
    /// A row.
    Row,
    /// A cell.
    Cell,
    /// The caption of a table.
    Caption,
    /// Text in a style, which goes on in the next block where it is not closed.
    Formatting,
    /// Part of a line.
    Inline,
}

tags! {
    Ignored: Html b"html", Head b"head", Body b"body", Frameset b"frameset", ColGroup b"colgroup";
    Empty: Area b"area", Base b"base", BaseFont b"basefont", BgSound b"bgsound", Col b"col",
        Frame b"frame", Keygen b"keygen", Link b"link", Meta b"meta", Param b"param", Source b"source",
        Track b"track", Wbr b"wbr";
    Void: Br b"br", Embed b"embed", Hr b"hr", Img b"img" | b"image", Input b"input";
    Raw: Iframe b"iframe", NoEmbed b"noembed", NoFrames b"noframes", NoScript b"noscript",
        Script b"script", Style b"style", Textarea b"textarea", Title b"title";
    Gone: Applet b"applet", Audio b"audio", Canvas b"canvas", DataList b"datalist", Meter b"meter",
        Object b"object", Progress b"progress", Select b"select", Template b"template", Video b"video";
    Foreign: Math b"math", Svg b"svg";
    Block: Blockquote b"blockquote", Dialog b"dialog", Div b"div", Dl b"dl", Figure b"figure", P b"p",
        Plaintext b"plaintext", Pre b"pre" | b"listing", Xmp b"xmp",
        // Blocks like `<div>`.
        Section b"section" | b"address" | b"article" | b"aside" | b"center" | b"details" | b"fieldset"
            | b"figcaption" | b"footer" | b"form" | b"header" | b"hgroup" | b"legend" | b"main" | b"nav"
            | b"search" | b"summary";
    Heading: H1 b"h1", H2 b"h2", H3 b"h3", H4 b"h4", H5 b"h5", H6 b"h6";
    List: Ol b"ol", Ul b"ul" | b"menu" | b"dir";
    Item: Li b"li";
    Definition: Dd b"dd", Dt b"dt";
    Table: Table b"table";
    Rows: Tbody b"tbody", Tfoot b"tfoot", Thead b"thead";
    Row: Tr b"tr";
    Cell: Td b"td", Th b"th";
    Caption: Caption b"caption";
    Formatting: A b"a", B b"b", Big b"big", Code b"code", Em b"em", Font b"font", I b"i", Nobr b"nobr",
        S b"s", Small b"small", Strike b"strike", Strong b"strong", Tt b"tt", U b"u";
    Inline: Button b"button", Cite b"cite", Del b"del", Dfn b"dfn", Ins b"ins", Kbd b"kbd", Mark b"mark", Q b"q",
        Samp b"samp", Span b"span", Sub b"sub", Sup b"sup", Var b"var",
        // Within other notations these hold HTML.
        Desc b"desc", ForeignObject b"foreignobject",
        MathText b"mtext" | b"mi" | b"mn" | b"mo" | b"ms" | b"annotation-xml",
        Other b"";
}

impl Tag {
    /// The element of a name in any case.
    pub(super) fn of(name: &str) -> Self {
        let mut lower = [0; 16];
        let Some(lower) = lower.get_mut(..name.len()) else { return Self::Other };
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        Self::of_lower(lower)
    }

    /// Whether it belongs directly into a table, its rows or a row.
    pub(super) fn is_table_part(self) -> bool {
        matches!(self.kind(), Kind::Rows | Kind::Row | Kind::Cell | Kind::Caption)
    }

    /// Whether it is more than a part of a line: end tags of such parts do not reach over it.
    pub(super) fn is_special(self) -> bool {
        match self.kind() {
            Kind::Formatting | Kind::Inline | Kind::Foreign => false,
            Kind::Gone => self.is_walled(),
            _ => true,
        }
    }

    /// Whether styles that began before it do not end in it.
    pub(super) fn is_walled(self) -> bool {
        matches!(self, Self::Applet | Self::Object | Self::Select | Self::Template)
    }

    /// Whether its content is HTML where it stands in another notation.
    pub(super) fn is_html_in(self, notation: Self) -> bool {
        match notation {
            Self::Svg => matches!(self, Self::Desc | Self::ForeignObject | Self::Title),
            _ => self == Self::MathText,
        }
    }

    /// Whether it ends another notation than HTML that it stands in.
    pub(super) fn ends_foreign(self, name: &str) -> bool {
        const SECTIONS: &[&str] = &["center"];
        const OTHERS: &[&str] = &["ruby"];
        match self.kind() {
            Kind::Heading | Kind::List | Kind::Item | Kind::Definition | Kind::Table => true,
            Kind::Formatting => !matches!(self, Self::A | Self::Font),
            Kind::Inline if self == Self::Other => {
                OTHERS.iter().any(|o| o.eq_ignore_ascii_case(name))
            }
            Kind::Inline => matches!(self, Self::Span | Self::Sub | Self::Sup | Self::Var),
            Kind::Block if self == Self::Section => {
                SECTIONS.iter().any(|section| section.eq_ignore_ascii_case(name))
            }
            Kind::Block => {
                matches!(self, Self::Blockquote | Self::Div | Self::Dl | Self::P | Self::Pre)
            }
            Kind::Void => !matches!(self, Self::Input),
            Kind::Ignored => matches!(self, Self::Body | Self::Head),
            _ => self == Self::Meta,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_any_case() {
        assert_eq!(Tag::of("BlockQuote"), Tag::Blockquote);
        assert_eq!(Tag::of("IMAGE"), Tag::Img);
        assert_eq!(Tag::of("foreignObject"), Tag::ForeignObject);
        assert_eq!(Tag::of("fieldset"), Tag::Section);
        assert_eq!(Tag::of("o:p"), Tag::Other);
        assert_eq!(Tag::of(""), Tag::Other);
        assert_eq!(Tag::of("a-very-long-name-of-an-element"), Tag::Other);
    }

    #[test]
    fn every_name_is_its_own() {
        for &tag in Tag::ALL {
            assert_eq!(Tag::of(tag.name()), tag, "{tag:?}");
        }
    }
}
