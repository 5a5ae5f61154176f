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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_s_end_is_part_of_it() {
        let lines = Lines::new("a\nb\n\nc");
        let at = [0, 1, 2, 3, 4, 5, 99].map(|offset| lines.at(offset));
        assert_eq!(at, [1, 1, 2, 2, 3, 4, 4]);
    }
}
