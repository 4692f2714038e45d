//! Lists the schema and catalogue files that ship.

#[path = "shipped.rs"]
mod shipped;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    shipped::list("schema", "toml")?;
    shipped::list("catalogues", "json")?;
    Ok(())
}
