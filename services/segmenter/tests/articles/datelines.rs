//! Datelines, and leads that only look like them.

use super::{check_blocks, check_dateline};

#[test]
fn finds_datelines_in_many_forms() {
    for (lead, expected) in [
        ("TURIN (AP) — Snow fell.", "TURIN (AP) — | TURIN | - | AP"),
        ("SALEM, Ore. (AP) — Snow fell.", "SALEM, Ore. (AP) — | SALEM, Ore. | - | AP"),
        ("QUITO, Sept. 4 (Xinhua) -- Snow fell.", "QUITO, Sept. 4 (Xinhua) -- | QUITO | Sept. 4 | Xinhua"),
        ("Turin/Lyon (AFP) - Snow fell.", "Turin/Lyon (AFP) - | Turin/Lyon | - | AFP"),
        ("TURIN and LYON (AP) — Snow fell.", "TURIN and LYON (AP) — | TURIN and LYON | - | AP"),
        ("(Reuters) TURIN, May 4 - Snow fell.", "(Reuters) TURIN, May 4 - | TURIN | May 4 | Reuters"),
        ("(ANSA) - TORINO, 4 MAG - Nevica.", "(ANSA) - TORINO, 4 MAG - | TORINO | 4 MAG | ANSA"),
        ("Reuters TURIN, May 4 - Snow fell.", "Reuters TURIN, May 4 - | TURIN | May 4 | Reuters"),
        ("TURIN, Friday — Snow fell.", "TURIN, Friday — | TURIN | Friday | -"),
        ("ST. PAUL – Snow fell.", "ST. PAUL – | ST. PAUL | - | -"),
        ("MULTAN: Snow fell.", "MULTAN: | MULTAN | - | -"),
        ("RENO (June 4, 2026) – Snow fell.", "RENO (June 4, 2026) – | RENO | June 4, 2026 | -"),
        ("Albany, N.Y. - Snow fell.", "Albany, N.Y. - | Albany, N.Y. | - | -"),
        ("TURIN (AP)—Snow fell.", "TURIN (AP)— | TURIN | - | AP"),
        ("TURIN (CNN)Snow fell.", "TURIN (CNN) | TURIN | - | CNN"),
        ("(Reuters) - Snow fell.", "(Reuters) - | - | - | Reuters"),
        ("[TURIN] Snow fell.", "[TURIN] | TURIN | - | -"),
        ("LYON, le 4 mai (AFP) – Il neige.", "LYON, le 4 mai (AFP) – | LYON | 4 mai | AFP"),
        ("BONN, 4. Mai (AFP) - Es schneit.", "BONN, 4. Mai (AFP) - | BONN | 4. Mai | AFP"),
        ("Porto, 4 de maio (Lusa) - Neva.", "Porto, 4 de maio (Lusa) - | Porto | 4 de maio | Lusa"),
        ("Murcia, 4 may. (EFE). — Nieva.", "Murcia, 4 may. (EFE). — | Murcia | 4 may | EFE"),
        ("ПЕРМЬ, 4 мая — РИА Новости. Снег.", "ПЕРМЬ, 4 мая — РИА Новости. | ПЕРМЬ | 4 мая | РИА Новости"),
        ("عمان - وام / سقط الثلج.", "عمان - وام / | عمان | - | وام"),
        ("（札幌＝共同）雪が降った。", "（札幌＝共同） | 札幌 | - | 共同"),
        ("（新华社青岛5月3日电）下雪了。", "（新华社青岛5月3日电） | 青岛 | 5月3日 | 新华社"),
        ("BOSTON, Mass. (AP) — Snow fell.", "BOSTON, Mass. (AP) — | BOSTON, Mass. | - | AP"),
        ("TURIN, June 4 (Reuters) - Snow fell.", "TURIN, June 4 (Reuters) - | TURIN | June 4 | Reuters"),
        ("TURIN (KNA/AFP) - Snow fell.", "TURIN (KNA/AFP) - | TURIN | - | KNA/AFP"),
        ("TURIN (The Po Post/ANN) - Snow fell.", "TURIN (The Po Post/ANN) - | TURIN | - | The Po Post/ANN"),
        (
            "TURIN, Italy, Sept. 4 (AP) - Snow fell.",
            "TURIN, Italy, Sept. 4 (AP) - | TURIN, Italy | Sept. 4 | AP",
        ),
        ("TURIN, 4 June (APP) -- Snow fell.", "TURIN, 4 June (APP) -- | TURIN | 4 June | APP"),
        ("TURIN, June 4, 2026 (UPI) — Snow.", "TURIN, June 4, 2026 (UPI) — | TURIN | June 4, 2026 | UPI"),
        ("TURIN - Snow fell.", "TURIN - | TURIN | - | -"),
        ("TURIN — Snow fell.", "TURIN — | TURIN | - | -"),
        ("NEW DELHI: Snow fell.", "NEW DELHI: | NEW DELHI | - | -"),
        ("TURIN, May 4 (Po News) :: Snow fell.", "TURIN, May 4 (Po News) :: | TURIN | May 4 | Po News"),
        ("[TURIN = AP] Snow fell.", "[TURIN = AP] | TURIN | - | AP"),
        ("SEOUL, Sept. 4 (Yonhap) -- Snow fell.", "SEOUL, Sept. 4 (Yonhap) -- | SEOUL | Sept. 4 | Yonhap"),
        ("Bonn (dpa) – Es schneit.", "Bonn (dpa) – | Bonn | - | dpa"),
        ("Murcia, 4 may (EFE).- Nieva.", "Murcia, 4 may (EFE).- | Murcia | 4 may | EFE"),
        ("Torino, 4 mag (ANSA) - Nevica.", "Torino, 4 mag (ANSA) - | Torino | 4 mag | ANSA"),
        ("ПЕРМЬ, 4 мая — ТАСС. Снег.", "ПЕРМЬ, 4 мая — ТАСС. | ПЕРМЬ | 4 мая | ТАСС"),
        ("عمان في 4 مايو (رويترز) - سقط الثلج.", "عمان في 4 مايو (رويترز) - | عمان | 4 مايو | رويترز"),
        (
            "إربد 3 كانون الثاني (بترا) - سقط الثلج.",
            "إربد 3 كانون الثاني (بترا) - | إربد | 3 كانون الثاني | بترا",
        ),
        (
            "Iquique (Chile), 8 may (EFE).- Nieva.",
            "Iquique (Chile), 8 may (EFE).- | Iquique (Chile) | 8 may | EFE",
        ),
        (
            "THE HAGUE, Oct 2 (Po News) - Snow fell.",
            "THE HAGUE, Oct 2 (Po News) - | THE HAGUE | Oct 2 | Po News",
        ),
        ("HULL, Que. — Snow fell.", "HULL, Que. — | HULL, Que. | - | -"),
        ("पटना, नौ जुलाई (भाषा) बर्फ गिरी।", "पटना, नौ जुलाई (भाषा) | पटना | नौ जुलाई | भाषा"),
        ("नई दिल्ली, 3 मई (भाषा) बर्फ गिरी।", "नई दिल्ली, 3 मई (भाषा) | नई दिल्ली | 3 मई | भाषा"),
        ("(서울·부산=뉴시스) 김 기자 = 눈이 왔다.", "(서울·부산=뉴시스) 김 기자 = | 서울·부산 | - | 뉴시스"),
        ("台北（中央社）今天下雪。", "台北（中央社） | 台北 | - | 中央社"),
        ("（中央社記者林小明台北3日電）下雪。", "（中央社記者林小明台北3日電） | 台北 | 3日 | 中央社"),
        ("ЛЬВІВ, 7 лютого /Укрінформ/. Сніг.", "ЛЬВІВ, 7 лютого /Укрінформ/. | ЛЬВІВ | 7 лютого | Укрінформ"),
        ("TURIN\u{a0}(AP)\u{a0}—\u{a0}Snow fell.", "TURIN\u{a0}(AP)\u{a0}— | TURIN | - | AP"),
    ] {
        check_dateline(lead, Some(expected));
    }
}

