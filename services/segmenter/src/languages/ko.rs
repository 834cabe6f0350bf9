//! Korean.
//!
//! Dates are ordinals with stops (`2026. 5. 3.`). Korean does not abbreviate its own words with a stop.

use super::abbreviations::AbbreviationLists;
use super::common::FOREIGN_ABBREVIATIONS;
use super::profile::{Cues, DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists { ordinal_stops: true, ..FOREIGN_ABBREVIATIONS }),
    cues: Cues {
        byline_labels: &["기자", "글"],
        reporter_titles: &["기자", "특파원", "선임기자", "인턴기자"],
        notice_openings: &["제보는", "재배포 금지", "저작권자", "무단 전재"],
        end_marks: &["(끝)", "[끝]", "【끝】"],
        caption_openings: &["사진=", "사진:", "사진 "],
        caption_credits: &["사진"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        agencies: &["yonhap"],
        caseless_agencies: &["연합뉴스", "뉴시스", "뉴스1", "로이터"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
