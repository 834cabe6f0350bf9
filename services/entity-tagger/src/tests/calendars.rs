//! Dates of other calendars, clocks, and numbers in the order of their language. The articles are published on
//! Tuesday 16 April 2019.

use super::grammar::check;

#[test]
fn years_of_an_era_become_years_of_the_gregorian_calendar() {
    check("ja", "条約は[DATE=2026-05-03 令和8年5月3日]に結ばれ、[DATE=1989 平成元年]の約束を守る。");
    check("ja", "[DATE=1989-01-07 昭和64年1月7日]と[DATE=2019-10 令和元年10月]に決まった。");
    check("zh", "會議於[DATE=2026-12-03 民國115年12月3日]召開。");
}

#[test]
fn a_year_beyond_the_end_of_its_era_has_no_value() {
    check("ja", "条約は[DATE 昭和80年5月3日]に結ばれた。");
}

#[test]
fn days_of_the_persian_calendar_are_converted() {
    check("fa", "پل در [DATE=2028-02-22 ۳ اسفند ۱۴۰۶] باز می‌شود.");
    check("fa", "شورا در [DATE=2019-04-10 ۲۱ فروردین] تصمیم گرفت.");
    check("fa", "شرکت در سال [DATE=2025-03-21/2026-03-20 ۱۴۰۴] بزرگ شد.");
    check("fa", "شرکت در سال [DATE=2028 ۲۰۲۸] بزرگ می‌شود.");
}

#[test]
fn days_of_the_hebrew_and_the_ethiopian_calendar_are_converted() {
    check("he", "המועצה תתכנס [DATE=2027-01-04 כ\"ה בטבת תשפ\"ז].");
    check("he", "ביום [DATE=1948-05-14 ה' באייר תש\"ח] נחתם החוק.");
    check("am", "ጉባኤው [DATE=2026-11-04 ጥቅምት 25 ቀን 2019] ተካሄደ።");
    check("he", "החוק מיום [DATE=2026-11-11 א' בכסלו ה'תשפ\"ז] בתוקף.");
}

#[test]
fn hebrew_letters_without_a_mark_are_no_day() {
    check("he", "הדג בטבת שחה אל הים.");
    check("he", "הוא נסע בטבת לבד.");
    check("he", "היא חזרה [DATE=2026-12-11/2027-01-08 בטבת תשפ\"ז] הביתה.");
}

#[test]
fn a_leap_year_of_the_hebrew_calendar_has_two_months_of_adar() {
    check("he", "הוא נולד [DATE=2027-02-17 י' באדר א' תשפ\"ז] בחיפה.");
    check("he", "הוא נולד [DATE=2027-03-19 י' באדר ב' תשפ\"ז] בחיפה.");
    check("he", "הוא נולד [DATE י' באדר תשפ\"ז] בחיפה.");
    check("he", "הוא נולד [DATE=2026-03-03 י\"ד באדר תשפ\"ו] בחיפה.");
    check("he", "הוא נולד [DATE י' באדר א' תשפ\"ו] בחיפה.");
}

#[test]
fn a_day_that_the_nearest_year_does_not_have_has_no_value() {
    // The year 5779 is a leap year.
    check("he", "הוועדה תתכנס [DATE י' באדר] בחיפה.");
    check("he", "הוועדה תתכנס [DATE=2019-03-17 י' באדר ב'] בחיפה.");
    check("he", "הוועדה תתכנס [DATE=2019-04-20 ט\"ו בניסן] בחיפה.");
}

#[test]
fn where_a_calendar_has_no_rule_its_days_have_no_value() {
    check("ar", "انتهت المباراة 3 صفر في القاهرة.");
    check("ar", "بدأ الصوم في [DATE 1 رمضان 1447] هجرية.");
    check("ne", "परिषद [DATE मंसिर ९] मा बस्छ।");
}

#[test]
fn a_month_may_be_a_roman_numeral() {
    check("pl", "Ustawa z dnia [DATE=2025-06-17 17.VI.2025] obowiązuje.");
    check("pl", "Rada zbierze się [DATE=2026-12-03 3 XII 2026] w Warszawie.");
    check("hu", "A tanács [DATE=2026-12-03 2026.XII.3] óta ülésezik.");
    check("en", "Louis XIV and 3 V batteries were there.");
}

#[test]
fn a_range_of_days_may_have_a_word_between_its_ends() {
    check("de", "Die Messe lief vom [DATE=2025-06-03/2025-06-09 3. bis 9. Juni 2025] in Ulm.");
    check("hr", "Sajam traje od [DATE=2025-06-03/2025-06-09 3. do 9. lipnja 2025] u Zagrebu.");
    check("zh", "展会于[DATE=2025-06-03/2025-06-09 2025年6月3日至9日]举行。");
}

