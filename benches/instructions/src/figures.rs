//! The committed figures: a machine, and a table in Markdown. It is read from what people read, so
//! there is no other copy of it.

use std::fmt;

/// By how many percent a count may grow, or fall without a word.
pub const LIMIT: f64 = 3.0;

const MACHINE: &str = "Counted with: ";

/// The instructions of one phase on one kind of text.
#[derive(Debug, PartialEq)]
pub struct Count {
    pub phase: String,
    pub kind: String,
    pub a_byte: f64,
}

/// The counts of a machine, phase by phase.
#[derive(Debug, PartialEq)]
pub struct Figures {
    pub machine: String,
    pub counts: Vec<Count>,
}

/// What became of the counts; the phases and kinds that it became of.
#[derive(Debug, PartialEq)]
pub enum Verdict {
    Same,
    Fallen(String),
    Grown(String),
    /// Some are not in both.
    Others(String),
}

impl Figures {
    /// Reads `FIGURES.md`.
    pub fn read(text: &str) -> Result<Self, String> {
        let machine = text.lines().find_map(|line| line.strip_prefix(MACHINE));
        let machine = machine.ok_or("no machine in the figures")?.to_owned();
        let mut rows = text.lines().filter_map(cells);
        let kinds = rows.next().ok_or("no table in the figures")?;
        let mut counts = Vec::new();
        // The second row is a line.
        for row in rows.skip(1) {
            for (cell, kind) in row.iter().zip(&kinds).skip(1).filter(|(cell, _)| **cell != "") {
                let a_byte = cell.parse().map_err(|_| format!("not a count: {cell}"))?;
                counts.push(Count { phase: row[0].to_owned(), kind: (*kind).to_owned(), a_byte });
            }
        }
        Ok(Self { machine, counts })
    }

    /// What became of `old`. What fails is said first.
    pub fn verdict(&self, old: &Self) -> Verdict {
        let names = |of: &[&Count]| {
            let names: Vec<_> =
                of.iter().map(|own| format!("{} {}", own.phase, own.kind)).collect();
            names.join(", ")
        };
        let lonely = |of: &'_ Self, other: &Self| -> String {
            let lonely: Vec<_> = of.counts.iter().filter(|own| other.like(own).is_none()).collect();
            names(&lonely)
        };
        let moved = |is_it: fn(f64) -> bool| {
            let moved = |own: &&Count| old.like(own).is_some_and(|was| is_it(change(was, own)));
            names(&self.counts.iter().filter(moved).collect::<Vec<_>>())
        };
        let others = [lonely(self, old), lonely(old, self)];
        let others =
            others.into_iter().filter(|some| !some.is_empty()).collect::<Vec<_>>().join(", ");
        let (grown, fallen) = (moved(|by| by > LIMIT), moved(|by| by < -LIMIT));
        match (grown.is_empty(), others.is_empty(), fallen.is_empty()) {
            (false, _, _) => Verdict::Grown(grown),
            (_, false, _) => Verdict::Others(others),
            (_, _, false) => Verdict::Fallen(fallen),
            _ => Verdict::Same,
        }
    }

    /// The table.
    pub fn table(&self) -> String {
        self.table_of(|count| format!("{:.3}", count.a_byte))
    }

    /// The table, with what each count has grown by in percent.
    pub fn changes_since(&self, old: &Self) -> String {
        self.table_of(|count| {
            let by = old.like(count).map(|was| format!(" {:+.1}%", change(was, count)));
            format!("{:.3}{}", count.a_byte, by.as_deref().unwrap_or(" (new)"))
        })
    }

    fn like(&self, wanted: &Count) -> Option<&Count> {
        self.counts.iter().find(|own| own.phase == wanted.phase && own.kind == wanted.kind)
    }

    fn table_of(&self, show: impl Fn(&Count) -> String) -> String {
        let kinds = names(&self.counts, |count| &count.kind);
        let mut table = format!("| instructions a byte | {} |\n| ---", kinds.join(" | "));
        table += &" | --:".repeat(kinds.len());
        table += " |\n";
        for phase in names(&self.counts, |count| &count.phase) {
            table += &format!("| {phase}");
            for kind in &kinds {
                let mut of_phase = self.counts.iter().filter(|count| count.phase == phase);
                let count = of_phase.find(|count| count.kind == *kind);
                table += &format!(" | {}", count.map(&show).unwrap_or_default());
            }
            table += " |\n";
        }
        table
    }
}

impl fmt::Display for Figures {
    /// Writes `FIGURES.md`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "# Instructions a byte\n\n\
             One pass over all messages of a kind (`benches/inputs`), counted by callgrind; what \
             each phase does is in `benches/instructions/benches/counted.rs`. `.ci/instructions` \
             counts again, and fails where a count has grown by more than {LIMIT} %. This file is \
             written by `.ci/instructions renew`.\n\n\
             {MACHINE}{}\n\n{}",
            self.machine,
            self.table().trim_end()
        )
    }
}

/// By how many percent a count has grown.
fn change(was: &Count, is: &Count) -> f64 {
    (is.a_byte / was.a_byte - 1.0) * 100.0
}

/// Names in the order in which they come first.
fn names(counts: &[Count], name: fn(&Count) -> &String) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for count in counts {
        if !names.contains(&name(count).as_str()) {
            names.push(name(count));
        }
    }
    names
}

/// The cells of a row of a table.
fn cells(line: &str) -> Option<Vec<&str>> {
    let row = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(row.split('|').map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(counts: [f64; 3]) -> Figures {
        let of = [("parse", "plain"), ("parse", "dense"), ("read", "markdown")];
        let counts = of.into_iter().zip(counts).map(|((phase, kind), a_byte)| Count {
            phase: phase.into(),
            kind: kind.into(),
            a_byte,
        });
        Figures { machine: "rustc 1, glibc 2".into(), counts: counts.collect() }
    }

    #[test]
    fn what_is_written_is_read() {
        let figures = figures([1.5, 20.25, 100.125]);
        let text = figures.to_string();
        assert!(
            text.contains("| parse | 1.500 | 20.250 |  |\n| read |  |  | 100.125 |\n"),
            "{text}"
        );
        assert_eq!(Figures::read(&text), Ok(figures));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert!(Figures::read("| a | b |").is_err());
        assert!(Figures::read("Counted with: x").is_err());
        assert!(Figures::read("Counted with: x\n| a | b |\n| - | - |\n| c | d |").is_err());
    }

    #[test]
    fn growth_fails_and_a_fall_is_told() {
        let old = figures([100.0; 3]);
        let verdict = |counts| figures(counts).verdict(&old);
        assert_eq!(verdict([102.9, 97.1, 100.0]), Verdict::Same);
        assert_eq!(
            verdict([103.1, 96.0, 110.0]),
            Verdict::Grown("parse plain, read markdown".into())
        );
        assert_eq!(verdict([100.0, 96.0, 102.0]), Verdict::Fallen("parse dense".into()));
    }

    #[test]
    fn what_is_not_in_both_fails() {
        let (all, mut fewer) = (figures([1.0; 3]), figures([1.0; 3]));
        fewer.counts.pop();
        assert_eq!(all.verdict(&fewer), Verdict::Others("read markdown".into()));
        assert_eq!(fewer.verdict(&all), Verdict::Others("read markdown".into()));
    }
}
