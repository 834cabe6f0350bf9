//! The catalogue of obstacles: why a stage stands still, or a worker cannot work.
//!
//! The table in `docs/operations.md` explains each to operators, and a test compares the two.

messages::catalogue! {
    /// A reason why a stage stands still, or a worker cannot do all of its work.
    ///
    /// The code is a label of the worker's metrics. `/readyz`, the log, `wiredesk doctor` and `wiredesk status`
    /// show it with the stream, consumer or subject concerned.
    Obstacle {
        // The connection
        Disconnected = "disconnected",
            "there is no connection to the server",
            "start the server, or check the network and `NATS_URL`; workers reconnect on their own";
        Authorization = "authorization",
            "the server does not accept the user or the credentials",
            "correct the credentials, or the users in the server's configuration";
        Tls = "tls",
            "the TLS handshake with the server fails",
            "replace the certificate that the log names; workers read theirs again on their own";
        NotAllowed = "not_allowed",
            "the server does not allow this user a subject",
            "add the subject to the user's permissions; `wiredesk setup --print-permissions` prints them all";

        // The server
        NoJetstream = "no_jetstream",
            "JetStream does not answer: it is off, still starting, or the account has no access",
            "start the server with JetStream (`jetstream {}` in its configuration), and connect as a user with access to it";
        DiskFull = "disk_full",
            "the disk of the server is full",
            "make room on the disk, then start the server again";
        Unconfirmed = "unconfirmed",
            "the server does not confirm what the worker publishes",
            "read the server's log, and check its load and its disk";

        // Streams and consumers
        StreamMissing = "stream_missing",
            "a stream does not exist",
            "run `wiredesk setup`";
        ConsumerMissing = "consumer_missing",
            "a consumer does not exist",
            "run `wiredesk setup`, then start the workers of the stage again";
        Paused = "paused",
            "the consumer is paused",
            "wait, or resume it with `nats consumer resume`";
        StreamFull = "stream_full",
            "a stream is full and refuses events",
            "raise its limit with `wiredesk setup --max-bytes`, or remove events that nobody needs with `nats stream purge --keep`";
        DeadLettersFull = "dead_letters_full",
            "the stream of dead letters is full, so bad articles wait and the others go on",
            "replay or drop dead letters with `wiredesk dead`, or raise the limit with `wiredesk setup --max-bytes`";

        // The targets of sinks
        TargetAway = "target_away",
            "the target of a sink cannot be reached or takes nothing",
            "start the target, or check its address, its disk and the network; the sink goes on by itself";
        TargetDenied = "target_denied",
            "the target of a sink does not accept the sink",
            "correct the secret, the rights or the address that the log names; the sink goes on by itself";

        // Alerts
        RulesInvalid = "rules_invalid",
            "the rules of alerts cannot be read, so the earlier ones stay in force",
            "correct the place that the log names; the alerter reads the rules again by itself";

        // Workers
        NoWorker = "no_worker",
            "articles wait, and no worker asks for them",
            "start a worker of the stage, or a `wiredesk worker` that runs it";
        WorkerStuck = "worker_stuck",
            "a worker holds articles and finishes none",
            "restart the worker, and report its log as a bug";
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn codes_are_metric_labels_and_sentences_and_remedies_are_texts() {
        for obstacle in Obstacle::ALL {
            let code = obstacle.code();
            assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{code}");
            for text in [obstacle.sentence(), obstacle.remedy()] {
                assert!(!text.ends_with('.') && text.contains(' ') && !text.contains('|'), "{code}: {text}");
            }
        }
    }

    #[test]
    fn each_obstacle_is_listed_once() {
        let codes: BTreeSet<&str> = Obstacle::ALL.iter().map(|obstacle| obstacle.code()).collect();
        let sentences: BTreeSet<&str> = Obstacle::ALL.iter().map(|obstacle| obstacle.sentence()).collect();
        assert_eq!((codes.len(), sentences.len()), (Obstacle::ALL.len(), Obstacle::ALL.len()));
    }
}
