//! Indonesian and Malay.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a.n", "bpk", "cv", "d.a", "dll", "dr", "dra", "drs", "dsb", "gen", "gg", "h", "hal", "hj",
            "hlm", "ibu", "ir", "jl", "jln", "kab", "kapt", "kec", "kel", "kol", "let", "m.si", "no", "ny",
            "prof", "pt", "s.e", "s.h", "s.t", "sdr", "sdri", "st", "tel", "tgl", "tn", "u.p",
        ],
        final_before_starter: &[
            "a.m", "bhd", "cm", "co", "corp", "dst", "inc", "jr", "jt", "kg", "km", "ltd", "m.h", "m.m",
            "p.m", "ph.d", "rp", "sdn", "tbk",
        ],
        sentence_starters: &[
            "Ada", "Adapun", "Akan", "Akibatnya", "Anda", "Apa", "Atas", "Bagi", "Bahkan", "Banyak",
            "Beberapa", "Berdasarkan", "Bila", "Bukan", "Dalam", "Dan", "Dari", "Demikian", "Dengan", "Di",
            "Dia", "Dua", "Hal", "Hanya", "Hari", "Hingga", "Ia", "Ini", "Itu", "Jadi", "Jika", "Juga",
            "Kami", "Kamu", "Karena", "Ke", "Kemudian", "Ketika", "Kita", "Lalu", "Maka", "Menurut",
            "Mereka", "Meski", "Namun", "Oleh", "Pada", "Para", "Saat", "Saya", "Sebab", "Sebagai",
            "Sebelum", "Sedangkan", "Sejak", "Sejumlah", "Selain", "Selama", "Sementara", "Seorang",
            "Seperti", "Setelah", "Tak", "Tetapi", "Tidak", "Tiga", "Untuk", "Walaupun", "Yang",
        ],
        ..AbbreviationLists::NONE
    }),
    cues: Cues {
        byline_words: &["oleh"],
        byline_labels: &["penulis"],
        name_connectors: &["dan", "bin"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
            "oktober", "november", "desember",
        ],
        agencies: &["bernama", "antara"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
