//! Lists the files of a folder of `assets`, so that a new one needs no change in Rust: part of the build scripts of the crates
//! that ship them.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Writes `OUT_DIR/<last part of folder>.rs`: a slice of (name without extension, text of the file), by name. Paths are told
/// from the package: checkouts that share a target folder share what is written here.
pub(crate) fn list(folder: &str, extension: &str) -> Result<(), Box<dyn Error>> {
    let folder = Path::new("../../assets").join(folder);
    writeln!(std::io::stdout(), "cargo::rerun-if-changed={}", folder.display())?;
    let mut code = String::from("&[\n");
    for file in files(&folder, extension)? {
        let name = file.file_stem().and_then(|stem| stem.to_str()).ok_or("a file name that is not UTF-8")?;
        let path = format!("/{}", file.display());
        writeln!(code, "    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))),")?;
    }
    code.push(']');
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let name = folder.file_name().ok_or("a folder without a name")?;
    std::fs::write(out.join(name).with_extension("rs"), code)?;
    Ok(())
}

fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
