//! Invented incidents, the same for every program: about 600 bytes each, words with a long tail.

/// One incident as a spreadsheet row.
pub struct Row {
    pub code: String,
    pub date: String,
    pub state: &'static str,
    pub municipality: String,
    pub aggression: &'static str,
    pub facts: String,
}

const STATES: [&str; 32] = [
    "Aguascalientes",
    "Baja California",
    "Baja California Sur",
    "Campeche",
    "Coahuila",
    "Colima",
    "Chiapas",
    "Chihuahua",
    "Ciudad de México",
    "Durango",
    "Guanajuato",
    "Guerrero",
    "Hidalgo",
    "Jalisco",
    "Estado de México",
    "Michoacán",
    "Morelos",
    "Nayarit",
    "Nuevo León",
    "Oaxaca",
    "Puebla",
    "Querétaro",
    "Quintana Roo",
    "San Luis Potosí",
    "Sinaloa",
    "Sonora",
    "Tabasco",
    "Tamaulipas",
    "Tlaxcala",
    "Veracruz",
    "Yucatán",
    "Zacatecas",
];
const TYPES: [&str; 6] =
    ["Amenaza de muerte", "Ataque físico", "Detención arbitraria", "Robo de equipo", "Vigilancia", "Homicidio"];
const WORDS: [&str; 24] = [
    "periodista",
    "defensora",
    "camioneta",
    "policía",
    "municipal",
    "amenaza",
    "llamada",
    "noche",
    "oficina",
    "comunidad",
    "río",
    "asamblea",
    "cámara",
    "teléfono",
    "mensaje",
    "denuncia",
    "fiscalía",
    "testigo",
    "carretera",
    "mercado",
    "radio",
    "familia",
    "desaparición",
    "señalamiento",
];

/// So many incidents, the same at every call.
pub fn rows(count: usize) -> Vec<Row> {
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = move |most: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % most as u64) as usize
    };
    (0..count)
        .map(|number| {
            let mut facts = String::new();
            while facts.len() < 420 {
                let word = WORDS[next(WORDS.len())];
                facts.push_str(word);
                facts.push(if next(9) == 0 { '.' } else { ' ' });
                if next(12) == 0 {
                    facts.push_str(&format!("expediente{} ", next(count.max(10))));
                }
            }
            Row {
                code: format!("RG-{number:07}"),
                date: format!("{:04}-{:02}-{:02}", 2010 + next(14), 1 + next(12), 1 + next(28)),
                state: STATES[next(STATES.len())],
                municipality: format!("Municipio {}", next(2400)),
                aggression: TYPES[next(TYPES.len())],
                facts,
            }
        })
        .collect()
}

/// What is searched for.
pub const QUERIES: [&str; 12] = [
    "desaparicion",
    "perio",
    "\"policía municipal\"",
    "testigo fiscalía",
    "expediente7",
    "expediente123",
    "radio noche",
    "señalamiento",
    "camioneta carretera",
    "defensora",
    "asamblea río",
    "expediente99",
];
