//! The public types and what their methods promise, one by one.

use std::fmt::Debug;
use std::panic::{RefUnwindSafe, UnwindSafe};

use insta::assert_snapshot;
use wamark::{
    Block, BlockKind, Blocks, Bullets, Client, Document, Event, Events, HtmlLayout, HtmlStyle,
    HtmlTag, Inline, InlineKind, Inlines, Item, Items, Link, Node, Parser, Span, TextOptions,
    parse,
};

// ---- Types ----

#[test]
fn types_go_everywhere() {
    fn anywhere<T: Clone + Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    fn forever<T: Send + Sync + 'static>() {}

    anywhere::<(Document, Parser)>();
    anywhere::<(Events, Event, Node, Span)>();
    anywhere::<(Blocks, Block, BlockKind, Items, Item)>();
    anywhere::<(Inlines, Inline, InlineKind, Link)>();
    anywhere::<(HtmlStyle, HtmlLayout, HtmlTag, TextOptions, Bullets, Client)>();
    forever::<(Document<'static>, Parser, HtmlStyle, TextOptions)>();
}

#[test]
fn an_owned_document_outlives_its_message() {
    let owned: Document<'static> = {
        let message = String::from("*a*\r\n- b");
        parse(&message).into_owned()
    };
    let html = std::thread::spawn(move || owned.to_html(&HtmlStyle::close())).join().unwrap();
    assert_eq!(html, "<p><strong>a</strong></p><ul><li>b</li></ul>");
}

#[test]
fn documents_are_compared_by_text_and_meaning() {
    assert_eq!(parse("*a*"), parse("*a*").into_owned());
    assert_ne!(parse("*a*"), parse("*b*"));
    assert_ne!(parse("a.com"), Parser::new().links(false).parse("a.com"));
    assert_ne!(parse("||a||"), Parser::new().spoilers(true).parse("||a||"));
    assert_ne!(parse("[*a*]"), Parser::new().client(Client::Android).parse("[*a*]"));
}

#[test]
fn a_client_is_web_unless_said() {
    assert_eq!(Client::default(), Client::Web);
    let text = "[*a*] ||b||\n• c";
    assert_eq!(parse(text), Parser::default().parse(text));
    assert_eq!(parse(text), Parser::new().client(Client::Web).parse(text));
    // The last word counts, and spoilers have no effect on Android.
    let mut android = Parser::new().client(Client::Android);
    assert_eq!(parse(text), android.clone().client(Client::Web).parse(text));
    assert_eq!(android.parse(text), android.clone().spoilers(true).parse(text));
}

#[test]
fn only_the_empty_message_is_empty() {
    assert!(parse("").is_empty());
    for message in [" ", "\n", "\r", "a"] {
        assert!(!parse(message).is_empty(), "{message:?}");
    }
    assert_eq!(parse("").events().count(), 0);
    assert_eq!(parse("").blocks().count(), 0);
}

#[test]
fn spans() {
    let span = Span { start: 3, end: 9 };
    assert_eq!((span.range(), span.len(), span.is_empty()), (3..9, 6, false));
    assert_eq!(format!("{span:?}"), "3..9");
    for span in [Span { start: 3, end: 3 }, Span { start: 3, end: 2 }] {
        assert_eq!((span.len(), span.is_empty()), (0, true));
    }
    assert_eq!(parse("xéyz *a*").slice(Span { start: 1, end: 4 }), "éy");
}

/// Spans are those of the text with line feeds only.
#[test]
fn spans_after_carriage_returns() {
    let document = parse("é\r\n*a*\r\r\n- b");
    assert_eq!(document.source(), "é\n*a*\n\n- b");
    let spans: Vec<(Event, Span)> =
        document.events().filter(|(event, _)| matches!(event, Event::Text(_))).collect();
    let span = |start, end| Span { start, end };
    assert_eq!(
        spans,
        [
            (Event::Text("é"), span(0, 2)),
            (Event::Text("a"), span(4, 5)),
            (Event::Text("b"), span(10, 11)),
        ]
    );
}

