//! The types that hold a language's words.

/// Words by class, in lower case and separated by white space. `gazetteer::Classes` explains each class.
#[derive(Debug)]
pub(crate) struct Words {
    /// Titles before a person's name: "president", "Herr".
    pub(crate) titles: &'static str,
    /// Words that form a longer title with the next word: "prime", "vice".
    pub(crate) title_modifiers: &'static str,
    /// Nouns in lower case for what a person is: "actress", "portavoz".
    pub(crate) roles: &'static str,
    /// Verbs whose subject is mostly a person: "said", "warnte".
    pub(crate) saying: &'static str,
    /// Prepositions and adjectives of place: "in", "northern".
    pub(crate) place_prepositions: &'static str,
    /// Nouns before or after a place's name: "city", "residents".
    pub(crate) place_nouns: &'static str,
    /// Heads of organisations' names: "university", "ministry".
    pub(crate) organisation_heads: &'static str,
    /// Heads of organisations' names that come first: "bank" of "Bank of England".
    pub(crate) organisation_first: &'static str,
    /// Legal forms and the like, which come last: "inc", "ag".
    pub(crate) legal_forms: &'static str,
    /// Last words of places' names: "river", "street".
    pub(crate) place_last: &'static str,
    /// First words of places' names: "lake", "rue".
    pub(crate) place_first: &'static str,
    /// Last words of the names of events, works and laws: "cup", "act".
    pub(crate) misc_last: &'static str,
    /// Peoples, creeds and movements: "muslim", "kurds".
    pub(crate) peoples: &'static str,
    /// Small words inside personal names: "van", "bin".
    pub(crate) particles: &'static str,
    /// Function words: "the", "der".
    pub(crate) function: &'static str,
    /// Months and days of the week.
    pub(crate) calendar: &'static str,
    /// Directions and the like before a place's name: "north", "greater".
    pub(crate) directions: &'static str,
    /// Words that join the parts of an organisation's name: "of".
    pub(crate) organisation_particles: &'static str,
    /// Articles and possessives.
    pub(crate) determiners: &'static str,
    /// Words that join partners in a name: "and".
    pub(crate) conjunctions: &'static str,
    /// Given names that the lists of names lack.
    pub(crate) given_names: &'static str,
    /// Family names that the lists of names lack.
    pub(crate) surnames: &'static str,
}

impl Words {
    /// No words.
    pub(crate) const NONE: Self = Self {
        titles: "",
        title_modifiers: "",
        roles: "",
        saying: "",
        place_prepositions: "",
        place_nouns: "",
        organisation_heads: "",
        organisation_first: "",
        legal_forms: "",
        place_last: "",
        place_first: "",
        misc_last: "",
        peoples: "",
        particles: "",
        function: "",
        calendar: "",
        directions: "",
        organisation_particles: "",
        determiners: "",
        conjunctions: "",
        given_names: "",
        surnames: "",
    };
}

/// A word right before a person's name.
#[derive(Debug)]
pub(crate) struct Honorific {
    /// The word as it is written.
    pub(crate) form: &'static str,
    /// Whether a person's name follows in every language and place. "Sir" also occurs in other names.
    pub(crate) shows_person: bool,
    /// Whether a name that has the word inside is two names. "Sr." is not such a word: it also ends a name.
    pub(crate) divides_names: bool,
}

impl Honorific {
    /// Makes a word that shows that a person's name follows.
    pub(super) const fn before_person(form: &'static str) -> Self {
        Self { form, shows_person: true, divides_names: false }
    }

    /// Makes a word that shows that a person's name follows, and that is inside no name.
    pub(super) const fn outside_names(form: &'static str) -> Self {
        Self { form, shows_person: true, divides_names: true }
    }
}

/// Words that show whether a person is a man or a woman.
#[derive(Debug)]
pub(crate) struct GenderWords {
    /// Pronouns after the name.
    pub(crate) pronouns: Gendered,
    /// Titles before the name.
    pub(crate) titles: Gendered,
    /// Kinship nouns before the name.
    pub(crate) kin: Gendered,
    /// Frequent given names that only one of the two has.
    pub(crate) given: Gendered,
}

