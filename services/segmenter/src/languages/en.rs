//! English.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SentenceModel, SentenceRules, SharedWords, TimeWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "Adj", "Assoc", "Asst", "Atty", "Bros", "Calif", "Dept", "Fig", "Ft", "Messrs", "Mlle", "Mme",
            "Msgr", "Nev", "Op", "Penn", "Ph", "Ste", "Treas", "Univ", "adm", "amb", "approx", "art",
            "arts", "assoc", "asst", "brig", "bros", "ca", "capt", "cdr", "cf", "cit", "cmdr", "col",
            "cpl", "cpt", "dept", "det", "dist", "dr", "e.g", "eds", "eg", "eq", "eqs", "fig", "figs",
            "fr", "gen", "gov", "hon", "i.e", "incl", "insp", "lt", "maj", "messrs", "mr", "mrs", "ms",
            "mt", "mx", "nos", "op", "para", "pp", "pres", "prof", "pvt", "rep", "rev", "sec", "sect",
            "sen", "sgt", "st", "supt", "v", "viz", "vol", "vols", "vs",
        ],
        final_before_starter: &[
            "Adm", "Ala", "Ariz", "Ark", "Ave", "B.A", "Bldg", "Colo", "Conn", "D.D.S", "Del", "Esq",
            "Fla", "Ga", "Hwy", "Ill", "Ind", "Kan", "Ky", "La", "M.A", "M.B.A", "M.D", "Mass", "Md",
            "Mich", "Minn", "Miss", "Mo", "Mont", "N.C", "N.D", "N.H", "N.J", "N.M", "N.Y", "Neb", "Okla",
            "Ore", "Pl", "R.I", "S.C", "S.D", "Sq", "Tenn", "Tex", "Va", "Vt", "W.Va", "Wash", "Wis",
            "Wyo", "al", "ave", "bbl", "bldg", "blvd", "co", "corp", "d.c", "e.u", "esq", "et.al", "etc",
            "ext", "fl", "hr", "hrs", "hwy", "inc", "jr", "kph", "llc", "ltd", "min", "mph", "pct", "plc",
            "rd", "sq", "sr", "u.k", "u.n", "u.s", "u.s.a", "u.s.s.r",
        ],
        final_by_shape: &[
            "A.D", "Apr", "Aug", "B.C", "B.C.E", "C.E", "Dec", "Feb", "Fri", "J.D", "Jan", "Jul", "Jun",
            "LL.B", "LL.D", "LL.M", "Mar", "Mon", "NE", "NW", "Nov", "Oct", "Ph.D", "SE", "SW", "Sat",
            "Sep", "Sept", "Sun", "Thu", "Thurs", "Tue", "Tues", "Wed", "a.m", "apr", "aug", "c", "ch",
            "chap", "cm", "dec", "dep", "est", "fax", "feb", "ft", "in", "jan", "kg", "km", "lb", "lbs",
            "mi", "mm", "no", "nov", "n°", "oct", "oz", "p", "p.m", "pg", "r", "ref", "sept", "tel", "yd",
        ],
        sentence_starters: &[
            "A", "According", "After", "All", "Also", "Although", "An", "And", "Another", "Any", "Are",
            "As", "At", "Because", "Before", "Both", "But", "By", "Can", "Despite", "Did", "Do", "Does",
            "During", "Each", "Earlier", "Even", "Every", "Everyone", "Following", "For", "From", "Had",
            "Has", "Have", "He", "He's", "Her", "Here", "His", "How", "However", "I", "I'm", "I've", "If",
            "In", "Instead", "Is", "It", "It's", "Its", "Last", "Later", "Let", "Let's", "Many", "Maybe",
            "Meanwhile", "More", "Moreover", "Most", "My", "Nevertheless", "Next", "No", "Nobody", "None",
            "Nor", "Not", "Now", "Of", "Officials", "On", "Once", "One", "Only", "Or", "Other", "Others",
            "Our", "Perhaps", "Please", "Police", "Several", "She", "She's", "Since", "So", "Some",
            "Still", "Such", "That", "That's", "The", "Their", "Then", "There", "There's", "These", "They",
            "They're", "This", "Those", "Though", "Three", "Thus", "To", "Today", "Two", "Under", "Unlike",
            "Until", "We", "We're", "Well", "Were", "What", "When", "Where", "Whether", "Which", "While",
            "Who", "Why", "Will", "With", "Would", "Yes", "Yesterday", "Yet", "You", "You're", "Your",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        model: SentenceModel::VariedText,
        times: TimeWords {
            hours: &["a.m", "p.m"],
            eras: &["b.c", "b.c.e", "a.d", "c.e"],
            after_hours: &[
                "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
                "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep",
                "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun",
                "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "GMT",
                "UTC", "BST", "CET", "CEST", "IST", "JST", "KST", "HKT", "SGT", "AEST", "AEDT", "Eastern",
                "Central", "Pacific", "Mountain", "Moscow", "Beijing", "Paris", "London",
            ],
            prepositions: &[
                "About", "After", "Around", "At", "Before", "By", "In", "On", "Since", "Until",
            ],
        },
        ..SentenceRules::NONE
    },
    words: SharedWords {
        one_letter_words: &["A", "I"],
        pronouns: &["I"],
        speech_verbs: &[
            "added", "admitted", "agreed", "announced", "answered", "argued", "asked", "asks", "began",
            "bellowed", "called", "chanted", "continued", "cried", "declared", "demanded", "exclaimed",
            "explained", "gasped", "growled", "grumbled", "howled", "insisted", "joked", "laughed",
            "mused", "muttered", "noted", "pleaded", "protested", "quipped", "recalled", "remarked",
            "repeated", "replied", "replies", "responded", "said", "says", "screamed", "shouted", "shouts",
            "sighed", "snapped", "started", "tweeted", "urged", "wailed", "warned", "whispered",
            "wondered", "wrote", "writes", "yelled",
        ],
        figure_labels: &["Figure", "Fig.", "Table", "Photo", "Chart", "Map"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_words: &["by"],
        byline_labels: &["author", "authors", "text", "written by", "reporter", "byline"],
        name_connectors: &["and", "in", "for", "at", "of", "the", "with"],
        credit_openings: &[
            "reporting by", "additional reporting", "editing by", "writing by", "written by", "edited by",
            "compiled by", "reporting and writing", "with reporting by", "with assistance",
            "with additional reporting", "contributed by", "translated by", "photos by", "photo by",
            "graphics by",
        ],
        notice_openings: &[
            "copyright", "all rights reserved", "read more", "read also", "read next", "see also",
            "related:", "related articles", "related stories", "also read", "follow us", "follow the",
            "subscribe to", "sign up", "no photo", "no photos", "photo:", "photos:", "photo credit",
            "image:", "image credit", "[photo", "[image", "picture:", "this article was originally",
            "this article originally", "this article first", "this article has been",
            "this story was originally", "this story has been", "this story first", "this report was",
            "originally published", "for more information", "for media inquiries", "media contact",
            "contact:", "note to editors", "notes to editors", "source:", "disclaimer", "download the",
            "click here", "ends ",
        ],
        end_marks: &[
            "ENDS", "Ends", "END", "(END)", "(ENDS)", "-END-", "-ENDS-", "- ENDS -", "- END -", "— ENDS —",
        ],
        caption_openings: &[
            "photo:", "photo by", "photo credit", "photos:", "picture:", "image:", "image credit",
            "caption:", "file photo", "in this photo", "pictured:", "pictured above", "pictured,",
        ],
        caption_credits: &[
            "photo/", "photo by", "photo:", "file photo", "via ap", "getty images", "handout",
            "courtesy of", "image:",
        ],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
            "sept", "oct", "nov", "dec",
        ],
        weekdays: &[
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
            "wed", "thu", "fri", "sat", "sun",
        ],
        date_connectors: &["of"],
        place_connectors: &["and", "of", "upon"],
        story_labels: &[
            "THE", "A", "AN", "THIS", "EXCLUSIVE", "BREAKING", "UPDATE", "UPDATED", "WATCH", "LIVE",
            "VIDEO", "ANALYSIS", "OPINION", "COMMENT", "EDITORIAL", "FACTBOX", "EXPLAINER", "NOTE", "Q",
            "CORRECTION", "CORRECTED", "WRAPUP", "INTERVIEW", "FEATURE", "PHOTOS", "SUMMARY",
        ],
        place_articles: &["THE"],
        agencies: &[
            "ap", "reuters", "upi", "cp", "ips", "ann", "cnn", "bbc", "bloomberg", "npr", "voa", "rfe/rl",
        ],
        ..DatelineWords::NONE
    },
};
