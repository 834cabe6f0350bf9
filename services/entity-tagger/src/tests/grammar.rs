//! Dates, times and amounts. The articles are published on Tuesday 16 April 2019.

use super::{Story, bracketed};

pub(super) fn check(language: &str, expected: &str) {
    let body = plain(expected);
    let story = Story { published_at: Some("2019-04-16T08:00:00+02:00"), ..Story::new(language, &body) };
    assert_eq!(bracketed(&story.tag(), |mention| !mention.entity_type.is_name()), expected, "in {language}");
}

/// Removes the brackets. A value has no `]` and a type no space, but a value of money or a quantity has a
/// space.
fn plain(expected: &str) -> String {
    let mut out = String::new();
    let mut rest = expected;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let (inside, behind) = after.split_once(']').unwrap();
        let value_has_space = inside.starts_with("MONEY") || inside.starts_with("QUANTITY");
        out.push_str(inside.splitn(if value_has_space { 3 } else { 2 }, ' ').last().unwrap());
        rest = behind;
    }
    out + rest
}

#[test]
fn english_dates_resolve_against_the_day_of_publication() {
    check("en", "They meet on [DATE=2019-04-24 April 24] or on [DATE=2019-04-26/2019-04-27 April 26-27].");
    check("en", "He said [DATE=2019-04-15 Monday] that [DATE=2019-W17 next week] is free.");
    check("en", "It rained [DATE=2019-03 last month] and [DATE=2019-04-13 three days ago].");
    check("en", "It ends by [DATE=2019 the end of this year], not in [DATE=2024 2024].");
    check("en", "It began on [DATE=2018-12-03 December 3, 2018] and on [DATE=2018-12-30 December 30].");
}

#[test]
fn may_and_march_are_months_only_in_a_date() {
    check("en", "They may march in [DATE=2019-05 May].");
    check("en", "May I go?");
}

#[test]
fn english_times_and_amounts_have_values() {
    check(
        "en",
        "At [TIME=15:30 3:30 p.m.] it cost [MONEY=USD 3500000 $3.5 million] or [MONEY=EUR 20 20 euros].",
    );
    check(
        "en",
        "Prices rose [PERCENT=12.5 12.5 percent] and [PERCENT=3 3%] over [QUANTITY=40 km 40 kilometers].",
    );
}

#[test]
fn german_dates_and_amounts() {
    check(
        "de",
        "Am [DATE=2019-04-24 24. April] um [TIME=15:30 15.30 Uhr] kostete es [MONEY=EUR 3500000 3,5 Millionen Euro].",
    );
    check(
        "de",
        "Er kam [DATE=2019-04-15 gestern], vor allem [DATE=2019-W17 nächste Woche] sind es [PERCENT=12.5 12,5 Prozent].",
    );
}

#[test]
fn french_dates_and_amounts() {
    check("fr", "Le [DATE=2019-05-01 1er mai] 2 femmes ont payé [MONEY=EUR 1250000 1 250 000 euros].");
    check(
        "fr",
        "Il viendra [DATE=2019-W17 semaine prochaine] avec [PERCENT=20 20 %] du total à [TIME=15:30 15h30].",
    );
}

#[test]
fn spanish_dates_and_amounts() {
    check("es", "El [DATE=2019-04-24 24 de abril de 2019] costó [MONEY=USD 3000000 3 millones de dólares].");
    check("es", "Subió un [PERCENT=5 5 por ciento] el [DATE=2019-04-15 lunes pasado].");
}

#[test]
fn portuguese_dates_and_amounts() {
    check("pt", "Na [DATE=2019-04-15 segunda-feira] custou [MONEY=BRL 3500000 3,5 milhões de reais].");
    check("pt", "Em [DATE=2019-03 março] subiu [PERCENT=5 5%].");
}

#[test]
fn other_languages_have_signs_and_digits() {
    check("ja", "[DATE=2019-04-24 2019年4月24日]に発表した。");
    check("it", "Sono [MONEY=EUR 20 €20], cioè il [PERCENT=3.5 3,5%].");
}

