//! The network: a small transformer that reads a stretch of text and says, for each piece of a word, which claims begin or go on there.

use super::labels::{HEDGES, LABELS, SIGNS, SORTS};
use super::tokens::Token;
use rten::{Model, NodeId, RunError, Value, ValueOrView};
use rten_tensor::NdTensor;
use std::ops::Range;
use std::sync::LazyLock;

/// As many tokens as are read at once; sentences are kept whole.
const STRETCH: usize = 220;

/// Stretches that are held in memory together.
const PORTION: usize = 20;

/// How many numbers stand for a token.
const WIDTH: usize = 384;

/// What opens and closes a stretch, in the numbers of the vocabulary.
const ENDS: (i32, i32) = (101, 102);

/// What is not known of how sure a claim is.
const NO_HEDGE: i32 = HEDGES.len() as i32;

/// The trained network. Without one, the rules alone read a text.
#[derive(Default)]
pub struct Weights {
    network: Option<Network>,
}

static SHIPPED: LazyLock<Weights> = LazyLock::new(|| {
    // A test reads the file; one that could not be read would leave all to the rules.
    Weights { network: Network::load(include_bytes!("weights/reader.onnx")).ok() }
});

impl Weights {
    /// The weights that the program ships.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Whether there is a network.
    pub(super) fn can_read(&self) -> bool {
        self.network.is_some()
    }

    /// What the network sees in a portion of a text; nothing where there is none, or where it fails.
    pub(super) fn read(&self, tokens: &[Token]) -> Option<Reading> {
        self.network.as_ref()?.read(tokens).ok()
    }

    /// How sure, and of what sort, the claims at `asked` are.
    pub(super) fn judge(&self, reading: &Reading, asked: &[Asked]) -> Option<Vec<Judged>> {
        self.network.as_ref()?.judge(reading, asked).ok()
    }
}

/// What the network sees at each token.
pub(super) struct Reading {
    /// How likely a claim of each label begins there, and how likely it goes on.
    marks: Vec<[(f32, f32); LABELS]>,
    /// The token in its surroundings.
    states: Vec<[f32; WIDTH]>,
}

impl Reading {
    /// How likely the token at `at` belongs to a claim of `label`.
    pub(super) fn on(&self, at: usize, label: usize) -> f32 {
        self.marks.get(at).and_then(|marks| marks.get(label)).map_or(0.0, |(begins, goes_on)| begins + goes_on)
    }

    /// How likely a claim of `label` begins at the token at `at`.
    pub(super) fn begins(&self, at: usize, label: usize) -> f32 {
        self.marks.get(at).and_then(|marks| marks.get(label)).map_or(0.0, |marks| marks.0)
    }

    /// How likely a claim of `label` stands somewhere in `tokens`.
    pub(super) fn anywhere(&self, tokens: Range<usize>, label: usize) -> f32 {
        tokens.map(|at| self.on(at, label)).fold(0.0, f32::max)
    }

    /// The mean of what stands for the tokens of a range.
    fn mean(&self, tokens: &Range<usize>) -> [f32; WIDTH] {
        let inside = self.states.get(tokens.clone()).unwrap_or(&[]);
        let mut mean = [0.0; WIDTH];
        for state in inside {
            mean.iter_mut().zip(state).for_each(|(sum, one)| *sum += one);
        }
        let many = inside.len().max(1) as f32;
        mean.map(|sum| sum / many)
    }
}

/// A claim that the network is asked about.
pub(super) struct Asked {
    pub(super) tokens: Range<usize>,
    pub(super) label: usize,
    /// The number of the hedge that the rules give, where they found it.
    pub(super) hedge: Option<usize>,
}

/// What the network says of a claim.
pub(super) struct Judged {
    /// How likely each hedge is.
    pub(super) hedges: [f32; HEDGES.len()],
    /// How likely each sort is, on a scale of its own.
    pub(super) sorts: [f32; SORTS.len()],
}

