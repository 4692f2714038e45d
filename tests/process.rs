//! K01, K05: a program that holds a vault gives no core dump and lets no other process of its user look into it.

use std::fs;
use std::io::Read;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use resguardo_tests::{Program, built};

/// Somebody without rights, where this test runs as root: root looks into every process, so nothing could be seen.
const NOBODY: u32 = 65_534;

/// The program, hardened and waiting for its passphrase on standard input.
struct Waiting(Child);

impl Waiting {
    fn start(program: &Path, folder: &Path, user: Option<u32>) -> Self {
        let mut command = Command::new(program);
        command.args(["--vault", "nowhere", "--passphrase-file", "-", "unlock"]).current_dir(folder).env_clear();
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        if let Some(user) = user {
            command.uid(user).gid(user);
        }
        let child = command.spawn().unwrap();
        let waiting = Self(child);
        // It reads standard input only after it was hardened.
        let started = Instant::now();
        while !waiting.file("wchan").contains("pipe") && !waiting.is_reading() {
            assert!(started.elapsed() < Duration::from_secs(20), "it never asked for the passphrase");
            std::thread::sleep(Duration::from_millis(10));
        }
        waiting
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(format!("/proc/{}/{name}", self.0.id())).unwrap_or_default()
    }

    /// Whether it sleeps with hardly anything left to do: where the kernel does not name what it waits for.
    fn is_reading(&self) -> bool {
        let limits = self.file("limits");
        let none = limits.lines().any(|line| line.starts_with("Max core file size") && line.contains(" 0 "));
        none && self.file("stat").contains(") S ")
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[test]
fn k01_the_program_leaves_no_core_dump() {
    let program = Program::new();
    let waiting = Waiting::start(&built("resguardo"), program.folder(), None);
    let limits = waiting.file("limits");
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    let numbers: Vec<&str> = core.split_whitespace().skip(4).take(2).collect();
    assert_eq!(numbers, ["0", "0"], "{core}");
}

#[test]
fn k05_another_process_of_the_same_user_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let is_root = fs::metadata("/proc/self").unwrap().uid() == 0;
    let user = is_root.then_some(NOBODY);
    // Where nobody may read it: a copy, since the build folder may lie in a home that is closed to others.
    let program = folder.path().join("resguardo");
    fs::copy(built("resguardo"), &program).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let waiting = Waiting::start(&program, folder.path(), user);
    let mut plain = Command::new("/bin/sleep");
    plain.arg("60");
    if let Some(user) = user {
        plain.uid(user).gid(user);
    }
    let mut sleeper = Waiting(plain.spawn().unwrap());
    std::thread::sleep(Duration::from_millis(100));
    let own = user.unwrap_or_else(|| fs::metadata("/proc/self").unwrap().uid());
    let owner = |id: u32| fs::metadata(format!("/proc/{id}/stat")).unwrap().uid();
    assert_eq!(owner(sleeper.0.id()), own, "an ordinary process belongs to its user");
    assert_eq!(owner(waiting.0.id()), 0, "one that may not be looked into belongs to root");

    let look = |id: u32| {
        let mut look = Command::new("/bin/cat");
        look.arg(format!("/proc/{id}/environ")).stdout(Stdio::null()).stderr(Stdio::piped());
        if let Some(user) = user {
            look.uid(user).gid(user);
        }
        let mut child = look.spawn().unwrap();
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        child.wait().unwrap().success()
    };
    assert!(look(sleeper.0.id()), "what this user may look into, it can");
    assert!(!look(waiting.0.id()), "k05: this process it cannot");
    sleeper.0.kill().unwrap();
}
