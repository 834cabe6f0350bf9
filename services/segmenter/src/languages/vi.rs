//! Vietnamese.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SentenceModel, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "BS", "GS", "KS", "NSND", "NSƯT", "P", "PGS", "Q", "TP", "TS", "TT", "TX", "ThS", "Tp", "bs",
            "gs", "ks", "p", "pgs", "q", "st", "ths", "tp", "ts", "tt", "tx", "vd", "ĐT", "đ", "đt",
        ],
        final_before_starter: &[
            "a.m", "co", "corp", "inc", "ltd", "p.m", "scn", "tcn", "v.v", "vv",
        ],
        sentence_starters: &[
            "Anh", "Bà", "Bởi", "Cho", "Chúng", "Chỉ", "Chị", "Các", "Cái", "Còn", "Có", "Cô", "Cũng",
            "Cả", "Của", "Do", "Em", "Hai", "Hôm", "Khi", "Không", "Là", "Lúc", "Mà", "Mỗi", "Một", "Nay",
            "Ngoài", "Ngày", "Người", "Như", "Nhưng", "Những", "Này", "Nên", "Nếu", "Phải", "Qua", "Rồi",
            "Sau", "Sẽ", "Số", "Theo", "Thì", "Thế", "Trong", "Trên", "Trước", "Tuy", "Tôi", "Tại", "Tất",
            "Từ", "Việc", "Và", "Vào", "Vì", "Về", "Với", "Xin", "Ông", "Đang", "Đây", "Đã", "Đó", "Đến",
            "Để", "Đối", "Ở",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        model: SentenceModel::UniformText,
        ..SentenceRules::NONE
    },
    cues: Cues {
        byline_words: &["bởi", "bài"],
        byline_labels: &["tác giả"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        agencies: &["vna", "ttxvn"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