/// The loaded weights, with the names of what goes in and comes out.
struct Network {
    model: Model,
    tokens: NodeId,
    places: NodeId,
    signs: NodeId,
    mask: NodeId,
    spans: NodeId,
    kinds: NodeId,
    hedged: NodeId,
    marks: NodeId,
    states: NodeId,
    hedges: NodeId,
    sorts: NodeId,
}

impl Network {
    fn load(bytes: &'static [u8]) -> Result<Self, Box<dyn std::error::Error>> {
        let model = Model::load_static_slice(bytes)?;
        let id = |name: &str| model.node_id(name);
        Ok(Self {
            tokens: id("tokens")?,
            places: id("places")?,
            signs: id("signs")?,
            mask: id("mask")?,
            spans: id("spans")?,
            kinds: id("kinds")?,
            hedged: id("hedged")?,
            marks: id("marks")?,
            states: id("states")?,
            hedges: id("hedges")?,
            sorts: id("sorts")?,
            model,
        })
    }

    fn read(&self, tokens: &[Token]) -> Result<Reading, RunError> {
        let mut reading = Reading { marks: Vec::with_capacity(tokens.len()), states: Vec::with_capacity(tokens.len()) };
        for stretch in stretches(tokens) {
            self.stretch(&tokens[stretch], &mut reading)?;
        }
        Ok(reading)
    }

