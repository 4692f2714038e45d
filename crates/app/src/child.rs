//! The process as its own bounded child: called with a hidden argument it reads a stranger's file from standard input and
//! answers on standard output, under limits it sets on itself. A file made to do harm can kill that child only.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

use rustix::process::{Resource, Rlimit, setrlimit};

/// An answer longer than this is none.
const ANSWER_BYTES: u64 = 512 * 1024 * 1024;

/// Answers as a child when the first argument says so; none when this is the program itself.
#[must_use]
pub fn answer(first: Option<&OsString>) -> Option<ExitCode> {
    let served = match first?.to_str()? {
        crate::sheets::CHILD_ARGUMENT => crate::sheets::serve().is_ok(),
        crate::pictures::CHILD_ARGUMENT => crate::pictures::serve().is_ok(),
        _ => return None,
    };
    Some(if served { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Why a child gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Silence {
    /// It said that it will not.
    Refused,
    /// It died, or took longer than it may.
    Died,
    /// Nobody waits for it any more, or it could not be started.
    Stopped,
}

/// Hands bytes to a child and waits for its answer, as long as `goes_on` says so.
pub(crate) fn ask(
    arguments: &[&str],
    bytes: &[u8],
    patience: Duration,
    goes_on: &dyn Fn() -> bool,
) -> Result<Vec<u8>, Silence> {
    let mut child = Command::new(std::env::current_exe().or(Err(Silence::Stopped))?)
        .args(arguments)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .or(Err(Silence::Stopped))?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    thread::scope(|scope| {
        // A child that dies early closes its end: what it did not take does not matter.
        scope.spawn(move || stdin.map(|mut stdin| drop(stdin.write_all(bytes))));
        let answer = scope.spawn(move || {
            let mut answer = Vec::new();
            let read = stdout.map(|stdout| stdout.take(ANSWER_BYTES).read_to_end(&mut answer));
            read.is_some_and(|read| read.is_ok()).then_some(answer)
        });
        let deadline = Instant::now() + patience;
        let ended = loop {
            let wanted = goes_on();
            match child.try_wait() {
                Ok(Some(status)) if status.success() => break Ok(()),
                // Its own word for no; a signal or a panic ends otherwise.
                Ok(Some(status)) if status.code() == Some(1) => break Err(Silence::Refused),
                Ok(Some(_)) => break Err(Silence::Died),
                Ok(None) if wanted && Instant::now() < deadline => thread::sleep(Duration::from_millis(2)),
                Ok(None) | Err(_) => {
                    drop(child.kill());
                    drop(child.wait());
                    break Err(if wanted { Silence::Died } else { Silence::Stopped });
                }
            }
        };
        let answer = answer.join().ok().flatten();
        ended.and_then(|()| answer.ok_or(Silence::Died))
    })
}

/// Bounds one resource of this process for good.
///
/// # Errors
/// The system refuses.
pub(crate) fn limit(resource: Resource, most: u64) -> io::Result<()> {
    Ok(setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?)
}

/// How much address space the process has mapped, the program itself included.
///
/// # Errors
/// The system does not say.
pub(crate) fn address_space() -> io::Result<u64> {
    let pages = fs::read_to_string("/proc/self/statm")?;
    let pages: Option<u64> = pages.split(' ').next().and_then(|pages| pages.parse().ok());
    let page = u64::try_from(rustix::param::page_size()).unwrap_or(4096);
    pages.map(|pages| pages * page).ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))
}
