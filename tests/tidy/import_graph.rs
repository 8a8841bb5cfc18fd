//! The import graph of a package: which file uses items that another file defines.
//!
//! An edge goes from a file to the file that *defines* the imported item. Re-exports are followed to the
//! definition; `mod` declarations and `pub use` are not edges themselves, so a `mod.rs` may re-export what its
//! files define. Code under `#[cfg(test)]` is skipped. Method calls on values are not detected, because they need
//! no import.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Item, UseTree, Visibility};

/// A module path relative to the package root.
type ModulePath = Vec<String>;

/// A module, either a file or an inline `mod`, with everything that a path can resolve to.
#[derive(Default)]
struct Module {
    file: PathBuf,
    children: BTreeSet<String>,
    items: BTreeSet<String>,
    /// Names imported by `use`, private or public, with the paths they refer to.
    imports: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// Paths of private `use` declarations.
    uses: Vec<Vec<String>>,
    /// Paths of at least two segments anywhere else.
    paths: BTreeSet<Vec<String>>,
}

/// The modules of one package.
#[derive(Default)]
struct Package {
    modules: BTreeMap<ModulePath, Module>,
}

/// The edges of a package: for each pair of files, the names that the first uses from the second.
pub type Edges = BTreeMap<PathBuf, BTreeMap<PathBuf, BTreeSet<String>>>;

/// Returns the import graph of the package with sources in the given folder.
pub fn edges(source: &Path) -> Edges {
    let mut package = Package::default();
    for root in ["lib.rs", "main.rs"] {
        let file = source.join(root);
        if file.exists() && package.modules.is_empty() {
            package.read_file(Vec::new(), &file, source);
        }
    }
    let mut edges = Edges::new();
    for (at, module) in &package.modules {
        for path in module.uses.iter().chain(&module.paths) {
            let Some((file, name)) = package.definition(at, path, 0) else { continue };
            if *file != module.file {
                edges.entry(module.file.clone()).or_default().entry(file.clone()).or_default().insert(name);
            }
        }
    }
    edges
}

impl Package {
    fn read_file(&mut self, at: ModulePath, file: &Path, folder: &Path) {
        let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.read_items(at, parsed.items, file, folder);
    }

    fn read_items(&mut self, at: ModulePath, items: Vec<Item>, file: &Path, folder: &Path) {
        let mut module = Module { file: file.to_owned(), ..Module::default() };
        for item in items {
            match item {
                Item::Mod(declared) if !is_test(&declared.attrs) => {
                    let name = declared.ident.to_string();
                    let path = [at.clone(), vec![name.clone()]].concat();
                    if let Some((_, items)) = declared.content {
                        self.read_items(path, items, file, &folder.join(&name));
                    } else {
                        let (flat, nested) = (folder.join(format!("{name}.rs")), folder.join(&name).join("mod.rs"));
                        let file = if flat.exists() { flat } else { nested };
                        self.read_file(path, &file, &folder.join(&name));
                    }
                    module.children.insert(name);
                }
                Item::Use(used) if !is_test(&used.attrs) => {
                    let is_private = matches!(used.vis, Visibility::Inherited);
                    module.import(&used.tree, &mut Vec::new(), is_private);
                }
                // Test modules and test imports.
                Item::Mod(_) | Item::Use(_) => {}
                item => module.define(&item),
            }
        }
        self.modules.insert(at, module);
    }

    /// Resolves a path to the file that defines the item, and the item's name.
    fn definition(&self, at: &ModulePath, path: &[String], depth: usize) -> Option<(&PathBuf, String)> {
        assert!(depth < 40, "cyclic re-exports: {path:?}");
        let (mut here, mut rest) = match path.first()?.as_str() {
            "crate" => (Vec::new(), &path[1..]),
            "self" => (at.clone(), &path[1..]),
            "super" => (at[..at.len().checked_sub(1)?].to_vec(), &path[1..]),
            _ => (at.clone(), path),
        };
        while let Some(name) = rest.first() {
            if name == "super" {
                here.pop()?;
                rest = &rest[1..];
                continue;
            }
            let module = self.modules.get(&here)?;
            if module.children.contains(name) {
                here.push(name.clone());
                rest = &rest[1..];
            } else if module.items.contains(name) {
                return Some((&module.file, name.clone()));
            } else if let Some(target) = module.imports.get(name) {
                let onward = [target.as_slice(), &rest[1..]].concat();
                // An external crate with the same name as the import would resolve to itself.
                return (onward != path).then(|| self.definition(&here, &onward, depth + 1)).flatten();
            } else {
                let onward = |glob: &Vec<String>| [glob.as_slice(), rest].concat();
                return module.globs.iter().find_map(|glob| self.definition(&here, &onward(glob), depth + 1));
            }
        }
        None
    }
}

