//! Japanese.
//!
//! Japanese does not abbreviate its own words with a stop.

use super::common::FOREIGN_ABBREVIATIONS;
use super::profile::{Cues, DatelineWords, Profile, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(FOREIGN_ABBREVIATIONS),
    sentences: SentenceRules {
        running_quotations: true,
        ..SentenceRules::NONE
    },
    cues: Cues {
        byline_labels: &["記者", "文"],
        reporter_titles: &["記者", "特派員"],
        notice_openings: &["関連記事"],
        end_marks: &["（終）", "【終】", "（了）", "【了】"],
        caption_openings: &["写真：", "写真:", "写真は", "【写真】"],
        caption_credits: &["写真"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        agencies: &["kyodo", "jiji"],
        caseless_agencies: &["共同", "時事", "ロイター"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