#[test]
fn a_lead_that_only_looks_like_a_dateline_has_none() {
    for lead in [
        "LONDON - based traders sold shares.",
        "THE FIRST MINISTER said on Monday that she would go.",
        "EXCLUSIVE: The minister will resign.",
        "Tom Reid - who was there - said so.",
        "The harbour (built in 1901) - a landmark - burned.",
        "Turin is cold.",
        "THE VERDICT — Snow fell.",
        "LIKE A BOX OF PUZZLES: Snow fell.",
        "THREE COLD WINTERS: Snow fell.",
        "[http://paper.example/story?id=34] Snow fell.",
        "It was late: Snow fell.",
    ] {
        check_dateline(lead, None);
    }
}

#[test]
fn a_country_or_region_behind_a_city_confirms_it() {
    check_dateline("LUSAKA, Zambia — Snow fell.", Some("LUSAKA, Zambia — | LUSAKA, Zambia | - | -"));
    check_dateline("SALEM, Oregon - Snow fell.", Some("SALEM, Oregon - | SALEM, Oregon | - | -"));
    check_dateline(
        "PORT LOUIS, Mauritius: Snow fell.",
        Some("PORT LOUIS, Mauritius: | PORT LOUIS, Mauritius | - | -"),
    );
    check_dateline("Lima, Peru – Snow fell.", Some("Lima, Peru – | Lima, Peru | - | -"));
    check_dateline("Oslo — Snow fell.", Some("Oslo — | Oslo | - | -"));
    check_dateline("LIMA | Snow fell.", Some("LIMA | | LIMA | - | -"));
    check_dateline("Snow — Nobody had expected it.", None);
    check_dateline("Snow, Rain – Nobody had expected it.", None);
}

