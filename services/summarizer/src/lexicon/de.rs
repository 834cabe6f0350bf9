//! German. Function words, reporting verbs and phrases of web pages, chosen by hand.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    stop_words: "\
        ab aber alle allem allen aller alles als also am an andere anderen anderer anderes anderem auch \
        auf aus außerdem bei beim bereits bis bisher da dabei dadurch dafür dagegen daher damit danach \
        dann daran darauf daraus darf darin darüber das dass davon dazu dein dem den denen denn der \
        deren des deshalb dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch \
        dürfen ein eine einem einen einer eines einige einigen einmal er erklärte erst erste ersten es \
        etwa etwas euch euer für gab gegen gegenüber geht gewesen gibt gilt ging gut habe haben hat \
        hatte hatten hätte hätten her heute hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer \
        im immer in indem ins ist ja jahr jahre jahren je jede jedem jeden jeder jedes jedoch jetzt kann \
        kein keine keinem keinen keiner können könnte könnten kommt laut lassen machen macht man mehr \
        mehrere mein meine meisten mich mir mit mitteilte mittwoch montag dienstag donnerstag freitag \
        samstag sonntag muss müssen nach nachdem neben neue neuen nicht nichts noch nun nur ob oder ohne \
        sagte sagten schon sehr sei seien sein seine seinem seinen seiner seit seitdem selbst sich sie \
        sind so sogar soll sollen sollte sollten sondern sonst sowie statt steht teilte über um und uns \
        unser unter viel viele vielen vom von vor war wären wäre waren warum was weil weiter weitere \
        weiteren welche welcher wenig wenn wer werde werden wie wieder will wir wird wo wohl wollen \
        worden wurde wurden würde würden zu zudem zufolge zum zur zwar zwei drei zwischen",
    orphan_openings: &[
        "er",
        "sie",
        "es",
        "ihr",
        "ihre",
        "sein",
        "seine",
        "dies",
        "diese",
        "dieser",
        "dieses",
        "das",
        "damit",
        "dabei",
        "dagegen",
        "dafür",
        "dazu",
        "danach",
        "daher",
        "deshalb",
        "darum",
        "dadurch",
        "aber",
        "doch",
        "jedoch",
        "und",
        "denn",
        "auch",
        "zudem",
        "außerdem",
        "allerdings",
        "dennoch",
        "trotzdem",
        "hingegen",
        "unterdessen",
        "inzwischen",
        "dann",
        "so",
        "beide",
        "dort",
        "das unternehmen",
        "der konzern",
    ],
    boilerplate: &[
        "lesen sie auch",
        "lesen sie mehr",
        "mehr zum thema",
        "hier klicken",
        "alle rechte vorbehalten",
        "newsletter abonnieren",
        "folgen sie uns",
        "foto:",
        "quelle:",
        "anzeige:",
        "zum video",
    ],
    cues: &[
        "angeklagt",
        "angekündigt",
        "bericht",
        "beschloss",
        "beschlossen",
        "bestätigt",
        "einigte",
        "einigten",
        "ermittl",
        "erstmals",
        "festgenommen",
        "fordert",
        "forderte",
        "genehmigt",
        "getötet",
        "gewann",
        "insgesamt",
        "kündigte",
        "laut ",
        "polizei",
        "soll ",
        "sollen ",
        "starb",
        "studie",
        "verboten",
        "verletzt",
        "verurteilt",
        "warnt",
        "warnte",
        "werden ",
        "wird ",
        "zufolge",
        "zum ersten mal",
    ],
    capitalizes_nouns: true,
    ..Profile::NONE
};
