//! K01, K05: the window's program leaves no core dump and lets no other process of its user look into it. Asked of the
//! program as a decoder: it hardens itself before it knows what it is, and waits for a picture then.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use resguardo_tests::built;

/// Somebody without rights, where this test runs as root: root looks into every process, so nothing could be seen.
const NOBODY: u32 = 65_534;

struct Waiting(Child);

impl Waiting {
    fn start(command: &mut Command, user: u32) -> Self {
        command.env_clear().stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        if is_root() {
            command.uid(user).gid(user);
        }
        Self(command.spawn().unwrap())
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(format!("/proc/{}/{name}", self.0.id())).unwrap_or_default()
    }

    fn owner(&self) -> u32 {
        fs::metadata(format!("/proc/{}/stat", self.0.id())).unwrap().uid()
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").unwrap().uid() == 0
}

#[test]
fn k05_the_windows_program_is_closed_to_other_processes_and_leaves_no_core_dump() {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("resguardo-desktop");
    fs::copy(built("resguardo-desktop"), &program).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let user = if is_root() { NOBODY } else { fs::metadata("/proc/self").unwrap().uid() };
    let plain = Waiting::start(Command::new("/bin/sleep").arg("60"), user);
    let waiting = Waiting::start(Command::new(&program).args(["__decode-picture", "100", "[]"]), user);
    let started = Instant::now();
    // The last bound a decoder sets on itself before it reads.
    while !waiting.file("limits").lines().any(|line| line.starts_with("Max open files") && line.contains(" 3 ")) {
        assert!(started.elapsed() < Duration::from_secs(20), "it never waited for a picture");
        std::thread::sleep(Duration::from_millis(10));
    }
    let limits = waiting.file("limits");
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"], "{core}");
    assert_eq!(plain.owner(), user, "an ordinary process belongs to its user");
    assert_eq!(waiting.owner(), 0, "one that may not be looked into belongs to root");
}