impl Module {
    fn import(&mut self, tree: &UseTree, path: &mut Vec<String>, is_private: bool) {
        match tree {
            UseTree::Path(part) => {
                path.push(part.ident.to_string());
                self.import(&part.tree, path, is_private);
                path.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(tree, path, is_private)),
            UseTree::Glob(_) => self.globs.push(path.clone()),
            UseTree::Name(name) => self.bring(path, &name.ident.to_string(), &name.ident.to_string(), is_private),
            UseTree::Rename(name) => self.bring(path, &name.ident.to_string(), &name.rename.to_string(), is_private),
        }
    }

    fn bring(&mut self, path: &[String], name: &str, local: &str, is_private: bool) {
        let whole = match name {
            "self" => path.to_vec(),
            name => [path, &[name.to_owned()]].concat(),
        };
        let local = if local == "self" { path.last().cloned().unwrap_or_default() } else { local.to_owned() };
        if is_private {
            self.uses.push(whole.clone());
        }
        // Imports such as `use serde;` name no module of this package and would resolve to themselves.
        if whole != [local.clone()] {
            self.imports.insert(local, whole);
        }
    }

    fn define(&mut self, item: &Item) {
        let (attributes, name) = match item {
            Item::Const(item) => (&item.attrs, Some(&item.ident)),
            Item::Enum(item) => (&item.attrs, Some(&item.ident)),
            Item::Fn(item) => (&item.attrs, Some(&item.sig.ident)),
            Item::Impl(item) => (&item.attrs, None),
            Item::Macro(item) => (&item.attrs, item.ident.as_ref()),
            Item::Static(item) => (&item.attrs, Some(&item.ident)),
            Item::Struct(item) => (&item.attrs, Some(&item.ident)),
            Item::Trait(item) => (&item.attrs, Some(&item.ident)),
            Item::Type(item) => (&item.attrs, Some(&item.ident)),
            Item::Union(item) => (&item.attrs, Some(&item.ident)),
            other => panic!("unsupported item in the import graph: {}", other.to_token_stream()),
        };
        if is_test(attributes) {
            return;
        }
        self.items.extend(name.map(ToString::to_string));
        collect_paths(item.to_token_stream(), &mut self.paths);
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.meta.to_token_stream().to_string().replace(' ', "") == "cfg(test)"
    })
}

/// Collects every `a::b::…` in code, including inside macros.
fn collect_paths(code: TokenStream, found: &mut BTreeSet<Vec<String>>) {
    let mut path: Vec<String> = Vec::new();
    let mut colons = 0;
    let mut finish = |path: &mut Vec<String>| {
        let path = std::mem::take(path);
        if path.len() > 1 {
            found.insert(path);
        }
    };
    let mut groups = Vec::new();
    for token in code {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == ':' && !path.is_empty() => colons += 1,
            TokenTree::Ident(name) => {
                if colons != 2 {
                    finish(&mut path);
                }
                colons = 0;
                path.push(name.to_string());
            }
            TokenTree::Group(group) => {
                finish(&mut path);
                colons = 0;
                groups.push(group.stream());
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {
                finish(&mut path);
                colons = 0;
            }
        }
    }
    finish(&mut path);
    for group in groups {
        collect_paths(group, found);
    }
}

/// Returns the groups of files that import each other in a cycle.
pub fn cycles(edges: &Edges) -> Vec<Vec<PathBuf>> {
    let mut graph = petgraph::graphmap::DiGraphMap::<&Path, ()>::new();
    for (file, others) in edges {
        for other in others.keys() {
            graph.add_edge(file.as_path(), other.as_path(), ());
        }
    }
    let groups = petgraph::algo::tarjan_scc(&graph);
    let mut cycles: Vec<Vec<PathBuf>> = groups
        .into_iter()
        .filter(|group| group.len() > 1)
        .map(|group| {
            let mut files: Vec<PathBuf> = group.into_iter().map(Path::to_owned).collect();
            files.sort();
            files
        })
        .collect();
    cycles.sort();
    cycles
}
