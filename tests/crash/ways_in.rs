//! U10: whoever is killed while passphrase or words change leaves a vault that opens with the old or with the new.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use resguardo_tests::PASSPHRASE;
use resguardo_vault::Vault;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;
use resguardo_vault::passphrase::choose;
use resguardo_vault::secret::Passphrase;
use resguardo_vault::slot::UnlockSecret;
use resguardo_vault::words::RecoveryWords;

use super::Delays;

const OTHER: &str = "murciélago azúcar canción árbol";
const ROUNDS: u64 = 20;

/// What opened the vault at last, and what was being put in its place.
#[derive(Default)]
struct Way {
    has: String,
    trying: Option<String>,
}

impl Way {
    /// The one of the two that opens it.
    fn that_opens(&self, folder: &Path, secret: impl Fn(&str) -> UnlockSecret) -> String {
        let mut possible = self.trying.iter().chain([&self.has]);
        let opens = |typed: &&String| Vault::unlock(folder, &secret(typed)).is_ok();
        possible.find(opens).unwrap_or_else(|| panic!("neither the old nor the new opens the vault")).clone()
    }
}

fn passphrase(typed: &str) -> UnlockSecret {
    UnlockSecret::Passphrase(Passphrase::new(typed).unwrap())
}

fn words(typed: &str) -> UnlockSecret {
    UnlockSecret::RecoveryWords(RecoveryWords::read(typed).unwrap())
}

/// Lets a changer change and kills it; gives how many changes it acknowledged.
fn kill_one(folder: &Path, ways: &mut [Way; 2], delays: &mut Delays) -> u64 {
    let mut child = Command::new(env!("CARGO_BIN_EXE_crash-changer"))
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let next = if ways[0].has == PASSPHRASE { OTHER } else { PASSPHRASE };
    child.stdin.take().unwrap().write_all(format!("{}\n{next}\n", ways[0].has).as_bytes()).unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    assert_eq!(line, "ready\n");
    // Some changes go through; the kill falls into one after them, however fast the machine is.
    let whole = delays.below(3);
    let mut acknowledged = 0;
    while acknowledged < whole {
        line.clear();
        assert!(out.read_line(&mut line).unwrap() > 0, "the changer ended by itself");
        acknowledged += u64::from(hear(&line, ways));
    }
    std::thread::sleep(Duration::from_micros(delays.below(600_000)));
    child.kill().unwrap();
    child.wait().unwrap();
    loop {
        line.clear();
        // A line without its end was cut by the kill: nobody was told.
        if out.read_line(&mut line).unwrap() == 0 || !line.ends_with('\n') {
            return acknowledged;
        }
        acknowledged += u64::from(hear(&line, ways));
    }
}

/// Takes a line of the changer; whether it acknowledged a change.
fn hear(line: &str, ways: &mut [Way; 2]) -> bool {
    let mut parts = line.trim_end().splitn(3, ' ');
    let (verb, what, typed) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap().to_owned());
    let way = &mut ways[usize::from(what == "words")];
    if verb == "trying" {
        way.trying = Some(typed);
        return false;
    }
    *way = Way { has: typed, trying: None };
    true
}

#[test]
fn u10_killed_while_passphrase_or_words_change_the_old_or_the_new_opens() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("boveda");
    let way_in = WayIn { passphrase: choose(PASSPHRASE).unwrap(), keyfile: None };
    let (vault, first) = Vault::create(&folder, &way_in, KdfCost::with_memory(65_536).unwrap()).unwrap();
    drop(vault);
    let text = first.words().collect::<Vec<_>>().join(" ");
    let mut ways = [PASSPHRASE.to_owned(), text].map(|has| Way { has, trying: None });
    let mut delays = Delays(7);
    let mut acknowledged = 0;
    for _ in 0..ROUNDS {
        acknowledged += kill_one(&folder, &mut ways, &mut delays);
        let opened = [ways[0].that_opens(&folder, passphrase), ways[1].that_opens(&folder, words)];
        ways = opened.map(|has| Way { has, trying: None });
    }
    println!("{acknowledged} changes acknowledged over {ROUNDS} kills");
    assert!(acknowledged > ROUNDS / 2, "only {acknowledged}: it hardly changed anything");
    let vault = Vault::unlock(&folder, &passphrase(&ways[0].has)).unwrap();
    assert_eq!(vault.verify().unwrap().problems, []);
}