#[test]
fn a_source_may_stand_alone_before_the_story() {
    check_dateline("(dpa) Es schneit seit Montag.", Some("(dpa) | - | - | dpa"));
    check_dateline(
        "(The Harbour Post) – Snow fell.",
        Some("(The Harbour Post) – | - | - | The Harbour Post"),
    );
    check_dateline("UPI — Snow fell.", Some("UPI — | - | - | UPI"));
    check_dateline("(Updated Twice) – Snow fell.", None);
}

#[test]
fn dates_stops_and_names_come_before_a_place_too() {
    check_dateline("4 May 2026, LIMA – Snow fell.", Some("4 May 2026, LIMA – | LIMA | 4 May 2026 | -"));
    check_dateline("By Jane Doe, LIMA (AP) — Snow fell.", Some("By Jane Doe, LIMA (AP) — | LIMA | - | AP"));
    check_dateline(
        "Омск. 4 мая. ИНТЕРФАКС. Выпал снег.",
        Some("Омск. 4 мая. ИНТЕРФАКС. | Омск | 4 мая | ИНТЕРФАКС"),
    );
    check_dateline(
        "Львів. 4 травня. УНІАН. Випав сніг.",
        Some("Львів. 4 травня. УНІАН. | Львів | 4 травня | УНІАН"),
    );
    check_dateline(
        "Lima, May 4, 2026 (NAN) Snow fell.",
        Some("Lima, May 4, 2026 (NAN) | Lima | May 4, 2026 | NAN"),
    );
    check_dateline(
        "Torino, 4 mag. (snownews) - Nevica.",
        Some("Torino, 4 mag. (snownews) - | Torino | 4 mag | snownews"),
    );
}

#[test]
fn a_known_city_and_a_stop_are_a_dateline() {
    check_dateline("Lübeck. Schnee fiel.", Some("Lübeck. | Lübeck | - | -"));
    check_dateline("GRAZ. Schnee fiel.", Some("GRAZ. | GRAZ | - | -"));
    check_dateline("पटना। बर्फ गिरी।", Some("पटना। | पटना | - | -"));
    check_dateline("Hagenfeld. Der Schnee in Hagenfeld schmilzt.", Some("Hagenfeld. | Hagenfeld | - | -"));
    check_dateline("UELZEN. Der Schnee in Uelzen schmilzt.", Some("UELZEN. | UELZEN | - | -"));
    check_dateline("SNOW. The snow melts.", None);
    check_dateline("Snow. Nobody came.", None);
}

