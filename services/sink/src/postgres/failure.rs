//! What an error of the database means. Pure.
//!
//! | SQLSTATE | meaning |
//! |---|---|
//! | classes 21, 22, 23, 54 and P0: data, constraints, limits, triggers | it never takes this batch: an article is at fault |
//! | classes 28, 3D, 3F and 42: users, databases, schemas, rights, tables | it does not accept the sink |
//! | all others, and no answer | it takes nothing at the moment |

use runtime::causes::with_causes;
use tokio_postgres::Error;

use crate::target::{Answer, Hindrance};

/// Why a batch was not written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// An article of the batch is at fault.
    Refused(Answer),
    /// The database takes nothing.
    Hindered(Hindrance),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error.as_db_error() {
            Some(of_database) => explained(of_database.code().code(), of_database.message()),
            None => Self::Hindered(Hindrance::away(with_causes(&error))),
        }
    }
}

/// Explains an error with this SQLSTATE and message.
fn explained(code: &str, message: &str) -> Failure {
    match code.get(..2).unwrap_or_default() {
        "21" | "22" | "23" | "54" | "P0" => {
            Failure::Refused(Answer::new(format!("the database answered SQLSTATE {code}"), message))
        }
        "28" | "3D" | "3F" | "42" => {
            Failure::Hindered(Hindrance::denied(format!("{message} (SQLSTATE {code})")))
        }
        _ => Failure::Hindered(Hindrance::away(format!("{message} (SQLSTATE {code})"))),
    }
}

#[cfg(test)]
mod tests {
    use runtime::obstacle::Obstacle;

    use super::*;

    #[test]
    fn an_error_concerns_the_article_the_sink_or_the_moment() {
        for code in ["22021", "22P05", "23514", "54000", "P0001"] {
            assert!(
                matches!(explained(code, "no"), Failure::Refused(answer) if answer.said == "no"),
                "{code}"
            );
        }
        for (codes, obstacle) in [
            (["28P01", "3D000", "42501", "42P01"], Obstacle::TargetDenied),
            (["53100", "57P01", "40P01", "08006"], Obstacle::TargetAway),
        ] {
            for code in codes {
                let failure = explained(code, "no");
                assert!(matches!(failure, Failure::Hindered(why) if why.obstacle == obstacle), "{code}");
            }
        }
    }
}
