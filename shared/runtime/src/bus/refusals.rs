//! What the error codes of JetStream mean for a pipeline, and what to do.

use async_nats::jetstream::ErrorCode;

/// The explanation of a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Explanation {
    /// The cause, as part of a sentence.
    pub(super) cause: &'static str,
    /// What to do, as part of a sentence.
    pub(super) remedy: &'static str,
}

const JETSTREAM: &str = "start nats-server with `--jetstream` or a `jetstream {}` block; in a configuration with accounts, enable it for the account: `jetstream: enabled`; if the streams are in another JetStream domain, name it with `--nats-domain`";
const SMALLER: &str = "let each stream reserve less with `wiredesk setup --max-bytes`, or give JetStream more room (`max_file_store` of the server, `max_file` of the account)";

/// The explanation of a request that nobody answered.
pub(super) const NO_JETSTREAM: Explanation =
    Explanation { cause: "JetStream is off, or not allowed for this account", remedy: JETSTREAM };

/// The codes that a pipeline can meet. Tests on a real server produce most of them.
const TABLE: [(ErrorCode, &str, &str); 16] = [
    (ErrorCode::STORAGE_RESOURCES_EXCEEDED, "the server has too little storage left for it", SMALLER),
    (ErrorCode::ACCOUNT_RESOURCES_EXCEEDED, "the account has too little storage left for it", SMALLER),
    (ErrorCode::INSUFFICIENT_RESOURCES, "the server has too few resources left for it", SMALLER),
    (
        ErrorCode::STREAM_MAX_STREAM_BYTES_EXCEEDED,
        "the account allows only smaller streams",
        "let each stream reserve less with `wiredesk setup --max-bytes`, or raise the account's `store_max_stream_bytes`",
    ),
    (
        ErrorCode::MAXIMUM_STREAMS_LIMIT,
        "the account may have no more streams",
        "raise the account's `max_streams`: a pipeline has eight",
    ),
    (
        ErrorCode::MAXIMUM_CONSUMERS_LIMIT,
        "the stream or the account may have no more consumers",
        "raise `max_consumers` of the stream or the account: a pipeline has two on each of its first four streams",
    ),
    (
        ErrorCode::STREAM_SUBJECT_OVERLAP,
        "another stream already takes some of its subjects",
        "find it with `nats stream ls --subject`, then remove the subjects from it, or choose another `--prefix`",
    ),
    (ErrorCode::JETSTREAM_NOT_ENABLED, NO_JETSTREAM.cause, JETSTREAM),
    (ErrorCode::JETSTREAM_NOT_ENABLED_FOR_ACCOUNT, NO_JETSTREAM.cause, JETSTREAM),
    (
        ErrorCode::NO_LIMITS,
        "the account has no storage for streams with this number of copies",
        "choose another number with `--replicas`, or add a limit for it to the account",
    ),
    (
        ErrorCode::STREAM_REPLICAS_NOT_SUPPORTED,
        "a single server keeps one copy of each stream",
        "leave out `--replicas` (WIREDESK_REPLICAS), or start a cluster",
    ),
    (
        ErrorCode::CLUSTER_NO_PEERS,
        "too few servers of the cluster have room for the copies",
        "start more servers, or give a smaller `--replicas` or `--max-bytes`",
    ),
    (
        ErrorCode::CLUSTER_NOT_AVAILABLE,
        "the cluster has no leader",
        "start enough servers for a majority, and try again",
    ),
    (
        ErrorCode::STREAM_NAME_EXIST,
        "the name is taken by a stream with other settings",
        "look at it with `nats stream info`, and choose another `--prefix` if it belongs to somebody else",
    ),
    (
        ErrorCode::STREAM_SEALED,
        "the stream is sealed, so nothing can be stored or changed",
        "choose another `--prefix`, or delete the stream with `nats stream rm` if nobody needs it",
    ),
    (
        ErrorCode::STREAM_OFFLINE,
        "the stream needs a newer nats-server than this one",
        "upgrade the server to the version that made the stream",
    ),
];

/// Returns the explanation of a code, if the table has one.
pub(super) fn explain(code: ErrorCode) -> Option<Explanation> {
    let (_, cause, remedy) = TABLE.into_iter().find(|(known, _, _)| *known == code)?;
    Some(Explanation { cause, remedy })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_has_one_row_with_a_cause_and_a_remedy() {
        for (index, (code, cause, remedy)) in TABLE.iter().enumerate() {
            assert!(TABLE.iter().skip(index + 1).all(|(other, ..)| other != code), "{code:?} has two rows");
            for part in [cause, remedy] {
                let is_clause = part.starts_with(char::is_lowercase) || part.starts_with("JetStream");
                assert!(is_clause && !part.ends_with('.'), "{code:?}: `{part}` is part of a sentence");
            }
        }
    }

    #[test]
    fn full_storage_names_the_option_that_needs_less() {
        for code in [
            ErrorCode::STORAGE_RESOURCES_EXCEEDED,
            ErrorCode::ACCOUNT_RESOURCES_EXCEEDED,
            ErrorCode::STREAM_MAX_STREAM_BYTES_EXCEEDED,
        ] {
            let explanation = explain(code).unwrap();
            assert!(explanation.remedy.contains("--max-bytes"), "{explanation:?}");
        }
    }

    #[test]
    fn an_unknown_code_has_no_explanation() {
        assert_eq!(explain(ErrorCode(1)), None);
    }
}
