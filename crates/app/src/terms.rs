//! The terms of a list as somebody types: accents and case aside, by any word of a label, alias or parent.

use resguardo_domain::catalogue::{Catalogue, Term};
use resguardo_domain::fold::fold;
use serde::Serialize;

use crate::session::Session;

/// A term that may be meant.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct TermFound {
    /// Its id.
    pub id: String,
    /// What people read.
    pub label: String,
    /// The labels of the terms it stands under.
    pub path: String,
    /// What else helps to choose it.
    pub note: String,
    /// Where the typed words stand in the label: from and to, in UTF-16 units.
    pub marks: Vec<(u32, u32)>,
}

impl Session {
    /// The terms that may be meant, best first; all of them in their order for an empty text.
    #[must_use]
    pub fn terms(&self, catalogue: &str, typed: &str, limit: usize) -> Vec<TermFound> {
        let Some(list) = self.catalogues.get(catalogue) else { return Vec::new() };
        let usable = list.terms().iter().filter(|term| term.is_offered());
        let wanted: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
        let mut ranked: Vec<(u8, usize, &Term)> = usable
            .enumerate()
            .filter_map(|(place, term)| Some((self.rank(list, term, &wanted)?, place, term)))
            .collect();
        ranked.sort_by_key(|(rank, place, _)| (*rank, *place));
        ranked.into_iter().take(limit).map(|(_, _, term)| self.term_found(list, term, &wanted)).collect()
    }

    /// 0 for a label that begins with what was typed, 1 for one that holds it, 2 for an alias, 3 for a parent.
    fn rank(&self, list: &Catalogue, term: &Term, wanted: &[String]) -> Option<u8> {
        let holds = |text: &str| {
            let words: Vec<String> = fold(text).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
            wanted.iter().all(|part| words.iter().any(|word| word.starts_with(part.as_str())))
        };
        let label = term.label.get(self.lang);
        if wanted.first().is_none_or(|first| fold(label).starts_with(first.as_str())) && holds(label) {
            return Some(0);
        }
        if holds(label) {
            return Some(1);
        }
        if term.aliases.iter().any(|alias| holds(alias)) || holds(&term.label.es) || holds(&term.label.en) {
            return Some(2);
        }
        let path = self.path(list, term);
        holds(&format!("{path} {label}")).then_some(3)
    }

    fn path(&self, list: &Catalogue, term: &Term) -> String {
        let mut labels = Vec::new();
        let mut above = term.parent().and_then(|id| list.term(id));
        while let Some(parent) = above.filter(|_| labels.len() < 4) {
            labels.insert(0, parent.label.get(self.lang).to_owned());
            above = parent.parent().and_then(|id| list.term(id));
        }
        labels.join(" › ")
    }

    fn term_found(&self, list: &Catalogue, term: &Term, wanted: &[String]) -> TermFound {
        let label = term.label.get(self.lang).to_owned();
        TermFound {
            id: term.id.clone(),
            path: self.path(list, term),
            note: String::new(),
            marks: marks(&label, wanted),
            label,
        }
    }
}

/// Where words of a text begin with one of the typed ones.
pub(crate) fn marks(text: &str, wanted: &[String]) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    let mut before = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let folded = fold(word);
        let longest =
            wanted.iter().filter(|part| folded.starts_with(part.as_str())).map(|part| part.chars().count()).max();
        if let Some(length) = longest.filter(|length| *length > 0) {
            let marked: String = word.chars().take(length).collect();
            found.push((before, before + units(&marked)));
        }
        before += units(word);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn the_beginnings_of_words_are_marked_in_the_units_of_the_page() {
        let wanted = |typed: &[&str]| typed.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(marks("Vigilancia, seguimiento o acecho", &wanted(&["vig"])), [(0, 3)]);
        assert_eq!(marks("Intervención o vigilancia ilegal", &wanted(&["vig"])), [(15, 18)]);
        assert_eq!(marks("𝒜 Ámbito", &wanted(&["amb"])), [(3, 6)]);
        assert!(marks("Amenaza", &wanted(&[])).is_empty());
    }
}
