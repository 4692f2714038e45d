//! Lists the files of the demonstration, so that a new one needs no change in Rust.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    // Told from the package: checkouts that share a target folder share what is written here.
    let folder = Path::new("../../assets/demo");
    writeln!(std::io::stdout(), "cargo::rerun-if-changed={}", folder.display())?;
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == "json") {
            files.push(path);
        }
    }
    files.sort();
    let mut code = String::from("&[\n");
    for file in files {
        let name = file.file_name().and_then(|name| name.to_str()).ok_or("a file name that is not UTF-8")?;
        let path = format!("/{}", file.display());
        writeln!(code, "    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))),")?;
    }
    code.push(']');
    std::fs::write(PathBuf::from(std::env::var("OUT_DIR")?).join("demo.rs"), code)?;
    Ok(())
}
