//! Texts and their sentences, language by language.

use messages::Limit;

use text::Span;

use super::{Rules, Segmentation};
use crate::languages::language;

/// Checks that the text made of the expected sentences is split into exactly these.
fn check(tag: &str, expected: &[&str]) {
    let joint = if matches!(tag, "ja" | "zh") { "" } else { " " };
    check_in(tag, &expected.join(joint), expected);
}

fn check_in(tag: &str, text: &str, expected: &[&str]) {
    let rules = Rules::new(language(tag));
    let spans = Segmentation { rules: &rules, scored: None }.sentences(text, Span::whole(text));
    let found: Vec<&str> = spans.into_iter().map(|span| span.of(text)).collect();
    assert_eq!(found, expected, "sentences of {text:?} in {tag}");
}

fn limit(tag: &str) -> Option<Limit> {
    Rules::new(language(tag)).limit()
}

#[test]
fn a_full_stop_a_question_mark_and_an_exclamation_mark_end_sentences() {
    check("en", &["It rained.", "Did it stop?", "It did!", "Trains ran again."]);
    check("en", &["Really?!", "Yes.", "Stop!!!", "Now."]);
}

#[test]
fn the_end_of_the_text_ends_a_sentence_with_or_without_a_mark() {
    check("en", &["The vote was close.", "No one won"]);
    check("en", &["He works for Harbour Inc."]);
    check("en", &[]);
}

#[test]
fn a_title_before_a_name_does_not_end_a_sentence() {
    check("en", &["Dr. Lindqvist met Mrs. Okafor.", "They talked."]);
    check("en", &["Gen. Ortiz and Sgt. Bloom left St. Paul."]);
    check("de", &["Dr. Weber traf Prof. Klein.", "Sie sprachen lange."]);
    check("fr", &["M. Lefèvre a vu Mme. Roux.", "Ils ont parlé."]);
    check("es", &["El Sr. Ramos llamó a la Dra. Vidal.", "Nadie contestó."]);
    check("pt", &["O Sr. Lopes ligou à Dra. Pinto.", "Ninguém respondeu."]);
    check("it", &["Il dott. Ferri ha chiamato il sig. Neri.", "Nessuno ha risposto."]);
    check("nl", &["Dr. Visser sprak met mevr. Smit.", "Het regende."]);
    check("pl", &["Prof. Nowak spotkał dr. Lisa.", "Padało."]);
    check("tr", &["Prof. Demir ile Dr. Kaya konuştu.", "Yağmur yağdı."]);
    check("ru", &["Об этом сказал проф. Орлов.", "Дождь прошел."]);
    check("hu", &["A vizsgálatot dr. Kiss vezeti.", "Esett az eső."]);
}

#[test]
fn a_year_and_a_unit_behind_a_number_may_end_a_sentence() {
    check("ru", &["Мост открыли в 2024 г.", "Каждое утро по нему едут трамваи."]);
    check("ru", &["В 2024 г. Пермь построила мост.", "Он длинный."]);
    check("pl", &["Łódź ma zanurzenie 1,6 m.", "Fińska załoga czeka."]);
    check("uk", &["Міст має 40 м.", "Львів чекав довго."]);
    check("pl", &["Mieszka w m. Łodzi."]);
}

#[test]
fn a_sentence_may_open_with_two_commas_or_an_elided_word() {
    check("nl", &["Het lag aan de staalprijs.", ",,Maar nu is hij lager.”", "Iedereen wacht."]);
    check("nl", &["De pont vaart sinds 1898.", "'s Avonds is er een feest.", "’t Is gratis."]);
    check("en", &["He saw the Joneses' house, 's Avonds and all."]);
}

#[test]
fn a_chinese_speaker_behind_a_quotation_belongs_to_its_sentence() {
    check("zh", &["“现在晚上就能回来！”住在山下的老人说。", "他很高兴。"]);
    check("zh", &["“这不是钱的问题。”她补充，语气很平静。", "会议结束。"]);
    check("zh", &["“水很热。”", "据介绍，温度很高。"]);
    check("zh", &["“水很热。”", "工人们轮流休息。"]);
}

