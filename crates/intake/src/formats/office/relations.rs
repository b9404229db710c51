//! What the parts of an office file point to.

use super::package::{Fault, Package, resolve};
use super::xml::{Piece, Xml, characters};

/// A relation of a part: its id, its kind (the last step of its address) and the part it points to.
pub(crate) struct Relation {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) part: String,
}

/// The relations of `part`; those that point out of the file are none.
pub(crate) fn relations(package: &mut Package<'_>, part: &str) -> Result<Vec<Relation>, Fault> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let list = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let Some(bytes) = package.part(&list)? else { return Ok(Vec::new()) };
    let text = characters(&bytes, &list)?;
    let (mut xml, mut found) = (Xml::new(&text, &list), Vec::new());
    while let Some(piece) = xml.next()? {
        let Piece::Open(tag) = piece else { continue };
        if let (Some(id), Some(kind), Some(target)) = (tag.get("Id"), tag.get("Type"), tag.get("Target"))
            && tag.get("TargetMode") != Some("External")
        {
            let kind = kind.rsplit('/').next().unwrap_or(kind).to_owned();
            found.push(Relation { id: id.to_owned(), kind, part: resolve(folder, target) });
        }
    }
    Ok(found)
}
