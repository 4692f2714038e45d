//! The spellings of one list, found whole, by ending and by typing error.

use std::collections::{BTreeMap, BTreeSet};

use resguardo_domain::catalogue::{Catalogue, Matching, NonAnswer, Term};
use resguardo_domain::fold::fold;

use super::Meaning;
use super::age::Band;
use super::stem::{stem, stems};

/// Lists whose terms are places.
const PLACES: [&str; 2] = ["federal_entity", "country"];
/// Shortest spelling that may be found with one typing error, and with two.
const ONE_ERROR: usize = 5;
const TWO_ERRORS: usize = 9;

/// Words with a meaning of their own.
pub(super) struct Rules {
    /// Stems of the words that make another person of whoever follows.
    pub(super) changes_meaning: BTreeSet<String>,
    /// Folded words and phrases that may not be left out.
    pub(super) never_dropped: Vec<String>,
    /// Stems of the words that decide alone.
    pub(super) takes_over: BTreeSet<String>,
}

/// The spellings of one list.
pub(super) struct Index {
    place: bool,
    meanings: Vec<Meaning>,
    /// Folded spelling → meaning.
    spellings: BTreeMap<String, usize>,
    /// Folded spelling without endings → its meanings.
    by_stem: BTreeMap<String, BTreeSet<usize>>,
    /// Length in letters → folded spellings, for typing errors.
    by_length: BTreeMap<usize, Vec<String>>,
    /// Folded ways to say nothing.
    non_answers: BTreeMap<String, NonAnswer>,
    /// Ids as written.
    ids: BTreeMap<String, usize>,
    ambiguous: BTreeSet<String>,
    ambiguous_stems: BTreeSet<String>,
    ages: Vec<Band>,
    longest_words: usize,
    pub(super) rules: Rules,
}

impl Index {
    pub(super) fn new(catalogue: &Catalogue, answers: &Catalogue, rules: &Matching) -> Self {
        let mut index = Self {
            place: PLACES.contains(&catalogue.id.as_str()),
            meanings: catalogue.terms().iter().map(meaning).collect(),
            spellings: BTreeMap::new(),
            by_stem: BTreeMap::new(),
            by_length: BTreeMap::new(),
            non_answers: non_answers(answers),
            ids: BTreeMap::new(),
            ambiguous: catalogue.ambiguous.iter().map(|word| fold(word)).collect(),
            ambiguous_stems: catalogue.ambiguous.iter().map(|word| stems(&fold(word))).collect(),
            ages: catalogue.terms().iter().filter_map(age_band).collect(),
            longest_words: 0,
            rules: Rules {
                changes_meaning: rules.changes_meaning.iter().map(|word| stem(&fold(word)).to_owned()).collect(),
                never_dropped: rules.never_dropped.iter().map(|word| fold(word)).collect(),
                takes_over: rules.takes_over.iter().map(|word| stem(&fold(word)).to_owned()).collect(),
            },
        };
        for (position, term) in catalogue.terms().iter().enumerate().filter(|(_, term)| !term.retired) {
            index.ids.insert(term.id.clone(), position);
            spellings(term).for_each(|spelling| index.add(&fold(spelling), position));
        }
        index
    }

    /// Whether a way to say nothing, or an id, stands anywhere in a folded text.
    pub(super) fn holds_non_answer(&self, folded: &str) -> bool {
        self.non_answers.keys().chain(self.ids.keys()).any(|spelling| folded.contains(spelling.as_str()))
    }

    fn add(&mut self, folded: &str, position: usize) {
        if folded.is_empty() || self.ambiguous.contains(folded) {
            return;
        }
        self.longest_words = self.longest_words.max(folded.split(' ').count());
        self.by_stem.entry(stems(folded)).or_default().insert(position);
        if self.spellings.insert(folded.to_owned(), position).is_none() {
            self.by_length.entry(folded.chars().count()).or_default().push(folded.to_owned());
        }
    }

    fn meaning(&self, position: usize) -> Option<Meaning> {
        self.meanings.get(position).cloned()
    }

    pub(super) const fn is_place(&self) -> bool {
        self.place
    }

    pub(super) fn ages(&self) -> &[Band] {
        &self.ages
    }

    /// Words of the longest spelling.
    pub(super) const fn longest_words(&self) -> usize {
        self.longest_words
    }

    pub(super) fn is_ambiguous(&self, folded: &str) -> bool {
        self.ambiguous.contains(folded)
    }

