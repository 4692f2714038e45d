//! What was measured, as a table.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::weight;

/// Lines of a table: what, how long, how long at most.
#[derive(Default)]
pub struct Table {
    lines: Vec<[String; 3]>,
}

impl Table {
    /// Adds a measure taken several times; its line is printed at once, too.
    pub fn times(&mut self, what: &str, mut taken: Vec<f64>, most: Option<u32>) {
        taken.sort_by(f64::total_cmp);
        let middle = taken.get(taken.len() / 2).copied().unwrap_or_default();
        let longest = taken.last().copied().unwrap_or_default();
        let told = format!("{middle:.0} ms ({} times, longest {longest:.0})", taken.len());
        self.line(what, told, most.map_or_else(String::new, |most| format!("≤ {most} ms")));
    }

    /// Adds a measure of work in this thread: by the clock, what of it the thread worked, and what the process
    /// weighs then. `before` is not timed.
    pub fn works(&mut self, what: &str, times: usize, before: &mut dyn FnMut(), work: &mut dyn FnMut()) {
        let mut worked = Vec::new();
        let mut taken = Vec::new();
        for _ in 0..times {
            before();
            let begun = processor();
            taken.push(timed(&mut *work).0);
            worked.push(processor() - begun);
        }
        taken.sort_by(f64::total_cmp);
        worked.sort_by(f64::total_cmp);
        let middle = |all: &[f64]| all.get(all.len() / 2).copied().unwrap_or_default();
        let (taken, worked) = (middle(&taken), middle(&worked));
        let weight = weight::own();
        let told = format!("{taken:.0} ms, {worked:.1} of them in its thread ({times} times); {weight:.0} MiB by then");
        self.line(&format!("core: {what}"), told, String::new());
    }

    /// Adds a line.
    pub fn line(&mut self, what: &str, told: String, most: String) {
        eprintln!("{what}: {told} {most}");
        self.lines.push([what.to_owned(), told, most]);
    }

    /// The table in Markdown.
    pub fn text(&self) -> String {
        let mut text = String::from("| measure | here | target |\n|---|---|---|\n");
        for [what, told, most] in &self.lines {
            let _written = writeln!(text, "| {what} | {told} | {most} |");
        }
        text
    }
}

/// How many milliseconds of the processor this thread took so far: what a busy machine does not change.
pub fn processor() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds: f64 = told.split(' ').next().and_then(|first| first.parse().ok()).unwrap_or_default();
    nanoseconds / 1e6
}

/// How many milliseconds something takes.
pub fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let begun = Instant::now();
    let made = work();
    (ms(begun.elapsed()), made)
}

/// A duration in milliseconds.
pub fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
