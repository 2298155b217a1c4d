//! The audit: what it finds in exports whose HTML has known tags.

#![cfg(feature = "close")]

#[allow(dead_code, reason = "nothing is shortened here")]
#[path = "support/texts.rs"]
mod texts;

use insta::assert_snapshot;
use wamark::close::{Audit, AuditReport, AuditSample, Construct, Verdict};
use wamark::{HtmlStyle, HtmlTag, Parser, TextOptions};

fn sample<'a>(markdown: &'a str, html: &'a str, text: &'a str) -> AuditSample<'a> {
    AuditSample { id: "acti_1", message_markdown: markdown, message_html: html, text }
}

/// The report on messages that were written in a style.
fn audit(style: &HtmlStyle, messages: impl IntoIterator<Item = String>) -> AuditReport {
    let mut audit = Audit::new().show(true);
    for message in messages {
        let document = Parser::new().parse(&message);
        let html = document.to_html(style);
        audit.add(&sample(&message, &html, &document.to_text(&TextOptions::default())));
    }
    audit.report()
}

fn random() -> impl Iterator<Item = String> {
    (0..20_000).map(texts::message)
}

#[test]
fn our_own_html_is_equal() {
    let report = audit(&HtmlStyle::close(), random());
    assert_eq!((report.activities, report.html.equal, report.text.equal), (20_000, 20_000, 20_000));
    assert_eq!(report.suggested_style.tags, []);
    assert_eq!(report.suggested_style.beyond, []);
    assert_eq!(report.suggested_style.style, HtmlStyle::close());
    assert_eq!(report.suggested_style.code, "HtmlStyle::close()");
    assert_eq!(report.examples, []);
    // Nothing but our own tags was learned, from anything.
    for &construct in Construct::ALL {
        let seen: Vec<_> = report.tags.iter().filter(|tag| tag.construct == construct).collect();
        assert_eq!(seen.len(), 1, "{construct}: {seen:?}");
    }
}

/// Other tags for everything, and two of them with others around.
fn another_style() -> HtmlStyle {
    HtmlStyle::close()
        .paragraph(HtmlTag::new("div").attribute("dir", "auto"))
        .line_break("<br>")
        .blank_line("<div><br></div>")
        .bold(HtmlTag::new("b"))
        .italic(HtmlTag::new("i"))
        .strikethrough(HtmlTag::new("del"))
        .inline_code(HtmlTag::new("tt"))
        .monospace(HtmlTag::new("kbd"))
        .monospace_block(HtmlTag::new("pre"))
        .quote(HtmlTag::new("blockquote").attribute("class", "q").around(HtmlTag::new("p")))
        .bulleted_list(HtmlTag::new("menu"))
        .numbered_list(HtmlTag::new("ol").attribute("class", "n"))
        .item(HtmlTag::new("li").around(HtmlTag::new("p")))
        .link(HtmlTag::new("a").attribute("target", "_blank"))
        .mention(HtmlTag::new("span").attribute("class", "mention"))
}

