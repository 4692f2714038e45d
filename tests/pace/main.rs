//! How fast the window is over 100,000 incidents: `pace [--rows N] [--core | --page]`, built in release by
//! `cargo xtask bench window`.
//!
//! Everything is timed in the page itself, from the act to the frame that shows its result, and in the kernel's own
//! figures for memory. `--core` times the same work without a window, to tell where a slow measure comes from. Machines
//! are noisy: nothing here fails, it prints.

mod core;
mod filled;
mod measured;
mod mechanism;
mod page;
#[path = "../../bench/src/rows.rs"]
#[allow(dead_code, reason = "the other half of the same bench reads the rest")]
mod rows;
mod weight;

use filled::Filled;
use measured::Table;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| arguments.iter().skip_while(|word| *word != name).nth(1);
    let count = after("--rows").and_then(|rows| rows.replace(['_', ','], "").parse().ok()).unwrap_or(100_000);
    let is_asked = |name: &str| arguments.iter().any(|word| word == name);
    let mut table = Table::default();
    if is_asked("--mechanism") {
        mechanism::measure(u32::try_from(count).unwrap_or(u32::MAX), &mut table);
        println!("{}", table.text());
        return;
    }
    let filled = Filled::with(count);
    println!("{count} incidents, one person with {} links", filled.links);
    if !is_asked("--page") {
        core::measure(&filled, &mut table);
    }
    if !is_asked("--core") {
        page::measure(&filled, &mut table);
    }
    println!("{}", table.text());
}
