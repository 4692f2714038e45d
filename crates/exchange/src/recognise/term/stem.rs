//! Words without the endings of number and gender.

/// A folded word without its plural and gender ending: *policías* and *policía*, *fotógrafas* and *fotógrafo* are one.
/// Words of up to three letters stay as they are.
pub(super) fn stem(word: &str) -> &str {
    if word.chars().count() <= 3 {
        return word;
    }
    let singular = word.strip_suffix('s').unwrap_or(word);
    singular.strip_suffix(['a', 'e', 'o']).unwrap_or(singular)
}

/// Articles and possessives, which make no difference: *daño a su vehículo* is *daño a vehículo*.
const SMALL_WORDS: [&str; 12] = ["su", "sus", "el", "la", "los", "las", "un", "una", "the", "his", "her", "their"];

/// A folded text without articles and possessives, each word without its ending.
pub(super) fn stems(folded: &str) -> String {
    let words = folded.split(' ').filter(|word| !SMALL_WORDS.contains(word));
    words.map(stem).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_gender_make_no_difference() {
        for (one, other) in [
            ("policias estatales", "policia estatal"),
            ("fotografas", "fotografo"),
            ("detenciones", "detencion"),
            ("detenidas", "detenido"),
            ("threats", "threat"),
            ("dano a su vehiculo", "danos a vehiculo"),
        ] {
            assert_eq!(stems(one), stems(other));
        }
        assert_ne!(stems("sur"), stems("su"));
        assert_eq!(stems("gas"), "gas");
    }
}
