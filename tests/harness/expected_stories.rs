//! What the story-linker must say about finished articles: linked in this process, without interruption.

use messages::{ArticleSummarized, Event, headers::Headers};
use story_linker::{Fingerprinter, Linked, Linking};

/// The window of a linker that is started without `--window`, in milliseconds.
const WINDOW: i64 = 72 * 3_600_000;

/// Links the payloads of finished articles in this order. Each comes with when it was stored, in nanoseconds since 1970.
/// Returns the payloads of the events, and the headers that the linker notes with them.
pub fn expected_stories(finished: &[(i128, Vec<u8>)]) -> Vec<(Vec<u8>, Headers)> {
    let fingerprinter = Fingerprinter::new().expect("the shipped table is readable");
    let mut linking = Linking::new(WINDOW, fingerprinter.table());
    let link = |(stored, payload): &(i128, Vec<u8>)| {
        let event = ArticleSummarized::decode(payload).expect("a finished article");
        let time = i64::try_from(stored / 1_000_000).expect("a time of this century");
        let fingerprint = fingerprinter.fingerprint(&event, time);
        let Linked { event, headers } = linking.link(event, fingerprint);
        (event.encode(), headers)
    };
    finished.iter().map(link).collect()
}
