//! Measures the text index on 100,000 made-up records of about 600 bytes: building, searching, changing, memory.
#![expect(clippy::print_stdout, reason = "a measurement is printed")]

use std::time::{Duration, Instant};

use resguardo_domain::id::RecordId;
use resguardo_search::{Entry, Query, Scope, SearchError, TextIndex};

const RECORDS: u32 = 100_000;
/// Words from frequent to rare; the n-th is drawn as often as Zipf says.
const FREQUENT: &str = "de la que el en y a los se del las por un con no una su para es al lo como más o pero sus le ha \
    este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les";
const TELLING: &str = "periodista amenaza desaparición forzada detención arbitraria policía municipal estatal agresión \
    investigación denuncia fiscalía vigilancia robo equipo cámara radio comunitaria defensora territorio indígena \
    homicidio asesinato cuerpo hallado vehículo armados hombres desconocidos domicilio familia mensaje llamada teléfono \
    año gobierno alcalde funcionario protección mecanismo medida escolta testigo noche mañana carretera plaza reunión \
    cobertura protesta golpearon dispararon siguieron borraron retuvieron horas liberado hospital herido impunidad";
const QUERIES: [&str; 16] = [
    "desaparicion",
    "perio",
    "amenaza periodista",
    "\"detención arbitraria\"",
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
    "periodista hallado nombre5",
    "amenazas de muerte",
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    /// A word of a list, the first ones most often.
    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let most = words.len() as u64;
        let at = self.below(most).min(self.below(most)).min(self.below(most));
        words.iter().copied().nth(usize::try_from(at).unwrap_or(0)).unwrap_or_default()
    }
}

fn id(number: u32) -> RecordId {
    let mut dice = Dice(u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let (mut bytes, half) = ([0; 16], dice.below(u64::MAX).to_le_bytes());
    bytes.iter_mut().zip(half.iter().chain(&number.to_le_bytes())).for_each(|(to, from)| *to = *from);
    RecordId::new(bytes)
}

/// One of 16,000 words of four syllables.
fn made_up(dice: &mut Dice) -> String {
    let syllables = ["ca", "re", "mi", "to", "lu", "sa", "ne", "pi", "cho", "gra", "ñe"];
    (0..4).map(|_| dice.of(&syllables)).collect()
}

fn texts(number: u32) -> Vec<String> {
    let mut dice = Dice(u64::from(number).wrapping_mul(0x2545_f491_4f6c_dd1d) | 1);
    let (frequent, telling): (Vec<&str>, Vec<&str>) =
        (FREQUENT.split_whitespace().collect(), TELLING.split_whitespace().collect());
    let mut text = String::new();
    while text.len() < 560 {
        match dice.below(10) {
            0..=4 => text.push_str(dice.of(&frequent)),
            5..=7 => text.push_str(dice.of(&telling)),
            8 => text.push_str(&made_up(&mut dice)),
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
