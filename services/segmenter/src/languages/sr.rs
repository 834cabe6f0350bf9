//! Serbian in Cyrillic script.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "бр", "г", "ген", "гл", "госп", "гђа", "дипл", "доц", "др", "инж", "маг", "макс", "мин", "мр",
            "нпр", "одн", "прим", "проф", "пук", "св", "сл", "ст", "стр", "тел", "тзв", "тј", "ул", "чл",
        ],
        final_before_starter: &[
            "а.д", "год", "д.о.о", "дин", "и.сл", "кг", "км", "мил", "млрд", "н.е", "п.н.е", "см", "хиљ",
        ],
        sentence_starters: &[
            "Ја", "Је", "Јер", "Још", "Јуче", "Његов", "Његова", "А", "Ако", "Али", "Без", "Би", "Била",
            "Било", "Био", "Већ", "Ви", "Више", "Да", "Дакле", "Данас", "Два", "До", "Док", "За", "Затим",
            "Зато", "Зашто", "Због", "И", "Иако", "Из", "Ипак", "Истовремено", "Кад", "Када", "Како",
            "Као", "Код", "Која", "Које", "Који", "Кроз", "Међу", "Међутим", "Ми", "Многи", "Може", "На",
            "Над", "Наиме", "Након", "Не", "Неки", "Нема", "Није", "Но", "О", "Ова", "Овај", "Ове", "Ово",
            "Од", "Он", "Она", "Они", "Оно", "Осим", "Па", "По", "Под", "Поред", "Пре", "Пред", "Према",
            "При", "С", "Са", "Сада", "Сам", "Само", "Све", "Сви", "Смо", "Стога", "Су", "Та", "Тада",
            "Тако", "Такође", "Тамо", "Тај", "Те", "Ти", "То", "Три", "Ту", "У", "Уз", "Шта", "Што",
        ],
        ordinal_stops: true,
        final_by_shape: &["etc", "itd", "итд"],
    }),
    words: SharedWords {
        final_units: &[
            "дин", "г", "год", "км", "кг", "см", "ч", "ха", "din", "g", "god", "km", "kg", "KM",
        ],
        number_labels: &["бр", "br"],
        year_marks: &["г", "год", "g", "god"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_labels: &[
            "аутор", "пише", "текст", "autor", "piše",
        ],
        byline_openings: &[
            "пише", "пишу", "написао", "написала", "piše", "pišu", "приредио", "приредила",
        ],
        roles: &[
            "новинар", "новинарка", "дописник", "репортер", "уредник", "novinar", "novinarka",
            "dopisnik",
        ],
        newsrooms: &[
            "редакција",
        ],
        notice_openings: &[
            "прочитајте још", "прочитајте и", "pročitajte još", "pročitajte i", "извор:", "izvor:",
            "пратите нас", "pratite nas", "сва права", "sva prava", "исправка:", "ispravka:",
            "бонус видео", "извори:", "аутор:", "уредник:", "преузето",
            "budite u toku", "bonus video:",
        ],
        caption_openings: &[
            "фото:", "foto:", "архивска фотографија", "arhivska fotografija", "на фотографији",
            "na fotografiji", "илустрација", "ilustracija",
        ],
        caption_credits: &[
            "фото", "foto",
            "архив", "arhiv",
        ],
        picture_labels: &[
            "фото", "фотографија", "foto", "fotografija", "илустрација", "ilustracija",
        ],
        source_labels: &[
            "извор:", "izvor:",
        ],
        telling_verbs: &[
            "каже", "рекао", "рекла", "пише", "писало", "говорили", "шали се", "нашалио се", "додаје", "додао",
            "испричао", "викао", "стоји", "kaže", "rekao", "rekla", "piše", "pisalo",
        ],
        caption_endings: &["ilustracija", "илустрација", "arhivska fotografija"],
        caption_positions: &[
            "у средини", "u sredini",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "текст се наставља испод огласа", "наставак текста испод огласа", "# komentara", "# min čitanja", "# коментара", "# мин", "# мин читања", "arhiva", "beta",
            "galerija", "ilustracija", "još", "komentari", "komentariši", "kontakt", "kopiraj link",
            "o autoru", "oglasi", "ostavi komentar", "podeli", "podelite", "podešavanja", "početna",
            "pošalji", "pratite nas", "pretplati se", "prihvatam", "prijavi se", "prikaži više",
            "pročitaj još", "pročitaj više", "redakcija", "registruj se", "reklama", "sačuvaj", "slušaj",
            "tagovi", "tanjug", "teme", "uživo", "vest se dopunjava", "video", "vreme čitanja # min",
            "štampaj", "архива", "бета", "билтен", "вест се допуњава", "видео", "време читања # мин",
            "галерија", "илустрација", "коментари", "коментариши", "контакт", "копирај линк", "мени",
            "на врх", "о аутору", "огласи", "остави коментар", "погледај видео", "подели", "поделите",
            "подешавања", "политика приватности", "почетна", "пошаљи", "прати нас", "пратите нас",
            "претплати се", "претрага", "претходна", "прикажи више", "прихватам", "прихвати све",
            "пријави грешку", "пријави се", "прочитај више", "прочитај још", "региструј се", "редакција",
            "реклама", "само за претплатнике", "сачувај", "следећа", "слушај", "тагови", "танјуг",
            "текст се допуњава", "теме", "уживо", "фото архива", "фото галерија", "штампај", "још",
            "текст се наставља испод рекламе",
            "slušaj vest", "nastavak vesti ispod reklame", "nastavak vesti ispod oglasa",
            "# pregleda", "# прегледа",
        ],
        link_headings: &[
            "još vesti", "možda će vas zanimati", "na ovu temu", "najnovije", "najnovije vesti",
            "najpopularnije", "najčitanije", "ne propustite", "ostale vesti", "pogledajte još", "popularno",
            "povezane vesti", "povezani članci", "povezano", "preporučeno", "preporučujemo", "pročitajte i",
            "pročitajte još", "можда ће вас занимати", "на ову тему", "најновије", "најновије вести",
            "најпопуларније", "најчитаније", "не пропустите", "остале вести", "повезане вести",
            "повезани чланци", "повезано", "погледајте још", "популарно", "препоручено", "препоручујемо",
            "прочитајте и", "прочитајте још", "још вести",
            "можда вас занима", "још из рубрике",
            "vesti dana", "слично",
        ],
        openings: &[
            "ažurirano", "budite u toku", "imate vest", "izvor:", "izvori:", "kliknite", "kontaktirajte",
            "ne propustite", "objavljeno", "ostavite komentar", "pišite nam", "podcast:", "podelite",
            "podržite", "pogledajte i", "poslednja izmena", "pošaljite", "pratite nas", "pretplatite se",
            "preuzmite", "pridružite se", "prijavite se", "pročitajte i", "pročitajte još", "pročitajte:",
            "registrujte se", "tagovi:", "uočili ste", "vest se dopunjava", "više informacija", "više o",
            "vreme čitanja", "šta mislite", "ажурирано", "будите у току", "ваш претраживач",
            "вест се допуњава", "видео:", "више информација", "више о", "време читања", "извор:", "извори:",
            "имате вест", "кликните", "контактирајте", "не пропустите", "објављено", "оставите коментар",
            "пишите нам", "погледајте и", "погледајте:", "поделите", "подкаст:", "подржите",
            "последња измена", "пошаљите", "пратите", "пратите нас", "претплатите се", "преузмите",
            "придружите се", "пријавите се", "пронашли сте", "прочитајте и", "прочитајте још", "прочитајте:",
            "региструјте се", "тагови:", "теме:", "уочили сте", "шта мислите",
            "текст се наставља", "чланак се наставља", "наставак текста", "имате информацију", "јавите нам",
            "пријави грешку", "пријавите грешку", "прочитајте", "погледајте", "бонус видео",
            "можда вас занима",
            "nastavak vesti", "slušaj vest", "preuzmite našu aplikaciju", "uvek u toku",
        ],
        notes: &[
            "ispravka:", "koristimo kolačiće", "mi i naši partneri", "napomena redakcije",
            "ovaj sajt koristi", "pojašnjenje", "sva prava zadržana", "tekst je ažuriran",
            "u prethodnoj verziji", "исправак", "исправка:", "користимо колачиће", "ми и наши партнери",
            "напомена редакције", "напомена уредника", "овај сајт користи", "појашњење", "ранија верзија",
            "сва права задржана", "текст је ажуриран", "у претходној верзији",
        ],
        phrases: &[
            "kliknite ovde", "naš newsletter", "našu aplikaciju", "politika privatnosti",
            "sva prava zadržana", "viber kanal", "viber zajednicu", "вајбер канал", "време читања",
            "кликните овде", "наш билтен", "наш вајбер", "нашу апликацију", "политика приватности",
            "сва права задржана",
        ],
        rights: &[
            "sva prava zadržana", "zabranjeno preuzimanje", "забрањено преузимање", "сва права задржана",
        ],
        share_words: &[
            "komentari", "kopiraj", "link", "podeli", "podelite", "pošalji", "sačuvaj", "tvituj", "štampaj",
            "коментари", "копирај", "линк", "подели", "поделите", "пошаљи", "сачувај", "твитуј", "штампај",
        ],
        share_connectors: &[
            "fejsbuku", "mejlom", "na", "ovaj", "preko", "tviteru", "članak", "на", "овај", "преко",
            "твитеру", "фејсбуку", "чланак",
        ],
        clock_words: &[
            "april", "avgust", "ažurirano", "dan", "dana", "danas", "decembar", "februar", "h", "januar",
            "jul", "jun", "juče", "maj", "mart", "minut", "minuta", "nedelja", "novembar", "objavljeno",
            "oktobar", "petak", "ponedeljak", "pre", "sat", "sata", "sati", "septembar", "sreda", "subota",
            "u", "utorak", "četvrtak", "август", "августа", "ажурирано", "април", "априла", "године", "дан",
            "дана", "данас", "децембар", "децембра", "март", "марта", "мај", "маја", "месец", "минут",
            "минута", "недеља", "недеље", "новембар", "новембра", "објављено", "октобар", "октобра", "петак",
            "понедељак", "пре", "сат", "сата", "сати", "септембар", "септембра", "среда", "субота", "у",
            "уторак", "фебруар", "фебруара", "ч", "четвртак", "јануар", "јануара", "јул", "јула", "јун",
            "јуна", "јуче",
            "измена", "последња",
        ],
        follow_words: &[
            "kontaktirajte", "pišite", "pratite", "контактирајте", "пишите", "пратите",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        agencies: &["tanjug", "танјуг", "фонет"],
        months: &[
            "јануар", "фебруар", "март", "април", "мај", "јун", "јул", "август", "септембар", "октобар",
            "новембар", "децембар", "јануара", "фебруара", "марта", "априла", "маја", "јуна", "јула",
            "августа", "септембра", "октобра", "новембра", "децембра", "januara", "februara", "marta",
            "aprila", "maja", "juna", "jula", "avgusta", "septembra", "oktobra", "novembra", "decembra",
        ],
        weekdays: &[
            "понедељак", "уторак", "среда", "четвртак", "петак", "субота", "недеља", "среду", "суботу",
            "недељу", "sredu", "subotu", "nedelju",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
