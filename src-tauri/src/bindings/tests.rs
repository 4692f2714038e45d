//! The TypeScript is fresh, and a command stands in all its places.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use specta_typescript::Typescript;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_bindings_are_those_of_this_program() {
    let file = root().join("ui/src/lib/backend/generated/commands.ts");
    let folder = tempfile::tempdir().unwrap();
    let fresh: PathBuf = folder.path().join("commands.ts");
    super::builder().export(Typescript::default(), &fresh).unwrap();
    let fresh = fs::read_to_string(&fresh).unwrap();
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &fresh).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == fresh,
        "run UPDATE_BINDINGS=1 cargo test -p resguardo-desktop --features embedded-ui,automation bindings"
    );
}

/// The names in `commands.rs`, as build.rs reads them for the access list.
fn collected() -> BTreeSet<String> {
    let text = include_str!("../commands.rs");
    let list = text.split_once("collect_commands![").unwrap().1.split_once(']').unwrap().0;
    let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| name.rsplit("::").next().unwrap().to_owned()).collect()
}

fn allowed(window: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join(format!("src-tauri/capabilities/{window}.json"))).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let permissions = json["permissions"].as_array().unwrap().iter().map(|p| p.as_str().unwrap());
    permissions.filter_map(|p| p.strip_prefix("allow-")).map(|name| name.replace('-', "_")).collect()
}

#[test]
fn a_command_that_is_collected_is_allowed_to_a_window() {
    let mut windows = allowed("main");
    windows.extend(allowed("lock"));
    assert_eq!(collected(), windows);
}

#[test]
fn i01_the_lock_window_may_only_make_and_unlock_a_vault() {
    let expected = [
        "entrance",
        "set_appearance",
        "passphrase_strength",
        "passphrase_suggest",
        "keyfile_choose",
        "keyfile_make",
        "vault_create",
        "words_sheet",
        "words_check",
        "vault_confirm",
        "vault_forget",
        "unlock",
        "unlock_with_words",
    ];
    assert_eq!(allowed("lock"), expected.iter().map(|name| (*name).to_owned()).collect());
    let both: BTreeSet<String> = allowed("lock").intersection(&allowed("main")).cloned().collect();
    let shared = [
        "entrance",
        "set_appearance",
        "passphrase_strength",
        "passphrase_suggest",
        "keyfile_choose",
        "keyfile_make",
        "words_sheet",
    ];
    assert!(both.iter().all(|name| shared.contains(&name.as_str())), "{both:?}");
}
