//! What the answer of a receiver means. Pure.
//!
//! | answer | meaning |
//! |---|---|
//! | 200 to 299 | it has the article |
//! | 401, 403, 404, 407, a redirect | it does not accept the sink: the secret or the address is wrong |
//! | 408, 425, 429, 502, 503, 504, none | it takes nothing at the moment |
//! | 400 to 499, others | it never takes the article |
//! | 500 to 599, others | it failed on the article |

use crate::target::{Answer, Hindrance, Verdict};

/// Returns what a status with the beginning of its body means.
pub(super) fn verdict(status: u16, body: &str) -> Verdict {
    let what = format!("the receiver answered {status}");
    match status {
        200..=299 => Verdict::Written,
        300..=399 => {
            Verdict::Waits(Hindrance::denied(format!("{what}: give the address that it redirects to")))
        }
        401 | 403 | 404 | 407 => Verdict::Waits(Hindrance::denied(what)),
        408 | 425 | 429 | 502..=504 => Verdict::Waits(Hindrance::away(what)),
        400..=499 => Verdict::Refused(Answer::new(what, body)),
        _ => Verdict::Failed(Answer::new(what, body)),
    }
}

#[cfg(test)]
mod tests {
    use runtime::obstacle::Obstacle;

    use super::*;

    #[test]
    fn an_answer_concerns_the_article_the_sink_or_the_moment() {
        for status in [200, 202, 204] {
            assert_eq!(verdict(status, ""), Verdict::Written, "{status}");
        }
        for status in [400, 410, 413, 422] {
            assert!(
                matches!(verdict(status, "no"), Verdict::Refused(answer) if answer.said == "no"),
                "{status}"
            );
        }
        for status in [500, 501, 507] {
            assert!(matches!(verdict(status, ""), Verdict::Failed(_)), "{status}");
        }
        for (statuses, obstacle) in [
            ([301, 307, 401, 403, 404], Obstacle::TargetDenied),
            ([408, 429, 502, 503, 504], Obstacle::TargetAway),
        ] {
            for status in statuses {
                let waits = verdict(status, "");
                assert!(matches!(waits, Verdict::Waits(why) if why.obstacle == obstacle), "{status}");
            }
        }
    }
}