#[test]
fn without_a_day_of_publication_only_full_dates_have_a_value() {
    let tagged = Story::new("en", "On Monday and on April 3 and on April 3, 2019.").tag();
    let values: Vec<Option<&str>> =
        tagged.entities.mentions.iter().map(|mention| mention.value.as_deref()).collect();
    assert_eq!(values, [None, None, Some("2019-04-03")]);
}

#[test]
fn a_day_that_is_not_in_the_calendar_has_no_value() {
    check("en", "They met on [DATE February 30] again.");
}

#[test]
fn a_percentage_has_a_sign_in_any_language_or_its_word() {
    check("en", "Shares fell [PERCENT=3.4 3.4%] and deaths [PERCENT=27 27 per cent].");
    check("es", "El [PERCENT=28 28 %] bajó un [PERCENT=5 5 por ciento].");
    check("tr", "Fiyatlar [PERCENT=22 %22] arttı.");
    check("it", "Il [PERCENT=40 40%] in più.");
}

#[test]
fn a_currency_sign_belongs_to_the_number_it_is_written_on() {
    check("en", "It reopened after a [MONEY=USD 410000000 $410 million] repair.");
    check("en", "Sales were [MONEY=USD 101200000000 $101.2bn] and [MONEY=EUR 3500000 €3.5m].");
    check("en", "The cost is [MONEY=AUD 64000000 A$64&nbsp;million].");
    check("en", "A [MONEY=USD 5 $5] note was found, and [MONEY=USD 4200000000 $4.2 bln].");
}

#[test]
fn number_words_count_days() {
    check("hu", "A baleset [DATE=2019-04-13 három nappal ezelőtt] történt.");
    check("id", "Tiket dijual [DATE=2019-04-14 dua hari lalu].");
    check("ar", "تبدأ المحاكمة [DATE=2019-04-19 بعد ثلاثة أيام].");
    check("sl", "Občina je dala [MONEY=EUR 500000 pol milijona evrov].");
}

#[test]
fn a_day_with_an_ending_follows_its_month() {
    check("hu", "A döntő [DATE=2019-04-25 április 25]-én lesz, áprilisban 25 ember jött.");
    check("lt", "Rungtynės vyks [DATE=2019-04-25 balandžio 25] d. Vilniuje.");
    check("hy", "Համաժողովը կայացավ [DATE=2018-05-28 2018 թ. մայիսի 28]-ին:");
}

#[test]
fn a_month_belongs_to_the_year_before_it() {
    check("ko", "공사는 [DATE=2020-03 내년 3월] 끝난다.");
    check("ja", "工事は[DATE=2020-03 来年3月]に終わる。");
}

#[test]
fn a_word_for_the_clock_makes_a_time() {
    check("et", "Üritus algab [TIME=18:00 kell 18.00].");
    check("th", "ประชุม[TIME=09:30 เวลา 09.30] น.");
}

#[test]
fn a_noun_puts_no_date_ahead() {
    check("en", "The council approved the plan on [DATE=2019-04-15 Monday].");
}

#[test]
fn money_without_a_country_has_no_value() {
    let body = "Los daños suman 420 millones de pesos.";
    let tagged = Story::new("es", body).tag();
    let pesos = &tagged.entities.mentions[0];
    assert_eq!((pesos.text.as_str(), &pesos.value), ("420 millones de pesos", &None));
}

#[test]
fn a_month_alone_lies_in_the_past_unless_the_tense_is_future() {
    check("en", "They lost cattle since [DATE=2018-08 August].");
    check("en", "They need help until [DATE=2019-08 August].");
    check("en", "It opens in [DATE=2019-05 May].");
}

#[test]
fn a_weekday_lies_ahead_after_a_word_for_the_future() {
    check("en", "They will meet again on [DATE=2019-04-18 Thursday], she said on [DATE=2019-04-15 Monday].");
    check("de", "Er sagte am [DATE=2019-04-12 Freitag] ab.");
    check("de", "Das Haus wird am [DATE=2019-04-19 Freitag] eröffnet.");
    check("fr", "Le musée rouvrira [DATE=2019-04-20 samedi], a annoncé [DATE=2019-04-11 jeudi] la ville.");
    check("es", "La red permanecerá cerrada hasta el [DATE=2019-04-21 domingo].");
    check("pt", "O governo vai decidir na [DATE=2019-04-19 sexta-feira].");
}

