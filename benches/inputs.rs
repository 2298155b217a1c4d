//! The texts that benchmarks and growth tests run on: five kinds of ordinary messages, short
//! messages, Markdown as language models write it, and families of text made to be slow.
//!
//! Standard library only, and the same bytes on every run and machine, so that a benchmark, a test
//! and another package can each take this file in with `#[path]` and mean the same text.

#![allow(dead_code, unreachable_pub, reason = "each includer uses its own part of the file")]

/// The bytes of one kind, all its messages together, give or take a message.
pub const KIND_BYTES: usize = 256 * 1024;

/// The bytes of a message of the kinds `long` and `longplain`.
pub const LONG_BYTES: usize = 64 * 1024;

/// The bytes that a message of [`short_plain`] and [`short_formatted`] has at most.
pub const SHORT_BYTES: usize = 100;

const SHORT_MESSAGES: usize = 256;

/// Makes the messages of one kind.
pub type Messages = fn() -> Vec<String>;

/// Makes a text of about as many bytes as it is told, in linear time.
pub type Maker = fn(usize) -> String;

/// The five kinds of text by name.
pub const KINDS: [(&str, Messages); 5] = [
    ("plain", plain),
    ("formatted", formatted),
    ("dense", dense),
    ("long", long),
    ("longplain", longplain),
];

/// Chat messages of 20–300 bytes in eight scripts, without formatting.
pub fn plain() -> Vec<String> {
    fill(1, chat)
}

/// Messages of about 360 bytes as a shop's or a clinic's bot sends them: headings, lists, quotes,
/// code, URLs.
pub fn formatted() -> Vec<String> {
    fill(2, notice)
}

/// Messages of 20–300 bytes in which every word is formatted.
pub fn dense() -> Vec<String> {
    fill(3, all_formatted)
}

/// The content of [`formatted`] in messages of 64 KiB.
pub fn long() -> Vec<String> {
    fill_long(4, notice, "\n\n")
}

/// The content of [`plain`] in messages of 64 KiB.
pub fn longplain() -> Vec<String> {
    fill_long(5, chat, "\n")
}

/// Messages of about 100 bytes without formatting.
pub fn short_plain() -> Vec<String> {
    fill_short(6, |random| {
        let voice = random.pick(&VOICES);
        sentences(random, voice, SHORT_BYTES)
    })
}

/// Messages of about 100 bytes: four formatted words, the rest plain.
pub fn short_formatted() -> Vec<String> {
    fill_short(7, |random| {
        let voice = random.pick(&VOICES);
        let name = random.phrase(NAMES);
        let price = random.phrase("~€2^.^0~ *€1^.^0*");
        let code = random.phrase("`^^^-^^^`");
        format!("*{name}*: {price} {code}. {}", sentences(random, voice, SHORT_BYTES))
    })
}

/// Answers of about 650 bytes in Markdown, as language models write them: headings, lists with
/// leads in bold, code, links, a table now and then.
pub fn markdown() -> Vec<String> {
    fill(8, answer)
}

/// Families of text that make a careless parser quadratic, recursive or slow, by name.
pub fn pathological() -> Vec<(&'static str, Maker)> {
    // The name of a family of repetitions is the repeated piece, as a literal.
    macro_rules! repeats {
        ($($piece:literal),* $(,)?) => {
            vec![$((stringify!($piece), |n| repeat($piece, n))),*]
        };
    }
    let mut families: Vec<(&'static str, Maker)> = repeats! {
        // Openers, closers and both.
        "x*", "*a ", "*_~", "a_", "*a _b ", "~", "*a", "*a* ", "_a*b_ ", "é*",
        // Code, monospace, and spans that cross it.
        "`", "```a```", "`a ", "```a ", "```\n", "`a`", "``` ```", "*a ```b* c``` ",
        "- a ```x\n```\n", "`*a* ` ", "*a ```b* ", "*a `b* ",
        // Line leads.
        "> ", "* ", "1. ", "\n", "\r", "> x\n", "- x\n", "1. x\n",
        // Links and mentions.
        "www.a.", "a.com/", "a.com ", "https://", "a@", "@1234567 ", "_a.com_ ",
        // Characters that are escaped, dropped, or take many bytes.
        "<", "&", "1", "\0", "\u{feff}", "👩‍🚀",
    };
    families.extend::<[(&'static str, Maker); 6]>([
        ("openers, then their closers", |n| repeat("*_~", n / 2) + "x" + &repeat("~_*", n / 2)),
        ("openers, then other closers", |n| repeat("*a ", n / 2) + &repeat("b_ ", n / 2)),
        ("backticks in growing runs", growing_runs),
        ("a URL with a tail of (", |n| String::from("a.com/") + &repeat("(", n)),
        ("a URL with a tail of )", |n| String::from("a.com/") + &repeat(")", n)),
        ("a URL with a tail of ( and then )", |n| {
            String::from("a.com/") + &repeat("(", n / 2) + &repeat(")", n / 2)
        }),
    ]);
    families
}

