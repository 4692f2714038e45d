//! Names every command for the access list and embeds the page.

use std::error::Error;
use std::fs;

use tauri_build::{AppManifest, Attributes};

/// Every command is behind the access list: one that no capability names cannot be called by any page.
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=src-tauri/src/commands.rs");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=ui/dist");
    let text = fs::read_to_string("src-tauri/src/commands.rs")?;
    let list = text.split_once("collect_commands![").and_then(|(_, rest)| rest.split_once(']'));
    let (list, _) = list.ok_or("commands.rs holds no collect_commands![…]")?;
    let names = list.split(',').filter_map(|name| name.trim().rsplit("::").next()).filter(|name| !name.is_empty());
    let names: Vec<&'static str> = names.map(|name| &*name.to_owned().leak()).collect();
    let attributes = Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/*.json")
        .app_manifest(AppManifest::new().commands(names.leak()));
    Ok(tauri_build::try_build(attributes)?)
}
