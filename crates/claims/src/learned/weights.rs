//! The weights that training left, one file for each kind.

use crfs::{Attribute, Model, Tagger};
use dossier_model::ClaimKind;
use std::collections::BTreeMap;
use std::sync::LazyLock;

macro_rules! shipped {
    ($($kind:ident $name:literal),+ $(,)?) => {
        /// Kinds whose places are learned: those of which examples found more of what readers mark, in reports of the set and in
        /// others, than the rules alone.
        pub const KINDS: &[ClaimKind] = &[$(ClaimKind::$kind),+];

        const SHIPPED: &[(ClaimKind, &[u8])] =
            &[$((ClaimKind::$kind, include_bytes!(concat!("weights/", $name, ".crf")))),+];
    };
}

shipped![
    Act "act",
    Definition "definition",
    Effect "effect",
    Forecast "forecast",
    Measure "measure",
    Opinion "opinion",
    Provenance "provenance",
    Response "response",
    Sharing "sharing",
];

/// Weights that cannot be read.
#[derive(Debug)]
pub struct BadWeights {
    /// Of which kind.
    pub kind: ClaimKind,
    /// What does not hold.
    pub why: String,
}

/// Weights by the kind of claim that they find.
#[derive(Default)]
pub struct Weights {
    models: BTreeMap<ClaimKind, &'static Model<'static>>,
}

static OURS: LazyLock<Weights> = LazyLock::new(|| {
    let mut weights = Weights::default();
    for (kind, bytes) in SHIPPED {
        // A test reads each file; a file that cannot be read leaves its kind to the rules.
        let _ = weights.add(*kind, bytes);
    }
    weights
});

impl Weights {
    /// The weights that the program ships.
    pub fn shipped() -> &'static Self {
        &OURS
    }

    /// Adds the weights for `kind`. They live as long as the program.
    pub fn add(&mut self, kind: ClaimKind, bytes: &'static [u8]) -> Result<(), BadWeights> {
        let model = Model::new(bytes).map_err(|error| BadWeights { kind, why: error.to_string() })?;
        self.models.insert(kind, Box::leak(Box::new(model)));
        Ok(())
    }

    /// What marks claims of `kind`, where there are weights for it.
    pub(super) fn marker(&self, kind: ClaimKind) -> Option<Marker> {
        self.models.get(&kind)?.tagger().ok().map(|tagger| Marker { tagger })
    }
}

/// Marks the claims of one kind.
pub(super) struct Marker {
    tagger: Tagger<'static>,
}

impl Marker {
    /// The label of each word of a sentence.
    pub(super) fn labels(&self, signs: &[Vec<Attribute>]) -> Vec<String> {
        self.tagger.tag(signs).map(|labels| labels.into_iter().map(str::to_owned).collect()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_shipped_weights_can_be_read() {
        for (kind, bytes) in SHIPPED {
            let mut weights = Weights::default();
            weights.add(*kind, bytes).unwrap_or_else(|bad| panic!("{}: {}", bad.kind, bad.why));
            assert!(weights.marker(*kind).is_some(), "{kind}");
        }
    }

    #[test]
    fn what_are_no_weights_is_refused() {
        let bad = Weights::default().add(ClaimKind::Act, b"no weights").unwrap_err();
        assert_eq!(bad.kind, ClaimKind::Act);
    }
}
