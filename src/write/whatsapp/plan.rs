//! Which style each atom of a line can have, and how code is written: what is decided before the
//! line is written from left to right.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::chars::{is_bound, is_white_space};
use crate::parse;

use super::atoms::{self, Atom, BACKTICK, Form, STYLES, Styles};
use super::emit::{is_space, may_stand_before_literal};

/// How much is kept of a line that is written with care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Keep {
    All,
    /// Code, no other style.
    Code,
    Nothing,
}

/// Decides styles and forms.
pub(super) fn plan(text: &str, atoms: Vec<Atom>, keep: Keep) -> Vec<Atom> {
    let mut atoms = protect(text, split_code(text, keep_some(text, atoms, keep)));
    resolve_spaces(&mut atoms);
    free_whole(text, &mut atoms);
    avoid_pairs_with_code(text, &mut atoms);
    resolve_spaces(&mut atoms);
    atoms
}

fn keep_some(text: &str, atoms: Vec<Atom>, keep: Keep) -> Vec<Atom> {
    if keep == Keep::All {
        return atoms;
    }
    let mut kept = Vec::with_capacity(atoms.len());
    for mut atom in atoms {
        atom.styles = Styles::NONE;
        if keep == Keep::Nothing && atom.form.is_code() {
            plain(&mut kept, text, &atom);
        } else {
            kept.push(atom);
        }
    }
    kept
}

/// An atom of code as text.
fn plain(atoms: &mut Vec<Atom>, text: &str, code: &Atom) {
    let first = atoms.len();
    atoms::push_text(atoms, text, code.text.clone(), code.meant);
    for atom in &mut atoms[first..] {
        atom.styles = code.styles;
    }
}

/// W7, W9: code in styles is inline code, without white space at its ends and without the
/// markers around it; other code with backticks or such white space is put between fences, in
/// pieces without three backticks in a row and none at their end.
fn split_code(text: &str, atoms: Vec<Atom>) -> Vec<Atom> {
    let mut split = Vec::with_capacity(atoms.len());
    for mut atom in atoms {
        if !atom.form.is_code() {
            split.push(atom);
            continue;
        }
        let code = atom.slice(text);
        let has_marker = |marker: usize| code.contains(atoms::MARKERS[marker]);
        if has_marker(BACKTICK) || (0..STYLES).any(|m| atom.styles.has(m) && has_marker(m)) {
            atom.styles = Styles::NONE;
        }
        let edges = code.starts_with(is_white_space) || code.ends_with(is_white_space);
        if atom.styles != Styles::NONE && edges {
            let start = code.len() - code.trim_start_matches(is_white_space).len();
            let end = code.trim_end_matches(is_white_space).len();
            let at = atom.text.start;
            for (range, form) in [
                (0..start, Form::Space),
                (start..end, Form::Inline),
                (end..code.len(), Form::Space),
            ] {
                if !range.is_empty() {
                    split.push(Atom { form, ..atom.part(at + range.start..at + range.end) });
                }
            }
        } else if has_marker(BACKTICK) || edges {
            atom.form = Form::Fence;
            split_fence(&mut split, text, &atom);
        } else {
            split.push(atom);
        }
    }
    split
}

/// Pieces that a pair of fences can hold, and what stands between them as text.
fn split_fence(split: &mut Vec<Atom>, text: &str, atom: &Atom) {
    let bytes = text.as_bytes();
    let push = |split: &mut Vec<Atom>, range: Range<usize>, fits: bool| {
        if range.is_empty() {
            return;
        }
        let piece = atom.part(range);
        if fits && !piece.slice(text).chars().all(is_white_space) {
            split.push(piece);
        } else {
            plain(split, text, &piece);
        }
    };
    let mut from = atom.text.start;
    let mut at = from;
    while at < atom.text.end {
        let run = bytes[at..atom.text.end].iter().take_while(|b| **b == b'`').count();
        if run >= 3 || run > 0 && at + run == atom.text.end {
            push(split, from..at, true);
            push(split, at..at + run, false);
            from = at + run;
        }
        at += run.max(1);
    }
    push(split, from..atom.text.end, true);
}