/// Families of Markdown that make a careless reader quadratic, recursive or slow, by name.
pub fn pathological_markdown() -> Vec<(&'static str, Maker)> {
    macro_rules! repeats {
        ($($piece:literal),* $(,)?) => {
            vec![$((stringify!($piece), |n| repeat($piece, n))),*]
        };
    }
    let mut families: Vec<(&'static str, Maker)> = repeats! {
        // Nesting.
        "> ", "- ", "1. ", "> - ", "- > ", "> a\n>> b\n", "- a\n  - b\n", "1. a\n\n",
        // Styles, and URLs beside them.
        "*", "**", "*a **b ", "*a* ", "**a**b", "~~a ", "~a~", "*a_ ", "**https://e.com** ",
        "https://e.com/*a*", "**a b:/", "*a\n",
        // Links and images.
        "[", "![", "[a](", "[a](https://e.com) ", "![a](", "[a][b] ", "[a](<b", "<https://e.com>",
        // Code.
        "`", "`a` ", "```\n", "```\na\n", "> ```\n> a\n", "    a\n", "\n\n    ",
        // Tables.
        "|", "| a ", "|a|\n|-|\n|b|\n\n", "a|b\n-|-\n",
        // HTML.
        "<a href=x>[`", "<b>", "<b>a</b> ", "<b", "</b>", "<!--", "<script>", "<a href=x>", "<br>", "<code>",
        "\n<div>\n", "<div><", "<p>a\n\n", "<script><style>\n",
        // Footnotes.
        "[^1]", "[^1]: a\n", "[^1]: [^2]: ", "a[^1]\n\n[^1]: b\n\n",
        // Lines and characters.
        "\n", "\r", "\r\n", "a\n", "a  \n", "# a\n", "#\n", "a\n=\n", "---\n", "\0", "&amp;", "&#0;",
        "\\", "\u{a0}", "a\u{a0}\n\n", "[x]: y\n", "- [x] ",
    };
    families.extend::<[(&'static str, Maker); 15]>([
        ("quotes in quotes, then lines", |n| repeat("> ", n / 2) + &repeat("a\n", n / 2)),
        ("lists in lists, then empty lines", |n| repeat("- ", n / 2) + "a" + &repeat("\n", n / 2)),
        ("lists in lists, each on its line", |n| {
            let lines = (0..n.isqrt()).map(|level| "  ".repeat(level) + "- a\n");
            lines.collect()
        }),
        ("images in images", |n| repeat("![", n / 6) + "a" + &repeat("](b)", n * 2 / 3)),
        ("references to one long definition", |n| {
            repeat("[a] ", n / 2) + "\n\n[a]: https://e.com/" + &repeat("b", n / 2)
        }),
        ("references to one long note", |n| {
            repeat("[^a]", n / 2) + "\n\n[^a]: " + &repeat("b ", n / 2)
        }),
        ("notes in notes, then empty lines", |n| repeat("[^1]: ", n / 2) + &repeat("\n", n / 2)),
        ("many notes", |n| {
            let note = |note| format!("[^{note}]\n\n[^{note}]: {note}\n\n");
            (0..n / 24).map(note).collect::<Vec<_>>().concat()
        }),
        ("a long header over short rows", |n| {
            format!("|{}|\n|-|\n{}", repeat("a ", n / 2), repeat("|b|\n", n / 2))
        }),
        ("many headers over rows of one cell", |n| {
            let columns = n / 12;
            format!(
                "{}\n{}\n{}",
                repeat("|a", columns),
                "|-".repeat(columns / 2),
                repeat("|b\n", n / 2)
            )
        }),
        ("a long cell among short rows", |n| {
            format!("|a|\n|-|\n|{}|\n{}", repeat("b", n / 2), repeat("|c|\n", n / 2))
        }),
        ("a wide table", |n| {
            let columns = n / 5;
            format!(
                "{}\n{}\n{}",
                "|a".repeat(columns),
                "|-".repeat(columns),
                "|b".repeat(columns / 2)
            )
        }),
        ("a label in code and styles", |n| format!("[{}](https://e.com)", repeat("*a* `b` ", n))),
        ("bold with one long URL", |n| format!("**a https://e.com/{}**", repeat("a*b", n))),
        ("a block of HTML", |n| format!("<div>\n{}", repeat("<b>a</i> &amp; <br>\n", n))),
    ]);
    families
}

