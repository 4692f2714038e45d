//! Several things in one phrase.

use crate::words::{Args, Words};

impl Words {
    /// Joins in the language's way: *a, b y c*, *a, b and c*; `y` becomes `e` before the sound of an i. Things that
    /// hold commas themselves are parted by semicolons. Empty for nothing.
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        let Some((last, before)) = items.split_last() else { return String::new() };
        if before.is_empty() {
            return (*last).to_owned();
        }
        if items.iter().any(|item| item.contains([',', ';'])) {
            return items.join("; ");
        }
        let sound = if begins_like_i(last) { "i" } else { "other" };
        let args = Args::new().text("before", before.join(", ")).text("last", *last).text("sound", sound);
        self.say("list-and", &args)
    }
}

/// Whether a Spanish word begins with the sound of an i that a consonant follows: *Inés*, *hijas*, *Yvonne*, but
/// neither *hielo* nor *Yucatán*.
fn begins_like_i(word: &str) -> bool {
    let folded = word.trim_start_matches(['“', '«', '(', '¿', '¡']).to_lowercase();
    let mut letters = folded.chars().filter(|letter| *letter != 'h' || !folded.starts_with('h')).peekable();
    let first = letters.next();
    let next_is_vowel = letters.peek().is_some_and(|next| "aeiouáéíóú".contains(*next));
    match first {
        Some('í') => true,
        Some('i') => !(folded.starts_with('h') && next_is_vowel),
        Some('y') => letters.peek().is_some_and(|next| next.is_alphabetic()) && !next_is_vowel,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn a_list_reads_as_a_phrase() {
        let (es, en) = (Words::new(Language::Es), Words::new(Language::En));
        let check = |items: &[&str], spanish: &str, english: &str| {
            assert_eq!((es.list(items).as_str(), en.list(items).as_str()), (spanish, english));
        };
        check(&[], "", "");
        check(&["a"], "a", "a");
        check(&["a", "b"], "a y b", "a and b");
        check(&["a", "b", "c"], "a, b y c", "a, b and c");
        check(&["Luis", "Inés"], "Luis e Inés", "Luis and Inés");
        check(&["madres", "hijas"], "madres e hijas", "madres and hijas");
        check(&["agua", "hielo"], "agua y hielo", "agua and hielo");
        check(&["Ana", "Yvonne"], "Ana e Yvonne", "Ana and Yvonne");
        check(&["Campeche", "Yucatán"], "Campeche y Yucatán", "Campeche and Yucatán");
        check(&["a", "«Inicio»"], "a e «Inicio»", "a and «Inicio»");
        check(
            &["Xalapa, Veracruz", "Iguala, Guerrero"],
            "Xalapa, Veracruz; Iguala, Guerrero",
            "Xalapa, Veracruz; Iguala, Guerrero",
        );
    }
}