#[test]
fn a_firm_or_state_ends_a_sentence_only_before_a_sentence_starter() {
    check("en", &["She runs Harbour Inc. Chairman Bo Lee left."]);
    check("en", &["She runs Harbour Inc.", "The chairman left."]);
    check("en", &["He lives in the U.S.", "His wife does not."]);
    check("en", &["The U.S. Senate met.", "It voted."]);
    check("en", &["They left at 6 p.m. Friday.", "They came back at 8 a.m.", "Nobody saw them."]);
    check("de", &["Er kam 44 v. Chr. Geburt.", "Das Buch erschien."]);
}

#[test]
fn an_abbreviation_decided_by_shape_ends_before_a_capital() {
    check("en", &["It was flight No. 12 on Sept. 3 at last."]);
    check("en", &["The answer was no.", "Members left."]);
}

#[test]
fn a_small_letter_continues_the_sentence() {
    check("en", &["He bought nails, screws, etc. and left.", "It rained."]);
    check("fr", &["Les vélos, les trains, etc. sont gratuits.", "Il pleut."]);
}

#[test]
fn initials_belong_to_a_name() {
    check("en", &["J. R. Moreau and P.K. Das won.", "Both smiled."]);
    check("de", &["Das Werk von E. T. Brandt ist neu.", "Es gefällt."]);
    check("fr", &["J.-P. Duval est élu.", "Il est content."]);
    check("ru", &["Книгу написал А. С. Волков.", "Она вышла вчера."]);
    check("uk", &["Книгу написав І. П. Коваль.", "Вона вийшла вчора."]);
    check("en", &["Between you and I.", "That was all."]);
}

#[test]
fn a_stop_in_a_number_or_an_address_does_not_end_a_sentence() {
    check("en", &["It cost $3.5 million, or 1.2.3 by its number.", "It sold."]);
    check("en", &["See https://news.example.org/a.b?c=d.html for more.", "It helps."]);
    check("en", &["Write to Jane.Roe@example.com today.", "She answers."]);
    check("en", &["Read it on example.com.", "It is free."]);
    check("de", &["Es kostete 1.250,50 Euro.", "Das war viel."]);
}

#[test]
fn an_ordinal_stop_does_not_end_a_sentence_in_languages_with_ordinal_stops() {
    check("de", &["Am 3. Mai beginnt der 2. Prozess.", "Er dauert lange."]);
    check("de", &["Sie regierte bis 1989.", "Dann ging sie."]);
    check("da", &["Den 3. Maj kom han.", "Han gik igen."]);
    check("no", &["Den 3. Mai kom han.", "Han gikk igjen."]);
    check("fi", &["Kisat alkavat 3. Toukokuuta.", "Ne päättyvät pian."]);
    check("cs", &["Dne 3. Května přijel.", "Pak odjel."]);
    check("ko", &["2026. 5. 3. 서울에서 열렸다.", "비가 왔다."]);
    check("en", &["He was 42.", "Doctors were shocked."]);
}

#[test]
fn the_number_of_a_list_entry_belongs_to_the_entry() {
    check("en", &["1. Wash the rice."]);
    check("en", &["b. Boil it."]);
    check("en", &["iv. Serve it."]);
}

#[test]
fn suspension_points_end_a_sentence_only_before_a_capital() {
    check("en", &["He waited...", "Nobody came."]);
    check("en", &["He waited... and waited… and left."]);
    check("en", &["I thought... I would stay."]);
    check("en", &["They never said . . . what they knew.", "We asked."]);
    check("ru", &["Он ждал…", "Никто не пришёл."]);
}

#[test]
fn closing_quotation_marks_and_brackets_stay_with_their_sentence() {
    check("en", &["“It is over.”", "She left."]);
    check("en", &["\"It is over.\"", "\"We won!\"", "She left."]);
    check("en", &["(It was late.)", "She left."]);
    check("de", &["„Es ist vorbei.“", "Sie ging."]);
    check("de", &["»Es ist vorbei.«", "Sie ging."]);
    check("fr", &["« C’est fini. »", "Elle est partie."]);
    check("fr", &["Elle a dit : « C’est fini. »", "Il pleuvait."]);
    check("es", &["«Se acabó.»", "Ella se fue."]);
    check("ru", &["«Всё кончено.»", "Она ушла."]);
    check("pl", &["„To koniec.”", "Wyszła."]);
    check("sv", &["”Det är över.”", "Hon gick."]);
}

