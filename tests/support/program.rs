//! What may be seen, as a small program: a row of steps, each for one glyph, with branches where
//! there is a choice. It is run on all branches at once, so no choice is gone back on.

use wamark::LossCode;

use super::excuses::{Excuses, Mercy};
use super::glyphs::{Glyph, Look};

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
    /// Any glyph of a kind.
    Any(fn(Glyph) -> bool),
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

/// Runs the program on the glyphs.
pub(crate) fn run(program: &[Step], glyphs: &[Glyph], excuses: &Excuses) -> Result<(), Stuck> {
    let mut live = Live::new(program, excuses);
    live.add(0);
    for (at, glyph) in glyphs.iter().enumerate() {
        let now = live.take();
        for &step in &now {
            let wanted = program.get(step);
            if wanted.is_some_and(|wanted| excuses.accepts(wanted, *glyph)) {
                live.add(step + 1);
            }
            if wanted.map_or_else(
                || excuses.may_add_at_end(*glyph),
                |wanted| excuses.may_add(wanted, *glyph),
            ) {
                live.add(step);
            }
        }
        if live.steps.is_empty() {
            let wanted = now.iter().filter_map(|&step| program.get(step).copied()).collect();
            return Err(Stuck { at, wanted });
        }
    }
    let rest = live.take();
    if rest.contains(&program.len()) || excuses.mercy == Mercy::All && live.ended {
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
    use super::{Glyph, Step};

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

    /// Whether the steps may come to nothing.
    pub(crate) fn may_be_empty(steps: &[Step]) -> bool {
        let mut reached = vec![false; steps.len() + 1];
        reached[0] = true;
        for (at, step) in steps.iter().enumerate() {
            if !reached[at] {
                continue;
            }
            match *step {
                Step::Glyph { .. } | Step::Any(_) => {}
                Step::Reported(..) => reached[at + 1] = true,
                Step::Split(far) => (reached[at + 1], reached[at + far]) = (true, true),
                Step::Jump(by) => {
                    let to = at.saturating_add_signed(by);
                    reached[to] = true;
                }
            }
        }
        reached[steps.len()]
    }

    /// Any number of glyphs of a kind.
    pub(crate) fn many(of_kind: fn(Glyph) -> bool) -> [Step; 3] {
        [Step::Split(3), Step::Any(of_kind), Step::Jump(-2)]
    }
}