/// Splits atoms of text at the ends of URLs and placeholders (W11).
fn protect(text: &str, atoms: Vec<Atom>) -> Vec<Atom> {
    let mut visible = String::new();
    for atom in &atoms {
        if atom.form.is_code() {
            // A URL may stand in code, but never goes on behind it.
            visible.extend(core::iter::repeat_n(' ', atom.text.len()));
        } else {
            visible.push_str(atom.slice(text));
        }
    }
    let whole = whole(&visible);
    if whole.is_empty() {
        return atoms;
    }
    let mut whole = whole.into_iter().peekable();
    let mut split = Vec::with_capacity(atoms.len() + 2);
    // Where the atom begins in the visible text.
    let mut at = 0;
    for atom in atoms {
        let (start, end) = (at, at + atom.text.len());
        at = end;
        if atom.form != Form::Text {
            split.push(atom);
            continue;
        }
        let mut from = start;
        while from < end {
            while whole.next_if(|(range, _)| range.end <= from).is_some() {}
            let (to, form) = match whole.peek() {
                Some((range, form)) if range.start <= from => (range.end.min(end), *form),
                Some((range, _)) => (range.start.min(end), Form::Text),
                None => (end, Form::Text),
            };
            let base = atom.text.start;
            split_text(&mut split, text, &atom, base + from - start..base + to - start, form);
            from = to;
        }
    }
    split
}

fn split_text(split: &mut Vec<Atom>, text: &str, atom: &Atom, range: Range<usize>, form: Form) {
    if form != Form::Text {
        return split.push(Atom { form, ..atom.part(range) });
    }
    let first = split.len();
    atoms::push_text(split, text, range, atom.meant);
    for part in &mut split[first..] {
        part.styles = atom.styles;
    }
}

/// What must stay whole: URLs, and placeholders outside of them.
///
/// A host alone, `README.md` say, is a link, too, but what is put next to it does no harm; where a
/// marker is in one it is.
pub(super) fn whole(visible: &str) -> Vec<(Range<usize>, Form)> {
    let is_url = |url: &str| {
        url.contains(['/', '?', '#']) || url.starts_with("mailto:") || url.contains(atoms::MARKERS)
    };
    let links = parse::links(visible).into_iter().filter(|range| is_url(&visible[range.clone()]));
    // The clients leave out markers at the end of a URL, but who wrote it may not have.
    let with_markers = |range: Range<usize>| {
        let behind = &visible[range.end..];
        let markers = behind.len() - behind.trim_start_matches(atoms::MARKERS).len();
        range.start..range.end + before_fence(&behind[..markers]).len()
    };
    let mut whole: Vec<_> = links.map(|range| (with_markers(range), Form::Url)).collect();
    with_scheme(visible, &mut whole);
    placeholders(visible, &mut whole);
    if whole.len() > 1 {
        whole.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
        // One inside a URL is protected with it.
        let mut end = 0;
        whole.retain(|(range, _)| {
            let apart = range.start >= end;
            end = end.max(range.end);
            apart
        });
    }
    whole
}

/// URLs with a scheme, also of hosts that no client links: an intranet's, say.
fn with_scheme(visible: &str, whole: &mut Vec<(Range<usize>, Form)>) {
    let mut from = 0;
    while let Some(colon) = visible[from..].find("://").map(|at| from + at) {
        let behind = &visible[colon..];
        let end = colon + behind.find(is_white_space).unwrap_or(behind.len());
        let scheme = ["https", "http"].into_iter().find(|name| visible[..colon].ends_with(name));
        let is_host = visible[colon + "://".len()..].starts_with(char::is_alphanumeric);
        if let Some(start) = scheme.filter(|_| is_host).map(|name| colon - name.len()) {
            let url = visible[start..end].trim_end_matches(|c: char| {
                matches!(c, '.' | ',' | '!' | '?' | ':' | ';' | ')' | ']' | '}' | '>' | '"' | '\'')
            });
            if visible[colon + 3..].starts_with(begins_host) {
                whole.push((start..start + before_fence(url).len(), Form::Url));
            }
        }
        from = end;
    }
}

fn begins_host(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { !is_bound(c) }
}