#[test]
fn a_sentence_goes_on_from_a_quotation_to_its_speaker() {
    check("en", &["“Who won?” she asked.", "Nobody knew."]);
    check("en", &["\"We won!\" he said.", "She left."]);
    check("fr", &["« Qui a gagné ? » demande-t-elle.", "Personne ne sait."]);
    check("es", &["«¿Quién ganó?» preguntó ella.", "Nadie lo sabe."]);
    check("it", &["«Chi ha vinto?» ha chiesto.", "Nessuno lo sa."]);
    check("ru", &["«Кто победил?» — спросила она.", "Никто не знал."]);
}

#[test]
fn sentences_inside_a_quotation_are_sentences() {
    check("en", &["“The harvest failed.", "We need help,” said Mara Quist."]);
}

#[test]
fn a_stop_in_brackets_does_not_end_a_sentence() {
    check("en", &["The firm (it sells boats. Big ones) grew.", "It hired."]);
    check("en", &["He quit [see p. 4. Also p. 9] at once.", "She stayed."]);
}

#[test]
fn an_unclosed_bracket_hides_nothing() {
    check("en", &["The firm (it sells boats.", "It grew.", "It hired."]);
}

#[test]
fn a_footnote_mark_stays_with_its_sentence() {
    check("en", &["The river froze.[3]", "Ships waited.[4][5]", "Spring came."]);
}

#[test]
fn a_sentence_may_end_without_a_space() {
    check_in("en", "The talks failed.Both sides left.", &["The talks failed.", "Both sides left."]);
    check_in("ru", "Переговоры сорваны.Стороны уехали.", &["Переговоры сорваны.", "Стороны уехали."]);
    check("en", &["He uses node.js and example.org daily."]);
    check("en", &["The U.S.-led talks failed."]);
}

#[test]
fn a_quotation_bracket_or_dash_may_open_the_next_sentence() {
    check("en", &["It rained.", "“So what?” she said."]);
    check("en", &["It rained.", "(Nobody minded.)"]);
    check("fr", &["Il pleut.", "— Et alors ?", "— Rien."]);
    check("es", &["Llovía.", "¿Y qué?", "¡Nada!"]);
}

#[test]
fn chinese_and_japanese_sentences_end_without_a_space() {
    check("zh", &["今天下雨。", "你来吗？", "来！", "好。"]);
    check("zh", &["他说：“今天下雨。”", "大家都走了。"]);
    check("ja", &["今日は雨だ。", "来ますか？", "行きます！"]);
    check("ja", &["彼は「雨だ。行かない。」と述べた。", "皆は帰った。"]);
    check("zh", &["股价上涨3.5%。", "收于12.40元。"]);
}

#[test]
fn korean_sentences_end_with_a_stop() {
    check("ko", &["정부는 월요일 밝혔다.", "비가 왔다.", "누가 이겼나?"]);
}

#[test]
fn arabic_persian_urdu_and_hebrew_marks_end_sentences() {
    check("ar", &["هطل المطر اليوم.", "هل توقف؟", "نعم!"]);
    check("ar", &["قال د. سالم ذلك.", "انتهى الاجتماع."]);
    check("fa", &["باران بارید.", "آیا تمام شد؟", "بله."]);
    check("ur", &["بارش ہوئی۔", "کیا رک گئی؟", "جی ہاں۔"]);
    check("he", &["ירד גשם היום.", "האם פסק?", "כן."]);
}

#[test]
fn the_danda_ends_sentences_in_indic_scripts() {
    check("hi", &["आज बारिश हुई।", "क्या रुकी?", "हाँ।"]);
    check("hi", &["डॉ. वर्मा आए।", "सब चले गए।"]);
    check("bn", &["আজ বৃষ্টি হলো।", "সবাই গেল।"]);
    check("mr", &["आज पाऊस पडला.", "सगळे गेले."]);
}

#[test]
fn the_semicolon_is_a_question_mark_only_in_greek() {
    check("el", &["Ποιος κέρδισε;", "Κανείς δεν ξέρει."]);
    check("el", &["Ο κ. Παππάς έφυγε.", "Βρέχει."]);
    check("en", &["It rained; Trains stopped."]);
}

#[test]
fn armenian_ethiopic_and_georgian_sentences_end() {
    check("hy", &["Անձրև եկավ։", "Բոլորը գնացին։"]);
    check("hy", &["Անձրև եկավ:", "Բոլորը գնացին:"]);
    check("am", &["ዝናብ ዘነበ።", "ሁሉም ሄደ።"]);
    check("ka", &["წვიმა მოვიდა.", "ყველა წავიდა."]);
}

