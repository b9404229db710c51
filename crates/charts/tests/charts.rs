//! The charts of an invented case, as a reader sees them, and what holds for any case.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod case;

use case::{CAMPAIGN, Maker, Short, invented};
use dossier_charts::{Chart, ChartError, scale, targeting, timeline};
use dossier_model::{Case, ClaimKind, Hedge};
use expect_test::{expect, expect_file};

type Draw = fn(&Case) -> Result<Chart, ChartError>;

const ALL: [(&str, Draw); 3] = [("timeline", timeline), ("targeting", targeting), ("scale", scale)];

#[test]
fn the_charts_of_the_invented_case_look_as_they_did() {
    let case = invented();
    expect_file!["goldens/timeline.svg"].assert_eq(&timeline(&case).unwrap().svg);
    expect_file!["goldens/targeting.svg"].assert_eq(&targeting(&case).unwrap().svg);
    expect_file!["goldens/scale.svg"].assert_eq(&scale(&case).unwrap().svg);
}
