//! Recognising folders whose content leaves the machine by itself (A18).

use std::ffi::OsStr;
use std::path::Path;

/// A folder's name, folded, or its beginning, and the service it belongs to.
const NAMES: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("icloud drive", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("cloudstorage", "iCloud"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("mi unidad", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pcloud", "pCloud"),
    ("pclouddrive", "pCloud"),
    ("mega", "MEGA"),
    ("megasync", "MEGA"),
    ("mega downloads", "MEGA"),
    ("syncthing", "Syncthing"),
];

/// A file or folder that a service leaves at the top of what it copies.
const MARKERS: &[(&str, &str)] = &[
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".csync_journal.db", "Nextcloud"),
    (".megaignore", "MEGA"),
    (".debris", "MEGA"),
    (".stfolder", "Syncthing"),
    (".stignore", "Syncthing"),
];

/// Beginnings of the names of a service's databases at the top of what it copies.
const MARKER_BEGINNINGS: &[(&str, &str)] = &[("._sync_", "Nextcloud"), (".sync_", "Nextcloud")];

/// The service that copies this folder elsewhere, if one can be told by a name or a marker on the way to it, or the
/// network it lies on. The folder itself need not exist.
pub(super) fn sign_of_syncing(folder: &Path) -> Option<&'static str> {
    let real = real_path(folder);
    let named = folder.iter().chain(real.iter()).find_map(service_by_name);
    named.or_else(|| real.ancestors().find_map(service_by_marker)).or_else(|| network(&real))
}

/// The path with symbolic links of its existing part resolved: a link does not hide where it leads.
fn real_path(folder: &Path) -> std::path::PathBuf {
    let mut rest = Vec::new();
    for ancestor in folder.ancestors() {
        if let Ok(real) = ancestor.canonicalize() {
            return rest.iter().rev().fold(real, |path, name: &&OsStr| path.join(name));
        }
        rest.extend(ancestor.file_name());
    }
    folder.to_path_buf()
}

fn service_by_name(name: &OsStr) -> Option<&'static str> {
    let name = name.to_string_lossy().to_lowercase();
    // "OneDrive - Organisation", "Dropbox (Work)", "Nextcloud2": the name goes on after something that is no letter.
    NAMES.iter().find_map(|(known, service)| {
        let rest = name.strip_prefix(known)?;
        let ends = rest.chars().next().is_none_or(|next| !next.is_alphabetic());
        ends.then_some(*service)
    })
}

fn service_by_marker(folder: &Path) -> Option<&'static str> {
    let marked = MARKERS.iter().find(|(marker, _)| folder.join(marker).exists());
    if let Some((_, service)) = marked {
        // The program's own settings lie in ~/.dropbox beside, not above, what it copies.
        let settings = *service == "Dropbox" && folder.join(".dropbox").is_dir();
        if !settings {
            return Some(service);
        }
    }
    let entries = std::fs::read_dir(folder).ok()?;
    let names = entries.filter_map(|entry| entry.ok().map(|entry| entry.file_name()));
    names.into_iter().find_map(|name| {
        let name = name.to_string_lossy();
        let (_, service) =
            MARKER_BEGINNINGS.iter().find(|(beginning, _)| name.starts_with(beginning) && name.contains(".db"))?;
        Some(*service)
    })
}

/// Whether the nearest existing folder lies on another machine (NFS, SMB, AFS).
#[cfg(target_os = "linux")]
fn network(folder: &Path) -> Option<&'static str> {
    const NETWORK_KINDS: [u64; 6] = [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x7461_6365];
    let existing = folder.ancestors().find(|ancestor| ancestor.exists())?;
    let statistics = rustix::fs::statfs(existing).ok()?;
    let kind = statistics.f_type.unsigned_abs() & 0xFFFF_FFFF;
    NETWORK_KINDS.contains(&kind).then_some("network folder")
}

#[cfg(not(target_os = "linux"))]
fn network(folder: &Path) -> Option<&'static str> {
    let unc = folder.as_os_str().to_string_lossy().starts_with(r"\\");
    unc.then_some("network folder")
}
