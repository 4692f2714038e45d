//! Lists the files of the demonstration.

#[path = "../domain/shipped.rs"]
mod shipped;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    shipped::list("demo", "json")?;
    Ok(())
}
