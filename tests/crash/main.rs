//! A15, A19: a vault whose writer is killed at any moment holds everything it acknowledged, and locks nobody out.

mod ways_in;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use resguardo_domain::id::RecordId;
use resguardo_domain::value::Value;
use resguardo_tests::PASSPHRASE;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;
use resguardo_vault::passphrase::choose;
use resguardo_vault::secret::VaultRootKey;
use resguardo_vault::{Vault, VaultError};

/// Kills in all, over vaults that are killed again and again.
const ROUNDS: usize = 200;
const ROUNDS_PER_VAULT: usize = 20;

fn make(folder: &Path) -> VaultRootKey {
    let way_in = WayIn { passphrase: choose(PASSPHRASE).unwrap(), keyfile: None };
    let (vault, _) = Vault::create(folder, &way_in, KdfCost::with_memory(65_536).unwrap()).unwrap();
    vault.root_key().unwrap()
}

fn writer(folder: &Path) -> Child {
    let mut child = Command::new(env!("CARGO_BIN_EXE_crash-writer"))
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(PASSPHRASE.as_bytes()).unwrap();
    child
}

/// What the writer said of each record: the number acknowledged last, and the one under way, if any.
#[derive(Default)]
struct Said {
    acknowledged: BTreeMap<RecordId, u64>,
    under_way: BTreeMap<RecordId, u64>,
    acts: usize,
}

impl Said {
    fn hear(&mut self, line: &str) {
        let mut parts = line.split(' ');
        let (Some(verb), Some(id), Some(number)) = (parts.next(), parts.next(), parts.next()) else { return };
        let (id, number) = (id.parse().unwrap(), number.parse().unwrap());
        if verb == "trying" {
            self.under_way.insert(id, number);
        } else {
            self.acts += 1;
            self.acknowledged.insert(id, number);
            self.under_way.remove(&id);
        }
    }

    fn check(&self, vault: &Vault, round: usize) {
        let snapshot = vault.snapshot();
        for (id, number) in &self.acknowledged {
            let row = snapshot.row(*id).unwrap_or_else(|| panic!("round {round}: {id} was acknowledged and is gone"));
            let record = vault.record(*id).unwrap().current();
            assert_eq!(row.values("facts"), record.values("facts").cloned().collect::<Vec<_>>());
            let Some(Value::LongText(facts)) = record.value("facts") else { panic!("round {round}: {record:?}") };
            let possible = [Some(number), self.under_way.get(id)];
            let is = |number: &u64| *facts == format!("hecho {number}");
            assert!(possible.into_iter().flatten().any(is), "round {round}: {id} says {facts}, {possible:?} was said");
        }
    }
}

/// Numbers that look random and are the same in every run.
struct Delays(u64);

impl Delays {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Lets a writer write and kills it: mostly while it writes, at times while it unlocks.
fn kill_one(folder: &Path, delays: &mut Delays) -> Said {
    let mut child = writer(folder);
    let out = BufReader::new(child.stdout.take().unwrap());
    let (ready, is_ready) = std::sync::mpsc::channel();
    let listener = std::thread::spawn(move || {
        let mut said = Said::default();
        let mut out = out;
        let mut line = String::new();
        // A line without its end was cut by the kill: nobody was told.
        while out.read_line(&mut line).is_ok_and(|_| line.ends_with('\n')) {
            if line.trim_end() == "ready" {
                ready.send(()).unwrap();
            }
            said.hear(line.trim_end());
            line.clear();
        }
        said
    });
    if delays.below(5) == 0 {
        std::thread::sleep(Duration::from_millis(delays.below(500)));
    } else {
        is_ready.recv_timeout(Duration::from_secs(60)).expect("the writer opens the vault");
        std::thread::sleep(Duration::from_micros(delays.below(120_000)));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    listener.join().unwrap()
}

fn kill_again_and_again(lane: u64, rounds: usize) -> usize {
    let mut delays = Delays(lane + 1);
    let mut acts = 0;
    for start in (0..rounds).step_by(ROUNDS_PER_VAULT) {
        let temp = tempfile::tempdir().unwrap();
        let folder = temp.path().join("boveda");
        let key = make(&folder);
        let mut all = Vec::new();
        for round in start..(start + ROUNDS_PER_VAULT).min(rounds) {
            let said = kill_one(&folder, &mut delays);
            let vault = Vault::unlock_with_root(&folder, &key).unwrap();
            assert!(vault.state().damaged.is_empty(), "round {round}: {:?}", vault.state());
            assert_eq!(vault.state().refused, 0);
            said.check(&vault, round);
            acts += said.acts;
            all.push((round, said));
        }
        let vault = Vault::unlock_with_root(&folder, &key).unwrap();
        all.iter().for_each(|(round, said)| said.check(&vault, *round));
        assert_eq!(vault.verify().unwrap().problems, []);
    }
    acts
}

#[test]
fn a15_two_hundred_kills_lose_nothing_that_was_acknowledged() {
    let acts: usize = std::thread::scope(|scope| {
        let lanes: Vec<_> = (0..2).map(|lane| scope.spawn(move || kill_again_and_again(lane, ROUNDS / 2))).collect();
        lanes.into_iter().map(|lane| lane.join().unwrap()).sum()
    });
    println!("{acts} acts acknowledged over {ROUNDS} kills");
    assert!(acts > 2 * ROUNDS, "only {acts} acts: the writer hardly wrote");
}

#[test]
fn a19_a_second_process_is_refused_while_the_first_lives_and_never_after() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("boveda");
    let key = make(&folder);
    let mut child = writer(&folder);
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    assert_eq!(line, "ready\n");
    let refused = Vault::unlock_with_root(&folder, &key).map(drop);
    assert!(matches!(refused, Err(VaultError::InUse)), "{refused:?}");
    child.kill().unwrap();
    child.wait().unwrap();
    // The lock file is still there; the lock went with the process.
    assert!(folder.join("lock").exists());
    assert!(Vault::unlock_with_root(&folder, &key).is_ok());
    // And a file somebody wrote there holds nobody up either.
    std::fs::write(folder.join("lock"), "4711").unwrap();
    assert!(Vault::unlock_with_root(&folder, &key).is_ok());
}
