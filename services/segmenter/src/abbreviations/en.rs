//! Abbreviations of English.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &[
        "Adj", "Assoc", "Asst", "Atty", "Bros", "Calif", "Dept", "Fig", "Ft", "Messrs", "Mlle", "Mme",
        "Msgr", "Nev", "Op", "Penn", "Ph", "Ste", "Treas", "Univ", "adm", "amb", "approx", "art", "arts",
        "assoc", "asst", "brig", "bros", "ca", "capt", "cdr", "cf", "cit", "cmdr", "col", "cpl", "cpt",
        "dept", "det", "dist", "dr", "e.g", "eds", "eg", "eq", "eqs", "fig", "figs", "fr", "gen", "gov",
        "hon", "i.e", "incl", "insp", "lt", "maj", "messrs", "mr", "mrs", "ms", "mt", "mx", "nos", "op",
        "para", "pp", "pres", "prof", "pvt", "rep", "rev", "sec", "sect", "sen", "sgt", "st", "supt", "v",
        "viz", "vol", "vols", "vs",
    ],
    final_before_starter: &[
        "Adm", "Ala", "Ariz", "Ark", "Ave", "B.A", "Bldg", "Colo", "Conn", "D.D.S", "Del", "Esq", "Fla",
        "Ga", "Hwy", "Ill", "Ind", "Kan", "Ky", "La", "M.A", "M.B.A", "M.D", "Mass", "Md", "Mich", "Minn",
        "Miss", "Mo", "Mont", "N.C", "N.D", "N.H", "N.J", "N.M", "N.Y", "Neb", "Okla", "Ore", "Pl", "R.I",
        "S.C", "S.D", "Sq", "Tenn", "Tex", "Va", "Vt", "W.Va", "Wash", "Wis", "Wyo", "al", "ave", "bbl",
        "bldg", "blvd", "co", "corp", "d.c", "e.u", "esq", "et.al", "etc", "ext", "fl", "hr", "hrs", "hwy",
        "inc", "jr", "kph", "llc", "ltd", "min", "mph", "pct", "plc", "rd", "sq", "sr", "u.k", "u.n", "u.s",
        "u.s.a", "u.s.s.r",
    ],
    final_by_shape: &[
        "A.D", "Apr", "Aug", "B.C", "B.C.E", "C.E", "Dec", "Feb", "Fri", "J.D", "Jan", "Jul", "Jun", "LL.B",
        "LL.D", "LL.M", "Mar", "Mon", "NE", "NW", "Nov", "Oct", "Ph.D", "SE", "SW", "Sat", "Sep", "Sept",
        "Sun", "Thu", "Thurs", "Tue", "Tues", "Wed", "a.m", "apr", "aug", "c", "ch", "chap", "cm", "dec",
        "dep", "est", "fax", "feb", "ft", "in", "jan", "kg", "km", "lb", "lbs", "mi", "mm", "no", "nov",
        "n°", "oct", "oz", "p", "p.m", "pg", "r", "ref", "sept", "tel", "yd",
    ],
    sentence_starters: &[
        "A", "According", "After", "All", "Also", "Although", "An", "And", "Another", "Any", "Are", "As",
        "At", "Because", "Before", "Both", "But", "By", "Can", "Despite", "Did", "Do", "Does", "During",
        "Each", "Earlier", "Even", "Every", "Everyone", "Following", "For", "From", "Had", "Has", "Have",
        "He", "He's", "Her", "Here", "His", "How", "However", "I", "I'm", "I've", "If", "In", "Instead",
        "Is", "It", "It's", "Its", "Last", "Later", "Let", "Let's", "Many", "Maybe", "Meanwhile", "More",
        "Moreover", "Most", "My", "Nevertheless", "Next", "No", "Nobody", "None", "Nor", "Not", "Now", "Of",
        "Officials", "On", "Once", "One", "Only", "Or", "Other", "Others", "Our", "Perhaps", "Please",
        "Police", "Several", "She", "She's", "Since", "So", "Some", "Still", "Such", "That", "That's",
        "The", "Their", "Then", "There", "There's", "These", "They", "They're", "This", "Those", "Though",
        "Three", "Thus", "To", "Today", "Two", "Under", "Unlike", "Until", "We", "We're", "Well", "Were",
        "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "Will", "With", "Would", "Yes",
        "Yesterday", "Yet", "You", "You're", "Your",
    ],
    ordinal_stops: false,
};