/// What stands before a fence: that is part of no URL, and would make code of whole lines.
fn before_fence(text: &str) -> &str {
    text.split_once("```").map_or(text, |(before, _)| before)
}

/// `{{1}}`, `{{name}}`: they are replaced before anybody reads the message.
fn placeholders(visible: &str, whole: &mut Vec<(Range<usize>, Form)>) {
    let mut from = 0;
    while let Some(open) = visible[from..].find("{{").map(|i| from + i) {
        let name = open + 2;
        let length = visible[name..]
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '-')))
            .unwrap_or(visible.len() - name);
        from = name;
        if length > 0 && visible[name + length..].starts_with("}}") {
            from = name + length + 2;
            whole.push((open..from, Form::Placeholder));
        }
    }
}

/// White space has the styles of its neighbours where they agree, and else none.
pub(super) fn resolve_spaces(atoms: &mut [Atom]) {
    let mut before = Styles::NONE;
    let mut first = 0;
    for index in 0..=atoms.len() {
        let after = match atoms.get(index) {
            Some(atom) if atom.form == Form::Space => continue,
            Some(atom) => atom.styles,
            None => Styles::NONE,
        };
        let styles = if before == after { before } else { Styles::NONE };
        for space in &mut atoms[first..index] {
            space.styles = styles;
        }
        (before, first) = (after, index + 1);
    }
}

/// What must stay whole keeps its styles where all of it has them, a URL where what is next to it
/// has them, too: no marker stands in it or at the ends of a URL.
fn free_whole(text: &str, atoms: &mut [Atom]) {
    let mut index = 0;
    while index < atoms.len() {
        let first = index;
        let form = atoms[first].form;
        if !form.is_whole() {
            index += 1;
            continue;
        }
        index += 1;
        while index < atoms.len() && atoms[index].form == form {
            let [before, next] = [index - 1, index].map(|index| atoms[index].slice(text));
            // Another placeholder may have other styles.
            if before.ends_with('}') && next.starts_with('{') && form == Form::Placeholder {
                break;
            }
            index += 1;
        }
        let styles = atoms[first].styles;
        let around = [first.checked_sub(1), Some(index)].map(|at| at.and_then(|at| atoms.get(at)));
        let mut held = form == Form::Placeholder
            || around.iter().all(|next| next.is_some_and(|next| next.styles == styles));
        for atom in &atoms[first..index] {
            let own = |m: usize| styles.has(m) && atom.slice(text).contains(atoms::MARKERS[m]);
            held &= atom.styles == styles && !(0..STYLES).any(own);
        }
        if !held {
            for atom in &mut atoms[first..index] {
                atom.styles = Styles::NONE;
            }
        }
    }
}

/// W9: a marker in code, or in a URL on Android, that opens and finds no partner there pairs with
/// those of later spans of its kind: they lose the style.
fn avoid_pairs_with_code(text: &str, atoms: &mut [Atom]) {
    let mut open = Styles::NONE;
    for atom in atoms {
        match atom.form {
            Form::Space => {}
            Form::Text => atom.styles = atom.styles.without(open),
            Form::Inline | Form::Fence => {
                atom.styles = atom.styles.without(open);
                open = open_behind(atom.slice(text), open);
            }
            Form::Url | Form::Placeholder => open = open_behind(atom.slice(text), open),
        }
    }
}

/// The markers that are open behind code, or a URL, where some were before.
fn open_behind(text: &str, mut open: Styles) -> Styles {
    // What stands before and behind code is a backtick.
    let mut before = None;
    let mut opened = [None; STYLES];
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|next| next.1);
        if let Some(marker) = atoms::marker(c).filter(|marker| *marker < STYLES) {
            let closes = before.is_none_or(|c| !is_white_space(c)) && next.is_none_or(is_bound);
            let holds_content = opened[marker].is_none_or(|opener| opener + 1 < at);
            if open.has(marker) {
                if closes && holds_content {
                    open.remove(marker);
                }
            } else if before.is_none_or(may_stand_before_literal)
                && next.is_none_or(|next| !is_space(next))
            {
                open.add(marker);
                opened[marker] = Some(at);
            }
        }
        before = Some(c);
    }
    open
}
