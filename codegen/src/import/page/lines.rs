//! Line numbers of places in a text.

/// Starts of the lines of a text.
#[derive(Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds them.
    pub(super) fn new(text: &str) -> Self {
        Self { starts: text.match_indices('\n').map(|(index, _)| index + 1).collect() }
    }

    /// The line that the byte is on, counted from 1.
    pub(super) fn at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset) + 1
    }
}
