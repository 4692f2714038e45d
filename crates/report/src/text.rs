//! Text that is fit for print.

/// Text without anything that would not print as itself. A control character, an override of the reading direction and
/// a code point that is no character are printed as U+FFFD; a line break is kept, a tab is a space.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Text(String);

impl Text {
    /// The text as it prints.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its paragraphs: what empty lines part.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.0.split("\n\n").map(|paragraph| paragraph.trim_matches('\n')).filter(|paragraph| !paragraph.is_empty())
    }
}

impl<S: AsRef<str>> From<S> for Text {
    fn from(text: S) -> Self {
        Self(text.as_ref().replace("\r\n", "\n").chars().map(printed).collect())
    }
}

fn printed(letter: char) -> char {
    match letter {
        '\n' | '\u{2028}' | '\u{2029}' => '\n',
        '\t' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => char::REPLACEMENT_CHARACTER,
        '\u{fdd0}'..='\u{fdef}' | '\u{fff9}'..='\u{fffb}' => char::REPLACEMENT_CHARACTER,
        letter if (letter as u32) & 0xfffe == 0xfffe || letter.is_control() => char::REPLACEMENT_CHARACTER,
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g08_control_characters_print_as_the_replacement_character() {
        for (text, expected) in [
            ("Ana", "Ana"),
            ("a\0b\u{7f}c\u{9b}d", "a\u{fffd}b\u{fffd}c\u{fffd}d"),
            ("\u{1b}[31mrojo", "\u{fffd}[31mrojo"),
            ("a\tb\r\nc\rd", "a b\nc\u{fffd}d"),
            ("nombre\u{202e}sxcod.", "nombre\u{fffd}sxcod."),
            ("\u{ffff}\u{1fffe}", "\u{fffd}\u{fffd}"),
            ("مرحبا 👩‍👧 ñ", "مرحبا 👩‍👧 ñ"),
        ] {
            assert_eq!(Text::from(text).as_str(), expected);
        }
    }

    #[test]
    fn paragraphs_are_parted_by_empty_lines() {
        let text = Text::from("uno\ndos\n\n\n\ntres\n");
        assert_eq!(text.paragraphs().collect::<Vec<_>>(), ["uno\ndos", "tres"]);
    }
}
