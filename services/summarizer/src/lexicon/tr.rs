//! Turkish. Function words, reporting verbs and phrases of web pages, chosen by hand.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    stop_words: "\
        acaba ama ancak artık aslında az bana bazı belki ben beri bile bin bir biri birkaç birlikte biz \
        bu buna bunda bundan bunlar bunu bunun burada çok çünkü da daha dahi de defa değil dedi diğer \
        diye dolayı dün en etti etmek eden edildi fakat gibi gün göre hem henüz hep hepsi her hiç için \
        ile ilgili ise işte iki üç ilk kadar karşı kendi kendisi kez ki kim konuştu mi mı mu mü nasıl ne \
        neden nerede o olan olarak oldu olduğu olduğunu olması olmak olsa olup on ona onlar onların onu \
        onun orada oysa önce öyle pek rağmen sadece sanki şey sonra söyledi söylendi şu şunu tarafından \
        tüm üzere üzerine var ve veya ya yani yapılan yapıldı yeni yer yine yıl yok yoksa zaman zaten \
        pazartesi salı çarşamba perşembe cuma cumartesi pazar açıkladı belirtti ifade",
    orphan_openings: &[
        "o",
        "onlar",
        "bu",
        "bunlar",
        "bunun",
        "onun",
        "onların",
        "şu",
        "ama",
        "ancak",
        "fakat",
        "ayrıca",
        "ve",
        "öte yandan",
        "bununla birlikte",
        "buna rağmen",
        "bu arada",
        "daha sonra",
        "sonra",
        "böylece",
        "bu nedenle",
        "üstelik",
        "şirket",
    ],
    boilerplate: &[
        "tıklayın",
        "tıklayınız",
        "bizi takip edin",
        "tüm hakları saklıdır",
        "abone olun",
        "fotoğraf:",
        "ilgili haber",
    ],
    cues: &[
        "anlaşma",
        "araştırma",
        "açıkladı",
        "doğruladı",
        "duyurdu",
        "göre",
        "gözaltın",
        "ilk kez",
        "karar",
        "kazandı",
        "mahkûm",
        "onayla",
        "planlı",
        "polis",
        "rapor",
        "soruşturma",
        "suçla",
        "toplam",
        "tutukla",
        "uyardı",
        "yaralan",
        "yasak",
        "öldü",
        "öldürül",
    ],
    opens_speech_with_dash: true,
    ..Profile::NONE
};
