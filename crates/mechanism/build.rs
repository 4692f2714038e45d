//! Lists the procedure files that ship, so that a new law needs no change in Rust.
#![expect(clippy::disallowed_methods, reason = "a build script reads and writes files; the crate does not")]

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new("../../assets/procedures");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    writeln!(std::io::stdout(), "cargo::rerun-if-changed={}", folder.display())?;
    std::fs::write(out.join("procedures.rs"), list(&files(folder)?)?)?;
    Ok(())
}

/// A slice of (name without extension, text of the file), by name. Paths are told from the package: checkouts that share
/// a target folder share what is written here.
fn list(files: &[PathBuf]) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("&[\n");
    for file in files {
        let name = file.file_stem().and_then(|stem| stem.to_str()).ok_or("a file name that is not UTF-8")?;
        let path = format!("/{}", file.display());
        writeln!(code, "    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))),")?;
    }
    code.push(']');
    Ok(code)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
