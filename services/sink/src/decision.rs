//! What follows from a target's verdict on a record. Pure.
//!
//! | verdict | what follows |
//! |---|---|
//! | written | acknowledge |
//! | refused | dead letter, then acknowledge |
//! | failed, with attempts left | write again later, with the next batch |
//! | failed for the last time | dead letter, then acknowledge |
//! | waits | write again later; uses up no attempt, because the record is not at fault |

use crate::target::{Answer, Verdict};

/// What to do with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Decision {
    /// The target has it.
    Acknowledge,
    /// It becomes a dead letter with this answer.
    SetAside(Answer),
    /// It is written again. `attempts` is how often the target has failed on it.
    Again {
        /// The number of failures so far.
        attempts: u32,
    },
}

/// Decides what to do with a record on which the target has failed `attempts` times before. It may fail `most` times.
pub(crate) fn decide(verdict: Verdict, attempts: u32, most: u32) -> Decision {
    match verdict {
        Verdict::Written => Decision::Acknowledge,
        Verdict::Refused(answer) => Decision::SetAside(answer),
        Verdict::Failed(answer) if attempts + 1 >= most => {
            let what = format!("{}, {most} times", answer.what);
            Decision::SetAside(Answer { what, ..answer })
        }
        Verdict::Failed(_) => Decision::Again { attempts: attempts + 1 },
        Verdict::Waits(_) => Decision::Again { attempts },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::Hindrance;

    #[test]
    fn a_written_record_is_acknowledged_and_a_refused_one_set_aside() {
        assert_eq!(decide(Verdict::Written, 3, 4), Decision::Acknowledge);
        let answer = Answer::new("answered 410", "gone");
        assert_eq!(decide(Verdict::Refused(answer.clone()), 0, 4), Decision::SetAside(answer));
    }

    #[test]
    fn a_failure_is_forgiven_until_the_last_attempt() {
        let failed = || Verdict::Failed(Answer::new("answered 500", "oh"));
        assert_eq!(decide(failed(), 0, 4), Decision::Again { attempts: 1 });
        assert_eq!(decide(failed(), 2, 4), Decision::Again { attempts: 3 });
        let expected = Decision::SetAside(Answer::new("answered 500, 4 times", "oh"));
        assert_eq!(decide(failed(), 3, 4), expected);
    }

    #[test]
    fn a_target_that_is_away_uses_up_no_attempts() {
        let away = Verdict::Waits(Hindrance::away("refused"));
        assert_eq!(decide(away, 3, 4), Decision::Again { attempts: 3 });
    }
}
