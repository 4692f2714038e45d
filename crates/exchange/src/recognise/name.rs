//! Names of people, media and organisations in cells: how many, and when it is nobody's.

use resguardo_domain::fold::fold;

/// Words that stand where a name is not known or not told.
const NOBODY: &[&str] = &[
    "unidentified",
    "unknown",
    "n a",
    "na",
    "n d",
    "nd",
    "s d",
    "sd",
    "s n",
    "sn",
    "nn",
    "n n",
    "anonimo",
    "anonima",
    "anonymous",
    "sin identificar",
    "no identificado",
    "no identificada",
    "no identificados",
    "no identificadas",
    "desconocido",
    "desconocida",
    "desconocidos",
    "sin nombre",
    "reservado",
    "reservada",
    "confidencial",
    "confidential",
    "nombre reservado",
    "identidad reservada",
    "name withheld",
    "withheld",
    "omitido",
    "ninguno",
    "ninguna",
    "none",
    "no aplica",
    "not applicable",
    "se desconoce",
    "sin dato",
    "sin datos",
    "sin informacion",
    "no data",
    "unnamed",
    "no name",
    "not identified",
    "no especificado",
    "sin medio",
    "x",
    "xx",
    "xxx",
    "por confirmar",
    "pendiente",
];

/// Words of those who work for no single medium.
const FREELANCE: &[&str] = &[
    "freelance",
    "freelancer",
    "free lance",
    "independiente",
    "periodista independiente",
    "por cuenta propia",
    "reportero independiente",
    "reportera independiente",
    "independent",
    "self employed",
];

/// Whether a cell of names says that there is no name.
pub(crate) fn is_nobody(cell: &str) -> bool {
    let folded = fold(cell);
    folded.is_empty() || NOBODY.contains(&folded.as_str()) || is_freelance(cell)
}

/// Whether a cell of media says that the person works for none in particular.
pub(crate) fn is_freelance(cell: &str) -> bool {
    let folded = fold(cell);
    FREELANCE.contains(&folded.as_str()) || folded.starts_with("freelance ") || folded.starts_with("freelancer ")
}

/// The names in a cell. *A, B and C* may be one name or three, so a comma never parts; *y* and *and* do where both
/// sides look like a name with its surname and the names are people's.
pub(crate) fn names(cell: &str, of_people: bool) -> Vec<String> {
    let parts = cell.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let mut names = Vec::new();
    for part in parts {
        match two_people(part).filter(|_| of_people) {
            Some((one, other)) => names.extend([one, other].map(one_line)),
            None => names.push(one_line(part)),
        }
    }
    names
}

fn two_people(part: &str) -> Option<(&str, &str)> {
    let (one, other) = [" y ", " e ", " and ", " & "].iter().find_map(|between| part.split_once(between))?;
    if looks_full(one) && looks_full(other) { Some((one, other)) } else { None }
}

fn looks_full(name: &str) -> bool {
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let plain = name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '.' | '-' | '\'' | '’'));
    plain && name.split_whitespace().filter(capital).count() >= 2
}

pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_names_is_parted_only_where_it_surely_holds_several() {
        for (cell, expected) in [
            ("Regina Martínez Pérez", vec!["Regina Martínez Pérez"]),
            ("Ana López; Luis Pérez", vec!["Ana López", "Luis Pérez"]),
            ("Ana López\nLuis Pérez", vec!["Ana López", "Luis Pérez"]),
            ("Ana López y Luis Pérez", vec!["Ana López", "Luis Pérez"]),
            ("José Ortega y Gasset", vec!["José Ortega y Gasset"]),
            ("Ana y Luis Pérez", vec!["Ana y Luis Pérez"]),
            ("Pérez, Ana", vec!["Pérez, Ana"]),
            ("  Ana   López ", vec!["Ana López"]),
        ] {
            assert_eq!(names(cell, true), expected, "{cell}");
        }
        assert_eq!(names("Notisur and Liberal del Sur", false), ["Notisur and Liberal del Sur"]);
    }

    #[test]
    fn words_that_stand_for_no_name_name_nobody() {
        for cell in [
            "Freelance",
            " freelance ",
            "Unidentified",
            "N/A",
            "Anónimo",
            "Sin identificar",
            "-",
            "Freelancer journalist",
        ] {
            assert!(is_nobody(cell), "{cell}");
        }
        for cell in ["El Sur", "Maher", "Independent News"] {
            assert!(!is_nobody(cell), "{cell}");
        }
    }
}