#[test]
fn another_tag_set_is_found_exactly() {
    let report = audit(&another_style(), random());
    assert_eq!(report.suggested_style.style, another_style());
    assert_eq!(report.suggested_style.beyond, []);
    // What is equal still has no tags at all.
    let html = report.html;
    assert_eq!((html.different, html.equal_after_spacing), (0, 0), "{:#?}", report.examples);
    assert_eq!(html.equal + html.other_tags, 20_000);
    for &construct in Construct::ALL {
        let seen: Vec<_> = report.tags.iter().filter(|tag| tag.construct == construct).collect();
        assert_eq!(seen.len(), 1, "{construct}: {seen:?}");
    }
    assert_snapshot!(report.suggested_style.code.replace(").", ")\n."), @r#"
    HtmlStyle::close()
    .paragraph(HtmlTag::new("div")
    .attribute("dir", "auto"))
    .line_break("<br>")
    .blank_line("<div><br></div>")
    .bold(HtmlTag::new("b"))
    .italic(HtmlTag::new("i"))
    .strikethrough(HtmlTag::new("del"))
    .inline_code(HtmlTag::new("tt"))
    .monospace(HtmlTag::new("kbd"))
    .monospace_block(HtmlTag::new("pre"))
    .quote(HtmlTag::new("blockquote")
    .attribute("class", "q")
    .around(HtmlTag::new("p")))
    .bulleted_list(HtmlTag::new("menu"))
    .numbered_list(HtmlTag::new("ol")
    .attribute("class", "n"))
    .item(HtmlTag::new("li")
    .around(HtmlTag::new("p")))
    .link(HtmlTag::new("a")
    .attribute("target", "_blank"))
    .mention(HtmlTag::new("span")
    .attribute("class", "mention"))
    "#);
}

#[test]
fn paragraphs_of_one_line() {
    let style = HtmlStyle::close()
        .line_break("</p><p>")
        .quote(HtmlTag::new("blockquote").around(HtmlTag::new("p")));
    let report = audit(&style, random());
    assert_eq!(report.suggested_style.style, style);
    assert_eq!(report.html.different, 0, "{:#?}", report.examples);
}

#[test]
fn no_tags_at_all() {
    let style = HtmlStyle::close().bold(HtmlTag::none()).strikethrough(HtmlTag::none());
    let report = audit(&style, random());
    assert_eq!(report.suggested_style.style, style);
    assert_eq!(report.html.different, 0, "{:#?}", report.examples);
}

/// The verdict on one message, and in what it differs.
fn verdict(markdown: &str, html: &str) -> (Verdict, String) {
    let mut audit = Audit::new();
    let verdict = audit.add(&sample(markdown, html, ""));
    let difference = audit.report().examples.first().and_then(|example| example.difference);
    (verdict, difference.map(|difference| format!("{difference:?}")).unwrap_or_default())
}

#[test]
fn verdicts() {
    for (markdown, html) in [
        ("a  b", "<p>a b</p>"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
        ("a\nb", "<p>a<br>b</p>"),
        ("a\nb", "<p>a<br/>\n  b</p>"),
        ("it's & so", "<P>it&#39;s &#38; so</P>"),
        ("2. a", "<ol start=2><li>a</li></ol>"),
    ] {
        assert_eq!(verdict(markdown, html).0, Verdict::EqualAfterSpacing, "{html}");
    }
    for (markdown, html) in [
        ("*a*", "<p><b>a</b></p>"),
        ("*a*", "<b>a</b>"),
        ("a", "<div><p>a</p></div>"),
        ("a\n\nb", "<p>a</p><p></p><p>b</p>"),
        ("a\nb", "<p>a</p><p>b</p>"),
        ("a\nb", "<p>a\nb</p>"),
        ("see ex.com", "<p>see <a href='http://ex.com'>ex.com</a></p>"),
        ("- a\n- b", "<ul>\n<li><p>a</p></li>\n<li><p>b</p></li>\n</ul>\n"),
    ] {
        assert_eq!(verdict(markdown, html).0, Verdict::OtherTags, "{html}");
    }
    for (markdown, html, difference) in [
        ("*a*", "<p>*a*</p>", "Text"),
        ("a", "<p>b</p>", "Text"),
        ("a", "", "Text"),
        ("*a* b", "<p><b>a b</b></p>", "Structure"),
        ("ab", "<p>a<b>b</b></p>", "Structure"),
        ("*a b*", "<p><b>a</b> <b>b</b></p>", "Structure"),
        ("a\n\nb", "<p>a<br><br>b</p>", "Structure"),
        ("a", "<p>a</p><hr>", "Lines"),
        ("2. a", "<ol><li>a</li></ol>", "Numbers"),
        ("a", "<p>a", "NotWellFormed"),
        ("a", "a</p>", "NotWellFormed"),
        ("a", "</pre>a", "NotWellFormed"),
        ("*a*", "<p><b>a</p></b>", "NotWellFormed"),
        ("a", "<p>a<</p>", "NotWellFormed"),
        ("a", "<p>a</p><!-- -->", "NotWellFormed"),
    ] {
        let expected = (Verdict::Different, difference.to_string());
        assert_eq!(verdict(markdown, html), expected, "{html}");
    }
}

#[test]
fn what_no_style_can_say() {
    let mut audit = Audit::new();
    for _ in 0..3 {
        audit.add(&sample("a\n\nb", "<p>a</p><p></p><p>b</p>", "a\n\nb"));
    }
    let suggested = audit.report().suggested_style;
    assert_eq!(suggested.beyond, [(Construct::FirstBlankLine, "<p></p>".to_string())]);
    assert_eq!(suggested.style, HtmlStyle::close());
}

#[test]
fn a_report_shows_nothing_that_anyone_wrote() {
    let html = r#"<p title="secret"><a href="https://ex.com/secret" class="u" data-x="secret">ex.com/secret</a></p>"#;
    let report = |show| {
        let mut audit = Audit::new().show(show);
        audit.add(&sample("ex.com/secret", html, "other secret"));
        audit.add(&sample("secret", "<p>secre</p>", "secret"));
        audit.add_line(3, r#"{"message_markdown": "secret" oops}"#);
        audit.add_line(4, r#"["secret"]"#);
        audit.add_line(5, r#"{"id": "acti_2", "message_markdown": "secret"}"#);
        audit.report()
    };
    let (hidden, shown) = (report(false), report(true));
    assert!(!hidden.to_string().contains("secret"), "{hidden}");
    assert!(!serde_json::to_string(&hidden).unwrap().contains("secret"));
    assert!(!hidden.suggested_style.code.contains('…'));
    assert!(shown.to_string().contains("secret"));
    assert_snapshot!(hidden, @r#"
    2 messages compared

    HTML
      equal                                            0     0.0 %
      equal but for white space and spelling           0     0.0 %
      same structure, other tags                       1    50.0 %
      different                                        1    50.0 %
        another text                                   1    50.0 %

    Text
      equal                                            1    50.0 %
      equal but for white space                        0     0.0 %
      different                                        1    50.0 %
      equal with every bullet as •                     1    50.0 %
      equal without marks of items and quotes          1    50.0 %
      equal to the message itself                      1    50.0 %

    Tags                   Close's                        how often
      paragraph            <p title="…">                          1
      link                 <a class="u" data-x="…">               1

    Style
      HtmlStyle::close()
      no style can say: paragraph as <p title="…">
      no style can say: link as <a class="u" data-x="…">

    First examples
      message 1, "acti_1": HTML other tags, text different
      message 2, "acti_1": HTML another text, text equal

    3 not read
      line 3: column 31: expected `,` or `}`
      line 4: column 9: expected an activity, a page or an array of them
      line 5: the activity "acti_2" has no text "message_html"
    "#);
}

fn line(markdown: &str) -> String {
    let html = wamark::to_html(markdown);
    let text = wamark::to_text(markdown);
    serde_json::json!({"_type": "WhatsAppMessage", "id": "acti_1", "users": [], "message_html": html,
        "message_markdown": markdown, "text": text, "attachments": [{"url": "x"}]})
    .to_string()
}

#[test]
fn lines_pages_and_documents() {
    let activities: Vec<String> = random().take(250).map(|message| line(&message)).collect();
    let page = format!(r#"{{"has_more": true, "data": [{}]}}"#, activities.join(","));
    let value: serde_json::Value = serde_json::from_str(&page).unwrap();
    let pretty = serde_json::to_string_pretty(&value).unwrap();
    let call = r#"{"_type": "Call", "id": "acti_2"}"#;

    let mut audit = Audit::new();
    for (number, line) in activities.iter().map(String::as_str).chain([call, "", " \r"]).enumerate()
    {
        audit.add_line(number as u64 + 1, line);
    }
    audit.add_line(254, &page);
    audit.add_documents(format!("{pretty}\n{pretty} {call}\n").as_bytes()).unwrap();
    let report = audit.report();
    assert_eq!((report.activities, report.html.equal, report.text.equal), (1000, 1000, 1000));
    assert_eq!((report.other_objects, report.wrong), (2, 0));
    // A document that breaks off has been read up to there.
    let mut audit = Audit::new();
    audit.add_documents(&pretty.as_bytes()[..pretty.len() - 5]).unwrap();
    let report = audit.report();
    assert_eq!((report.activities, report.wrong), (250, 1));
}

#[test]
fn hostile_html() {
    let depth = 100_000;
    let deep = format!("{}a{}", "<b>".repeat(depth), "</b>".repeat(depth));
    assert_eq!(verdict("a", &deep), (Verdict::Different, "Structure".into()));
    let breaks = "<br>".repeat(depth);
    assert_eq!(verdict("a", &format!("<p>a</p>{breaks}")).0, Verdict::Different);
    // Ten times as much of what shows nothing takes about ten times as long.
    let [short, long] = [20_000, 200_000].map(|count| {
        let message = "> \n- \na\n".repeat(count);
        let html = wamark::to_html(&message);
        let start = std::time::Instant::now();
        assert_eq!(verdict(&message, &html).0, Verdict::Equal);
        start.elapsed()
    });
    assert!(long < 60 * short, "{short:?}, {long:?}");
    for html in [
        "<",
        "<<",
        "<a",
        "<a b='",
        "<a b=c",
        "<a =>",
        "</",
        "</>",
        "<p//>",
        "&",
        "&#x;",
        "<p a=\"é>",
    ] {
        assert_eq!(verdict("a", html).0, Verdict::Different, "{html}");
    }
}
