//! One message of each kind.

use super::random::Random;
use super::words::{
    CODE_LEADS, CODES, EMOJI, FOOTERS, HEADINGS, ITEMS, NAMES, SPANS, STEPS, TERMS, TOPICS,
    URL_LEADS, URLS, VOICES, Voice,
};
use super::{SHORT_BYTES, cut};

/// A chat message, with what people type by accident now and then.
pub fn chat(random: &mut Random) -> String {
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

/// Some sentences on a line.
pub fn line(random: &mut Random) -> String {
    let voice = random.pick(&VOICES);
    sentences(random, voice, SHORT_BYTES)
}

/// Four formatted words, and some sentences.
pub fn formatted_line(random: &mut Random) -> String {
    let voice = random.pick(&VOICES);
    let name = random.phrase(NAMES);
    let price = random.phrase("~€2^.^0~ *€1^.^0*");
    let code = random.phrase("`^^^-^^^`");
    format!("*{name}*: {price} {code}. {}", sentences(random, voice, SHORT_BYTES))
}

/// A bot's message: a heading, a greeting, some sections, sometimes a last line in italics.
pub fn notice(random: &mut Random) -> String {
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
pub fn answer(random: &mut Random) -> String {
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
pub fn all_formatted(random: &mut Random) -> String {
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
