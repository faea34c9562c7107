use std::{env, error::Error, path::Path};

/// Prints the records of the file that is named, and what is wrong with them, as JSON.
fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1).ok_or("which file?")?;
    let text = sie_parser::read_file(Path::new(&file))?;
    println!("{}", serde_json::to_string(&sie_parser::parse(&text))?);
    Ok(())
}
