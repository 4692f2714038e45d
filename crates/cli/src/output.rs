//! What goes to standard output: one JSON document, or lines for a person.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use serde::Serialize;

/// Characters that steer a terminal are shown as U+FFFD: a name in a record must not move the cursor (G08).
pub(crate) fn visible(text: &str) -> String {
    let steers = |c: char| c.is_control() && c != '\n' && c != '\t';
    let reorders = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    text.chars().map(|c| if steers(c) || reorders(c) { '\u{fffd}' } else { c }).collect()
}

/// Prints a line of text; a reader that closed the pipe ends the program quietly.
pub(crate) fn line(text: &str) {
    write_all(visible(text).as_bytes());
    write_all(b"\n");
}

/// Prints one JSON document.
pub(crate) fn json(answer: &impl Serialize) {
    let text = serde_json::to_string_pretty(answer).unwrap_or_else(|_| "{}".to_owned());
    write_all(text.as_bytes());
    write_all(b"\n");
}

/// Prints to standard error.
pub(crate) fn aside(text: &str) {
    let mut stream = io::stderr().lock();
    if writeln!(stream, "{}", visible(text)).is_err() {
        // Nobody reads standard error: there is nowhere left to say so.
    }
}

/// Prints bytes as they are: completions, the man page.
pub(crate) fn raw(bytes: &[u8]) {
    write_all(bytes);
}

fn write_all(bytes: &[u8]) {
    let mut stream = io::stdout().lock();
    let written = stream.write_all(bytes).and_then(|()| stream.flush());
    if written.is_err_and(|error| error.kind() == ErrorKind::BrokenPipe) {
        std::process::exit(0);
    }
}

/// The exit codes of the contract.
pub(crate) fn exit(code: u8) -> ExitCode {
    ExitCode::from(code)
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn g08_what_steers_a_terminal_is_shown_and_not_obeyed() {
        assert_eq!(visible("Ana\u{1b}[2J\u{7}\u{202e}x\tñ"), "Ana\u{fffd}[2J\u{fffd}\u{fffd}x\tñ");
    }
}
