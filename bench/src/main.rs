//! Ratios against SQLite + FTS5 and SQLCipher + FTS5 doing the same in the same run. Machines are noisy: read the ratio,
//! not the milliseconds.
//!
//! `cargo xtask bench -- [N…]` (default 1,000 10,000 100,000 incidents); `bench mechanism [N]`: figures over N records.

mod mechanism;
mod ours;
mod peers;
mod rows;

use std::time::{Duration, Instant};

/// What one program took for each thing a person waits for.
#[derive(Debug, Clone, Default)]
struct Taken {
    import: Duration,
    unlock: Duration,
    list: Duration,
    filter: Duration,
    search_p95: Duration,
    commit_p95: Duration,
    disk_bytes: u64,
    resident_bytes: u64,
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let asked: Vec<usize> = words.iter().filter_map(|word| word.replace(['_', ','], "").parse().ok()).collect();
    if words.iter().any(|word| word == "mechanism") {
        return mechanism::run(asked.first().and_then(|count| u32::try_from(*count).ok()).unwrap_or(100_000));
    }
    let sizes = if asked.is_empty() { vec![1_000, 10_000, 100_000] } else { asked };
    println!("incidents  what          ours        SQLite+FTS5  ratio   SQLCipher+FTS5  ratio");
    for size in sizes {
        let rows = rows::rows(size);
        let sqlite = peers::run(&rows, None);
        let cipher = peers::run(&rows, Some("correct horse battery staple granizo"));
        let ours = ours::run(&rows);
        print(size, "import", |t| t.import, &ours, &sqlite, &cipher);
        print(size, "unlock", |t| t.unlock, &ours, &sqlite, &cipher);
        print(size, "list 100", |t| t.list, &ours, &sqlite, &cipher);
        print(size, "filter", |t| t.filter, &ours, &sqlite, &cipher);
        print(size, "search p95", |t| t.search_p95, &ours, &sqlite, &cipher);
        print(size, "commit p95", |t| t.commit_p95, &ours, &sqlite, &cipher);
        println!(
            "{size:>9}  disk/record   {:>7} B   {:>7} B    {:>5.2}   {:>7} B       {:>5.2}",
            ours.disk_bytes / size as u64,
            sqlite.disk_bytes / size as u64,
            ours.disk_bytes as f64 / sqlite.disk_bytes as f64,
            cipher.disk_bytes / size as u64,
            ours.disk_bytes as f64 / cipher.disk_bytes as f64,
        );
        println!("{size:>9}  resident      {:>7} MiB (whole process, index built)", ours.resident_bytes >> 20);
    }
}

fn print(size: usize, what: &str, of: impl Fn(&Taken) -> Duration, ours: &Taken, sqlite: &Taken, cipher: &Taken) {
    let ms = |duration: Duration| duration.as_secs_f64() * 1000.0;
    let (a, b, c) = (ms(of(ours)), ms(of(sqlite)), ms(of(cipher)));
    println!(
        "{size:>9}  {what:<12} {a:>9.2} ms {b:>9.2} ms  {:>6.2}   {c:>9.2} ms    {:>6.2}",
        a / b.max(1e-6),
        a / c.max(1e-6)
    );
}

/// How long something took.
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let started = Instant::now();
    let made = work();
    (started.elapsed(), made)
}

/// The 95th percentile.
fn p95(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() * 95 / 100).copied().unwrap_or_default()
}