/// A text of `n` bytes, or up to three fewer, that repeats `piece`.
fn repeat(piece: &str, n: usize) -> String {
    let mut text = piece.repeat(n / piece.len() + 1);
    cut(&mut text, n);
    text
}

/// One backtick, two, three …: no run finds a partner.
fn growing_runs(n: usize) -> String {
    let mut text = String::with_capacity(n);
    for run in 1.. {
        if text.len() + run > n {
            break;
        }
        text.extend(std::iter::repeat_n('`', run));
        text.push('a');
    }
    text
}

/// Shortens `text` to `n` bytes, or to the character boundary before.
fn cut(text: &mut String, n: usize) {
    let end = (0..=n.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    text.truncate(end.unwrap_or(0));
}

fn fill(seed: u64, message: fn(&mut Random) -> String) -> Vec<String> {
    let mut random = Random(seed);
    let mut messages = Vec::new();
    let mut bytes = 0;
    while bytes < KIND_BYTES {
        messages.push(message(&mut random));
        bytes += messages.last().map_or(0, String::len);
    }
    messages
}

fn fill_long(seed: u64, message: fn(&mut Random) -> String, between: &str) -> Vec<String> {
    let mut random = Random(seed);
    let mut long = || {
        let mut text = String::with_capacity(LONG_BYTES + 1024);
        while text.len() < LONG_BYTES {
            text.push_str(&message(&mut random));
            text.push_str(between);
        }
        cut(&mut text, LONG_BYTES);
        text
    };
    (0..KIND_BYTES / LONG_BYTES).map(|_| long()).collect()
}

fn fill_short(seed: u64, message: fn(&mut Random) -> String) -> Vec<String> {
    let mut random = Random(seed);
    let mut short = || {
        let mut text = message(&mut random);
        cut(&mut text, SHORT_BYTES);
        text
    };
    (0..SHORT_MESSAGES).map(|_| short()).collect()
}

/// A chat message, with what people type by accident now and then.
fn chat(random: &mut Random) -> String {
    let voice = random.pick(&VOICES);
    // The lesser of two lengths: most messages are short.
    let length = 20 + random.below(252).min(random.below(252));
    let mut text = sentences(random, voice, length);
    if random.one_in(3) {
        text.push(' ');
        text.push_str(&random.phrase(EMOJI));
    }
    if random.one_in(40) {
        text.push_str(&random.phrase(" <3| & co| :-<| R&B| ->| >:("));
    }
    if random.one_in(150) {
        text.push_str(&random.phrase("*| IMG_^^^^| *sorry| ~5| o_O"));
    }
    cut(&mut text, 300);
    text
}

/// Sentences of one language, of `length` bytes or a clause more.
fn sentences(random: &mut Random, voice: &Voice, length: usize) -> String {
    let mut text = String::with_capacity(length + 64);
    let mut begins = true;
    loop {
        let clause = random.phrase(voice.clauses);
        let mut chars = clause.chars();
        if begins && let Some(first) = chars.next() {
            text.extend(first.to_uppercase());
        }
        text.push_str(chars.as_str());
        if text.len() >= length {
            break;
        }
        // The lesser of two again: more commas than questions.
        let end = voice.marks.len();
        let mark = random.below(end).min(random.below(end));
        text.push_str(voice.marks[mark]);
        begins = mark > 0;
        if begins && random.one_in(5) {
            text.truncate(text.trim_end().len());
            text.push('\n');
        } else if begins && random.one_in(6) {
            text.push_str(&random.phrase(EMOJI));
            text.push(' ');
        }
    }
    if random.one_in(2) {
        text.push_str(voice.marks[1].trim_end());
    }
    text
}

/// A bot's message: a heading, a greeting, some sections, sometimes a last line in italics.
fn notice(random: &mut Random) -> String {
    let voice = random.pick(&VOICES);
    let length = 180 + random.below(236);
    let mut lines = vec![
        format!("*{}* {}", random.phrase(HEADINGS), random.phrase(EMOJI)),
        format!("Hi *{}*, {}", random.phrase(NAMES), sentences(random, voice, 30)),
    ];
    while lines.iter().map(String::len).sum::<usize>() < length {
        if random.one_in(3) {
            lines.push(String::new());
        }
        section(random, voice, &mut lines);
    }
    if random.one_in(2) {
        lines.push(format!("\n_{}_", random.phrase(FOOTERS)));
    }
    lines.join("\n")
}

/// One section of a bot's message.
fn section(random: &mut Random, voice: &Voice, lines: &mut Vec<String>) {
    match random.below(8) {
        0 | 1 => {
            let marker = random.pick(&["-", "-", "*", "•"]);
            for _ in 0..2 + random.below(3) {
                let (item, price) = (random.phrase(ITEMS), random.phrase("€^.^^|€1^.^0|*€2^*"));
                lines.push(format!("{marker} {item}: {price}"));
            }
        }
        2 => {
            for number in 1..3 + random.below(3) {
                lines.push(format!("{number}. {}", random.phrase(STEPS)));
            }
        }
        3 => {
            for _ in 0..=random.below(2) {
                lines.push(format!("> {}", random.phrase(voice.clauses)));
            }
        }
        4 => lines.push(format!("{}: `{}`", random.phrase(CODE_LEADS), random.phrase(CODES))),
        5 => {
            let (from, to) = (random.phrase("1^:00|1^:30"), random.phrase("20:15|21:30|22:45"));
            let reference = random.phrase("^^^^-^^^^");
            lines.push(format!("```\nref   {reference}\nfrom  {from}\nuntil {to}\n```"));
        }
        6 => lines.push(format!("{}: {}", random.phrase(URL_LEADS), random.phrase(URLS))),
        _ => {
            let (was, now) = (random.phrase("€3^.^0"), random.phrase("€2^.^0"));
            lines.push(format!("~{was}~ *{now}* _({})_", random.phrase(voice.clauses)));
        }
    }
}

/// An answer in Markdown: a sentence, some sections under headings, a last sentence.
fn answer(random: &mut Random) -> String {
    let voice = random.pick(&VOICES);
    let length = 400 + random.below(300);
    let mut blocks = vec![sentences(random, voice, 60)];
    while blocks.iter().map(|block| block.len() + 2).sum::<usize>() < length {
        if random.one_in(2) {
            let level = random.pick(&["#", "##", "##", "###"]);
            blocks.push(format!("{level} {}", random.phrase(TOPICS)));
        }
        let block = markdown_block(random, voice);
        blocks.push(block);
    }
    if random.one_in(3) {
        blocks.push(format!("[{}]({})", random.phrase(URL_LEADS), random.phrase(URLS)));
    } else {
        blocks.push(format!("*{}*", random.phrase(FOOTERS)));
    }
    blocks.join("\n\n")
}

/// One block of an answer in Markdown.
fn markdown_block(random: &mut Random, voice: &Voice) -> String {
    let mut lines = Vec::new();
    match random.below(12) {
        0..=3 => {
            for _ in 0..2 + random.below(4) {
                let (lead, clause) = (random.phrase(TERMS), random.phrase(voice.clauses));
                lines.push(format!("- **{lead}**: {clause}"));
                if random.one_in(6) {
                    lines.push(format!("  - {}", random.phrase(voice.clauses)));
                }
            }
        }
        4 | 5 => {
            for number in 1..3 + random.below(4) {
                let step = random.phrase(voice.clauses);
                lines.push(match random.below(4) {
                    0 => format!("{number}. **{step}**"),
                    1 => format!("{number}. {step}: `{}`", random.phrase(CODES)),
                    _ => format!("{number}. {step}"),
                });
            }
        }
        6 => {
            lines.push(String::from("```python"));
            lines.push(format!("total = price_{} * (1 + 0.{})", random.digit(), random.digit()));
            lines.push(String::from("print(f\"{total:.2f}\")"));
            lines.push(String::from("```"));
        }
        7 => {
            lines.push(String::from("| Item | Price | Stock |"));
            lines.push(String::from("|---|---:|:-:|"));
            for _ in 0..2 + random.below(3) {
                let (item, price) = (random.phrase("Tea|Coffee|Mug|Beans|茶|Чай"), random.digit());
                lines.push(format!("| {item} | €{price}.50 | {} |", random.phrase("yes|no|**^**")));
            }
        }
        8 => lines.push(format!("> {}", sentences(random, voice, 50))),
        9 => {
            let (label, url) = (random.phrase(URL_LEADS), random.phrase(URLS));
            let sentence = sentences(random, voice, 40);
            lines.push(format!("{sentence} [{label}]({url}) {}", random.phrase(voice.clauses)));
        }
        _ => {
            let (one, two) = (sentences(random, voice, 70), sentences(random, voice, 30));
            lines.push(format!("{one} **{}** {two}", random.phrase(TERMS)));
        }
    }
    lines.join("\n")
}

/// A message whose every word is in one span or in nested ones.
fn all_formatted(random: &mut Random) -> String {
    let voice = random.pick(&VOICES);
    let length = 20 + random.below(225);
    let mut text = String::with_capacity(length + 64);
    while text.len() < length {
        for word in random.phrase(voice.clauses).split(' ') {
            let word = word.trim_end_matches(',');
            let (open, close) = *random.pick(&SPANS);
            let space = *random.pick(&[" ", " ", " ", " ", " ", ", ", "\n"]);
            text.extend([open, word, close, space]);
            if text.len() >= length {
                break;
            }
        }
    }
    text.truncate(text.trim_end_matches([' ', ',', '\n']).len());
    text
}

/// A `SplitMix64`: small, and good enough to pick words.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("less than a usize")
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// One of the phrases between `|`, each `^` in it replaced by a digit.
    fn phrase(&mut self, phrases: &str) -> String {
        let nth = self.below(phrases.split('|').count());
        let phrase = phrases.split('|').nth(nth).unwrap_or_default();
        phrase.chars().map(|c| if c == '^' { self.digit() } else { c }).collect()
    }

    fn digit(&mut self) -> char {
        *self.pick(&['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
    }
}

// ---- Words ----

/// A language: clauses, and the marks between them. The first mark goes on with the sentence, the
/// others end it, the second one most plainly.
struct Voice {
    clauses: &'static str,
    marks: [&'static str; 5],
}

const WESTERN: [&str; 5] = [", ", ". ", "! ", "? ", "... "];
const ARABIC: [&str; 5] = ["، ", ". ", "! ", "؟ ", "... "];
const HINDI: [&str; 5] = [", ", "। ", "! ", "? ", "... "];
const CHINESE: [&str; 5] = ["，", "。", "！", "？", "……"];
const JAPANESE: [&str; 5] = ["、", "。", "！", "？", "…"];

/// Ten languages in eight scripts.
static VOICES: [Voice; 10] = [
    Voice {
        clauses: "I'm running 1^ minutes late|see you at the station at 1^:30|\
            thanks a lot for your help|don't forget the milk and the bread|\
            can you send me the photos from Sunday|it's so hot here today|\
            mom says hi to everybody|we've moved the meeting to Thursday|did you get my message|\
            I'll call you back in an hour|the office is closed on Friday|that's great news|\
            the kids are asleep already|the ticket was 2^ euros|I didn't quite get the question|\
            happy birthday, old friend|let's have dinner at our place|no worries, take your time|\
            the bus isn't coming, I'm walking|she said it's \"fine\" (it isn't)|\
            what's the wifi password again|ok|on my way|haha, exactly what I thought|\
            the plumber comes between 9 and 1^",
        marks: WESTERN,
    },
    Voice {
        clauses: "ya voy en camino|llego en 1^ minutos|muchas gracias por la ayuda|\
            ¿qué hacemos el sábado|no te olvides de la leche y el pan|\
            mañana la reunión es a las 1^:30|aquí hace muchísimo calor|\
            mándame las fotos, por favor|feliz cumpleaños a la niña|\
            la oficina cierra el miércoles|mamá te manda un abrazo|los niños ya están dormidos|\
            la entrada costó 3^^ pesos|qué alegría|no entendí bien la pregunta|te llamo más tarde|\
            nos vemos enfrente de la estación|está bien así",
        marks: WESTERN,
    },
    Voice {
        clauses: "ich bin schon unterwegs|komme etwa 1^ Minuten später|vielen Dank für eure Hilfe|\
            bring bitte Brot und Käse mit|morgen um 1^:30 im Büro|\
            hier ist es schön, aber viel zu heiß|schick mir mal die Fotos vom Ausflug|\
            alles Gute zum Geburtstag|am Freitag ist geschlossen|Grüße von Oma und Opa|\
            die Kinder schlafen schon|die Karte kostet 2^ Euro|wie geht's dir|\
            das hab' ich nicht ganz verstanden|ich rufe später zurück|\
            treffen wir uns vor dem Bahnhof|na klar",
        marks: WESTERN,
    },
    Voice {
        clauses: "я уже в дороге|буду через 1^ минут|спасибо большое за помощь|\
            не забудь молоко и хлеб|встреча завтра в 1^:30|сегодня очень жарко|\
            пришли, пожалуйста, фотографии|с днём рождения|в пятницу офис закрыт|\
            мама передаёт привет|дети уже спят|билет стоил 7^^ рублей|как дела|\
            я не совсем понял вопрос|перезвоню позже|встретимся у вокзала|отлично|\
            ты получила моё сообщение|автобус не пришёл, иду пешком|\
            давай сегодня поужинаем у нас",
        marks: WESTERN,
    },
    Voice {
        clauses: "كيف حالك اليوم|أنا في الطريق|سأصل بعد 1^ دقيقة|شكرا جزيلا على المساعدة|\
            لا تنس الحليب والخبز|الاجتماع غدا الساعة 1^:30|الجو حار جدا هنا|أرسل لي الصور من فضلك|\
            كل عام وأنتم بخير|المكتب مغلق يوم الجمعة|أمي تسلم عليك|الأولاد نائمون|\
            سعر التذكرة 4^ ريالا|لم أفهم السؤال|سأتصل بك لاحقا|نلتقي أمام المحطة|ممتاز|\
            هل وصلت الرسالة|تعال إلينا على العشاء",
        marks: ARABIC,
    },
    Voice {
        clauses: "מה שלומך היום|אני כבר בדרך|אגיע בעוד 1^ דקות|תודה רבה על העזרה|\
            אל תשכח לקנות חלב ולחם|הפגישה מחר בשעה 1^:30|חם מאוד היום|תשלח לי בבקשה את התמונות|\
            מזל טוב ליום ההולדת|המשרד סגור ביום שישי|אמא מוסרת ד״ש|הילדים כבר ישנים|\
            הכרטיס עלה 3^ שקלים|לא הבנתי את השאלה|אתקשר אליך אחר כך|ניפגש ליד התחנה|איזה יופי|\
            קיבלת את ההודעה שלי|בואו אלינו לארוחת ערב",
        marks: WESTERN,
    },
    Voice {
        clauses: "आप कैसे हैं|मैं रास्ते में हूँ|1^ मिनट में पहुँच जाऊँगा|मदद के लिए बहुत धन्यवाद|\
            दूध और रोटी मत भूलना|कल की बैठक 1^:30 बजे है|आज बहुत गर्मी है|कृपया तस्वीरें भेज दो|\
            जन्मदिन मुबारक हो|शुक्रवार को दफ़्तर बंद है|माँ ने नमस्ते कहा है|बच्चे सो गए हैं|\
            टिकट 2^^ रुपये का है|मुझे सवाल समझ नहीं आया|बाद में फ़ोन करता हूँ|\
            स्टेशन के सामने मिलते हैं|बहुत बढ़िया|क्या मेरा संदेश मिला|आज खाना हमारे घर पर",
        marks: HINDI,
    },
    Voice {
        clauses: "你今天怎么样|我已经在路上了|大概1^分钟后到|谢谢你的帮助|别忘了买牛奶和面包|\
            会议改到明天上午1^点|今天太热了|请把照片发给我|生日快乐|办公室周五不开门|\
            妈妈让我问候你|孩子们已经睡了|票价一共5^块|我没看懂这个问题|等一下给你打电话|\
            我们在车站门口见|太好了|你收到我的消息了吗|今晚来我家吃饭吧|好的",
        marks: CHINESE,
    },
    Voice {
        clauses: "今日は元気ですか|いま向かっています|あと1^分くらいで着きます|\
            手伝ってくれてありがとう|牛乳とパンを忘れないでね|会議は明日の1^時からです|\
            今日は本当に暑いですね|写真を送ってください|お誕生日おめでとう|金曜日はお休みです|\
            母がよろしくと言っていました|子どもたちはもう寝ました|チケットは1^00円でした|\
            質問がよくわかりませんでした|あとで電話します|駅の前で会いましょう|よかった|\
            メッセージは届きましたか|うちで晩ごはんを食べませんか|了解",
        marks: JAPANESE,
    },
    Voice {
        clauses: "오늘 어떻게 지내요|지금 가는 중이에요|1^분 뒤에 도착해요|도와줘서 정말 고마워요|\
            우유랑 빵 잊지 마세요|회의는 내일 1^시예요|오늘 너무 더워요|사진 좀 보내 주세요|\
            생일 축하해요|금요일에는 쉬어요|엄마가 안부 전해 달래요|아이들은 벌써 자요|\
            표는 1^000원이에요|질문을 잘 이해하지 못했어요|나중에 전화할게요|역 앞에서 만나요|\
            정말 잘됐네요|제 메시지 받았어요|저녁 같이 먹어요|네",
        marks: WESTERN,
    },
];

const EMOJI: &str = "😀|😂|🙏|👍|❤️|🎉|👩‍👩‍👧|🇧🇷|👋🏽|☕|🔥|😅|✅|🚀|🥳|📦|🤷‍♀️|😍😍|🌧️|1️⃣";

const NAMES: &str = "Maria|Jonas|Ana Clara|Дмитрий|فاطمة|נועה|प्रिया|王芳|さくら|지우|O'Brien|\
    José";

const HEADINGS: &str = "Order #^^^^^ is confirmed|Your appointment on 1^ March|Delivery update|\
    Weekly report|Invoice #^^^^ is due|Welcome aboard|Pedido #^^^^^ confirmado|\
    Deine Bestellung ist da|Заказ №^^^^^ принят|تم تأكيد الطلب|ההזמנה אושרה|आपका ऑर्डर पक्का हुआ|\
    您的订单已发货|ご予約の確認|주문이 확인되었습니다";

const ITEMS: &str = "2 x coffee beans, 1 kg|*Shipping*|oat milk, 6 pack|filter papers & scoop|\
    *Total* with tax|gift wrapping|blue mug (large)|tea, loose leaf|Kaffee, gemahlen|\
    café molido, 500 g|чай зелёный|قهوة عربية|चाय पत्ती|龙井茶|抹茶ラテ|녹차 티백|check-up, 4^ min|\
    late fee _(waived)_";

const STEPS: &str = "Open the *Orders* page|Tap _Change date_|Pick a time between 1^:00 and 21:30|\
    Send us a photo of the label|Reply `YES` to confirm|Bring your ID and the card|Abre el enlace|\
    Выберите удобное время|Wait for the ~call~ text message|Put the box in front of the door";

const TOPICS: &str = "Summary|What to do next|Prices & delivery|Option ^: the _quick_ way|\
    Step ^: check the order|Why it matters|Zusammenfassung|Próximos pasos|Что дальше|下一步|\
    Troubleshooting|Key points";

const TERMS: &str = "Shipping|Free returns|Price|Opening hours|Warranty (2 years)|Note|\
    `config.toml`|Garantie|Precio|Цена|价格|Total: €^^.^^";

const CODE_LEADS: &str = "Use this code at the checkout|Your PIN is|To change it, send|Door code";

const CODES: &str = "SAVE-^^|^^^-^^^|/move 1^:30|STATUS ^^^^^|BOX_^^|A&B-^^";

const URL_LEADS: &str = "Track it here|Details|Pay online|Map|Alle Infos|Más información|\
    Подробнее";

const URLS: &str = "https://shop.example.com/orders/^^^^^?ref=wa_bot&lang=en|\
    https://example.com/t/^^^^^^|https://pay.example.org/invoice_^^^^|www.example.com/map#stop-^^|\
    https://book.example.net/a/^^^^/change?from=msg_1";

const FOOTERS: &str = "Reply STOP to unsubscribe|This is an automatic message|\
    Your team at Example & Co|Mon-Fri ^-1^, Sat closed|No responda a este mensaje|До встречи!";

/// The spans of a dense text; the single ones are the usual ones.
static SPANS: [(&str, &str); 12] = [
    ("*", "*"),
    ("*", "*"),
    ("_", "_"),
    ("_", "_"),
    ("~", "~"),
    ("~", "~"),
    ("`", "`"),
    ("`", "`"),
    ("*_", "_*"),
    ("_~", "~_"),
    ("~*", "*~"),
    ("*_~", "~_*"),
];
