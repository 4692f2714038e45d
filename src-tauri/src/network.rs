//! WebKit's processes for the network, which our pages do without.

use rustix::process::{Pid, Signal, kill_process};

/// What the kernel calls them.
const NAME: &str = "(WebKitNetworkPr";

/// Ends those of the windows there were so far. WebKit keeps one for every incognito window until the program ends, 20 MiB each
/// (tauri 14626); a window that is open shows and saves as before without its own.
pub(crate) fn end() {
    let own = std::process::id().to_string();
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = all.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    for pid in pids.filter(|pid| is_child(*pid, &own)).filter_map(Pid::from_raw) {
        let _ended = kill_process(pid, Signal::KILL);
    }
}

/// Whether it is such a process, begun by this program.
fn is_child(pid: i32, own: &str) -> bool {
    // pid (name) state parent …
    let line = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let Some((before, after)) = line.rsplit_once(')') else { return false };
    before.ends_with(NAME) && after.split_whitespace().nth(1) == Some(own)
}
