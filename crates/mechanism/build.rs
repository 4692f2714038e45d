//! Lists the procedure files that ship.
#![expect(clippy::disallowed_methods, reason = "a build script reads and writes files; the crate does not")]

#[path = "../domain/shipped.rs"]
mod shipped;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    shipped::list("procedures", "json")?;
    Ok(())
}
