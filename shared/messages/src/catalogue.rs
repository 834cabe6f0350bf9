//! Declares a closed list of codes, each with a sentence that explains it.

/// Declares an enum of codes. Each row gives a variant, its code on the wire, a sentence for people, and, in a
/// catalogue of things that someone can repair, the remedy.
///
/// A code is lower-case words joined by underscores, so that it can be a subject token and a metric label.
/// The crate that declares a catalogue depends on `serde`.
#[macro_export]
macro_rules! catalogue {
    ($(#[$attribute:meta])* $name:ident { $($variant:ident = $code:literal, $sentence:literal;)+ }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        $(#[$attribute])*
        pub enum $name {
            $(#[doc = $sentence] #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every code of this version.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the code as it is on the wire.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// Returns the meaning of the code as a sentence, without a capital letter and a full stop.
            pub const fn sentence(self) -> &'static str {
                match self {
                    $(Self::$variant => $sentence,)+
                }
            }

            /// Finds the entry for a code. Returns `None` for a code of a later version.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|entry| entry.code() == code)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.code())
            }
        }
    };
    ($(#[$attribute:meta])* $name:ident {
        $($variant:ident = $code:literal, $sentence:literal, $remedy:literal;)+
    }) => {
        $crate::catalogue! {
            $(#[$attribute])*
            $name { $($variant = $code, $sentence;)+ }
        }

        impl $name {
            /// Returns what a person can do about it, without a capital letter and a full stop.
            pub const fn remedy(self) -> &'static str {
                match self {
                    $(Self::$variant => $remedy,)+
                }
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use crate::{DeadReason, Limit};

    fn check(codes: Vec<&str>, sentences: Vec<&str>) {
        for code in &codes {
            assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{code}");
        }
        for sentence in &sentences {
            assert!(!sentence.ends_with('.') && sentence.contains(' '), "{sentence}");
        }
        for mut entries in [codes, sentences] {
            let count = entries.len();
            entries.sort_unstable();
            entries.dedup();
            assert_eq!(entries.len(), count, "each entry is listed once");
        }
    }

    #[test]
    fn codes_are_subject_tokens_and_sentences_are_unique() {
        let limits = Limit::ALL.iter();
        check(limits.clone().map(|it| it.code()).collect(), limits.map(|it| it.sentence()).collect());
        let reasons = DeadReason::ALL.iter();
        check(reasons.clone().map(|it| it.code()).collect(), reasons.map(|it| it.sentence()).collect());
    }

    #[test]
    fn a_code_is_written_and_found_again() {
        for limit in Limit::ALL {
            assert_eq!(serde_json::to_value(limit).unwrap(), limit.code());
            assert_eq!(Limit::from_code(&limit.to_string()), Some(*limit));
        }
        assert_eq!(Limit::from_code("of_a_later_version"), None);
        assert_eq!(DeadReason::from_code("crash_loop"), Some(DeadReason::CrashLoop));
    }
}
