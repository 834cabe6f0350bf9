//! Dutch. Function words, reporting verbs and phrases of web pages, chosen by hand.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    stop_words: "\
        aan aangezien achter af al alle alleen alles als altijd ander andere anders ben bent beter bij \
        bijna binnen boven buiten daar daarna daarom dan dat de deze die dit doch doen door dus een eens \
        eerder eerste eigen elk elke en er echter even gaan gaat geen geweest gisteren goed had hadden \
        heb hebben heeft heel hem hen het hier hij hoe hun ik in is ja jaar jaren je jouw kan kon konden \
        komen komt kunnen laat laatste langs liet maakt maar meer meest men met mij mijn min moest moet \
        moeten mogen na naar nadat niet niets nieuwe nieuw nog nu of om omdat onder ons onze ook op over \
        per sinds snel staat te tegen ten ter terwijl tijdens toch toen tot tussen twee drie u uit uw \
        vaak van vanaf veel verder via volgens voor vooral vorig waar waarom wanneer waren was wat we \
        weer wel welke werd werden wie wij wil worden wordt zal ze zegt zei zeggen zelf zeer zich zij \
        zijn zo zoals zonder zou zouden maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    orphan_openings: &[
        "hij",
        "zij",
        "ze",
        "het",
        "hun",
        "zijn",
        "haar",
        "dit",
        "dat",
        "deze",
        "die",
        "maar",
        "en",
        "ook",
        "echter",
        "daarom",
        "daarnaast",
        "bovendien",
        "toch",
        "dus",
        "intussen",
        "ondertussen",
        "daarna",
        "toen",
        "zo",
        "beide",
        "daar",
        "het bedrijf",
    ],
    boilerplate: &[
        "lees ook",
        "lees meer",
        "klik hier",
        "alle rechten voorbehouden",
        "volg ons",
        "foto:",
        "advertentie",
    ],
    cues: &[
        "aangehouden",
        "aangekondigd",
        "akkoord",
        "beschuldigd",
        "besloot",
        "besloten",
        "bevestigd",
        "bevestigde",
        "gearresteerd",
        "gedood",
        "gewond",
        "goedgekeurd",
        "in totaal",
        "kondigde",
        "onderzoek",
        "overleden",
        "politie",
        "rapport",
        "verboden",
        "veroordeeld",
        "verwacht",
        "volgens ",
        "voor het eerst",
        "waarschuw",
        "won ",
        "zal ",
        "zullen ",
    ],
    inflects_names: false,
    ..Profile::NONE
};
