//! Armenian.

use super::abbreviations::AbbreviationLists;
use super::profile::{DatelineWords, ExtraMark, Profile, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &["Հ", "ակադ", "դոկ", "թ", "հ", "պրոֆ", "ս", "տ", "տ.տ", "փ", "օր"],
        final_before_starter: &["դր", "թթ", "կգ", "կմ", "հազ", "մ.թ", "մ.թ.ա", "մլն", "մլրդ", "սմ"],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::StopColon),
        ..SentenceRules::NONE
    },
    datelines: DatelineWords {
        months: &[
            "հունվար", "հունվարի", "փետրվար", "փետրվարի", "մարտ", "մարտի", "ապրիլ", "ապրիլի", "մայիս",
            "մայիսի", "հունիս", "հունիսի", "հուլիս", "հուլիսի", "օգոստոս", "օգոստոսի", "սեպտեմբեր",
            "սեպտեմբերի", "հոկտեմբեր", "հոկտեմբերի", "նոյեմբեր", "նոյեմբերի", "դեկտեմբեր", "դեկտեմբերի",
        ],
        weekdays: &[
            "երկուշաբթի", "երեքշաբթի", "չորեքշաբթի", "հինգշաբթի", "ուրբաթ", "շաբաթ", "կիրակի",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
