//! The place of a reader in a stream. Pure.

use time::OffsetDateTime;

/// The place up to which a reader has read a stream.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The time at which the stream was created. `None` before it is opened.
    created: Option<OffsetDateTime>,
    /// The highest sequence that was read; zero for none.
    pub(super) last: u64,
}

/// What became of the place while the reader was away.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// The stream is read for the first time.
    First,
    /// Reading goes on where it stopped.
    Same,
    /// The stream was deleted and created anew. Its sequences start again.
    Recreated(String),
    /// The stream lost its newest events, for example because the server lost power. It will use their
    /// sequences again.
    Shortened(String),
}

impl Place {
    /// Finds the place in the stream as it is now, and moves it if the stream changed.
    pub(super) fn find(&mut self, stream: &str, created: OffsetDateTime, last: u64) -> Found {
        match self.created.replace(created) {
            None => Found::First,
            Some(before) if before != created => {
                self.last = 0;
                Found::Recreated(format!("{stream} was created anew, reading starts at its first event"))
            }
            Some(_) if last < self.last => {
                self.last = last;
                Found::Shortened(format!(
                    "{stream} lost its events after number {last}, reading goes on there"
                ))
            }
            Some(_) => Found::Same,
        }
    }
}

#[cfg(test)]
mod tests {
    use time::Duration;

    use super::*;

    #[test]
    fn the_place_stays_unless_the_stream_changed() {
        let created = OffsetDateTime::UNIX_EPOCH;
        let mut place = Place::default();
        assert_eq!(place.find("S", created, 7), Found::First);
        place.last = 7;
        assert_eq!(place.find("S", created, 7), Found::Same);
        assert_eq!(place.find("S", created, 9), Found::Same);
        assert_eq!(place.last, 7);
        assert!(
            matches!(place.find("S", created, 5), Found::Shortened(notice) if notice.contains("number 5"))
        );
        assert_eq!(place.last, 5);
        let later = created + Duration::SECOND;
        assert!(matches!(place.find("S", later, 90), Found::Recreated(notice) if notice.contains("anew")));
        assert_eq!(place.last, 0);
    }
}
