//! Trains linear support vector machines.
//!
//! Training minimizes `½ |w|² + Σ Cᵢ max(0, 1 − yᵢ w·xᵢ)²` by dual coordinate descent (Hsieh et al. 2008, the algorithm
//! of LIBLINEAR), with a fixed number of passes in a fixed order. It uses only additions, multiplications and
//! divisions, so the same examples give the same weights on every machine.

/// A feature vector: indices of features, in ascending order, with their values.
pub type Vector = Vec<(u32, f32)>;

/// Parameters of the training.
#[derive(Clone, Copy, Debug)]
pub struct Training {
    /// Number of passes over the examples.
    pub passes: usize,
    /// Cost of an error on an example of the class.
    pub positive: f32,
    /// Cost of an error on any other example.
    pub negative: f32,
}

/// Returns the weight of each feature for one class, followed by the offset of the class. A positive sum is a vote for
/// the class.
pub fn train(vectors: &[Vector], belongs: impl Fn(usize) -> bool, size: usize, training: Training) -> Vec<f32> {
    let mut weights = vec![0.0_f32; size + 1];
    let mut alphas = vec![0.0_f32; vectors.len()];
    let squares: Vec<f32> = vectors.iter().map(|vector| vector.iter().map(|(_, value)| value * value).sum()).collect();
    for pass in 0..training.passes {
        for step in 0..vectors.len() {
            let at = shuffled(step, pass, vectors.len());
            let vector = &vectors[at];
            let (sign, cost) = if belongs(at) { (1.0, training.positive) } else { (-1.0, training.negative) };
            let slack = 0.5 / cost;
            let margin = sign
                * (vector.iter().map(|(index, value)| weights[*index as usize] * value).sum::<f32>() + weights[size]);
            let gradient = margin - 1.0 + alphas[at] * slack;
            if alphas[at] == 0.0 && gradient >= 0.0 {
                continue;
            }
            let alpha = (alphas[at] - gradient / (squares[at] + 1.0 + slack)).max(0.0);
            let change = (alpha - alphas[at]) * sign;
            alphas[at] = alpha;
            for (index, value) in vector {
                weights[*index as usize] += change * value;
            }
            weights[size] += change;
        }
    }
    weights
}

/// Returns the example that is visited at a step: all of them once per pass, in an order that differs between
/// passes.
fn shuffled(step: usize, pass: usize, count: usize) -> usize {
    // Steps that share no factor with the count visit every example.
    const STRIDES: [usize; 6] = [101, 211, 307, 401, 503, 601];
    let stride = STRIDES[pass % STRIDES.len()];
    let stride = if count.is_multiple_of(stride) { 1 } else { stride };
    (step * stride + pass) % count
}

/// Returns a natural logarithm as a number of the precision that the features have.
pub fn log(value: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "features need no more precision")]
    let log = libm::log(value) as f32;
    log
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_visited_once_in_a_pass() {
        for count in [1, 7, 101, 1150] {
            for pass in 0..10 {
                let mut seen: Vec<usize> = (0..count).map(|step| shuffled(step, pass, count)).collect();
                seen.sort_unstable();
                assert!(seen.iter().copied().eq(0..count), "{count} examples, pass {pass}");
            }
        }
    }
}
