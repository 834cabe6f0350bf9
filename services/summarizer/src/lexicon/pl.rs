//! Polish. Function words, reporting verbs and phrases of web pages, chosen by hand.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    stop_words: "\
        a aby albo ale ani bardzo bez będzie będą bo bowiem by być był była było były cały chce ci co \
        coś czy czyli czym dla dlaczego do dnia dni dobrze dodał dotyczy dwa dzień gdy gdyż gdzie go i \
        ich ile im in inne inny innych iż ja jak jakie jako jednak jego jej jemu jest jeszcze jeśli \
        jeżeli już każdy kiedy kilka kto która które którego której który których którym którzy lat lata \
        lub ma mają mi mieć miał między mnie może można mogą mu my na nad nam nami nas nasz nawet nich \
        nie niego niej nim niż no nowy nowe nowych o obecnie od oni ona ono oraz po pod podczas ponad \
        ponieważ poza powiedział powiedziała pierwszy pierwsza przed przede przez przy roku rok również \
        są się sam sobie sposób swój swoje swoją swoich ta tak takie także tam te tego tej ten to tu tym \
        tych tylko trzy twierdzi u w według we wiele więc więcej właśnie wszystkich wszystko wszyscy \
        wtedy z za został została zostały że zaś zawsze ze znowu poniedziałek wtorek środę czwartek \
        piątek sobotę niedzielę",
    orphan_openings: &[
        "on",
        "ona",
        "ono",
        "oni",
        "one",
        "jego",
        "jej",
        "ich",
        "to",
        "ten",
        "ta",
        "te",
        "tego",
        "tym",
        "ale",
        "a",
        "i",
        "jednak",
        "również",
        "także",
        "ponadto",
        "poza tym",
        "tymczasem",
        "natomiast",
        "dlatego",
        "więc",
        "wtedy",
        "potem",
        "następnie",
        "zatem",
        "obaj",
        "firma",
        "spółka",
    ],
    boilerplate: &[
        "czytaj także",
        "czytaj też",
        "zobacz też",
        "kliknij tutaj",
        "wszelkie prawa zastrzeżone",
        "śledź nas",
        "fot.",
        "reklama",
    ],
    cues: &[
        "badani",
        "ma zostać",
        "ogłosi",
        "oskarżon",
        "ostrzeg",
        "planuje",
        "po raz pierwszy",
        "poinformowa",
        "policja",
        "porozumieni",
        "potwierdzi",
        "rannych",
        "raport",
        "skazan",
        "według ",
        "wygra",
        "zakaz",
        "zapowiedzia",
        "zatrzyman",
        "zatwierdzi",
        "zdecydowa",
        "zginą",
        "zginę",
        "zmarł",
        "łącznie",
        "śledztw",
    ],
    opens_speech_with_dash: true,
    ..Profile::NONE
};
