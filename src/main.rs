//! Golden Hour.
fn main() {
    let path = std::env::args().nth(1).unwrap();
    match goldenhour::scenario::load(&goldenhour::scenario::source::Folder::new(path)) {
        Ok(found) => println!("{}\nclean: {} actions, {} injects", found.warnings, found.output.actions.len(), found.output.injects.len()),
        Err(diagnostics) => println!("{diagnostics}"),
    }
}
