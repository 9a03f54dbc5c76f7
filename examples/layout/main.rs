//! Lays out a graph, to be measured beside other programs that do.
//!
//! ```text
//! cargo run --release --example layout -- [communities-][quick|full] EDGES.csv PLACES.csv [SEED]
//! ```
//!
//! EDGES.csv has a heading and a pair of node numbers on each line, PLACES.csv gets `id,x,y`. One line
//! of JSON says what the layout alone took.

use std::io::{BufWriter, Write};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use throughline::cli::process::{peak_mib, processor_time};
use throughline::map::layout::{Aim, Effort, Net, layout};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("layout: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let [wanted, from, to, ..] = asked.as_slice() else {
        return Err("name quick or full, a file of edges and one for the places".to_owned());
    };
    let effort = match wanted.rsplit('-').next() {
        Some("quick") => Effort::Quick,
        _ => Effort::Full,
    };
    let aim = if wanted.contains("communities") {
        Aim::Communities
    } else {
        Aim::Distances
    };
    let seed = asked.get(3).and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let text = std::fs::read_to_string(from).map_err(|error| format!("{from}: {error}"))?;
    let edges: Option<Vec<(u32, u32)>> = text.lines().skip(1).map(edge).collect();
    let edges = edges.ok_or_else(|| format!("{from}: a line is no pair of numbers"))?;
    let most = edges.iter().map(|&(a, b)| a.max(b)).max();
    let nodes = most.map_or(0, |most| most as usize + 1);

    let (begun, worked) = (Instant::now(), processor_time());
    let net = Net::new(nodes, &edges);
    let places = layout(&net, seed, aim, effort, &AtomicBool::new(false));
    let (took, worked) = (begun.elapsed(), processor_time().saturating_sub(worked));

    let write = || -> std::io::Result<()> {
        let mut out = BufWriter::new(std::fs::File::create(to)?);
        writeln!(out, "id,x,y")?;
        for (node, [x, y]) in places.iter().enumerate() {
            writeln!(out, "{node},{x},{y}")?;
        }
        out.flush()
    };
    write().map_err(|error| format!("{to}: {error}"))?;
    println!(
        "{{\"iters\":0,\"wall_s\":{},\"cpu_s\":{},\"rss_mb\":{}}}",
        took.as_secs_f64(),
        worked.as_secs_f64(),
        peak_mib().map_or(0.0, |mib| (mib * 1.048_576).round())
    );
    Ok(())
}

fn edge(line: &str) -> Option<(u32, u32)> {
    let (a, b) = line.split_once(',')?;
    Some((a.trim().parse().ok()?, b.trim().parse().ok()?))
}