/// Words for men and for women, in lower case.
#[derive(Debug)]
pub(crate) struct Gendered {
    /// Words for a man.
    pub(crate) male: &'static [&'static str],
    /// Words for a woman.
    pub(crate) female: &'static [&'static str],
}

/// Words around a name that show its type: "Quorra, a maker of meters", "the town of Hull", "shares in
/// Andina".
#[derive(Debug)]
pub(crate) struct TypeWords {
    /// Nouns for a company, a club or a party.
    pub(crate) organisations: &'static [&'static str],
    /// Nouns for a place.
    pub(crate) places: &'static [&'static str],
    /// The preposition between such a noun and the name.
    pub(crate) of: &'static str,
    /// Articles before a noun that explains the name: ", a maker of meters".
    pub(crate) articles: &'static [&'static str],
    /// Nouns for a part of a company, before "in" or "of" and its name.
    pub(crate) holdings: &'static [&'static str],
    /// Prepositions after such a noun.
    pub(crate) held_in: &'static [&'static str],
    /// The noun for a part of a company, right after its name.
    pub(crate) shares: &'static str,
    /// Nouns for what a company reports: "Orange said sales rose".
    pub(crate) results: &'static [&'static str],
    /// Verbs for what companies do, as a headline in title case writes them.
    pub(crate) firm_verbs: &'static [&'static str],
    /// Verbs behind a firm that opens a sentence: "Shell will close its refinery". No noun in the singular comes
    /// before them without an article.
    pub(crate) firm_predicates: &'static [&'static str],
    /// Verbs in a headline between a club and a person.
    pub(crate) club_verbs: &'static [&'static str],
    /// Verbs in a headline between two that meet, with their capital.
    pub(crate) meeting_verbs: &'static [&'static str],
    /// First words of places' names, with their capital.
    pub(crate) place_first: &'static [&'static str],
    /// Last words of places' names, with their capital.
    pub(crate) place_last: &'static [&'static str],
}

/// Words of names with a fixed form. All in lower case, but for the prefixes of ships.
#[derive(Debug)]
pub(crate) struct PatternWords {
    /// First parts of a pair of nationalities: "anglo" of "Anglo-Irish".
    pub(crate) combining: &'static [&'static str],
    /// Nouns before a ship's name.
    pub(crate) ships: &'static [&'static str],
    /// Words near a title in quotation marks that confirm it is one.
    pub(crate) works: &'static [&'static str],
    /// Last words of the names of laws, treaties, prizes and events that end no other name.
    pub(crate) acts: &'static [&'static str],
    /// First words of a treaty's name before [`PatternWords::of`].
    pub(crate) treaties: &'static [&'static str],
    /// The preposition inside a treaty's name.
    pub(crate) of: &'static str,
    /// Small words inside a run of capitalized words.
    pub(crate) joints: &'static [&'static str],
    /// Articles that open a title in quotation marks, with their capital.
    pub(crate) articles: &'static [&'static str],
}

/// Words by which a person's name is known although its words are also other things.
#[derive(Debug)]
pub(crate) struct PersonWords {
    /// Countries that are also given names.
    pub(crate) country_given_names: &'static [&'static str],
    /// Months and weekdays that are also given names.
    pub(crate) calendar_given_names: &'static [&'static str],
    /// Nouns for what a person does, beside the roles of [`Words`], which the models know.
    pub(crate) roles: &'static [&'static str],
    /// Verbs for what persons do, and countries seldom.
    pub(crate) verbs: &'static [&'static str],
    /// Verbs for what persons do, and months and weekdays never.
    pub(crate) calendar_verbs: &'static [&'static str],
    /// Verbs whose object is a person.
    pub(crate) verbs_with_persons: &'static [&'static str],
    /// Small words inside names of other languages that are no words of this one.
    pub(crate) foreign_particles: &'static [&'static str],
}

/// Words of match reports: "Leeds beat Hull 2-1".
#[derive(Debug)]
pub(crate) struct MatchWords {
    /// Verbs between two sides.
    pub(crate) verbs: &'static [&'static str],
    /// Words before the other side.
    pub(crate) against: &'static [&'static str],
}
