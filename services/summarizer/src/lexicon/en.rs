//! English. Closed-class words, reporting verbs and page phrases, chosen by hand.

use super::Language;

pub(super) const LANGUAGE: Language = Language {
    stop_words: "\
        a about above according across added after again against ago ahead all almost along already also \
        although always am amid among an and another any anyone anything are aren around as ask asked at \
        away back be became because become been before behind being below between both but by came can \
        cannot come could couldn currently day days despite did didn do does doesn doing don done down \
        due during each earlier early either else end enough even ever every everyone everything far few \
        first following for former found four from further gave get gets getting give given go goes \
        going gone good got great had hadn has hasn have haven having he held her here hers herself him \
        himself his hour hours how however i if in including instead into is isn it its itself just keep \
        kept knew know known last late later least less let like likely little ll long longer look made \
        make makes making man many may maybe me mean means meanwhile men might more most mr mrs ms much \
        must my myself near nearly need never new next nine no nor not nothing now of off often on once \
        one only onto or other others our out over own part people per perhaps point put rather re \
        really reported right s said same saw say saying says second see seen several shall she should \
        shouldn since six so some someone something soon still such t take taken tell ten than that the \
        their them themselves then there these they thing things think third this those though thought \
        three through thursday time times to today together told too took toward towards tuesday two \
        under until up upon us use used using ve very via want wanted was wasn way we wednesday week \
        weeks well went were weren what when where whether which while who whole whom whose why will \
        with within without woman women won would wouldn year years yes yesterday yet you your yourself \
        monday friday saturday sunday month months",
    orphan_openings: &[
        "he",
        "she",
        "it",
        "they",
        "his",
        "her",
        "hers",
        "its",
        "their",
        "theirs",
        "them",
        "him",
        "this",
        "that",
        "these",
        "those",
        "but",
        "and",
        "or",
        "so",
        "yet",
        "also",
        "however",
        "meanwhile",
        "still",
        "then",
        "instead",
        "moreover",
        "furthermore",
        "nevertheless",
        "nonetheless",
        "therefore",
        "thus",
        "besides",
        "otherwise",
        "consequently",
        "additionally",
        "in addition",
        "as a result",
        "for example",
        "for instance",
        "in contrast",
        "on the other hand",
        "such",
        "both",
        "here",
        "there",
        "the company",
        "the firm",
        "the group",
        "the man",
        "the woman",
        "the pair",
        "the couple",
        "the latter",
        "the former",
        "the two",
        "another",
        "others",
        "he's",
        "he’s",
        "she's",
        "she’s",
        "it's",
        "it’s",
        "they're",
        "they’re",
        "that's",
        "that’s",
    ],
    boilerplate: &[
        "click here",
        "scroll down for",
        "read more:",
        "read more at",
        "read also",
        "sign up for our",
        "subscribe to our",
        "subscribe now",
        "follow us on",
        "like us on facebook",
        "all rights reserved",
        "this article was originally",
        "copyright 20",
        "may not be published, broadcast",
        "photo by",
        "photo:",
        "photos:",
        "image:",
        "video:",
        "(reporting by",
        "reporting by",
        "editing by",
        "share this article",
        "advertisement",
        "terms of use",
        "privacy policy",
        "last updated:",
        "published: .",
        "watch the video",
        "for confidential support call",
        "log on to",
        "contributed to this report",
        "contributed reporting",
    ],
};
