//! The table in the README: the ratios alone, between two marks.

use crate::report::Report;
use crate::tables::{line, ruler};

const BEGIN: &str =
    "<!-- compare: begin; written by `cargo bench --bench compare -- --write` -->\n";
const END: &str = "<!-- compare: end -->\n";

/// The engines of the table: those that do the whole work.
const ENGINES: [&str; 7] =
    ["wamark", "wamark-reuse", "pulldown", "md4c", "cmark", "comrak", "jotdown"];

/// `readme` with the table renewed.
pub fn renewed(readme: &str, report: &Report) -> Result<String, String> {
    let parts = readme.split_once(BEGIN).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(END)?;
        Some((before, after))
    });
    let (before, after) = parts.ok_or("the README has no place for the table")?;
    let table = table(report).ok_or("the README's table needs times of everything")?;
    Ok(format!("{before}{BEGIN}{table}{END}{after}"))
}

fn table(report: &Report) -> Option<String> {
    let (throughput, latency) = (report.throughput.as_ref()?, report.latency.as_ref()?);
    let columns = ["100 bytes plain, ns", "100 bytes formatted, ns"].map(str::to_owned);
    let columns: Vec<_> = throughput.columns.iter().cloned().chain(columns).collect();
    let mut out = ruler(columns.len());
    out.insert_str(0, &line("times as fast as pulldown-cmark", columns.into_iter()));
    for name in ENGINES {
        // Some may be absent.
        let (Some(row), Some(short)) = (throughput.row(name), latency.row(name)) else { continue };
        let ratios = row.cells.iter().map(|pace| format!("{:.2}x", pace.ratio));
        let short =
            short.cells.iter().map(|pace| format!("{:.0} ({:.2}x)", pace.value, pace.ratio));
        out += &line(&row.label, ratios.chain(short));
    }

    let machine = &report.machine;
    out += &format!("\n({}, {} cores; {}", machine.processor, machine.cores, machine.date);
    for (name, version) in &machine.engines[1..] {
        out += &format!("; {name} {version}");
    }
    out += ".)\n";
    let ratio = report.markdown.as_ref()?.row("from-markdown")?.cells.first()?.ratio;
    out += &format!(
        "\n- Markdown to WhatsApp, the proof included, on messages as language models write them: \
         {ratio:.2} of the speed of pulldown-cmark's parse alone.\n"
    );
    let slow = report.pathological.as_ref()?;
    let at = slow.columns.iter().position(|name| name == "wamark")?;
    let (worst, family) = slow.worst(at, |own| Some(own.ends()?.1.ns_a_byte))?;
    out += &format!(
        "- {} families of texts made to be slow, 1 MiB each: at most {worst:.1} ns a byte ({family})",
        slow.rows.len()
    );
    if let Some(growth) = &report.growth {
        let at = growth.columns.iter().position(|name| name == "wamark")?;
        let (growth, _) = growth.worst(at, |own| Some(own.large / own.small))?;
        out += &format!("; {growth:.2}x the instructions a byte of 4 KiB at most");
    }
    Some(out + ".\n")
}
