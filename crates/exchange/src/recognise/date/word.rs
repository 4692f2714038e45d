//! The words of dates in Spanish and English.

use resguardo_domain::fold::fold;

/// What a word means in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A month, 1 to 12.
    Month(u8),
    /// A season as EDTF numbers them, 21 to 24.
    Season(u8),
    /// The date is about what is said.
    About,
    /// The date is uncertain.
    Uncertain,
    /// The date is not known.
    Unknown,
    /// Ten years are meant.
    Decade,
    /// Two points are the ends of one interval.
    Between,
    /// It adds nothing.
    Filler,
    /// It is no word of a date.
    Other,
}

const MONTHS: [&[&str]; 12] = [
    &["enero", "ene", "january", "jan"],
    &["febrero", "feb", "february", "febr"],
    &["marzo", "mar", "march", "mzo"],
    &["abril", "abr", "april", "apr"],
    &["mayo", "may"],
    &["junio", "jun", "june"],
    &["julio", "jul", "july"],
    &["agosto", "ago", "august", "aug", "agto"],
    &["septiembre", "setiembre", "sep", "sept", "set", "september"],
    &["octubre", "oct", "october"],
    &["noviembre", "nov", "november", "novbre"],
    &["diciembre", "dic", "december", "dec"],
];

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

const SEASONS: [&[&str]; 4] =
    [&["primavera", "spring"], &["verano", "summer"], &["otono", "autumn", "fall"], &["invierno", "winter"]];

const ABOUT: &[&str] = &[
    "mid",
    "middle",
    "mediados",
    "mediado",
    "medio",
    "early",
    "beginning",
    "start",
    "principios",
    "inicios",
    "comienzos",
    "late",
    "end",
    "finales",
    "fines",
    "final",
    "hacia",
    "circa",
    "ca",
    "c",
    "aprox",
    "aproximadamente",
    "aproximada",
    "aproximado",
    "about",
    "around",
    "approximately",
    "approx",
    "alrededor",
    "cerca",
    "semana",
    "week",
    "quincena",
    "primera",
    "primeros",
    "segunda",
    "tercera",
    "ultima",
    "ultimos",
    "primer",
    "ultimo",
    "first",
    "last",
];

const UNCERTAIN: &[&str] = &[
    "posiblemente",
    "probablemente",
    "quizas",
    "quiza",
    "possibly",
    "probably",
    "perhaps",
    "maybe",
    "incierta",
    "uncertain",
    "presuntamente",
    "supuestamente",
    "allegedly",
];

const UNKNOWN: &[&str] =
    &["unknown", "desconocida", "desconocido", "desconoce", "ignora", "sd", "sf", "nd", "unspecified", "undated"];

const BETWEEN: &[&str] =
    &["between", "entre", "to", "through", "until", "till", "hasta", "al", "or", "o", "u", "desde", "from"];

const FILLER: &[&str] = &[
    "de",
    "del",
    "el",
    "la",
    "los",
    "las",
    "the",
    "of",
    "on",
    "in",
    "en",
    "a",
    "an",
    "y",
    "e",
    "and",
    "dia",
    "dias",
    "day",
    "days",
    "mes",
    "month",
    "year",
    "ano",
    "date",
    "fecha",
    "fechas",
    "se",
    "sin",
    "no",
    "hora",
    "horas",
    "hrs",
    "hr",
    "h",
    "at",
    "st",
    "nd",
    "rd",
    "th",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "lun",
    "mie",
    "jue",
    "vie",
    "sab",
    "dom",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "hr",
    "clock",
];

const DECADE: &[&str] = &["decada", "decade", "decenio"];

/// What a word means; `joined` when a dash or slash ties it to a number, as in `22-IV-2014`.
pub(super) fn meaning(written: &str, joined: bool) -> Word {
    let word = fold(written);
    let in_list = |lists: &[&[&str]]| lists.iter().position(|list| list.contains(&word.as_str()));
    if let Some(month) = in_list(&MONTHS).or_else(|| if joined { roman(&word) } else { None }) {
        return number(month, 1).map_or(Word::Other, Word::Month);
    }
    if let Some(season) = in_list(&SEASONS) {
        return number(season, 21).map_or(Word::Other, Word::Season);
    }
    let lists = [ABOUT, UNCERTAIN, UNKNOWN, BETWEEN, FILLER, DECADE];
    match in_list(&lists) {
        Some(0) => Word::About,
        Some(1) => Word::Uncertain,
        Some(2) => Word::Unknown,
        Some(3) => Word::Between,
        Some(4) => Word::Filler,
        Some(5) => Word::Decade,
        _ => Word::Other,
    }
}

fn roman(word: &str) -> Option<usize> {
    ROMAN.iter().position(|numeral| *numeral == word)
}

fn number(position: usize, from: u8) -> Option<u8> {
    u8::try_from(position).ok()?.checked_add(from)
}