    /// Reads one stretch.
    fn stretch(&self, tokens: &[Token], reading: &mut Reading) -> Result<(), RunError> {
        let many = tokens.len() + 2;
        let ids = [ENDS.0].into_iter().chain(tokens.iter().map(|token| i32::try_from(token.id).unwrap_or(0))).chain([ENDS.1]);
        let ids = NdTensor::from_data([1, many], ids.collect::<Vec<i32>>());
        let places = NdTensor::from_data([1, many], (0..).take(many).collect::<Vec<i32>>());
        let mut signs = NdTensor::<f32, 3>::zeros([1, many, SIGNS]);
        for (at, token) in (1..).zip(tokens) {
            for sign in &token.signs {
                signs[[0, at, *sign]] = 1.0;
            }
        }
        let mask = NdTensor::<f32, 4>::zeros([1, 1, 1, many]);
        let given: Vec<(NodeId, ValueOrView<'_>)> =
            vec![(self.tokens, ids.into()), (self.places, places.into()), (self.signs, signs.into()), (self.mask, mask.into())];
        let [marks, states] = self.model.run_n(given, [self.marks, self.states], None)?;
        let (marks, states) = (numbers(marks), numbers(states));
        for at in 1..=tokens.len() {
            let of_token = marks.get(at * LABELS * 3..(at + 1) * LABELS * 3).unwrap_or(&[]);
            let mut here = [(0.0, 0.0); LABELS];
            for (label, one) in here.iter_mut().zip(of_token.chunks(3)) {
                *label = (one.get(1).copied().unwrap_or(0.0), one.get(2).copied().unwrap_or(0.0));
            }
            reading.marks.push(here);
            reading.states.push(filled(states.get(at * WIDTH..(at + 1) * WIDTH).unwrap_or(&[])));
        }
        Ok(())
    }

    fn judge(&self, reading: &Reading, asked: &[Asked]) -> Result<Vec<Judged>, RunError> {
        if asked.is_empty() {
            return Ok(Vec::new());
        }
        let many = asked.len();
        let number = |number: usize| i32::try_from(number).unwrap_or(0);
        let spans =
            NdTensor::from_data([many, WIDTH], asked.iter().flat_map(|one| reading.mean(&one.tokens)).collect::<Vec<f32>>());
        let kinds = NdTensor::from_data([many], asked.iter().map(|one| number(one.label)).collect::<Vec<i32>>());
        let hedged =
            NdTensor::from_data([many], asked.iter().map(|one| one.hedge.map_or(NO_HEDGE, number)).collect::<Vec<i32>>());
        let given: Vec<(NodeId, ValueOrView<'_>)> =
            vec![(self.spans, spans.into()), (self.kinds, kinds.into()), (self.hedged, hedged.into())];
        let [hedges, sorts] = self.model.run_n(given, [self.hedges, self.sorts], None)?;
        let (hedges, sorts) = (numbers(hedges), numbers(sorts));
        let judged = hedges.chunks(HEDGES.len()).zip(sorts.chunks(SORTS.len()));
        Ok(judged.map(|(hedges, sorts)| Judged { hedges: filled(hedges), sorts: filled(sorts) }).collect())
    }
}

/// The numbers of what came out, in order.
fn numbers(value: Value) -> Vec<f32> {
    value.into_tensor::<f32>().map(|tensor| tensor.into_data()).unwrap_or_default()
}

/// An array of the first numbers of `from`.
fn filled<const N: usize>(from: &[f32]) -> [f32; N] {
    let mut all = [0.0; N];
    all.iter_mut().zip(from).for_each(|(one, number)| *one = *number);
    all
}

/// Tokens that are read before what was seen of them is let go: a long text must not take more memory than a short one.
pub(super) fn portions(tokens: &[Token]) -> Vec<Range<usize>> {
    let together = |few: &[Range<usize>]| Some(few.first()?.start..few.last()?.end);
    stretches(tokens).chunks(PORTION).filter_map(together).collect()
}

/// Whole sentences of up to [`STRETCH`] tokens; a longer sentence is cut.
fn stretches(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut from = 0;
    while from < tokens.len() {
        let most = (from + STRETCH).min(tokens.len());
        let starts = |at: &usize| tokens[*at].sentence != tokens[at - 1].sentence;
        let to = if most == tokens.len() { most } else { (from + 1..=most).rev().find(starts).unwrap_or(most) };
        all.push(from..to);
        from = to;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::Span;

    fn tokens(sentences: &[usize]) -> Vec<Token> {
        let token = |(at, sentence): (u32, &usize)| Token {
            id: 2000 + at,
            place: Span::new(at, at + 1),
            range: 0..1,
            sentence: *sentence,
            goes_on: false,
            signs: Vec::new(),
        };
        (0..).zip(sentences).map(token).collect()
    }

    #[test]
    fn the_shipped_network_reads_every_token_and_judges_every_claim() {
        let network = Network::load(include_bytes!("weights/reader.onnx")).unwrap_or_else(|error| panic!("{error}"));
        let tokens = tokens(&[0; STRETCH + 3]);
        let reading = network.read(&tokens).unwrap();
        assert_eq!((reading.marks.len(), reading.states.len()), (tokens.len(), tokens.len()));
        assert!((0..tokens.len()).all(|at| (0..LABELS).all(|label| (0.0..=1.001).contains(&reading.on(at, label)))));
        let asked = |hedge| Asked { tokens: 2..5, label: 3, hedge };
        let judged = network.judge(&reading, &[asked(None), asked(Some(1))]).unwrap();
        assert_eq!(judged.len(), 2);
        assert!(judged.iter().all(|one| (one.hedges.iter().sum::<f32>() - 1.0).abs() < 0.001));
    }

    #[test]
    fn what_is_no_network_is_refused() {
        assert!(Network::load(b"no network").is_err());
    }

    #[test]
    fn stretches_keep_sentences_whole_and_cut_what_is_too_long() {
        let many = |sentence: usize, tokens: usize| vec![sentence; tokens];
        let sentences = [many(0, 100), many(1, 100), many(2, 100), many(3, 300)].concat();
        assert_eq!(stretches(&tokens(&sentences)), [0..200, 200..300, 300..520, 520..600]);
        assert!(stretches(&[]).is_empty());
        assert_eq!(
            portions(&tokens(&many(0, STRETCH * PORTION + 1))),
            [0..STRETCH * PORTION, STRETCH * PORTION..STRETCH * PORTION + 1]
        );
    }
}
