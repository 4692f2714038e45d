//! What a person types to find words.
//!
//! Words must all be there, each as itself, as another word of its family or as the beginning of one. `"quoted words"`
//! stand exactly and in this order, `-word` must not be there as written, `OR` (or `O`) between two lets either do.
//! Nothing typed is an error: what has no meaning is passed over.

use crate::word::Words;

/// So many conditions are read; what is typed beyond them is passed over.
const MOST: usize = 32;

/// What was typed, understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// All must match; of each, one clause.
    pub(super) wanted: Vec<Vec<Clause>>,
    /// None may match.
    pub(super) unwanted: Vec<Clause>,
}

/// One condition on the words of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Clause {
    /// A word, its family or a word that begins so.
    Word(String),
    /// These words in this order, as written.
    Exact(Vec<String>),
    /// The same, the last word perhaps unfinished: what was typed without spaces, like `123/2014` or `ex-alcal`.
    Joined(Vec<String>),
}

impl Query {
    /// Reads what was typed.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let mut either = false;
        let mut rest = text;
        while query.len() < MOST {
            let Some((piece, after)) = next_piece(rest) else { break };
            rest = after;
            if piece == Piece::Or {
                either = !query.wanted.is_empty();
                continue;
            }
            query.put(piece, std::mem::take(&mut either));
        }
        query
    }

    /// Whether nothing was asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.unwanted.is_empty()
    }

    /// All that should be there.
    pub(super) fn clauses(&self) -> impl Iterator<Item = &Clause> {
        self.wanted.iter().flatten()
    }

    fn len(&self) -> usize {
        self.clauses().count() + self.unwanted.len()
    }

    fn put(&mut self, piece: Piece<'_>, either: bool) {
        match piece {
            Piece::Quoted { words, unwanted: false } => self.want(quoted(words), either),
            Piece::Quoted { words, unwanted: true } => self.unwanted.extend(quoted(words)),
            Piece::Bare(bare) => match bare.strip_prefix('-') {
                Some(word) => self.unwanted.extend(quoted(word)),
                None => self.want(bare_clause(bare), either),
            },
            Piece::Or => {}
        }
    }

    fn want(&mut self, clause: Option<Clause>, either: bool) {
        match (clause, self.wanted.last_mut()) {
            (Some(clause), Some(last)) if either => last.push(clause),
            (Some(clause), _) => self.wanted.push(vec![clause]),
            (None, _) => {}
        }
    }
}

#[derive(PartialEq, Eq)]
enum Piece<'a> {
    Or,
    Bare(&'a str),
    Quoted { words: &'a str, unwanted: bool },
}

const fn is_quote(sign: char) -> bool {
    matches!(sign, '"' | '“' | '”' | '„' | '«' | '»')
}

/// The next piece and what follows it. A quotation mark without its pair is passed over.
fn next_piece(text: &str) -> Option<(Piece<'_>, &str)> {
    let text = text.trim_start_matches(char::is_whitespace);
    let (minus, after_minus) = text.strip_prefix('-').map_or((false, text), |after| (true, after));
    if let Some(inside) = after_minus.strip_prefix(is_quote) {
        return Some(match inside.split_once(is_quote) {
            Some((words, after)) => (Piece::Quoted { words, unwanted: minus }, after),
            None => (Piece::Bare(""), inside),
        });
    }
    let end = text.find(|sign: char| sign.is_whitespace() || is_quote(sign)).unwrap_or(text.len());
    let (bare, after) = text.split_at_checked(end)?;
    match bare {
        "" => None,
        "OR" | "O" | "|" => Some((Piece::Or, after)),
        _ => Some((Piece::Bare(bare), after)),
    }
}

fn words(text: &str) -> Vec<String> {
    Words::of(text).map(|(word, _)| word).take(MOST).collect()
}

fn quoted(text: &str) -> Option<Clause> {
    Some(words(text)).filter(|words| !words.is_empty()).map(Clause::Exact)
}

fn bare_clause(text: &str) -> Option<Clause> {
    let mut words = words(text);
    match words.len() {
        0 | 1 => words.pop().map(Clause::Word),
        _ => Some(Clause::Joined(words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str) -> String {
        let clause = |clause: &Clause| match clause {
            Clause::Word(word) => word.clone(),
            Clause::Exact(words) => format!("\"{}\"", words.join(" ")),
            Clause::Joined(words) => words.join("+"),
        };
        let query = Query::parse(text);
        let wanted = query.wanted.iter().map(|group| group.iter().map(clause).collect::<Vec<_>>().join("|"));
        wanted.chain(query.unwanted.iter().map(|c| format!("-{}", clause(c)))).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn u20_what_is_typed_is_understood() {
        for (text, expected) in [
            ("Regina Martínez", "regina martinez"),
            ("\"desaparición forzada\" Xalapa", "\"desaparicion forzada\" xalapa"),
            ("“año nuevo” «ley»", "\"año nuevo\" \"ley\""),
            ("amenaza -muerte -\"de muerte\"", "amenaza -\"muerte\" -\"de muerte\""),
            ("radio OR prensa tv", "radio|prensa tv"),
            ("radio O prensa OR \"tv azteca\"", "radio|prensa|\"tv azteca\""),
            ("OR radio OR", "radio"),
            ("uno o dos", "uno o dos"),
            ("radio OR -tv", "radio -\"tv\""),
            ("FED/123/2014 ex-alcal", "fed+123+2014 ex+alcal"),
            ("\"sin cerrar aquí", "sin cerrar aqui"),
            ("ab\"cd ef\"gh", "ab \"cd ef\" gh"),
            ("- -- -\"\" \"\" ... 😀 | ()", ""),
            ("--doble", "-\"doble\""),
            ("  \t\n ", ""),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_typed_beyond_32_conditions_is_passed_over() {
        let query = Query::parse(&"palabra ".repeat(2_000));
        assert_eq!(query.wanted.len(), 32);
        let Clause::Exact(words) = &Query::parse(&format!("\"{}\"", "palabra ".repeat(2_000))).wanted[0][0] else {
            panic!("a quotation")
        };
        assert_eq!(words.len(), 32);
    }

    proptest! {
        #[test]
        fn nothing_typed_is_an_error(text in "[-\"“ OR|()*~^:\\\\a-zñÁ\u{303}\u{0}😀]{0,200}") {
            let query = Query::parse(&text);
            prop_assert!(query.clauses().all(|c| !matches!(c, Clause::Exact(words) if words.is_empty())));
        }
    }
}
