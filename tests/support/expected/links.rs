//! Links and images: the label, and behind it the URL; or the URL alone, or the label alone.

use pulldown_cmark::LinkType;
use wamark::LossCode;

use super::super::glyphs::{LINE, Look, SPACE, STYLES, is_space};
use super::super::program::{Source, Step, build};

use super::urls::{is_same, is_visible, opens};
use super::{Gap, UNSTYLED, Walk, either_gap};

/// A link or an image that is open.
#[derive(Debug)]
pub(super) struct Open {
    url: String,
    source: Source,
    image: bool,
    /// What comes before the label: steps, the gap, and how long the text is.
    before: Vec<Step>,
    gap: Gap,
    text: usize,
}

/// One way to show it, and the gap behind it.
type Way = (Vec<Step>, Gap);

impl Walk<'_> {
    pub(super) fn start_link(&mut self, kind: LinkType, url: &str, source: Source) {
        let scheme = if kind == LinkType::Email { "mailto:" } else { "" };
        self.open(format!("{scheme}{url}"), source, false);
    }

    pub(super) fn start_image(&mut self, url: &str, source: Source) {
        self.open(String::from(url), source, true);
        self.images += 1;
    }

    fn open(&mut self, url: String, source: Source, image: bool) {
        let before = std::mem::take(&mut self.steps);
        let gap = (self.gap, self.gap_free);
        self.links.push(Open { url, source, image, before, gap, text: self.text.len() });
    }

    pub(super) fn end_link(&mut self) {
        let Some(mut open) = self.links.pop() else { return };
        self.images -= usize::from(open.image);
        let label = std::mem::replace(&mut self.steps, std::mem::take(&mut open.before));
        let text = self.text[open.text..].trim().to_string();
        let ways = self.ways(&open, &label, &text);
        if !is_same(&text, &open.url) {
            self.text += &open.url;
        }
        // Where there is a choice, the gap behind it is that of either.
        let gap = ways.iter().map(|(_, gap)| *gap).reduce(either_gap);
        (self.gap, self.gap_free) = gap.unwrap_or_default();
        // A space keeps what follows from being read as a part of the URL.
        let url = open.url.to_lowercase();
        if ["http", "www.", "mailto:"].iter().any(|start| url.starts_with(start)) {
            self.gap_free |= SPACE;
        }
        let steps = ways.into_iter().map(|(steps, _)| steps).reduce(build::either);
        self.steps.extend(steps.unwrap_or_default());
    }

    /// The ways in which a link can be shown.
    fn ways(&mut self, open: &Open, label: &[Step], text: &str) -> Vec<Way> {
        let shown = label.iter().any(|step| match step {
            Step::Glyph { c, free, .. } => free & UNSTYLED == 0 && is_visible(*c),
            _ => false,
        });
        let label_gap = (self.gap, self.gap_free);
        // White space at the end of the label may come behind the URL.
        let ended = self.text[open.text..].rsplit_once('\n').map_or("", |(before, _)| before);
        let goes_on = open.gap.0 & LINE == 0 || ended.contains(|c| !is_space(c));
        let ends_line = self.gap & LINE != 0 && !self.begun && goes_on;
        let behind = match () {
            () if ends_line => (SPACE | LINE, 0),
            () => (0, if shown && self.gap & SPACE == 0 { 0 } else { SPACE }),
        };
        let same = shown && is_same(text, &open.url);
        // What HTML is open is not known: an image may stand in a link.
        let inside = !self.links.is_empty() || open.image && self.html;
        // The image of a link that is shown is its description.
        let label_only = open.image && self.links.iter().any(|around| opens(&around.url));
        let opens = opens(&open.url) && !label_only;
        // In a description there may be only labels.
        let mut ways = Vec::new();
        if opens && shown {
            let steps = [label, &self.url_in_brackets(open)].concat();
            ways.push((steps, behind));
        }
        // Nobody looks at all of a long one.
        if opens && !shown && self.text[open.text..].len() > 64 {
            let steps = [label, &self.url_in_brackets(open)].concat();
            ways.push((steps, behind));
        }
        if opens && (same || !shown) {
            let styles = if shown { styles_of(label) } else { None };
            ways.push((self.url_alone(open, styles), behind));
        }
        // What is not seen of a label stays where a line break stands before it.
        if opens && !shown && self.text[open.text..].contains('\n') {
            (self.gap, self.gap_free) = label_gap;
            let url = self.url(&open.url, (0, STYLES), open.source);
            ways.push(([label, &url[..]].concat(), behind));
        }
        if !opens || inside || same {
            let mut steps = label.to_vec();
            if !inside && !same {
                steps.push(Step::Reported(dropped(open), open.source));
            }
            ways.push((steps, label_gap));
        }
        if !shown && opens {
            self.shown.push(open.source);
        }
        self.link_constructs(open, opens, shown, inside || same);
        ways
    }

    fn link_constructs(&mut self, open: &Open, opens: bool, shown: bool, may: bool) {
        if open.image {
            self.construct(LossCode::ImageInlined, open.source, !may);
        } else {
            self.construct(LossCode::LinkDropped, open.source, !opens && !may);
            self.construct(LossCode::LinkInlined, open.source, opens && shown && !may);
        }
    }

    fn url_in_brackets(&mut self, open: &Open) -> Vec<Step> {
        let line = if self.begun { self.gap & LINE } else { 0 };
        (self.gap, self.gap_free) = (SPACE | line, 0);
        let free = self.styles() | UNSTYLED;
        let mut steps = self.aside(|walk| walk.glyph('(', 0, free, open.source));
        steps.extend(self.url(&open.url, (0, free), open.source));
        steps.extend(self.aside(|walk| walk.glyph(')', 0, free, open.source)));
        steps
    }

    /// The URL in place of a label, whose styles it has.
    fn url_alone(&mut self, open: &Open, styles: Option<Look>) -> Vec<Step> {
        // What is not seen of a label may have begun a line, and white space of it may stand there.
        if !self.begun || self.gap & LINE == 0 {
            let space = self.gap & SPACE;
            (self.gap, self.gap_free) = (open.gap.0, open.gap.1 | space);
        }
        let styles = styles.map_or((0, STYLES), |styles| (styles, 0));
        self.url(&open.url, styles, open.source)
    }
}

/// What is reported of a link of which the label is left.
fn dropped(open: &Open) -> LossCode {
    if open.image { LossCode::ImageInlined } else { LossCode::LinkDropped }
}

/// The styles of all of a label, if they are the same throughout.
fn styles_of(label: &[Step]) -> Option<Look> {
    let styles = label.iter().filter_map(|step| match step {
        Step::Glyph { look, .. } => Some(look & STYLES),
        _ => None,
    });
    let mut styles: Vec<Look> = styles.collect();
    styles.dedup();
    match styles[..] {
        [styles] => Some(styles),
        _ => None,
    }
}