#[test]
fn abbreviations_of_many_languages_do_not_end_sentences() {
    check("de", &["Das gilt z. B. Für alle, d. h. Niemand fehlt."]);
    check("nl", &["Dat geldt o.a. Voor Jan."]);
    check("ru", &["Дом на ул. Мира, т. е. Рядом, сдан.", "Он новый."]);
    check("pl", &["Mieszka przy ul. Długiej, tzn. Blisko."]);
    check("pt", &["Vive na av. Central, p.ex. Longe."]);
    check("es", &["Vive en la avda. Mayor con Ud. Ramos."]);
    check("sv", &["Det gäller bl.a. Karin, t.ex. Nu."]);
    check("da", &["Det gælder bl.a. Karen, f.eks. Nu."]);
    check("fi", &["Se koskee esim. Mattia.", "Hän tuli."]);
    check("cs", &["Bydlí na ul. Dlouhé, tzv. Horní."]);
    check("ro", &["Locuiește pe str. Lungă.", "Este aproape."]);
    check("uk", &["Будинок на вул. Миру здано.", "Він новий."]);
    check("bg", &["Живее на ул. Витоша.", "Той е тук."]);
    check("id", &["Ia tinggal di Jl. Merdeka.", "Hujan turun."]);
    check("vi", &["Ông sống ở TP. Huế.", "Trời mưa."]);
    check("ca", &["El Sr. Puig viu al c. Major.", "Plou."]);
}

#[test]
fn a_language_without_a_file_has_the_common_abbreviations() {
    check("und", &["Dr. Mensah met Mr. Boateng.", "Rain fell."]);
    assert_eq!(limit("und"), Some(Limit::NoAbbreviationsForLanguage));
    assert_eq!(limit("en"), None);
}

#[test]
fn thai_and_lao_are_split_at_spaces_between_letters_burmese_and_khmer_at_marks() {
    check("th", &["วันนี้ฝนตก", "รถไฟหยุด"]);
    check("th", &["ราคา 25 บาท"]);
    check("lo", &["ຝົນຕົກມື້ນີ້", "ລົດໄຟຢຸດ"]);
    check("my", &["မိုးရွာသည်။", "ရထားရပ်သည်။"]);
    check("km", &["ថ្ងៃនេះភ្លៀង។", "រថភ្លើងឈប់។"]);
    for tag in ["th", "lo", "my", "km"] {
        assert_eq!(limit(tag), Some(Limit::NoSentenceRulesForLanguage));
    }
}

#[test]
fn lao_with_full_stops_is_split_at_them_alone() {
    check("lo", &["ຝົນຕົກ ມື້ນີ້.", "ລົດໄຟ ຢຸດ.", "“ລົດໄຟຢຸດ.”", "ຝົນຕົກ"]);
    check("lo", &["ທ. ບຸນມີ ມາແລ້ວ.", "ຝົນຕົກ ມື້ນີ້."]);
}

#[test]
fn marks_that_close_a_quotation_belong_to_its_sentence_in_languages_without_spaces() {
    check("my", &["“မိုးရွာသည်။”", "ရထားရပ်သည်။"]);
    check_in("km", "«ថ្ងៃនេះភ្លៀង។» គាត់និយាយ។", &["«ថ្ងៃនេះភ្លៀង។»", "គាត់និយាយ។"]);
}

#[test]
fn a_wrapped_sentence_goes_on_in_the_next_line() {
    check_in(
        "en",
        "The ferry left\nthe harbour. It\r\nsank.",
        &["The ferry left\nthe harbour.", "It\r\nsank."],
    );
}

#[test]
fn spans_are_exact_with_emoji_and_combining_marks() {
    check("en", &["Snow ❄️ fell in Que\u{301}bec.", "We stayed 🏠 in."]);
}

#[test]
fn entries_of_a_list_in_one_line_are_sentences() {
    check("en", &["1. Wash the rice", "2. Boil it", "3. Serve it"]);
    check("en", &["• 9. The tram", "• 10. The ferry"]);
    check("en", &["a) The tram", "b) The ferry"]);
    check("en", &["The plan has three parts: 1) cut taxes, 2) spend less and 3) save."]);
    check("en", &["Figure 1.6", "The map shows the strait."]);
    check("en", &["Figure 1.6 shows the strait."]);
}