#[test]
fn debug_shows_the_tree() {
    let message = "Hi *_Ana_*\nsee a.com\n\n\n- `x`\n7. ```y``` @12345\n> q\n> ~r~\n```\nm\nn\n```";
    assert_snapshot!(format!("{:?}", parse(message)), @r#"
    Paragraph 0..20
      Text 0..3 "Hi "
      Bold 3..10
        Italic 4..9
          Text 5..8 "Ana"
      Break 10..11
      Text 11..15 "see "
      Link 15..20
        Text 15..20 "a.com"
    BlankLine 21..22
    BlankLine 22..23
    BulletedList 23..28
      Item { number: None } 23..28
        InlineCode 25..28
          Text 26..27 "x"
    NumberedList 29..46
      Item { number: Some(7) } 29..46
        Monospace 32..39
          Text 35..36 "y"
        Text 39..40 " "
        Mention 40..46
          Text 40..46 "@12345"
    Quote 47..56
      Text 49..50 "q"
      Break 50..53
      Strikethrough 53..56
        Text 54..55 "r"
    MonospaceBlock 57..68
      Text 61..64 "m\nn"
    "#);
    assert_snapshot!(format!("{:?}", Parser::new().spoilers(true).parse("a ||b||\n")), @r#"
    Paragraph 0..7
      Text 0..2 "a "
      Spoiler 2..7
        Text 4..5 "b"
    BlankLine 8..8
    "#);
    assert_snapshot!(format!("{:?}", parse("")), @"");
}

// ---- Panics ----

#[test]
#[should_panic(expected = r#""a b" is no name of an HTML element"#)]
fn an_element_of_two_words() {
    let _ = HtmlTag::new("a b");
}

#[test]
#[should_panic(expected = r#""" is no name of an HTML element"#)]
fn an_element_without_a_name() {
    let _ = HtmlTag::new("");
}

#[test]
#[should_panic(expected = r#""1" is no name of an HTML element"#)]
fn an_element_that_begins_with_a_digit() {
    let _ = HtmlTag::new("1");
}

#[test]
#[should_panic(expected = r#""on>x" is no name of an HTML attribute"#)]
fn an_attribute_that_ends_the_tag() {
    let _ = HtmlTag::new("b").attribute("on>x", "");
}

#[test]
#[should_panic(expected = "out of bounds")]
fn a_span_outside_the_document() {
    let _ = parse("a").slice(Span { start: 0, end: 2 });
}

/// Four GiB of NUL, which no machine has to keep in memory as long as nobody writes to it.
#[test]
#[cfg(target_pointer_width = "64")]
#[ignore = "reads 4 GiB"]
#[should_panic(expected = "a message of 4294967295 bytes: the limit is 4 GiB")]
fn a_message_of_four_gibibytes() {
    let message = String::from_utf8(vec![0; u32::MAX as usize]).unwrap();
    let _ = parse(&message);
}

// ---- HTML ----

/// A message with everything that a style has a tag for.
const EVERYTHING: &str =
    "*b* _i_ ~s~ ||h|| `c` ```m``` a.co @12345\nx\n\n\n- u\n2. n\n> q\n```\ny\nz```";

/// Each setter, and what it changes in the HTML of the message above.
#[test]
fn setters_change_what_they_are_called() {
    type Setter = fn(HtmlStyle, HtmlTag) -> HtmlStyle;
    let setters: [(Setter, &str, &str); 14] = [
        (HtmlStyle::paragraph, "<p>", "</p>"),
        (HtmlStyle::quote, "<blockquote>", "</blockquote>"),
        (HtmlStyle::bulleted_list, "<ul>", "</ul>"),
        (HtmlStyle::numbered_list, "<ol start=\"2\">", "</ol>"),
        (HtmlStyle::item, "<li>", "</li>"),
        (HtmlStyle::monospace_block, "<pre>", "</pre>"),
        (HtmlStyle::bold, "<b>", "</b>"),
        (HtmlStyle::italic, "<i>", "</i>"),
        (HtmlStyle::strikethrough, "<s>", "</s>"),
        (HtmlStyle::spoiler, "<u>", "</u>"),
        (HtmlStyle::inline_code, "<code>", "</code>"),
        (HtmlStyle::monospace, "<kbd>", "</kbd>"),
        (HtmlStyle::link, "<a href=\"https://a.co\">", "</a>"),
        (HtmlStyle::mention, "<mark>", "</mark>"),
    ];
    // Every tag another one, so that what is replaced is sure to be the right one.
    let base = HtmlStyle::close()
        .monospace_block(HtmlTag::new("pre"))
        .bold(HtmlTag::new("b"))
        .italic(HtmlTag::new("i"))
        .spoiler(HtmlTag::new("u"))
        .monospace(HtmlTag::new("kbd"))
        .link(HtmlTag::new("a"))
        .mention(HtmlTag::new("mark"))
        .blank_line("<hr>");
    let document = Parser::new().spoilers(true).parse(EVERYTHING);
    let html = document.to_html(&base);
    assert_eq!(
        html,
        "<p><b>b</b> <i>i</i> <s>s</s> <u>h</u> <code>c</code> <kbd>m</kbd> \
         <a href=\"https://a.co\">a.co</a> <mark>@12345</mark><br />x</p><hr>\
         <ul><li>u</li></ul><ol start=\"2\"><li>n</li></ol><blockquote>q</blockquote>\
         <pre>y\nz</pre>"
    );
    for (set, open, close) in setters {
        assert!(html.contains(open) && html.contains(close), "{open}");
        let got = document.to_html(&set(base.clone(), HtmlTag::none()));
        assert_eq!(got, html.replace(open, "").replace(close, ""), "{open}");

        let tag = HtmlTag::new("x-y").attribute("id", "z");
        let got = document.to_html(&set(base.clone(), tag));
        // Numbers and addresses stand before what the tag itself has.
        let own = open.split_once(' ').map_or("", |(_, own)| own.trim_end_matches('>'));
        let space = if own.is_empty() { "" } else { " " };
        let opened = html.replace(open, &format!("<x-y{space}{own} id=\"z\">"));
        assert_eq!(got, opened.replace(close, "</x-y>"), "{open}");
    }
    let got = document.to_html(&base.clone().line_break("<br>\n"));
    assert_eq!(got, html.replace("<br />", "<br>\n"));
    let got = document.to_html(&base.clone().blank_line("<p></p>"));
    assert_eq!(got, html.replace("<hr>", "<p></p>"));
    let got = document.to_html(&base.clone().layout(HtmlLayout::Lines));
    let lines = html.replace("</p><hr>", "<br /><br /></p>");
    assert_eq!(got, lines.replace("<pre>y\nz</pre>", "<p><pre>\ny\nz</pre></p>"));
}

#[test]
fn numbers_go_into_any_tag() {
    let style = HtmlStyle::close()
        .numbered_list(HtmlTag::new("div").attribute("class", "list").around(HtmlTag::new("ol")))
        .item(HtmlTag::new("li").attribute("dir", "auto"));
    let html = parse("3. a\n3. b\n4. c").to_html(&style);
    assert_eq!(
        html,
        "<div start=\"3\" class=\"list\"><ol><li dir=\"auto\">a</li>\
         <li value=\"3\" dir=\"auto\">b</li><li dir=\"auto\">c</li></ol></div>"
    );
    let html = parse("3. a\n9. b").to_html(&HtmlStyle::close().item(HtmlTag::none()));
    assert_eq!(html, "<ol start=\"3\">ab</ol>");
}

#[test]
fn tags() {
    let tag = HtmlTag::new("a").attribute("title", "\"<&>\"").attribute("x-1", "");
    assert_eq!(tag.open(), "<a title=\"&quot;&lt;&amp;&gt;&quot;\" x-1=\"\">");
    assert_eq!(tag.close(), "</a>");
    let outer = HtmlTag::new("h1").around(tag);
    assert_eq!(outer.open(), "<h1><a title=\"&quot;&lt;&amp;&gt;&quot;\" x-1=\"\">");
    assert_eq!(outer.close(), "</a></h1>");
    let none = HtmlTag::none().attribute("a", "b");
    assert_eq!((none.open(), none.close()), ("", ""));
    assert_eq!(none, HtmlTag::none());
    assert_eq!(HtmlTag::new("b").around(HtmlTag::none()), HtmlTag::new("b"));
}

#[test]
fn addresses_of_links() {
    for (text, url) in [
        ("ex.com", "https://ex.com"),
        ("ex.com:8080/a?b#c", "https://ex.com:8080/a?b#c"),
        ("http://ex.com", "http://ex.com"),
        ("HTTPS://EX.COM", "HTTPS://EX.COM"),
        ("mailto:ana@ex.com", "mailto:ana@ex.com"),
        ("Mailto:ana@ex.com", "Mailto:ana@ex.com"),
        ("ana@ex.com", "mailto:ana@ex.com"),
        ("ana@ex.com?subject=a", "mailto:ana@ex.com?subject=a"),
        // An `@` behind the host is no address of a person.
        ("ex.com/@ana", "https://ex.com/@ana"),
        ("ex.com?to=a@ex.com", "https://ex.com?to=a@ex.com"),
        ("ex.com#@", "https://ex.com#@"),
        ("https.com", "https://https.com"),
        ("例え.テスト", "https://例え.テスト"),
    ] {
        assert_eq!(Link { text }.url(), url);
    }
}

// ---- Text ----

#[test]
fn text_options() {
    let document = parse("* *a*\n- b\n• c\n\n03. d\n>\te\n> f");
    for (marks, bullets, expected) in [
        (true, Bullets::AsTyped, "* a\n- b\n• c\n\n03. d\n>\te\n> f"),
        (true, Bullets::Dot, "• a\n• b\n• c\n\n03. d\n>\te\n> f"),
        (false, Bullets::AsTyped, "a\nb\nc\n\nd\n\te\nf"),
        (false, Bullets::Dot, "a\nb\nc\n\nd\n\te\nf"),
    ] {
        let options = TextOptions::default().marks(marks).bullets(bullets);
        assert_eq!(document.to_text(&options), expected, "{options:?}");
    }
    let default = TextOptions::default().marks(true).bullets(Bullets::AsTyped);
    assert_eq!(TextOptions::default(), default);
    assert_eq!(Bullets::default(), Bullets::AsTyped);
}

#[test]
fn one_line() {
    for (message, limit, expected) in [
        ("", 5, ""),
        (" \n\t\n ", 5, ""),
        ("a", 0, ""),
        ("a", 1, "a"),
        ("ab", 1, "…"),
        ("ab cd", 3, "ab…"),
        ("ab cd", 4, "ab…"),
        ("ab cd", 5, "ab cd"),
        ("a\u{A0}\u{3000}b", 9, "a b"),
        // Not white space by the rules.
        ("a\u{200B} b", 9, "a\u{200B} b"),
        ("> *a*\n\n```\nb\nc\n```", 9, "a b c"),
        // One character each to their readers.
        ("👩‍🚀👩‍🚀👩‍🚀", 3, "👩‍🚀👩‍🚀👩‍🚀"),
        ("👩‍🚀👩‍🚀👩‍🚀", 2, "👩‍🚀…"),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ("निनि", 2, "निनि"),
        ("निनि", 1, "…"),
        ("…", 1, "…"),
        ("……", 1, "…"),
    ] {
        assert_eq!(parse(message).to_line(limit), expected, "{limit} of {message:?}");
    }
}

#[test]
fn text_for_terminals() {
    for (message, expected) in [
        ("", ""),
        ("*a* _b_ ~c~", "‹1›a‹22› ‹3›b‹23› ‹9›c‹29›"),
        ("*_a_*", "‹1›‹3›a‹23›‹22›"),
        ("`a` ```b```", "‹36›a‹39› ‹36›b‹39›"),
        ("a.com @12345", "‹4›a.com‹24› ‹34›@12345‹39›"),
        ("* a\n- b\n\n07. c", "• a\n• b\n\n7. c"),
        ("> a\n> b\nc\nd", "‹90›▎‹39› a\n‹90›▎‹39› b\nc\nd"),
        ("a\n```\nb\nc\n```\nd", "a\n‹36›b\nc‹39›\nd"),
        ("```a\nb``` c", "‹36›a\nb‹39› c"),
        // Nothing of the message steers the terminal.
        ("\0\u{1B}[2J\u{7}\u{7F}\u{9B}1m\u{85}\ta", "␀␛[2J␇␡␦1m␦\ta"),
    ] {
        let expected = expected.replace('‹', "\u{1B}[").replace('›', "m");
        assert_eq!(parse(message).to_ansi(), expected, "{message:?}");
    }
    let spoiler = Parser::new().spoilers(true).parse("||a||").to_ansi();
    assert_eq!(spoiler, "\u{1B}[7ma\u{1B}[27m");
}

#[test]
fn tags_in_tags() {
    let link = |tag| parse("a.co").to_html(&HtmlStyle::close().link(tag));
    assert_eq!(HtmlTag::none().around(HtmlTag::new("a")), HtmlTag::new("a"));
    assert_eq!(
        link(HtmlTag::none().around(HtmlTag::new("a"))),
        r#"<p><a href="https://a.co">a.co</a></p>"#
    );
    let both = HtmlTag::new("b").around(HtmlTag::new("u")).attribute("class", "x>y");
    assert_eq!(both.open(), r#"<b class="x&gt;y"><u>"#);
    assert_eq!(link(both), r#"<p><b href="https://a.co" class="x&gt;y"><u>a.co</u></b></p>"#);
}

#[test]
#[should_panic(expected = r#"the element has the attribute "class""#)]
fn an_attribute_twice() {
    let _ = HtmlTag::new("b").attribute("class", "a").attribute("class", "b");
}

#[test]
#[should_panic(expected = r#""href" is written from the message"#)]
fn an_attribute_that_the_message_gives() {
    let _ = HtmlTag::new("a").attribute("href", "https://ex.com");
}

#[test]
fn styles_are_equal_that_write_the_same() {
    let close = HtmlStyle::close();
    assert_eq!(close.clone().layout(HtmlLayout::Paragraphs), close);
    assert_ne!(close.clone().bold(HtmlTag::new("b")), close);
}

#[test]
fn a_line_feed_at_the_start_of_pre_is_kept() {
    let style = HtmlStyle::close().monospace_block(HtmlTag::new("pre").attribute("class", "x"));
    let html = |text| parse(text).to_html(&style);
    assert_eq!(html("```\n\na\n```"), "<pre class=\"x\">\n\na</pre>");
    assert_eq!(html("```\na\nb```"), "<pre class=\"x\">a\nb</pre>");
}