    pub(super) fn is_ambiguous_with_another_ending(&self, folded: &str) -> bool {
        self.ambiguous_stems.contains(&stems(folded))
    }

    pub(super) fn spelling(&self, folded: &str) -> Option<Meaning> {
        self.meaning(*self.spellings.get(folded)?)
    }

    pub(super) fn non_answer(&self, folded: &str) -> Option<Meaning> {
        self.non_answers.get(folded).copied().map(Meaning::NonAnswer)
    }

    pub(super) fn id(&self, text: &str) -> Option<Meaning> {
        self.meaning(*self.ids.get(text)?).filter(|_| !self.is_ambiguous(&fold(text)))
    }

    /// The term one of whose spellings differs in its endings only; none when that could be two terms.
    pub(super) fn other_ending(&self, folded: &str) -> Option<Meaning> {
        self.with_stems(&stems(folded))
    }

    /// The term that has these words without endings; none when that could be two terms.
    pub(super) fn with_stems(&self, stems: &str) -> Option<Meaning> {
        let mut found = self.by_stem.get(stems)?.iter();
        match (found.next(), found.next()) {
            (Some(one), None) => self.meaning(*one),
            _ => None,
        }
    }

    /// The term one of whose spellings is one or two typing errors away; none when two terms are equally near.
    pub(super) fn typing_error(&self, folded: &str) -> Option<Meaning> {
        let length = folded.chars().count();
        let own = self.words_of_their_own(folded);
        if length < ONE_ERROR {
            return None;
        }
        let most = if length < TWO_ERRORS { 1 } else { 2 };
        let mut best: Option<(usize, BTreeSet<usize>)> = None;
        let near = self.by_length.range(length.saturating_sub(most)..=length + most);
        let near = near.flat_map(|(_, spellings)| spellings);
        for spelling in near.filter(|near| may_be_meant(folded, near) && self.words_of_their_own(near) == own) {
            let errors = strsim::osa_distance(folded, spelling);
            let Some(position) = self.spellings.get(spelling) else { continue };
            match &mut best {
                Some((fewest, meant)) if errors == *fewest => drop(meant.insert(*position)),
                Some((fewest, _)) if errors > *fewest => {}
                _ if errors <= most => best = Some((errors, BTreeSet::from([*position]))),
                _ => {}
            }
        }
        let (_, meant) = best?;
        let mut meant = meant.into_iter();
        match (meant.next(), meant.next()) {
            (Some(one), None) => self.meaning(one),
            _ => None,
        }
    }

    /// The words and phrases in it that no typing error may take away or add.
    fn words_of_their_own<'a>(&'a self, folded: &'a str) -> BTreeSet<&'a str> {
        let spaced = format!(" {folded} ");
        let kept = self.rules.never_dropped.iter().filter(|phrase| spaced.contains(&format!(" {phrase} ")));
        let relatives = folded.split(' ').filter(|word| self.rules.changes_meaning.contains(stem(word)));
        kept.map(String::as_str).chain(relatives).collect()
    }
}

/// Typing errors spare the first letter (but a silent *h*) and all digits, and turn nobody into a former one.
fn may_be_meant(folded: &str, spelling: &str) -> bool {
    let first = |text: &str| text.strip_prefix('h').unwrap_or(text).chars().next();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    first(folded) == first(spelling)
        && digits(folded) == digits(spelling)
        && folded.starts_with("ex") == spelling.starts_with("ex")
}

fn meaning(term: &Term) -> Meaning {
    term.non_answer.map_or_else(|| Meaning::Term(term.id.clone()), Meaning::NonAnswer)
}

fn spellings(term: &Term) -> impl Iterator<Item = &str> {
    let short = ["short_es", "abbr", "alpha3"].into_iter().filter_map(|key| term.text(key));
    let labels = [term.label.es.as_str(), term.label.en.as_str()];
    labels.into_iter().chain(short).chain(term.aliases.iter().map(String::as_str))
}

fn age_band(term: &Term) -> Option<Band> {
    let from = term.whole("min")?;
    Some(Band { term: term.id.clone(), from, to: term.whole("max").unwrap_or(i64::MAX) })
}

fn non_answers(answers: &Catalogue) -> BTreeMap<String, NonAnswer> {
    let terms = answers.terms().iter().filter_map(|term| Some((term, term.non_answer?)));
    let keys = terms.flat_map(|(term, answer)| spellings(term).map(move |spelling| (fold(spelling), answer)));
    keys.filter(|(folded, _)| !folded.is_empty()).collect()
}
