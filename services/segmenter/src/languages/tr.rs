//! Turkish.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a.g.e", "age", "alb", "apt", "av", "bkz", "blv", "bs", "bul", "c", "cad", "cilt", "der",
            "doç", "dr", "ecz", "ed", "gen", "gör", "haz", "hz", "kat", "krm", "m.s", "m.ö", "mah", "mim",
            "müh", "no", "op", "org", "prof", "s", "sk", "sn", "sok", "st", "tel", "tğm", "uzm", "vb",
            "vs", "yrd", "yy", "yzb", "çev", "örn", "öğr", "şb",
        ],
        final_before_starter: &[
            "a.ş", "aş", "cm", "co", "corp", "dk", "i.s", "i.ö", "inc", "jr", "kg", "km", "ltd", "san",
            "tic", "tl", "vd", "şti",
        ],
        final_by_shape: &[
            "ara", "ağu", "eki", "eyl", "kas", "mar", "may", "nis", "oca", "tem", "şub",
        ],
        sentence_starters: &[
            "Ama", "Ancak", "Artık", "Aslında", "Ayrıca", "Bana", "Bazı", "Ben", "Benim", "Bir", "Birçok",
            "Biz", "Bizim", "Bu", "Bugün", "Buna", "Bunlar", "Bunu", "Bunun", "Böyle", "Böylece", "Da",
            "Daha", "De", "Diğer", "Dolayısıyla", "Dün", "En", "Eğer", "Fakat", "Gerek", "Hala", "Hem",
            "Hemen", "Henüz", "Hep", "Her", "Hiç", "Kim", "Kimse", "Nasıl", "Ne", "Neden", "O", "Olarak",
            "On", "Ona", "Onlar", "Onu", "Onun", "Orada", "Oysa", "Pek", "Peki", "Sadece", "Sen", "Siz",
            "Son", "Sonra", "Sonunda", "Tek", "Tüm", "Var", "Ve", "Veya", "Ya", "Yani", "Yine", "Zaten",
            "Çünkü", "Üstelik", "Üç", "İki", "İlk", "İşte", "Şimdi", "Şu",
        ],
        ordinal_stops: true,
    }),
    cues: Cues {
        byline_labels: &["yazan", "muhabir", "haber"],
        name_connectors: &["ve"],
        credit_openings: &["muhabir:", "editör:"],
        notice_openings: &["ayrıca okuyun", "tüm hakları saklıdır"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim",
            "kasım", "aralık",
        ],
        agencies: &["aa", "dha", "iha", "anka", "anadolu"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
