//! The pieces that bytes stand for. Inputs that failed are kept as bytes: no piece changes its place.

/// 152 pieces, as many as there are bytes that do not stand for themselves.
#[rustfmt::skip]
pub(super) const PIECES: [&str; 152] = [
    // White space, and what nobody sees.
    "\u{A0}", "\u{3000}", "\u{2007}", "\u{202F}", "\u{1680}", "\u{2028}", "\u{2029}", "\u{85}",
    "\u{FEFF}", "\u{200A}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}",
    "\u{2060}", "\u{2066}", "\u{2069}", "\u{202A}", "\u{202D}", "\u{202E}", "\u{34F}", "\u{AD}",
    "\u{301}", "\u{FE0F}", "\u{20E3}", "\u{E000}", "\u{FFFD}",
    // Letters and digits.
    "é", "ß", "İ", "ſ", "\u{212A}", "я", "ב", "ع", "中", "文", "か", "한", "ไ", "क्", "𝐀", "ª", "٣",
    "٢", "𝟘", "①", "²", "½",
    // Signs.
    "•", "◦", "–", "—", "…", "«", "»", "’", "“", "”", "。", "、", "（", "）", "！", "€", "×", "│", "─",
    "☑",
    // Emoji, some of more than one character.
    "😀", "🥱", "🫠", "❤️", "👩‍👩‍👧", "👍🏽", "🇩🇪", "*️⃣",
    // Links, mentions, placeholders.
    "https://", "http://", "mailto:", "www.", "ex.com", "https://ex.com/a_b", "a@b.co", ".com",
    "127.0.0.1:80", "localhost", "@15551234567", "{{1}}",
    // Markers and marks of WhatsApp.
    "```", "**", "~~", "||", "***", "\n- ", "\n* ", "\n1. ", "\n> ", "\n```\n", "\r\n", "\n\n",
    "    ", "`` ` ``",
    // Markdown.
    "](https://ex.com/a)", "\n|-|-|\n", "&amp;", "&nbsp;", "&#42;", "&lt;", "\n# ", "\n  - ",
    "- [x] ", "[^1]", "\n\n[^1]: ", "\\*",
    // HTML.
    "<b>", "</b>", "<i>", "</i>", "<s>", "</s>", "<code>", "</code>", "<pre>", "</pre>", "<p>",
    "</p>", "<br>", "<ul>", "</ul>", "<ol start=9>", "</ol>", "<li>", "<blockquote>",
    "</blockquote>", "<h1>", "</h1>", "<a href=\"https://ex.com/a_b\">", "</a>",
    "<img alt=\"x\" src=\"https://ex.com/b.png\">", "<table>", "<tr>", "<td>", "</table>",
    "<div>", "</div>", "<span style=\"font-weight:bold\">", "</span>", "<span hidden>", "<!--",
    "<svg>",
];
