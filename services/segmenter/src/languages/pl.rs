//! Polish.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a.d", "abp", "adm", "al", "art", "bp", "bł", "chor", "doc", "dot", "dr", "dyr", "gen", "hab",
            "im", "inż", "jw", "kard", "kl", "kol", "kom", "kpt", "ks", "lek", "lic", "m", "m.in", "mec",
            "mgr", "min", "mjr", "n.p", "nadkom", "np", "nr", "nt", "o", "ob", "ok", "op", "os", "p", "pkt",
            "pl", "pn", "pod", "podkom", "por", "pp", "ppor", "ppłk", "prof", "przyp", "pt", "płk", "r",
            "red", "rkps", "rozdz", "rp", "ryc", "rys", "s", "s.a", "sierż", "sp", "st", "str", "tab", "tel",
            "tj", "tys", "tzn", "tzw", "ub", "ul", "ur", "wg", "woj", "ws", "ww", "wyd", "zał", "zm", "zob",
            "zwł", "św",
        ],
        final_before_starter: &[
            "b.r", "bm", "br", "cm", "co", "corp", "godz", "gr", "in", "inc", "jr", "kg", "km", "ltd", "mld",
            "mln", "n.e", "o.o", "p.n.e", "proc", "r.p", "sek", "sp.z.o.o", "w", "wlkp", "z.o.o", "zł",
        ],
        sentence_starters: &[
            "A", "Aby", "Ale", "Ani", "Bez", "Bo", "By", "Być", "Był", "Była", "Było", "Choć", "Co", "Czy",
            "Dla", "Dlatego", "Do", "Dopiero", "Dwa", "Dziś", "Gdy", "Gdyby", "Gdzie", "I", "Ich", "Im",
            "Innymi", "Jak", "Jaka", "Jako", "Jednak", "Jego", "Jej", "Jest", "Jeszcze", "Jeśli", "Już",
            "Kiedy", "Kto", "Która", "Które", "Który", "Lecz", "Mam", "Mimo", "Między", "Mogą", "Może",
            "Można", "My", "Na", "Nad", "Nam", "Następnie", "Nasz", "Natomiast", "Nie", "Nikt", "No", "O",
            "Obecnie", "Od", "On", "Ona", "One", "Oni", "Oraz", "Po", "Pod", "Podczas", "Ponadto", "Potem",
            "Poza", "Prawdopodobnie", "Przed", "Przez", "Przy", "Również", "Sam", "Skoro", "Są", "Ta",
            "Tak", "Także", "Tam", "Te", "Tego", "Ten", "Teraz", "To", "Trzy", "Tu", "Tutaj", "Ty",
            "Tylko", "W", "We", "Według", "Więc", "Wszyscy", "Wszystko", "Wtedy", "Wy", "Z", "Za", "Zaś",
            "Ze", "Żeby",
        ],
        final_by_shape: &["etc", "itd", "itp"],
        ..AbbreviationLists::NONE
    }),
    words: SharedWords {
        final_units: &[
            "zł", "gr", "godz", "km", "kg", "cm", "ha", "szt", "mkw", "t", "h", "min", "l",
        ],
        number_labels: &["nr"],
        year_marks: &["r"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "oprac.", "opracował", "opracowała", "opracowanie", "napisał", "napisała", "tekst",
            "rozmawiał", "rozmawiała", "relacja",
        ],
        roles: &[
            "dziennikarz", "dziennikarka", "korespondent", "korespondentka", "reporter", "reporterka",
            "redaktor", "redaktorka", "publicysta",
        ],
        newsrooms: &[
            "oprac. red.", "redakcja", "oprac. redakcja",
            "materiał prasowy", "opr. red", "oprac. red",
        ],
        author_phrases: &[
            "jest dziennikarzem", "jest dziennikarką", "jest korespondentem",
        ],
        byline_words: &[
            "przez", "napisał", "tekst",
        ],
        byline_labels: &[
            "autor", "autorka", "tekst", "autorzy", "opracowanie", "opracowała",
        ],
        name_connectors: &[
            "i", "z", "w",
        ],
        credit_openings: &[
            "oprac.", "opracował", "opracowała", "autor:", "autorka:", "redakcja:",
        ],
        notice_openings: &[
            "czytaj także", "źródło:", "czytaj też", "czytaj więcej", "źródła:", "zobacz także", "zobacz też",
            "sprostowanie", "wszelkie prawa", "autor jest", "polecamy", "przeczytaj także", "kontakt:",
            "obserwuj nas",
            "masz zdjęcie", "dziękujemy, że", "wszelkie materiały", "materiał chroniony", "oprac.",
            "opracowanie:", "autor:", "korekta:",
            "chcesz być na bieżąco", "zgłoś naruszenie", "fot.",
            "fundacja zezwala",
        ],
        caption_openings: &[
            "fot.", "foto:", "zdjęcie:", "zdjęcia:", "na zdjęciu", "zdjęcie ilustracyjne", "źródło zdjęcia",
            "od lewej:",
        ],
        caption_credits: &[
            "fot.", "fot ", "foto:", "zdjęcie",
            "archiwaln",
            "arch.", "archiwum",
        ],
        picture_labels: &[
            "fot", "foto", "zdjęcie", "zdjęcia", "fotografia", "grafika", "ilustracja", "autor zdjęcia",
            "autor fotografii",
        ],
        source_labels: &[
            "źródło:",
        ],
        telling_verbs: &[
            "mówi", "mówił", "mówiła", "powiedział", "powiedziała", "żartuje", "żartował", "żartowała",
            "głosi", "głosił", "pisze", "pisał", "wspomina", "dodaje", "dodał", "zapewnia", "śmieje się",
            "krzyczał", "krzyczały",
        ],
        caption_endings: &["zdjęcie ilustracyjne", "zdj. ilustracyjne", "zdjęcie archiwalne"],
        caption_positions: &[
            "z lewej", "z prawej", "po lewej", "po prawej", "w środku", "pierwszy z lewej",
            "pierwsza z lewej", "drugi z lewej",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# komentarz", "# komentarze", "# komentarzy", "# min", "# min czytania", "# minuty czytania",
            "akceptuj wszystko", "akceptuję", "aktualizacja", "artykuł aktualizowany", "artykuł sponsorowany",
            "ciąg dalszy artykułu pod reklamą", "czas czytania # min", "czas czytania # minuty",
            "czas czytania ok. # min", "czytaj dalej", "czytaj więcej", "dalsza część artykułu pod reklamą",
            "dalsza część materiału pod wideo", "dalsza część tekstu pod reklamą",
            "dalszy ciąg materiału pod wideo", "do góry", "dodaj komentarz", "drukuj", "fot. ilustracyjne",
            "galeria", "galeria zdjęć", "komentarze", "kontakt", "kopiuj link", "link skopiowany",
            "materiał partnera", "materiał sponsorowany", "menu", "na górę", "na żywo", "następny",
            "newsletter", "o autorze", "obejrzyj wideo", "obserwuj", "obserwuj nas", "odrzuć",
            "odsłuchaj artykuł", "ogłoszenie", "pap", "podziel się", "podziel się artykułem", "pokaż więcej",
            "polityka prywatności", "poprzedni", "posłuchaj", "posłuchaj artykułu", "prenumerata",
            "przed chwilą", "przejdź do treści", "redakcja", "regulamin", "reklama", "reklamy", "skomentuj",
            "skopiuj link", "strona główna", "subskrybuj", "szukaj", "tagi", "tematy", "treść sponsorowana",
            "tylko dla prenumeratorów", "tylko dla subskrybentów", "udostępnij", "udostępnij artykuł",
            "ustawienia", "wideo", "więcej", "wkrótce więcej informacji", "wydrukuj", "wyślij",
            "wyślij mailem", "zaloguj się", "zapisz", "zarejestruj się", "zdjęcie ilustracyjne",
            "zdjęcie poglądowe", "zgłoś błąd", "zobacz galerię", "zobacz komentarze", "zobacz wideo",
            "zobacz więcej",
            "ten tekst przeczytasz w # minuty", "ten tekst przeczytasz w # minut",
            "dalsza część artykułu pod materiałem wideo",
            "kontynuuj czytanie pod reklamą", "zgłoś naruszenie/błąd",
            "# wyświetleń", "# odsłon",
        ],
        link_headings: &[
            "czytaj również", "czytaj także", "czytaj też", "inne artykuły", "mogą cię zainteresować",
            "może cię również zainteresować", "może cię zainteresować", "na topie", "najchętniej czytane",
            "najczęściej czytane", "najnowsze", "najnowsze wiadomości", "najpopularniejsze", "nie przegap",
            "polecamy", "polecamy także", "polecane", "popularne", "powiązane", "powiązane artykuły",
            "powiązane tematy", "pozostałe wiadomości", "przeczytaj również", "przeczytaj także",
            "przeczytaj też", "rekomendowane", "to może cię zainteresować", "warto przeczytać",
            "więcej na ten temat", "więcej wiadomości", "zobacz również", "zobacz także", "zobacz też",
            "czytaj więcej", "wybrane dla ciebie",
            "czytaj dalej", "dowiedz się więcej", "zobacz inne", "tematy",
        ],
        openings: &[
            "aby czytać", "aby przeczytać", "aktualizacja #", "aktualizacja:", "bądź na bieżąco",
            "ciąg dalszy", "co o tym", "co sądzisz", "czas czytania", "czytaj dalej", "czytaj również",
            "czytaj także", "czytaj też", "czytaj więcej", "czytaj:", "dalsza część", "data publikacji",
            "dołącz do", "galeria:", "jesteś świadkiem", "kliknij", "masz dla nas", "masz informacje",
            "masz już", "materiał jest aktualizowany", "materiał sponsorowany", "napisz do", "napisz na",
            "nie przegap", "obserwuj nas", "oglądaj:", "opublikowano", "ostatnia aktualizacja", "pobierz",
            "podcast:", "podziel się", "polub nas", "posłuchaj:", "przeczytaj również", "przeczytaj także",
            "przeczytaj też", "przeczytaj:", "reklama:", "skomentuj", "skontaktuj się", "subskrybuj",
            "ta treść", "tagi:", "tematy:", "ten artykuł ma ponad", "twoja przeglądarka", "udostępnij",
            "wesprzyj", "wideo:", "widzisz błąd", "więcej informacji", "więcej na temat", "więcej:",
            "wkrótce więcej", "wszystkie informacje", "wyślij do nas", "zaktualizowano", "zaloguj się",
            "zamów", "zapisz się", "zarejestruj się", "zasubskrybuj", "zauważyłeś", "zdjęcie:",
            "znalazłeś błąd", "zobacz również", "zobacz także", "zobacz też", "zobacz wideo",
            "zobacz więcej", "zobacz:", "ściągnij", "śledź na", "śledź nas", "źródła:", "źródło:",
            "ten tekst przeczytasz", "tekst przeczytasz", "reszta tekstu", "masz zdjęcie", "masz temat",
            "masz ciekawy", "masz informację", "widziałeś", "byłeś świadkiem", "napisz do nas",
            "dziękujemy, że", "dziękujemy za", "przeczytaj", "posłuchaj", "zauważyłeś błąd", "zgłoś błąd",
            "artykuł dostępny", "treść dostępna", "tylko dla", "kup prenumeratę", "data utworzenia",
            "wszelkie materiały", "materiał chroniony", "wybrane dla ciebie", "kontynuuj czytanie",
            "chcesz być na bieżąco", "zgłoś naruszenie", "dalszy ciąg", "opracowanie:",
            "artykuł zaktualizowano", "aktualizacja ", "data aktualizacji", "artykuł aktualizowano",
            "rozmiar tekstu", "zobacz galerię", "zobacz zdjęcia",
        ],
        notes: &[
            "artykuł powstał", "artykuł ukazał się", "artykuł został zaktualizowany", "errata",
            "jeśli potrzebujesz pomocy", "korekta:", "my i nasi partnerzy", "nota redakcyjna", "od redakcji",
            "przyp. red", "przypis redakcji", "sprostowanie", "strona korzysta z plików", "szanowni państwo",
            "szanowny czytelniku", "ta strona korzysta", "ta strona używa", "tekst pochodzi",
            "tekst ukazał się", "tekst został zaktualizowany", "używamy ciasteczek", "używamy plików cookie",
            "w poprzedniej wersji", "wcześniejsza wersja", "we wcześniejszej wersji",
            "wszelkie prawa zastrzeżone", "wyjaśnienie redakcji",
        ],
        phrases: &[
            "czas czytania", "czytaj także", "czytaj więcej", "google news", "kanał na whatsappie",
            "kliknij tutaj", "na bieżąco", "nasz kanał", "nasz newsletter", "naszego newslettera",
            "naszej aplikacji", "naszą aplikację", "newslettera", "polityka prywatności", "w serwisie google",
            "wcześniejszej wersji", "wszelkie prawa zastrzeżone", "został zaktualizowany",
            "nasz artykuł do końca", "w wiadomościach google", "przedruk zastrzeżony",
        ],
        rights: &[
            "kopiowanie zabronione", "prawa zastrzeżone", "wszelkie prawa zastrzeżone",
            "chronione są przepisami", "materiał chroniony prawem", "zakaz kopiowania",
        ],
        share_words: &[
            "drukuj", "komentarze", "kopiuj", "link", "obserwuj", "podziel", "polub", "skomentuj", "skopiuj",
            "tweetnij", "udostępnień", "udostępnij", "wydrukuj", "wyślij", "zapisz",
        ],
        share_connectors: &[
            "artykuł", "artykułem", "do", "facebooku", "mailem", "na", "nas", "przez", "się", "ten",
            "twitterze", "w", "x", "znajomego",
        ],
        clock_words: &[
            "aktualizacja", "czerwca", "czw", "czwartek", "data", "dni", "dzień", "dzisiaj", "dziś", "godz",
            "godzin", "godzina", "godziny", "godzinę", "grudnia", "kwietnia", "lat", "lipca", "listopada",
            "lutego", "maja", "marca", "miesiąc", "minut", "minuty", "minutę", "niedz", "niedziela", "o",
            "opublikowano", "ostatnia", "października", "piątek", "pon", "poniedziałek", "pt", "publikacji",
            "r", "rok", "sierpnia", "sob", "sobota", "stycznia", "temu", "tydzień", "tygodnie", "wczoraj",
            "września", "wt", "wtorek", "zaktualizowano", "śr", "środa",
            "utworzenia",
        ],
        follow_words: &[
            "dołącz", "napisz", "obserwuj", "polub", "skontaktuj", "śledź",
        ],
        summary_headings: &[
            "w skrócie", "najważniejsze informacje", "najważniejsze",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        cities: &[
            "Berlin", "Białystok", "Bruksela", "Bydgoszcz", "Gdańsk", "Gdynia", "Katowice", "Kielce",
            "Kijów", "Kraków", "Londyn", "Lublin", "Moskwa", "Olsztyn", "Opole", "Paryż", "Poznań", "Praga",
            "Rzeszów", "Rzym", "Szczecin", "Toruń", "Warszawa", "Waszyngton", "Wiedeń", "Wilno", "Wrocław",
            "Łódź",
        ],
        months: &[
            "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
            "października", "listopada", "grudnia",
        ],
        agencies: &["pap", "iar", "afp", "reuters"],
        weekdays: &[
            "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela", "środę",
            "sobotę", "niedzielę",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