#[test]
fn a_day_counted_from_another_one_has_no_value() {
    check("en", "He left on the [DATE following day].");
    check("es", "Salió al [DATE día siguiente] de la boda.");
    check("ja", "[DATE 翌日]に帰った。");
}

#[test]
fn half_an_hour_has_a_value_if_the_part_of_the_day_is_clear() {
    check("de", "Er kam um [TIME=14:30 halb drei am Nachmittag] an.");
    check("de", "Er kam um [TIME halb drei] an.");
    check("en", "They met at [TIME=14:30 half past two in the afternoon].");
    check("es", "Llegó a las [TIME=15:30 tres y media de la tarde] a Lima.");
    check("fr", "Il arrive à [TIME=14:30 14 heures et demie] à Lyon.");
    check("sv", "Mötet börjar [TIME halv tre] i Lund.");
    check("zh", "会议[TIME=15:00 下午3点]开始，指数上涨3点。");
    check("ja", "[TIME=15:30 午後3時半]に発表した。三人は3時間待った。");
    check("ko", "회의는 [TIME=15:30 오후 3시 반에] 열린다.");
    check("sv", "Mötet börjar [TIME=15:30 klockan 15.30] i Lund.");
}

#[test]
fn a_part_of_the_day_behind_the_hour_decides_which_half_it_is() {
    check("it", "Il consiglio si riunisce [TIME=20:00 alle ore 8 di sera] a Roma.");
    check("it", "Il treno parte [TIME=15:00 alle ore 15] da Roma.");
    check("sv", "Mötet börjar [TIME=20:00 klockan 8 på kvällen] i Lund.");
    check("da", "Mødet begynder [TIME=15:30 klokken 3.30 om eftermiddagen] i Aarhus.");
    check("nb", "Møtet begynner [TIME=20:00 klokken 8 om kvelden] i Bergen.");
    check("id", "Rapat dimulai [TIME=20:00 pukul 8 malam] di Jakarta.");
    check("id", "Rapat dimulai [TIME=13:00 pukul 1 siang] di Jakarta.");
    check("ms", "Mesyuarat bermula [TIME=08:30 pukul 8.30 pagi] di Ipoh.");
    check("id", "Paket wisata 3 hari 2 malam di Bali.");
}

#[test]
fn the_night_begins_before_midnight_and_ends_after_it() {
    check("id", "Gempa terjadi [TIME=01:00 pukul 1 malam] di Palu.");
    check("sv", "Mannen greps [TIME=23:00 klockan 11 på natten] i Lund.");
    check("es", "Llegó a las [TIME=15:30 tres y media de la tarde] a Lima.");
    check("zh", "火灾发生在[TIME=01:00 晚上1点]，[TIME=20:00 晚上8点]开会。");
}

#[test]
fn noon_and_midnight_may_be_hour_zero() {
    check("ja", "[TIME=12:30 午後0時30分]に発表した。");
    check("ja", "[TIME=00:30 午前0時30分]に発表した。");
}

#[test]
fn a_magnitude_may_stand_before_its_number() {
    check("sw", "Serikali itatoa [MONEY=USD 23000000 dola milioni 23] kwa mwaka.");
    check("sw", "Barabara ni [QUANTITY=12.4 km kilomita 12.4] na [MONEY=KES 12500 KSh 12,500].");
    check("ha", "Gwamnati ta ware [MONEY=NGN 2300000000 naira biliyan 2.3] a [DATE=2019 bana].");
    check("sw", "Alifika [DATE=2019-04-13 siku tatu zilizopita] nyumbani.");
}

#[test]
fn croatian_and_swedish_tenses_put_a_weekday_before_or_after_today() {
    check("hr", "Vijeće će se sastati u [DATE=2019-04-19 petak] u Splitu.");
    check("hr", "Sud je u [DATE=2019-04-12 petak] odredio kaznu.");
    check("hr", "Novi most otvara se u [DATE=2019-04-20 subotu] u Splitu.");
    check("sv", "Rådet möts på [DATE=2019-04-19 fredag] i Lund.");
    check("sv", "Mannen greps på [DATE=2019-04-12 fredagen] i Lund.");
    check("sv", "Mannen greps i [DATE=2019-04-12 fredags] i Lund.");
}

#[test]
fn the_ends_of_a_range_may_be_words() {
    check("de", "Es kostet [MONEY=EUR 1000000/2000000 ein bis zwei Millionen Euro] im Jahr.");
    check("hu", "A tanács [MONEY=EUR 500000 félmillió eurót] oszt szét.");
    check("fr", "Il faut un [MONEY=EUR 500000 demi-million d’euros] de plus.");
}
