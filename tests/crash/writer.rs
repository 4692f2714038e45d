//! Writes into a vault as fast as it can and says what was acknowledged, until somebody kills it.
//!
//! Called as `crash-writer FOLDER`, with the passphrase on standard input. Prints `ready` once the vault is open, then a
//! line per acknowledged act: `new ID N` or `edit ID N`, where the record's facts are `hecho N`. Two threads write, so
//! that acts share their syncs.

use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};

use resguardo_app::records::Assignment;
use resguardo_app::{Lang, Passphrase, Session, UnlockSecret};

fn main() -> ExitCode {
    resguardo_app::keep_files_private();
    let Some(folder) = std::env::args_os().nth(1) else { return ExitCode::from(2) };
    let mut typed = String::new();
    let read = std::io::stdin().read_to_string(&mut typed);
    let passphrase = read.ok().and_then(|_| Passphrase::new(&typed).ok());
    let Some(passphrase) = passphrase else { return ExitCode::from(2) };
    let session = match Session::unlock(Path::new(&folder), &UnlockSecret::Passphrase(passphrase), Lang::Es) {
        Ok(session) => session,
        Err(error) => {
            eprintln!("{error:?}");
            return ExitCode::from(4);
        }
    };
    say("ready");
    let next = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| write_on(&session, &next));
        }
    });
    ExitCode::FAILURE
}

/// Makes a record and writes it over twice, again and again; ends at the first refusal.
fn write_on(session: &Session, next: &AtomicU64) {
    let facts = || {
        let number = next.fetch_add(1, Ordering::Relaxed);
        (number, Assignment::Text { field: "facts".to_owned(), text: format!("hecho {number}") })
    };
    loop {
        let (number, text) = facts();
        let Ok(made) = session.create_record("incident", &[text]) else { return };
        say(&format!("new {} {number}", made.id));
        for _ in 0..2 {
            let (number, text) = facts();
            // Said before as well, so that whoever checks knows what was under way.
            say(&format!("trying {} {number}", made.id));
            let Ok(changed) = session.edit_record(&made.id, &[text]) else { return };
            say(&format!("edit {} {number}", changed.id));
        }
    }
}

/// One line, whole and at once: whoever kills this process reads up to its last line break.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    if out.write_all(format!("{line}\n").as_bytes()).and_then(|()| out.flush()).is_err() {
        std::process::exit(3);
    }
}
