//! The values of a cell that holds several.

/// What stands before a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// Nothing: it is the first.
    Start,
    /// `; / | +` or a line break.
    Mark,
    /// A comma.
    Comma,
    /// *y*, *e*, *and*, *&*.
    And,
}

/// One part of a cell, trimmed, with what joins it to the part before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part<'a> {
    pub(super) text: &'a str,
    pub(super) joint: Joint,
}

/// The parts of a cell. Parts that hold nothing are left out.
pub(super) fn parts(cell: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut joint = Joint::Start;
    for (text, after) in pieces(cell) {
        and_words(text, joint, &mut parts);
        joint = after;
    }
    parts
}

/// The cell cut at its marks, each piece with what follows it.
fn pieces(cell: &str) -> impl Iterator<Item = (&str, Joint)> {
    cell.split_inclusive([';', '/', '|', '+', '\n', '\r', ',']).map(|piece| match piece.strip_suffix(',') {
        Some(text) => (text, Joint::Comma),
        None => (piece.trim_end_matches([';', '/', '|', '+', '\n', '\r']), Joint::Mark),
    })
}

/// A piece cut at the words that join.
fn and_words<'a>(piece: &'a str, first: Joint, parts: &mut Vec<Part<'a>>) {
    let mut joint = first;
    let mut rest = piece;
    while let Some((before, after)) = at_joining_word(rest) {
        push(before, &mut joint, parts);
        joint = Joint::And;
        rest = after;
    }
    push(rest, &mut joint, parts);
}

fn push<'a>(text: &'a str, joint: &mut Joint, parts: &mut Vec<Part<'a>>) {
    let text = text.trim();
    if !text.is_empty() {
        parts.push(Part { text, joint: *joint });
    }
}

/// The text before and after the first joining word.
fn at_joining_word(text: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    for word in text.split(char::is_whitespace) {
        let end = from + word.len();
        if ["y", "e", "and", "&"].contains(&word.to_lowercase().as_str()) {
            return Some((text.get(..from)?, text.get(end..)?));
        }
        let space = text.get(end..)?.chars().next().map_or(0, char::len_utf8);
        from = end + space;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(cell: &str) -> Vec<&str> {
        parts(cell).into_iter().map(|part| part.text).collect()
    }

    #[test]
    fn marks_and_joining_words_part_a_cell() {
        for (cell, expected) in [
            ("Detención, golpes y amenazas", vec!["Detención", "golpes", "amenazas"]),
            ("Secuestro / Tortura", vec!["Secuestro", "Tortura"]),
            ("a;b|c+d\nf g", vec!["a", "b", "c", "d", "f g"]),
            ("Policía E INM", vec!["Policía", "INM"]),
            ("yegua", vec!["yegua"]),
            (" , ;", vec![]),
            ("y", vec![]),
            ("murder and torture", vec!["murder", "torture"]),
        ] {
            assert_eq!(texts(cell), expected, "{cell}");
        }
    }

    #[test]
    fn what_joins_a_part_to_the_one_before_is_kept() {
        let joints: Vec<Joint> = parts("a, b y c; d").into_iter().map(|part| part.joint).collect();
        assert_eq!(joints, [Joint::Start, Joint::Comma, Joint::And, Joint::Mark]);
    }
}
