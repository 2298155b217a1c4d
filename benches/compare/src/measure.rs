//! Measures what was asked for.

use crate::engines::{self, Engine, MARKDOWN_REFERENCE, REFERENCE};
use crate::machine::Machine;
use crate::options::{Section, Tables};
use crate::report::{Grid, Report, Row};
use crate::texts::{self, Named};
use crate::{alloc, callgrind, growth, race};

/// All sections that `wanted` names.
pub fn measure(wanted: &Tables) -> Result<Report, String> {
    let mut engines = engines::all();
    let is_wanted = |section: Section| wanted.sections.contains(&section);
    let (kinds, rounds) = (&wanted.kinds, wanted.rounds);
    let texts: Vec<_> =
        kinds.iter().copied().chain(texts::SHORT).chain([texts::MARKDOWN]).collect();
    let machine = Machine::here();

    // Times first, while the machine is as it was found.
    let throughput = is_wanted(Section::Throughput)
        .then(|| race::over(&mut engines, REFERENCE, kinds, rounds, megabytes));
    let latency = is_wanted(Section::Latency)
        .then(|| race::over(&mut engines, REFERENCE, &texts::SHORT, rounds, nanoseconds));
    let markdown = is_wanted(Section::Markdown).then(|| {
        let engines = &mut engines::markdown();
        race::over(engines, MARKDOWN_REFERENCE, &[texts::MARKDOWN], rounds, megabytes)
    });
    let pathological = when(is_wanted(Section::Pathological), growth::measure)?;

    // Counts need no quiet; nor are they worth stopping for where valgrind is missing.
    let counts = machine.valgrind.is_some();
    let instructions = is_wanted(Section::Instructions) && counts;
    Ok(Report {
        machine,
        absent: engines::ABSENT.iter().map(|&name| name.to_owned()).collect(),
        rounds,
        texts: describe(&texts),
        throughput,
        latency,
        allocations: is_wanted(Section::Allocations).then(|| allocations(&mut engines, &texts)),
        instructions: when(instructions, || callgrind::ordinary(kinds))?,
        markdown,
        markdown_instructions: when(instructions, callgrind::markdown)?,
        pathological,
        growth: when(is_wanted(Section::Growth) && counts, callgrind::growth)?,
    })
}

fn when<T>(wanted: bool, measure: impl FnOnce() -> Result<T, String>) -> Result<Option<T>, String> {
    wanted.then(measure).transpose()
}

fn megabytes(messages: &[String], seconds: f64) -> f64 {
    texts::bytes(messages) as f64 / seconds / 1e6
}

fn nanoseconds(messages: &[String], seconds: f64) -> f64 {
    seconds / messages.len() as f64 * 1e9
}

fn describe(sets: &[Named]) -> Grid<usize> {
    let row = |(name, label, make): &Named| {
        let messages = make();
        let (count, bytes) = (messages.len(), texts::bytes(&messages));
        Row {
            name: (*name).into(),
            label: (*label).into(),
            cells: vec![count, bytes, bytes / count],
        }
    };
    let columns = ["messages", "bytes", "bytes a message"].map(str::to_owned).to_vec();
    Grid { columns, rows: sets.iter().map(row).collect() }
}

/// Allocations a message, once the buffers that an engine keeps have grown.
fn allocations(engines: &mut [Engine], sets: &[Named]) -> Grid<Option<f64>> {
    // The Markdown has engines of its own.
    let sets: Vec<_> = sets.iter().filter(|set| set.0 != texts::MARKDOWN.0).collect();
    let one = |engine: &mut Engine, messages: &[String]| {
        engine.run(messages);
        let before = alloc::count();
        engine.run(messages);
        (alloc::count() - before) as f64 / messages.len() as f64
    };
    let row = |engine: &mut Engine| {
        let seen = alloc::SEES_C || !engine.is_c();
        let cells = sets.iter().map(|(_, _, make)| seen.then(|| one(engine, &make())));
        let cells = cells.collect();
        Row { name: engine.name.into(), label: engine.label.into(), cells }
    };
    let columns = sets.iter().map(|set| set.1.to_owned()).collect();
    Grid { columns, rows: engines.iter_mut().map(row).collect() }
}