#[test]
fn a_range_ends_after_it_begins() {
    check("en", "Closed: [DATE=2019-05-02 May 2] to [DATE=2020-01-30 January 30].");
}

#[test]
fn an_arranged_date_lies_ahead_and_a_reported_one_in_the_past() {
    check("en", "The board is to meet on [DATE=2019-04-19 Friday].");
    check("en", "It is a forum that ends on [DATE=2019-04-20 Saturday].");
    check("en", "They hope to be back by [DATE=2019-04-18 Thursday].");
    check("en", "He beat her on [DATE=2019-04-15 Monday] and will play again.");
}

#[test]
fn next_wednesday_is_in_next_week() {
    check("en", "She speaks [DATE=2019-04-24 next Wednesday].");
}

#[test]
fn a_year_may_follow_the_thing_it_dates() {
    check("en", "The law of [DATE=1994 1994] had no room for one of 2000 sheep.");
}

#[test]
fn an_adjective_shows_the_country_of_a_currency() {
    check(
        "en",
        "It cost [MONEY=CAD 220000 220,000 Canadian dollars] or [MONEY=CHF 1900000000 1.9 billion Swiss francs].",
    );
    check("es", "Pagó [MONEY=MXN 30000000 30 millones de pesos mexicanos].");
    check("fr", "Il a payé [MONEY=CHF 200 200 francs suisses].");
    check("de", "Es kostete [MONEY=EUR 2400000 2,4 Mio Euro] und [MONEY=CHF 300 300 Schweizer Franken].");
}

#[test]
fn magnitudes_belong_to_the_amount_in_every_language() {
    check("nl", "Het kost [MONEY=EUR 5000000000 €5 miljard].");
    check("ru", "Это стоит [MONEY=RUB 5000000000 5 млрд рублей] и [MONEY=USD 300000 300 тысяч долларов].");
    check("hi", "इस पर [MONEY=INR 50000000 5 करोड़ रुपये] खर्च होंगे।");
    check("ja", "費用は[MONEY=JPY 3200000000000 3兆2000億円]だ。");
    check("ko", "비용은 [MONEY=KRW 1200000000000 1조 2천억 원이다].");
    check("th", "ใช้เงิน [MONEY=USD 5000000 $5 ล้าน]");
    check("fi", "Se maksaa [MONEY=EUR 5000000000 5 miljardia euroa].");
    check("fr", "Cela coûte [MONEY=EUR 20000000 20 M€] ou [MONEY=EUR 1300000000 1,3 Md€].");
}

#[test]
fn a_currency_that_several_countries_share_follows_the_language_or_is_open() {
    check("da", "Det koster [MONEY=DKK 5 5 kroner].");
    check("nb", "Det koster [MONEY=NOK 5 5 kroner].");
    check("zh", "花费[MONEY=CNY 500000000 5亿元]。");
    for (language, body) in [("en", "It cost 5 crowns."), ("zh", "花費5億元。")] {
        let tagged = Story::new(language, body).tag();
        assert_eq!(
            tagged.entities.mentions.iter().map(|mention| &mention.value).collect::<Vec<_>>(),
            [&None]
        );
    }
}

#[test]
fn a_range_is_one_value() {
    check(
        "en",
        "It cost [MONEY=USD 1000000/2000000 $1-2 million] or [MONEY=USD 5000000/10000000 $5-$10 million].",
    );
    check("en", "It cost [MONEY=USD 1000000 $1 million]-[MONEY=USD 2000000 $2 million].");
    check("en", "It grew [PERCENT=3/5 3 to 5 percent], between [PERCENT=3/5 3 and 5 percent].");
    check("de", "Es sind [PERCENT=3/5 3 bis 5 Prozent].");
    check("en", "The war of [DATE=1914/1918 1914–18] shaped him.");
    check("en", "It runs [DATE=2027-06-03/2027-06-09 June 3-9, 2027].");
}