#[test]
fn a_small_letter_opens_a_sentence_behind_a_long_word_but_not_behind_an_abbreviation() {
    check("it", &["La pioggia è caduta.", "poi il sole è tornato."]);
    check("it", &["La centrale meteor. si è guasta."]);
    check("fr", &["Il pleut (c’est rare.) à Nice."]);
    check("ru", &["Ну, сказал. — пойдём."]);
}

#[test]
fn an_hour_or_an_era_ends_a_sentence_unless_the_sentence_opens_with_it() {
    check("en", &["She left the bank at 6 p.m.", "Mr. Roe came later."]);
    check("en", &["At 6 p.m. Mr. Roe left the bank."]);
    check("en", &["The vote is at 6 p.m. Friday at the hall."]);
    check("en", &["Rome was founded in 753 B.C.", "Augustus came later."]);
    check("en", &["In 44 B.C. Caesar died."]);
}

#[test]
fn a_closing_sign_behind_a_space_belongs_to_the_sentence_before_it() {
    check("nl", &[",, Het is voorbij. ''", "De ploeg vertrok."]);
    check("en", &["He said \" it is over . \"", "She left."]);
    check("en", &["We won! :-)", "Nobody saw it."]);
    check("en", &["The talks failed. [...]", "They met again."]);
    check("en", &["They would be protected. 4", "Even though they were few, they won."]);
    check("en", &["Hello Mr . Roe, how are you?"]);
}

#[test]
fn a_mark_of_one_language_ends_its_sentences() {
    check("es", &["Los ríos crecieron;", "Esto fue en mayo."]);
    check("es", &["Vinieron Ana; Luis y Marta."]);
    check("fa", &["تهران - ایرنا:", "باران بارید."]);
    check("ur", &["بارش ہوئی ہے -", "سب گھر گئے۔"]);
    check("hy", &["Ի՞նչ ես մտածում:", "Ոչինչ:"]);
    check_in("ja", "来ますか?行きます!雨だ。", &["来ますか?", "行きます!", "雨だ。"]);
    check("ml", &["ഡോ. ശിവൻ വന്നു.", "മഴ പെയ്തു."]);
}

#[test]
fn a_quotation_and_its_speaker_are_one_sentence() {
    check("en", &["“Did it stop?” Betty asked.", "Nobody knew."]);
    check("en", &["\"Stop!\" I said.", "It did."]);
    check("en", &["\"Did it stop?\"", "He said no."]);
}

#[test]
fn abbreviations_of_indian_languages_end_no_sentence() {
    check("hi", &["डॉ. सीमा राव कावेरी मिल्स प्रा. लि. की प्रमुख हैं।", "मिल में 40 लोग हैं।"]);
    check("mr", &["सांगली जि. परिषदेने डॉ. सीमा राव यांना बोलावले.", "बैठक आज होईल."]);
    check("bn", &["ড. সীমা রায় ও মো. করিম ঢাকায় গেছেন।", "তাঁরা কাল ফিরবেন।"]);
    check("gu", &["ડૉ. સીમા રાવે રૂ. 3 કરોડ આપ્યા.", "કામ શરૂ થયું."]);
    check("pa", &["ਡਾ. ਸੀਮਾ ਕੌਰ ਨੇ ਸ. ਸਿੰਘ ਨੂੰ ਬੁਲਾਇਆ।", "ਕੰਮ ਚੱਲ ਰਿਹਾ ਹੈ।"]);
    check("or", &["ଡା. ସୀମା ରାଓ ଆସିଲେ।", "କାମ ଆରମ୍ଭ ହେଲା।"]);
    check("ta", &["திரு. க.சு. மணி சென்னைக்கு வந்தார்.", "மழை பெய்தது."]);
    check("te", &["డా. సీమా రావు రూ. 3 కోట్లు ఇచ్చారు.", "పని మొదలైంది."]);
    check("kn", &["ಡಾ. ಸೀಮಾ ರಾವ್ ರೂ. 3 ಕೋಟಿ ನೀಡಿದರು.", "ಕೆಲಸ ಶುರುವಾಯಿತು."]);
    check("ml", &["ഡോ. സീമ റാവു രൂ. 3 കോടി നൽകി.", "ജോലി തുടങ്ങി."]);
    check("ur", &["ڈاکٹر ایم۔ اے۔ خان لاہور گئے۔", "وہ کل آئیں گے۔"]);
}

