//! Verifying: a zip or an unpacked folder, of ours or of another maker, without trust in anything that stands in it.
//!
//! A tree that has evidence, or says that Dossier made it, is held to all that a pack promises; any other bag to the rules of
//! BagIt. What is wrong with it is a [`Problem`], however hostile; an error is only that it could not be read at all. Contents
//! are hashed piece by piece on all cores; only tag files, records and one readable text at a time are held in memory, each up
//! to a limit.

mod bag;
mod promise;
mod report;
mod sums;
mod tags;
mod tree;
mod window;

pub use report::{Form, Problem, ProblemKind, Report};

use crate::PacksError;
use std::path::Path;
use std::sync::Arc;
use tags::Rules;
use tree::Tree;
use window::Window;

/// Judges the pack or bag at `path`, a zip or a folder.
///
/// # Errors
/// Only where `path` cannot be read at all.
pub fn verify(path: &Path) -> Result<Report, PacksError> {
    let tree = Tree::open(path).map_err(|source| PacksError::Read { path: path.to_owned(), source })?;
    Ok(judge(tree))
}

/// Judges the bytes of a zip.
pub fn verify_zip(bytes: Arc<[u8]>) -> Report {
    judge(Tree::of_zip(Window::memory(bytes)))
}

fn judge(tree: Result<Tree, Problem>) -> Report {
    let mut tree = match tree {
        Ok(tree) => tree,
        Err(problem) => {
            let neither = Problem::new(
                "",
                ProblemKind::NotAPack,
                "neither a pack nor a bag: give the zip that was received, or the folder that has bagit.txt",
            );
            return Report::new(Form::Neither, None, vec![problem, neither], Vec::new());
        }
    };
    if promise::claims_to_be_one(&tree) {
        let mut bag = bag::judge(&mut tree, Some(Rules::Pack));
        let root = promise::judge(&tree, &mut bag);
        return Report::new(Form::Pack, root, bag.problems, bag.notes);
    }
    let is_bag = tree.leaves.contains_key("bagit.txt");
    let mut bag = bag::judge(&mut tree, None);
    if is_bag {
        let note = "a BagIt bag of another maker: it has no evidence that a letter could be held against";
        bag.notes.push(Problem::new("", ProblemKind::NotAPack, note));
        Report::new(Form::Bag, None, bag.problems, bag.notes)
    } else {
        bag.problems.push(Problem::new("", ProblemKind::NotAPack, "there is no bagit.txt: it is neither a pack nor a bag"));
        Report::new(Form::Neither, None, bag.problems, bag.notes)
    }
}
