//! How an article writes: whether its sentences open with capitals.

/// One small letter may stand behind a name, `Yahoo! in`; two tell a habit.
const FEWEST_MARKS: usize = 2;

/// Letters of a word that is no abbreviation.
const SHORTEST_WORD: usize = 4;

/// Habits of a text that bear on every sentence in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Style {
    /// How often a small letter follows a stop: 0 never, up to 3 most times.
    pub(super) small_openings: u32,
}

impl Style {
    /// Whether sentences may open with small letters.
    pub(super) fn is_loose(self) -> bool {
        self.small_openings > 0
    }

    /// The style of a whole body.
    pub(crate) fn of(body: &str) -> Self {
        let bytes = body.as_bytes();
        let (mut small, mut all) = (0_usize, 0_usize);
        for (at, mark) in bytes.iter().enumerate() {
            if matches!(mark, b'.' | b'!' | b'?') {
                let [gap, next] = [1, 2].map(|offset| bytes.get(at + offset).copied().unwrap_or(0));
                let follows = gap.is_ascii_whitespace() && next.is_ascii_alphabetic();
                // Behind a short word the stop may be an abbreviation's.
                let word = bytes.get(at.saturating_sub(SHORTEST_WORD)..at).unwrap_or_default();
                let is_word = word.len() == SHORTEST_WORD && word.iter().all(u8::is_ascii_lowercase);
                all += usize::from(follows);
                small += usize::from(follows && next.is_ascii_lowercase() && (is_word || *mark != b'.'));
            }
        }
        let share = (small * 100).checked_div(all).unwrap_or(0);
        let small_openings = match share {
            _ if small < FEWEST_MARKS => 0,
            0..=4 => 0,
            5..=19 => 1,
            20..=49 => 2,
            _ => 3,
        };
        Self { small_openings }
    }
}