#[test]
fn agencies_may_stand_behind_a_comma_a_dash_or_between_slashes() {
    check_dateline(
        "Medan, CNN Indonesia -- Salju turun.",
        Some("Medan, CNN Indonesia -- | Medan | - | CNN Indonesia"),
    );
    check_dateline("غزة - معا - تساقطت الثلوج.", Some("غزة - معا - | غزة | - | معا"));
    check_dateline("Пловдив, 4 май /БТА/ Валя сняг.", Some("Пловдив, 4 май /БТА/ | Пловдив | 4 май | БТА"));
    check_dateline(
        "ЛЬВІВ. 4 травня (Укрінформ). Випав сніг.",
        Some("ЛЬВІВ. 4 травня (Укрінформ). | ЛЬВІВ | 4 травня | Укрінформ"),
    );
    check_dateline(
        "Kaunas, gegužės 4 d. (ELTA). Snigo.",
        Some("Kaunas, gegužės 4 d. (ELTA). | Kaunas | gegužės 4 d | ELTA"),
    );
    check_dateline("ঢাকা, ৪ মে (বাসস) : তুষার পড়েছে।", Some("ঢাকা, ৪ মে (বাসস) : | ঢাকা | ৪ মে | বাসস"));
    check_dateline(
        "Szeged, 2026. május 4., hétfő (MTI) - Esett.",
        Some("Szeged, 2026. május 4., hétfő (MTI) - | Szeged | 2026. május 4., hétfő | MTI"),
    );
}

#[test]
fn a_time_in_brackets_is_no_source() {
    check_dateline("LIMA (10:00 - 12:00) - Snow fell.", None);
    check_dateline("قال الوزير (من 10 إلى 12) - إن الثلوج تتساقط.", None);
}

#[test]
fn a_roundup_has_a_dateline_for_each_item() {
    check_blocks(
        "en",
        "LIMA (AP) — Snow fell in the hills.\n\nIt will melt soon.\n\nQUITO (AP) — Rain fell in the valleys.",
        &[
            "dateline: LIMA (AP) — | LIMA | - | AP",
            "paragraph: Snow fell in the hills.",
            "paragraph: It will melt soon.",
            "dateline: QUITO (AP) — | QUITO | - | AP",
            "paragraph: Rain fell in the valleys.",
        ],
    );
}

#[test]
fn a_dateline_may_stand_alone_above_the_lead() {
    let lead =
        "Allt fiske efter torsk i Öresund förbjuds från den 1 januari, beslutade regeringen på torsdagen.";
    super::check_blocks(
        "sv",
        &format!("Torskfisket stoppas från nyår\n\nMalmö (TT)\n\n{lead}"),
        &[
            "headline: Torskfisket stoppas från nyår",
            "dateline: Malmö (TT) | Malmö | - | TT",
            &format!("paragraph: {lead}"),
        ],
    );
}

#[test]
fn a_line_without_a_stop_above_the_lead_has_no_dateline() {
    let lead = "The Senate voted on Thursday to keep the ferries of the harbour, after nine days of strike.";
    let body = format!("USA: Senate keeps the ferries\n\n{lead}\n\nSnow fell.");
    let first =
        super::listing(&body, &segmenter::segment_body(&body, None, None, &segmenter::Languages::only("en")))
            .into_iter()
            .next();
    assert!(first.is_some_and(|line| !line.starts_with("dateline")));
}

/// Checks that the first of these lines is a dateline and nothing else, above a lead.
fn check_alone(line: &str, expected: Option<&str>) {
    let lead = "Snow fell on Thursday in the hills above the harbour, and all of the ferries stayed there.";
    let body = format!("{line}\n\n{lead}\n\nIt will melt soon.");
    let segments = segmenter::segment_body(&body, None, None, &segmenter::Languages::only("en"));
    let first = super::listing(&body, &segments).into_iter().next();
    let found = first.as_deref().and_then(|line| line.strip_prefix("dateline: "));
    assert_eq!(found, expected, "dateline of {body:?}");
}

