//! What may be seen, as a small program: a row of steps, each for one glyph, with branches where
//! there is a choice. It is run on all branches at once, so no choice is gone back on.

use wamark::{Loss, LossCode};

use super::glyphs::{CODE, Glyph, ITEM, Look, QUOTE, SPACE, STYLES, is_space};

/// Bytes of the Markdown.
pub(crate) type Source = (usize, usize);

/// Targets are relative, so that a row of steps can be moved.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// This character, which looks so, but for what is free.
    Glyph {
        c: char,
        look: Look,
        free: Look,
        source: Source,
    },
    /// A character of a kind, whatever it looks like.
    Any(fn(char) -> bool),
    /// Goes on with the next step, and so many steps behind this one.
    Split(usize),
    Jump(isize),
    /// Goes on only where this loss is reported within these bytes.
    Reported(LossCode, Source),
}

/// Where a run ended that should not have: so many glyphs were as expected, and one of these
/// should have come.
#[derive(Clone, Debug)]
pub(crate) struct Stuck {
    pub(crate) at: usize,
    pub(crate) wanted: Vec<Step>,
}

/// Which losses count as excuses, among those reported.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Excuses<'l> {
    pub(crate) losses: &'l [Loss],
    /// Whether those of styles count.
    pub(crate) styles: bool,
    /// Whether glyphs may be between those expected, and all may look as they like.
    pub(crate) anything: bool,
}

impl Excuses<'_> {
    fn reported(&self, code: LossCode, source: Source) -> bool {
        self.losses.iter().any(|loss| {
            let span = loss.span.range();
            loss.code == code && span.start < source.1 && source.0 < span.end
        })
    }

    /// Whether a glyph may look so: a style may be missing, or be there, if that is reported.
    fn looks_right(&self, got: Look, step: &Step) -> bool {
        let Step::Glyph { look, free, source, .. } = *step else { return false };
        let mut missing = look & !got & !free;
        let mut added = got & !look & !free;
        if missing | added == 0 || self.anything {
            return true;
        }
        if self.styles && self.reported(LossCode::StyleDropped, source) {
            missing &= !STYLES;
            // White space of code is a gap elsewhere.
            added &= if look & CODE != 0 { !SPACE } else { !0 };
        }
        if self.styles && self.reported(LossCode::LiteralFormatted, source) {
            added &= !(STYLES | ITEM | QUOTE);
        }
        missing | added == 0
    }

    fn accepts(&self, step: &Step, glyph: Glyph) -> bool {
        match *step {
            Step::Glyph { c, source, .. } => {
                let same = c == glyph.c
                    || c == '\0' && glyph.c == '\u{FFFD}'
                    // A literal mark that became an item.
                    || matches!((c, glyph.c), ('-' | '*', '•'))
                        && self.styles
                        && self.reported(LossCode::LiteralFormatted, source);
                same && self.looks_right(glyph.look, step)
            }
            Step::Any(of_kind) => of_kind(glyph.c),
            _ => false,
        }
    }

    /// Whether the glyph of a step may be missing: a literal marker that became one, and white
    /// space of code that is none.
    fn may_miss(&self, step: &Step) -> bool {
        let Step::Glyph { c, look, source, .. } = *step else { return false };
        let literal = matches!(c, '*' | '_' | '~' | '`' | '>');
        self.styles
            && (literal && self.reported(LossCode::LiteralFormatted, source)
                || look & CODE != 0 && is_space(c) && self.reported(LossCode::StyleDropped, source))
    }

    /// Whether a glyph may come before that of a step: white space of code, where other text may
    /// be code as well.
    fn may_add(step: &Step, glyph: Glyph) -> bool {
        let Step::Glyph { free, .. } = *step else { return false };
        free & CODE != 0 && glyph.look & CODE != 0 && is_space(glyph.c)
    }
}

/// Runs the program on the glyphs.
pub(crate) fn run(program: &[Step], glyphs: &[Glyph], excuses: &Excuses) -> Result<(), Stuck> {
    let mut live = Live::new(program, excuses);
    live.add(0);
    for (at, glyph) in glyphs.iter().enumerate() {
        let now = live.take();
        for &step in &now {
            let Some(wanted) = program.get(step) else { continue };
            if excuses.accepts(wanted, *glyph) {
                live.add(step + 1);
            }
            if excuses.anything || Excuses::may_add(wanted, *glyph) {
                live.add(step);
            }
        }
        if live.steps.is_empty() {
            let wanted = now.iter().filter_map(|&step| program.get(step).copied()).collect();
            return Err(Stuck { at, wanted });
        }
    }
    let rest = live.take();
    if rest.contains(&program.len()) || excuses.anything && live.ended {
        return Ok(());
    }
    let wanted = rest.iter().filter_map(|&step| program.get(step).copied()).collect();
    Err(Stuck { at: glyphs.len(), wanted })
}

/// The steps that are tried on the next glyph.
struct Live<'p> {
    program: &'p [Step],
    excuses: &'p Excuses<'p>,
    steps: Vec<usize>,
    known: Vec<bool>,
    /// Whether the end of the program was reached.
    ended: bool,
}

impl<'p> Live<'p> {
    fn new(program: &'p [Step], excuses: &'p Excuses) -> Self {
        Self {
            program,
            excuses,
            steps: Vec::new(),
            known: vec![false; program.len() + 1],
            ended: false,
        }
    }

    fn take(&mut self) -> Vec<usize> {
        self.known.fill(false);
        std::mem::take(&mut self.steps)
    }

    /// Adds a step, and those that it leads to without a glyph.
    fn add(&mut self, step: usize) {
        let mut todo = vec![step];
        while let Some(at) = todo.pop() {
            if std::mem::replace(&mut self.known[at], true) {
                continue;
            }
            match self.program.get(at) {
                Some(Step::Split(far)) => todo.extend([at + 1, at + far]),
                Some(Step::Jump(by)) => todo.extend(at.checked_add_signed(*by)),
                Some(&Step::Reported(code, source)) => {
                    todo.extend(self.excuses.reported(code, source).then_some(at + 1));
                }
                step => {
                    self.ended |= step.is_none();
                    if step.is_some_and(|step| self.excuses.may_miss(step)) {
                        todo.push(at + 1);
                    }
                    self.steps.push(at);
                }
            }
        }
    }
}

/// Puts steps together.
pub(crate) mod build {
    use super::Step;

    /// Either all of the one or all of the other.
    pub(crate) fn either(one: Vec<Step>, other: Vec<Step>) -> Vec<Step> {
        let mut steps = vec![Step::Split(one.len() + 2)];
        steps.extend(one);
        steps.push(Step::Jump(other.len().cast_signed() + 1));
        steps.extend(other);
        steps
    }

    pub(crate) fn optional(steps: Vec<Step>) -> Vec<Step> {
        either(steps, Vec::new())
    }

    /// Any number of characters of a kind.
    pub(crate) fn many(of_kind: fn(char) -> bool) -> [Step; 3] {
        [Step::Split(3), Step::Any(of_kind), Step::Jump(-2)]
    }
}
