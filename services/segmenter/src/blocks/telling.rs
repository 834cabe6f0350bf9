//! Sentences of a story that repeat what somebody says, or what is written somewhere. Their words may be those of a
//! notice.

use super::cues::TELLING_VERBS;
use super::line::Line;

/// Reports whether a line repeats what somebody says: “Follow us,” she said. Follow the hare, joked the ranger.
pub(super) fn is_told(line: &Line<'_>) -> bool {
    line.ends_like_sentence
        && ((opens_with_quotation(line.text) && !line.text.ends_with(text::is_closing_mark))
            // The dash of Norwegian and Russian papers opens speech, too.
            || (line.text.starts_with(text::is_dash) && line.text.contains(','))
            || names_speaker(line.text))
}

/// Reports whether a line opens with a quotation mark.
pub(super) fn opens_with_quotation(line: &str) -> bool {
    line.starts_with(['"', '“', '„', '”', '«', '»', '「', '‘', '\''])
}

/// Reports whether a verb that tells who speaks comes behind a comma.
fn names_speaker(line: &str) -> bool {
    let mut commas = line.match_indices([',', '،', '–', '—']);
    commas.any(|(at, comma)| {
        line.get(at + comma.len()..).is_some_and(|behind| TELLING_VERBS.open(behind.trim_start()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_may_be_what_somebody_says() {
        for line in [
            "“Follow us,” she said.",
            "– Tips oss, sier hun.",
            "Folgen Sie uns, steht auf dem Schild.",
            "Подписывайтесь, сказал он и ушёл.",
        ] {
            assert!(is_told(&Line::measure(line)), "{line}");
        }
        for line in ["Follow us on Facebook, X and Instagram.", "“Follow us!”", "– Les også: Elgen, sier hun"]
        {
            assert!(!is_told(&Line::measure(line)), "{line}");
        }
    }
}
