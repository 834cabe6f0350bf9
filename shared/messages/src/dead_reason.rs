//! The catalogue of reasons for dead letters.

use schemars::JsonSchema;

use crate::{catalogue, schema::open_to_later_names};

catalogue! {
    /// The reason why an article can never be processed and became a dead letter.
    ///
    /// The code is the last token of the letter's subject and a label of the worker's metrics.
    #[derive(JsonSchema)]
    #[schemars(transform = open_to_later_names)]
    DeadReason {
        // The message cannot be read
        UnreadableHeaders = "unreadable_headers",
            "the message has headers that cannot be read";
        InvalidJson = "invalid_json",
            "the payload is not valid JSON";
        TooDeep = "too_deep",
            "the article is nested deeper than 64 levels";
        InvalidArticle = "invalid_article",
            "the payload is JSON, but not an article";
        MissingBody = "missing_body",
            "the article has no `body`";
        EmptyBody = "empty_body",
            "the article's `body` has no visible character";
        InvalidEvent = "invalid_event",
            "the payload is not the event that its subject promises";
        UnsupportedSchema = "unsupported_schema",
            "the event has a schema that this version does not read";

        // The stage failed
        Rejected = "rejected",
            "the stage reported that it can never process the article";
        Panicked = "panicked",
            "the stage panicked on two deliveries of the article";
        TimedOut = "timed_out",
            "the stage exceeded its time limit on two deliveries of the article";
        CrashLoop = "crash_loop",
            "the worker crashed three times while it was processing only this article";

        // The target of a sink
        Refused = "refused",
            "the target of a sink refused the article";

        // The result does not fit
        TooLarge = "too_large",
            "the article with its layers exceeds the server's largest payload (`max_payload`)";
    }
}
