//! The system's file dialogs. The page asks for one by calling a command; it never sees a path.

use std::path::{Path, PathBuf};

use rfd::FileDialog;

/// A file to read. None when the person closed the dialog.
pub(crate) fn choose_file(title: &str, kinds: &[&str]) -> Option<PathBuf> {
    automated_answer().unwrap_or_else(|| forgotten(filtered(title, kinds).pick_file()))
}

/// Files to read: none when the person closed the dialog. A driven program answers with as many lines as there are before
/// an empty one.
pub(crate) fn choose_files(title: &str) -> Vec<PathBuf> {
    match automated_answer() {
        Some(first) => first.into_iter().chain(std::iter::from_fn(|| automated_answer().flatten())).collect(),
        None => {
            let chosen = FileDialog::new().set_title(title).pick_files().unwrap_or_default();
            forget(&chosen);
            chosen
        }
    }
}

/// A folder in which something new is made.
pub(crate) fn choose_folder(title: &str) -> Option<PathBuf> {
    automated_answer().unwrap_or_else(|| forgotten(FileDialog::new().set_title(title).pick_folder()))
}

/// Where to write a file.
pub(crate) fn choose_place(title: &str, name: &str) -> Option<PathBuf> {
    automated_answer().unwrap_or_else(|| forgotten(FileDialog::new().set_title(title).set_file_name(name).save_file()))
}

/// The last part of a path: what the page may know of it.
pub(crate) fn name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// GTK's dialog writes what was chosen into the person's list of recent files, where any program reads it: it is taken out
/// before that list is saved.
#[cfg_attr(not(target_os = "linux"), expect(unused_variables, reason = "only GTK keeps such a list"))]
fn forget(chosen: &[PathBuf]) {
    #[cfg(target_os = "linux")]
    {
        use gtk::prelude::{FileExt as _, RecentManagerExt as _};
        let addresses: Vec<_> = chosen.iter().map(|path| gtk::gio::File::for_path(path).uri()).collect();
        gtk::glib::MainContext::default().invoke(move || {
            let Some(recent) = gtk::RecentManager::default() else { return };
            for address in &addresses {
                let _not_there = recent.remove_item(address);
            }
        });
    }
}

fn forgotten(chosen: Option<PathBuf>) -> Option<PathBuf> {
    forget(chosen.as_slice());
    chosen
}

fn filtered(title: &str, kinds: &[&str]) -> FileDialog {
    let dialog = FileDialog::new().set_title(title);
    if kinds.is_empty() { dialog } else { dialog.add_filter(kinds.join(", "), kinds) }
}

/// A driven program has nobody to click: the next line of the file `RESGUARDO_AUTOMATION_FILES` names is the answer, an
/// empty line a closed dialog. The file is read anew each time and its first line taken out.
fn automated_answer() -> Option<Option<PathBuf>> {
    if !cfg!(feature = "automation") {
        return None;
    }
    let list = PathBuf::from(std::env::var_os("RESGUARDO_AUTOMATION_FILES")?);
    let text = std::fs::read_to_string(&list).unwrap_or_default();
    let (first, rest) = text.split_once('\n').unwrap_or((text.as_str(), ""));
    let _kept = std::fs::write(&list, rest);
    Some((!first.is_empty()).then(|| PathBuf::from(first)))
}
