//! A first picture from the distances to a few nodes: U. Brandes and C. Pich, "Eigensolver Methods for
//! Progressive Multidimensional Scaling of Large Data" (2007).

use super::super::stress::Random;
use super::reach::{BATCH, Hops, Reach};

/// Rounds of the power iteration; the picture is only begun from.
const ROUNDS: usize = 40;
/// Nodes from which on the directions are found from a sample, about.
const SAMPLE: usize = 4096;

/// Places in units of an edge's length, so that distances from the sources are nearly as long as the
/// ways.
pub(super) fn pivot_mds<H: Hops>(
    nodes: usize,
    reach: &Reach<H>,
    random: &mut Random,
) -> Vec<[f32; 2]> {
    let centring = Centring::new(nodes, reach);
    let mut products = [[0.0_f32; BATCH]; BATCH];
    // The directions in which some thousands of nodes spread are those in which all do.
    for node in (0..nodes).step_by(nodes / SAMPLE + 1) {
        let row = centring.row(&reach.from(node));
        for (sums, a) in products.iter_mut().zip(&row) {
            for (sum, b) in sums.iter_mut().zip(&row) {
                *sum += a * b;
            }
        }
    }
    // Long ways have powers that no number holds.
    let most = products
        .iter()
        .flatten()
        .fold(0.0, |most: f32, product| most.max(product.abs()));
    if most > 0.0 {
        products = products.map(|row| row.map(|product| product / most));
    }
    let first = strongest(&products, None, random);
    let second = strongest(&products, Some(&first), random);
    let places: Vec<[f32; 2]> = (0..nodes)
        .map(|node| {
            let row = centring.row(&reach.from(node));
            [dot(&row, &first), dot(&row, &second)]
        })
        .collect();
    scaled(places, reach)
}

/// What is taken out of the squares of distances, so that rows and columns have a mean of nothing.
struct Centring {
    columns: [f32; BATCH],
    all: f32,
}

impl Centring {
    fn new<H: Hops>(nodes: usize, reach: &Reach<H>) -> Self {
        let mut columns = [0.0_f64; BATCH];
        for node in 0..nodes {
            for (column, far) in columns.iter_mut().zip(reach.from(node)) {
                *column += f64::from(square(far));
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of nodes")]
        let (count, width) = (nodes.max(1) as f64, BATCH as f32);
        #[expect(clippy::cast_possible_truncation, reason = "a mean of squares")]
        let columns = columns.map(|sum| (sum / count) as f32);
        let all = columns.iter().sum::<f32>() / width;
        Self { columns, all }
    }

    /// The centred squares of one node's distances.
    fn row<H: Hops>(&self, hops: &[H; BATCH]) -> [f32; BATCH] {
        let squares = hops.map(square);
        #[expect(clippy::cast_precision_loss, reason = "a count of sources")]
        let mean = squares.iter().sum::<f32>() / BATCH as f32;
        let mut row = [0.0; BATCH];
        for ((at, square), column) in row.iter_mut().zip(squares).zip(self.columns) {
            *at = -0.5 * (square - mean - column + self.all);
        }
        row
    }
}

/// The square of a distance.
fn square<H: Hops>(far: H) -> f32 {
    if far == H::SELF {
        0.0
    } else {
        far.edges() * far.edges()
    }
}

/// The direction in which `products` stretch most, at a right angle to `other`.
fn strongest(
    products: &[[f32; BATCH]; BATCH],
    other: Option<&[f32; BATCH]>,
    random: &mut Random,
) -> [f32; BATCH] {
    #[expect(clippy::cast_possible_truncation, reason = "a random number")]
    let mut along: [f32; BATCH] = std::array::from_fn(|_| random.unit() as f32 - 0.5);
    for _ in 0..ROUNDS {
        if let Some(other) = other {
            let share = dot(&along, other);
            for (at, by) in along.iter_mut().zip(other) {
                *at -= share * by;
            }
        }
        let turned: [f32; BATCH] = std::array::from_fn(|n| dot(&products[n], &along));
        let length = dot(&turned, &turned).sqrt();
        if length < 1e-12 {
            break;
        }
        along = turned.map(|at| at / length);
    }
    along
}

fn dot(a: &[f32; BATCH], b: &[f32; BATCH]) -> f32 {
    // Four sums side by side, which the processor takes at once.
    let mut sums = [0.0_f32; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    sums.iter().sum()
}

/// `places` at the size at which the weighted stress to the sources is least.
fn scaled<H: Hops>(mut places: Vec<[f32; 2]>, reach: &Reach<H>) -> Vec<[f32; 2]> {
    let sources = reach.sources.map(|source| places[source as usize]);
    let (mut along, mut square) = (0.0_f64, 0.0_f64);
    for (node, at) in places.iter().enumerate() {
        let ways = sources.iter().zip(reach.from(node));
        for (source, far) in ways.filter(|(_, far)| *far != H::SELF) {
            let (dx, dy) = (at[0] - source[0], at[1] - source[1]);
            let length = f64::from((dx * dx + dy * dy).sqrt());
            let share = length / f64::from(far.edges());
            along += share;
            square += share * share;
        }
    }
    #[expect(clippy::cast_possible_truncation, reason = "a factor")]
    let by = if square > 0.0 {
        (along / square) as f32
    } else {
        1.0
    };
    for at in &mut places {
        *at = at.map(|x| x * by);
    }
    places
}
