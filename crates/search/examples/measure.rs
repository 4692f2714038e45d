//! Measures the text index on 100,000 made-up records of about 600 bytes: building, searching, changing, memory.
#![expect(clippy::print_stdout, reason = "a measurement is printed")]

use std::time::{Duration, Instant};

use resguardo_domain::id::RecordId;
use resguardo_search::{Entry, Query, Scope, SearchError, TextIndex};

const RECORDS: u32 = 100_000;
const ROOTS: [&str; 16] = [
    "amenaz",
    "periodist",
    "desapar",
    "deten",
    "agres",
    "investig",
    "denunci",
    "vigil",
    "robo",
    "municip",
    "estat",
    "protec",
    "polic",
    "comunic",
    "radio",
    "defens",
];
const ENDINGS: [&str; 14] =
    ["a", "as", "ción", "ciones", "ado", "ados", "ó", "ar", "aron", "ante", "ería", "ó", "ista", "ñas"];
const PLAIN: [&str; 12] = ["de", "la", "en", "el", "que", "por", "los", "con", "una", "se", "fue", "año"];
const QUERIES: [&str; 14] = [
    "desaparición",
    "perio",
    "amenaza periodista",
    "\"fue amenazado\"",
    "a",
    "de la",
    "agresion -robo",
    "año",
    "policia OR radio",
    "nombre77123",
    "nombre77",
    "investigaciones denuncias vigilancia",
    "p",
    "\"de la\"",
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let at = self.below(words.len() as u64);
        words.iter().copied().nth(usize::try_from(at).unwrap_or(0)).unwrap_or_default()
    }
}

fn id(number: u32) -> RecordId {
    let mut dice = Dice(u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let (mut bytes, half) = ([0; 16], dice.below(u64::MAX).to_le_bytes());
    bytes.iter_mut().zip(half.iter().chain(&number.to_le_bytes())).for_each(|(to, from)| *to = *from);
    RecordId::new(bytes)
}

fn texts(number: u32) -> Vec<String> {
    let mut dice = Dice(u64::from(number).wrapping_mul(0x2545_f491_4f6c_dd1d) | 1);
    let mut text = String::new();
    while text.len() < 560 {
        match dice.below(10) {
            0..=4 => text.push_str(dice.of(&PLAIN)),
            5..=8 => text.extend([dice.of(&ROOTS), dice.of(&ENDINGS)]),
            _ => text.push_str(&format!("nombre{}", dice.below(100_000))),
        }
        text.push(' ');
    }
    vec![text, "Amenaza de muerte".into(), "Death threat".into()]
}

fn entry(number: u32) -> Entry {
    Entry { id: id(number), kind: "incident".into(), title: format!("Incidente nombre{number}"), texts: texts(number) }
}

fn resident_kib(row: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(row)).unwrap_or_default();
    line.trim_start_matches(':').trim_end_matches("kB").trim().parse().unwrap_or(0)
}

fn percentile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}

fn main() -> Result<(), SearchError> {
    let before = resident_kib("VmRSS");
    let start = Instant::now();
    let mut index = TextIndex::build((0..RECORDS).map(entry))?;
    println!("build {:?}, of which making texts {:?}", start.elapsed(), {
        let start = Instant::now();
        (0..RECORDS).for_each(|number| drop(entry(number)));
        start.elapsed()
    });
    println!("index {:.1} MB", index.size_bytes()? as f64 / 1e6);
    let [now, most] = ["VmRSS", "VmHWM"].map(resident_kib);
    println!("resident {} MB more, at most {} MB", (now - before) / 1024, most / 1024);
    let text_of = |id: RecordId| {
        let [.., a, b, c, d, _, _, _, _] = *id.bytes();
        texts(u32::from_le_bytes([a, b, c, d]))
    };
    let mut all = Vec::new();
    for text in QUERIES {
        let mut times = Vec::new();
        let mut total = 0;
        for _ in 0..40 {
            let start = Instant::now();
            total = index.search(&Query::parse(text), &Scope::first(50), &text_of)?.total;
            times.push(start.elapsed());
        }
        println!("{text:40} {total:7} found, p50 {:?}", percentile(&mut times, 50));
        all.append(&mut times);
    }
    println!("all: p50 {:?}, p95 {:?}", percentile(&mut all, 50), percentile(&mut all, 95));
    let mut changes = Vec::new();
    for number in 0..200 {
        let start = Instant::now();
        index.update([entry(number)])?;
        changes.push(start.elapsed());
    }
    println!("one change: p50 {:?}, p95 {:?}", percentile(&mut changes, 50), percentile(&mut changes, 95));
    println!("after 200 changes: {} MB resident", resident_kib("VmRSS") / 1024);
    Ok(())
}