#[test]
fn a_stop_and_a_dash_may_close_a_dateline_that_stands_alone() {
    for (line, parts) in [
        ("Murcia, 4 may (EFE).-", "Murcia | 4 may | EFE"),
        ("Porto, 4 de maio (Lusa).-", "Porto | 4 de maio | Lusa"),
        ("Torino, 4 mag (ANSA). –", "Torino | 4 mag | ANSA"),
        ("LIMA (AP).", "LIMA | - | AP"),
        ("ПЕРМЬ (ТАСС).", "ПЕРМЬ | - | ТАСС"),
    ] {
        check_alone(line, Some(&format!("{line} | {parts}")));
    }
    for line in ["She works for the agency (AP).", "Nobody came (yet).-", "See below (4 May).-", "(AP).-"] {
        check_alone(line, None);
    }
}

#[test]
fn a_paper_may_stand_behind_a_place_in_capitals() {
    for (lead, parts) in [
        ("TUBAN, Radar Jatim - ", "TUBAN | - | Radar Jatim"),
        ("KUCHING, Harian Metro – ", "KUCHING | - | Harian Metro"),
        ("SALTA, Diario Norte - ", "SALTA | - | Diario Norte"),
        ("RECIFE, Rádio Jornal – ", "RECIFE | - | Rádio Jornal"),
        ("DAKAR, Agence Presse Atlantique — ", "DAKAR | - | Agence Presse Atlantique"),
    ] {
        check_dateline(&format!("{lead}Hujan turun."), Some(&format!("{} | {parts}", lead.trim_end())));
    }
    check_dateline("TUBAN, Jawa Timur - Hujan.", Some("TUBAN, Jawa Timur - | TUBAN, Jawa Timur | - | -"));
    check_dateline("Bung Hatta, Suara Rakyat - sebuah buku.", None);
    check_dateline("Malam, Radio Kota - siaran baru.", None);
    check_dateline("KABAR, Berita baru - hujan.", None);
}

#[test]
fn the_stop_of_an_abbreviated_state_may_end_a_dateline() {
    for place in ["Toluca, Méx.", "Saltillo, Coah.", "San Luis Potosí, S.L.P.", "Tecate, B.C."] {
        check_dateline(&format!("{place} Nieva."), Some(&format!("{place} | {place} | - | -")));
    }
    check_dateline("Toluca, Méx. es una ciudad fría.", None);
    check_dateline("Vive en Toluca, Méx. Nieva.", None);
    check_dateline("Toluca, Mexiquense. Nieva.", None);
    check_dateline("Washington, D.C. Mayor Jane Roe said so.", None);
}

#[test]
fn a_place_before_a_stop_may_be_named_elsewhere_in_the_body() {
    let first = |body: &str| {
        let segments = segmenter::segment_body(body, None, None, &segmenter::Languages::only("de"));
        super::listing(body, &segments).swap_remove(0)
    };
    let lead = "Hagenfeld. Die Sperrung der alten Brücke über den Fluss dauert länger als geplant.";
    let twice = "Die Brücke bei Hagenfeld ist alt. Wer in Hagenfeld wohnt, fährt um.";
    assert_eq!(first(&format!("{lead}\n\n{twice}")), "dateline: Hagenfeld. | Hagenfeld | - | -");
    for below in [
        "Die Brücke bei Hagenfeld ist alt.",
        "Hagenfeld wartet. Ganz Hagenfeld wartet.",
        "Die Brücke bei Hagenfelde ist alt. Wer in Hagenfelder Straßen wohnt, fährt um.",
    ] {
        assert_eq!(first(&format!("{lead}\n\n{below}")), format!("paragraph: {lead}"), "{below}");
    }
    let lead = "July. The old bridge over the wide river was so hot on Thursday that nobody of the town crossed it on foot.";
    assert_eq!(
        first(&format!("{lead}\n\nIt is hot in July. It was hot in July.")),
        format!("paragraph: {lead}")
    );
}