#[test]
fn a_sentence_ends_in_an_abbreviated_unit_before_a_capital() {
    check("cs", &["Most stál 7 mil. Kč.", "Stavba trvala rok."]);
    check("da", &["Broen kostede 7 mio. kr.", "Den åbner i maj."]);
    check("no", &["Broen kostet 7 mill. kr.", "Den åpner i mai."]);
    check("hr", &["Most je sagrađen 1987. g.", "Otvoren je u svibnju."]);
    check("sr", &["Мост је коштао 7 милиона дин.", "Отворен је у мају."]);
    check("es", &["El pleno empezó a las 9.30 h.", "Acudieron todos."]);
    check("ca", &["El ple va començar a les 9.30 h.", "Hi van anar tots."]);
    check("ru", &["Мост стоил 7 млн руб.", "Он открыт в мае."]);
    check("he", &["הגשר עלה 7 מיליון ש\"ח.", "הוא נפתח במאי."]);
    check("cs", &["Dům má č. 7.", "Stojí u řeky."]);
    check("cs", &["Platí 7 mil. Kč ročně."]);
}

#[test]
fn a_capitalized_word_may_end_a_sentence_without_a_space_behind_it() {
    check_in("en", "Sales fell 4%.Nobody knew why.", &["Sales fell 4%.", "Nobody knew why."]);
    check_in("ko", "비가 왔다.배는 떠났다.", &["비가 왔다.", "배는 떠났다."]);
    check("ko", &["그는 \"배를 띄운다.\"라고 말했다.", "비가 왔다."]);
    check_in(
        "en",
        "The boat left Turku.Crews were glad.It was noon.",
        &["The boat left Turku.", "Crews were glad.", "It was noon."],
    );
    check_in("en", "\"It left.\"The crew waved.", &["\"It left.\"", "The crew waved."]);
    check_in("en", "He works for Example.Com in Turku.", &["He works for Example.Com in Turku."]);
}

#[test]
fn a_demonstrative_behind_a_quotation_opens_a_sentence() {
    check("ja", &["「船は出ない。」", "そう話す客もいた。"]);
    check("ja", &["「船は出ない。」と客は話した。", "雨だった。"]);
}

#[test]
fn languages_of_the_balkans_and_of_africa_have_their_titles() {
    check("sq", &["Dr. Arta Koçi banon në rr. Dibrës nr. 4.", "Ajo është mjeke."]);
    check("sw", &["Dkt. Amina Juma alifika Tanga.", "Kazi ilianza."]);
}

#[test]
fn sentence_ends_are_found_before_what_cannot_be_seen() {
    check_in("en", "It rained.\u{200b} It stopped.", &["It rained.\u{200b}", "It stopped."]);
    check_in("de", "Es regnete.\u{feff} Es hörte auf.", &["Es regnete.\u{feff}", "Es hörte auf."]);
}

#[test]
fn a_closed_list_of_examples_ends_a_sentence_before_a_capital() {
    check("da", &["De solgte brød, ost osv.", "Ejeren tav."]);
    check("cs", &["Prodávali chleba, sýr atd.", "Majitel mlčel."]);
    check("tr", &["Ekmek, peynir vb.", "Sahibi sustu."]);
    check("id", &["Mereka menjual roti, keju, dll.", "Pemiliknya diam."]);
    check("lv", &["Viņi pārdeva maizi, sieru utt.", "Īpašnieks klusēja."]);
}

#[test]
fn a_year_ends_a_sentence_that_has_words_before_it() {
    check("ru", &["Мельница сгорела в 1951 г.", "Хозяин уехал."]);
    check("pl", &["Młyn spłonął w lipcu 1951 r.", "Właściciel wyjechał."]);
    check("ru", &["В 1951 г. Комитет закрыл мельницу."]);
}

#[test]
fn a_unit_behind_a_magnitude_ends_a_sentence() {
    check("ru", &["Мельница даёт 20 тыс. т.", "Хозяин доволен."]);
    check("fi", &["Mylly maksoi 5 milj. e.", "Omistaja vaikeni."]);
    check("fi", &["Kokous alkaa klo 15.", "Omistaja puhuu."]);
}

#[test]
fn initials_may_be_joined_names_of_letters() {
    check("ta", &["பேரா. கே.எஸ். மணி வந்தார்.", "அவர் பேசினார்."]);
}

#[test]
fn a_verb_behind_a_name_says_who_asks_in_scripts_without_capitals() {
    check("hi", &["\"नाव कहाँ है?\" मोहन ने पूछा।", "कोई नहीं बोला।"]);
}