#[test]
fn a_number_has_its_sign() {
    check("en", "It was [PERCENT=-3.5 -3.5%], then [QUANTITY=-12 ° minus 12 degrees].");
    check("en", "Shares moved [PERCENT=-2.1 −2.1%].");
}

#[test]
fn number_words_are_read_whole_or_not_at_all() {
    check("en", "It cost [MONEY=USD 25000000 twenty-five million dollars].");
    check("en", "It cost [MONEY=EUR 250000000 two hundred and fifty million euros].");
    check("en", "It cost [MONEY=USD 500000 half a million dollars].");
    check("de", "Es kostet eine [MONEY=EUR 500000 halbe Million Euro].");
    check("fr", "Cela coûte quatre-vingts millions d’euros.");
}

#[test]
fn pence_are_hundredths_and_videos_are_no_pence() {
    check("en", "A loaf costs [MONEY=GBP 0.99 99p], the video is 1080p.");
}

#[test]
fn spans_of_time_ahead_and_behind() {
    check("de", "Der Prozess beginnt [DATE=2019-04-19 in drei Tagen].");
    check("fr", "Il partira [DATE=2019-04-30 dans deux semaines].");
    check("en", "They will meet [DATE=2019-04-19 in three days]. They won five games in three days.");
    check("pl", "Kupił go [DATE=2019-04-13 trzy dni temu].");
    check("fr", "[DATE=2019-04-14 Avant-hier], le pont a fermé.");
}

#[test]
fn the_present_tense_puts_a_weekday_ahead() {
    check("en", "The court rules on [DATE=2019-04-19 Friday].");
    check("en", "Voters go to the polls on [DATE=2019-04-19 Friday].");
    check("en", "The ministry published new rules on [DATE=2019-04-12 Friday].");
    check("de", "Das Gericht entscheidet am [DATE=2019-04-19 Freitag].");
    check(
        "de",
        "Er sagte am [DATE=2019-04-15 Montag], dass er am [DATE=2019-04-19 Freitag] nach Paris reise.",
    );
    check("fr", "Il a annoncé [DATE=2019-04-15 lundi] qu’il partirait [DATE=2019-04-19 vendredi].");
}

#[test]
fn where_tenses_are_not_known_a_weekday_is_the_nearest_one() {
    check("cs", "Rada jednala v [DATE=2019-04-15 pondělí] a v [DATE=2019-04-18 čtvrtek].");
}

#[test]
fn a_weekday_may_be_the_first_of_a_month() {
    check("fr", "Le [DATE=2019-05-01 premier mercredi du mois prochain], on vote.");
    check("en", "It opens on the [DATE=2019-05-06 first Monday of May].");
    check("en", "It closes on the [DATE=2019-05-27 last Monday of May].");
}

#[test]
fn dates_follow_the_order_and_the_era_of_the_language() {
    check("hu", "A híd [DATE=2028-03-03 2028 március 3]-án nyílik.");
    check("th", "เปิดวันที่ [DATE=2028-03-03 3 มีนาคม 2571]");
    check("vi", "Cầu mở ngày [DATE=2028-03-03 3 tháng 3 năm 2028].");
    check("vi", "Giá gạo giảm trong [DATE=2018-10 tháng 10].");
    check("ko", "[DATE=2028-03-03 2028년 3월 3일] 개통한다.");
    check("bn", "সেতু খুলবে [DATE=2028-03-03 ৩ মার্চ ২০২৮]।");
}

#[test]
fn a_month_cut_short_is_no_date_without_a_day() {
    check("es", "Vive en Viña del Mar desde el [DATE=2019-03-08 8 mar 2019].");
}

#[test]
fn an_hour_may_have_its_part_of_the_day() {
    check("es", "La sesión es a las [TIME=15:00 3 de la tarde] por la mañana.");
}

#[test]
fn english_is_read_in_a_short_text_whose_language_is_not_known() {
    check("und", "The fair runs [DATE=2027-06-03/2027-06-09 June 3-9, 2027].");
}
