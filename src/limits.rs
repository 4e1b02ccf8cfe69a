//! How far the checker looks before it says that it stopped.

/// Bounds on work that can grow beyond any use. A result that was cut says so.
///
/// ```
/// use frise::{Draft, Limits, Timeline};
/// let mut limits = Limits::default();
/// limits.conflicts = 10;
/// assert!(!Timeline::check(Draft::default(), &limits)?.is_cut());
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// How many sides of a dispute are made out.
    pub sides: usize,
    /// How many conflicts are listed.
    pub conflicts: usize,
    /// How many combinations of open readings are tried for one question.
    pub readings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { sides: 256, conflicts: 256, readings: 4096 }
    }
}
