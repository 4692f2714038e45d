//! Lists the locale files that ship.

#[path = "../domain/shipped.rs"]
mod shipped;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    shipped::list("locales/es", "ftl")?;
    shipped::list("locales/en", "ftl")?;
    Ok(())
}
