//! The permissions on the bus: one user per worker, the story-linker, a publisher, the poller of feeds, a reader, the
//! sinks, the alerter, the console and an operator.
//!
//! They are derived from the same [`Topology`] as the subjects, so they always match what the programs do.
//! `wiredesk setup --print-permissions` prints them for a nats-server's configuration.
//!
//! Each user receives replies under its own inbox `_INBOX_<user>`, which it sets in `NATS_INBOX_PREFIX`. With
//! the common `_INBOX`, every user could read the replies to all others.

use std::fmt::{self, Write};

use messages::{
    ArticleLinked, ArticleReceived, ArticleSummarized, Event, StageName,
    subjects::{ALERT, Lane, SINK},
};

use crate::{
    bus::{DISCOVERY, obstacles_of},
    settings::ApiPrefix,
    topology::{ALERTS, ConsumerPlan, DEAD, FEEDS, STORIES, SUSPECTS, Topology},
};

/// The name of the user that publishes articles.
pub const PUBLISHER: &str = "publisher";
/// The name of the user that polls feeds.
pub const POLLER: &str = "feeds";
/// The name of the user that reads the events of all stages.
pub const READER: &str = "reader";
/// The name of the user of all sinks.
pub const SINKS: &str = "sink";
/// The name of the user of the alerter.
pub const ALERTER: &str = "alerter";
/// The name of the user for a process that runs several stages.
pub const FUSED: &str = "worker";
/// The name of the user of the console.
pub const CONSOLE: &str = "console";
/// The name of the user that sets up, monitors and repairs the pipeline.
pub const OPERATOR: &str = "operator";

/// One user of the server with its permissions. The server refuses everything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The name of the worker or the story-linker, or [`PUBLISHER`], [`POLLER`], [`READER`], [`SINKS`], [`ALERTER`],
    /// [`CONSOLE`], [`FUSED`], [`OPERATOR`].
    pub name: String,
    /// The subjects that it may publish on.
    pub publish: Vec<String>,
    /// The exceptions from `publish`.
    pub never_publish: Vec<String>,
    /// The subjects that it may subscribe to.
    pub subscribe: Vec<String>,
    /// Whether it may reply to requests, on whatever subject the request names.
    pub answers: bool,
}

impl User {
    fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            publish: Vec::new(),
            never_publish: Vec::new(),
            subscribe: vec![format!("{}.>", inbox_prefix(name))],
            answers: false,
        }
    }

    /// Lets it read a stream through consumers of its own.
    fn may_read(&mut self, api: &ApiPrefix, stream: &str) {
        self.publish.push(stream_info(api, stream));
        self.publish.extend(
            ["CONSUMER.CREATE", "CONSUMER.INFO", "CONSUMER.DELETE", "CONSUMER.MSG.NEXT", "DIRECT.GET"]
                .map(|request| format!("{api}.{request}.{stream}.>")),
        );
        self.publish.push(format!("{api}.DIRECT.GET.{stream}"));
    }

    /// Lets it keep values in a bucket. The bucket is a stream, which it creates. To do so, it asks what the account
    /// may store.
    fn may_keep(&mut self, api: &ApiPrefix, bucket: &str) {
        self.publish.extend([
            keys(api, bucket),
            stream_info(api, &format!("KV_{bucket}")),
            format!("{api}.STREAM.CREATE.KV_{bucket}"),
            format!("{api}.DIRECT.GET.KV_{bucket}.>"),
            format!("{api}.INFO"),
        ]);
    }

    /// Returns the name of the configuration variable that holds its password: `LANGUAGE_DETECTOR_PASSWORD`.
    pub fn password_variable(&self) -> String {
        format!("{}_PASSWORD", self.name.replace('-', "_").to_uppercase())
    }
}

/// Returns the value of `NATS_INBOX_PREFIX` for a user.
pub fn inbox_prefix(user: &str) -> String {
    format!("_INBOX_{user}")
}

impl Topology {
    /// Returns all users of the pipeline, the workers first, in the order in which articles pass them.
    ///
    /// `api` is where the JetStream API is. Deliveries are acknowledged on the same subjects in every domain.
    pub fn users(&self, api: &ApiPrefix) -> Vec<User> {
        let workers = StageName::ALL.map(|stage| self.worker_user(stage.worker(), &[stage], api));
        let others = [
            self.linker(api),
            self.worker_user(FUSED, &StageName::ALL, api),
            self.publisher(api),
            self.poller(api),
            self.reader(api),
            self.sinks(api),
            self.alerter(api),
            self.console(api),
            self.operator(api),
        ];
        workers.into_iter().chain(others).collect()
    }

    /// Returns the user of a worker. It pulls from its own consumers, publishes its own events and dead
    /// letters, and answers discovery.
    fn worker_user(&self, name: &str, stages: &[StageName], api: &ApiPrefix) -> User {
        let mut user = User::new(name);
        user.answers = true;
        user.subscribe.push("$SRV.>".to_owned());
        let publish = &mut user.publish;
        publish.extend([DEAD, SUSPECTS].map(|name| stream_info(api, &self.stream(name))));
        for &stage in stages {
            publish.push(self.subjects().all_of(stage.output()));
            publish.push(self.subjects().all_dead_of(stage.as_str()));
            publish.push(self.subjects().suspects(stage));
            // For the age of the oldest article that waits for the worker.
            publish.push(format!("{api}.DIRECT.GET.{}", self.stream(stage.input())));
            publish
                .extend([stage.input(), stage.output()].map(|event| stream_info(api, &self.stream(event))));
            for plan in Lane::ALL.map(|lane| self.consumer(stage, lane)) {
                let ConsumerPlan { stream, name, .. } = plan;
                publish.push(format!("{api}.CONSUMER.INFO.{stream}.{name}"));
                publish.push(format!("{api}.CONSUMER.MSG.NEXT.{stream}.{name}"));
                publish.push(format!("$JS.ACK.{stream}.{name}.>"));
            }
        }
        publish.sort_unstable();
        publish.dedup();
        user
    }

    /// Returns the user that may publish received articles only.
    fn publisher(&self, api: &ApiPrefix) -> User {
        let mut user = User::new(PUBLISHER);
        let received = ArticleReceived::NAME;
        user.publish = Lane::ALL.map(|lane| self.subjects().lane_filter(received, lane)).into();
        user.publish.push(stream_info(api, &self.stream(received)));
        user
    }

    /// Returns the user that publishes received articles and keeps what it has seen of feeds.
    fn poller(&self, api: &ApiPrefix) -> User {
        let mut user = User { publish: self.publisher(api).publish, ..User::new(POLLER) };
        user.may_keep(api, &self.stream(FEEDS));
        user
    }

    /// Returns the user of the story-linker. It reads finished articles and its own output, and publishes that.
    fn linker(&self, api: &ApiPrefix) -> User {
        let mut user = User::new(StageName::Link.worker());
        let linked = self.stream(ArticleLinked::NAME);
        for stream in [&self.stream(ArticleSummarized::NAME), &linked] {
            user.may_read(api, stream);
        }
        user.publish.push(format!("{api}.STREAM.MSG.GET.{linked}"));
        user.publish.push(self.subjects().all_of(ArticleLinked::NAME));
        user.publish.push(self.subjects().all_dead_of(StageName::Link.as_str()));
        // The bucket has as many copies as the stream of received articles.
        user.publish.extend([DEAD, ArticleReceived::NAME].map(|name| stream_info(api, &self.stream(name))));
        user.may_keep(api, &self.stream(STORIES));
        user
    }

    /// Returns the user that reads the events of the stages through its own consumers, never through the
    /// workers'.
    fn reader(&self, api: &ApiPrefix) -> User {
        let mut user = User::new(READER);
        for stage in StageName::ALL.into_iter().chain([StageName::Link]) {
            let stream = self.stream(stage.output());
            user.may_read(api, &stream);
            // A reader with a durable consumer acknowledges what it has printed.
            user.publish.push(format!("$JS.ACK.{stream}.>"));
        }
        user.may_read(api, &self.stream(ALERTS));
        self.spare_workers(&mut user, api);
        // The reader has no permission for received articles, so it needs no exceptions for them.
        let received = self.stream(ArticleReceived::NAME);
        user.never_publish.retain(|subject| !subject.contains(&format!(".{received}.")));
        user
    }

    /// Returns the user of the sinks. It reads as a reader does, and makes dead letters of what a target refuses.
    fn sinks(&self, api: &ApiPrefix) -> User {
        let mut user = User { name: SINKS.to_owned(), ..self.reader(api) };
        user.subscribe = User::new(SINKS).subscribe;
        user.publish.push(stream_info(api, &self.stream(DEAD)));
        user.publish.push(self.subjects().all_dead_of(SINK));
        user
    }

    /// Returns the user of the alerter. It reads finished articles, with or without stories, publishes alerts, and makes
    /// dead letters of what is no article.
    fn alerter(&self, api: &ApiPrefix) -> User {
        let mut user = User::new(ALERTER);
        let finished = [StageName::Summarize, StageName::Link].map(|stage| self.stream(stage.output()));
        for stream in &finished {
            user.may_read(api, stream);
            user.publish.push(format!("$JS.ACK.{stream}.>"));
        }
        user.publish.extend([ALERTS, DEAD].map(|name| stream_info(api, &self.stream(name))));
        user.publish.extend([self.subjects().all_of(ALERTS), self.subjects().all_dead_of(ALERT)]);
        self.spare_workers(&mut user, api);
        // It has no permission for other streams, so it needs no exceptions for them.
        let is_read = |subject: &str| finished.iter().any(|stream| subject.contains(&format!(".{stream}.")));
        user.never_publish.retain(|subject| is_read(subject));
        user
    }

    /// Returns the user of the console. It reads all streams, publishes articles, replays and drops dead
    /// letters, and asks the workers what they are.
    fn console(&self, api: &ApiPrefix) -> User {
        let mut user = User::new(CONSOLE);
        let (dead, alerts) = (self.stream(DEAD), self.stream(ALERTS));
        for plan in self.streams().into_iter().chain(self.optional_streams()) {
            if plan.holds_events || [&dead, &alerts].contains(&&plan.name) {
                user.may_read(api, &plan.name);
            } else {
                user.publish.push(stream_info(api, &plan.name));
            }
        }
        user.publish.extend(StageName::ALL.map(|stage| self.subjects().all_of(stage.input())));
        // What sinks could not write is replayed to the output of the last stage.
        user.publish.push(self.subjects().all_of(StageName::Summarize.output()));
        user.publish.push(self.subjects().replay_notes());
        user.publish.extend(["MSG.DELETE", "PURGE"].map(|request| format!("{api}.STREAM.{request}.{dead}")));
        user.publish.extend([DISCOVERY.to_owned(), obstacles_of(self)]);
        self.spare_workers(&mut user, api);
        user
    }

    /// Keeps a user away from the consumers of the workers.
    fn spare_workers(&self, user: &mut User, api: &ApiPrefix) {
        for ConsumerPlan { stream, name, .. } in self.consumers() {
            user.never_publish.extend(
                ["CREATE", "DELETE", "MSG.NEXT"]
                    .map(|request| format!("{api}.CONSUMER.{request}.{stream}.{name}")),
            );
            // The server creates a consumer with a filter under a longer subject.
            user.never_publish.push(format!("{api}.CONSUMER.CREATE.{stream}.{name}.>"));
            user.never_publish.push(format!("$JS.ACK.{stream}.{name}.>"));
        }
    }

    /// Returns the user that may do everything in this pipeline and administer JetStream.
    fn operator(&self, api: &ApiPrefix) -> User {
        let mut user = User::new(OPERATOR);
        user.publish = vec![format!("{api}.>"), "$JS.ACK.>".to_owned(), "$SRV.>".to_owned()];
        user.publish.push(self.subjects().all());
        user.publish.extend([FEEDS, STORIES].map(|name| keys(api, &self.stream(name))));
        user.subscribe.extend([self.subjects().all(), "$JS.EVENT.>".to_owned()]);
        user
    }
}

/// Returns the subjects on which the keys of a bucket are written. In a domain, they are below its API.
fn keys(api: &ApiPrefix, bucket: &str) -> String {
    let domain = if *api == ApiPrefix::default() { String::new() } else { format!("{api}.") };
    format!("{domain}$KV.{bucket}.>")
}

fn stream_info(api: &ApiPrefix, stream: &str) -> String {
    format!("{api}.STREAM.INFO.{stream}")
}

/// Formats users as the `authorization` block of a nats-server's configuration.
///
/// Passwords are variables ([`User::password_variable`]) that the rest of the configuration or the server's
/// environment sets.
#[derive(Debug)]
pub struct Authorization<'u>(pub &'u [User]);

impl fmt::Display for Authorization<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("authorization {\n  users: [\n")?;
        self.0.iter().try_for_each(|user| write_user(formatter, user))?;
        formatter.write_str("  ]\n}\n")
    }
}

fn write_user(out: &mut impl Write, user: &User) -> fmt::Result {
    writeln!(out, "    {{\n      user: \"{}\"\n      password: ${}", user.name, user.password_variable())?;
    writeln!(out, "      permissions: {{")?;
    writeln!(out, "        publish: {{")?;
    write_list(out, "allow", &user.publish)?;
    write_list(out, "deny", &user.never_publish)?;
    writeln!(out, "        }}\n        subscribe: {{")?;
    write_list(out, "allow", &user.subscribe)?;
    writeln!(out, "        }}")?;
    if user.answers {
        writeln!(out, "        allow_responses: true")?;
    }
    writeln!(out, "      }}\n    }}")
}

fn write_list(out: &mut impl Write, name: &str, subjects: &[String]) -> fmt::Result {
    if subjects.is_empty() {
        return Ok(());
    }
    writeln!(out, "          {name}: [")?;
    subjects.iter().try_for_each(|subject| writeln!(out, "            \"{subject}\""))?;
    writeln!(out, "          ]")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(name: &str) -> User {
        Topology::default().users(&ApiPrefix::default()).into_iter().find(|user| user.name == name).unwrap()
    }

    #[test]
    fn a_worker_may_publish_only_its_own_events_and_dead_letters() {
        let ours = |subject: &&String| subject.starts_with("articles.");
        let segmenter = user("segmenter");
        let published: Vec<&String> = segmenter.publish.iter().filter(ours).collect();
        assert_eq!(
            published,
            ["articles.v1.dead.segment.>", "articles.v1.segmented.>", "articles.v1.suspects.segment"]
        );
        assert_eq!(segmenter.subscribe, ["_INBOX_segmenter.>", "$SRV.>"]);
    }

    #[test]
    fn a_worker_reaches_only_its_own_consumers() {
        for stage in StageName::ALL {
            let reaches =
                |subject: &&String| subject.contains(".CONSUMER.") || subject.starts_with("$JS.ACK.");
            let worker = user(stage.worker());
            let foreign = |subject: &&String| !subject.contains(&format!(".{}-", stage.worker()));
            assert_eq!(worker.publish.iter().filter(reaches).find(foreign), None);
        }
    }

    #[test]
    fn the_linker_publishes_only_its_own_events_and_dead_letters() {
        let linker = user("story-linker");
        let published: Vec<&String> =
            linker.publish.iter().filter(|subject| subject.starts_with("articles.")).collect();
        assert_eq!(published, ["articles.v1.linked.>", "articles.v1.dead.link.>"]);
        assert!(!linker.publish.iter().any(|subject| subject.starts_with("$JS.ACK.")));
    }

    #[test]
    fn a_reader_may_not_use_the_workers_consumers() {
        let reader = user(READER);
        assert!(!reader.publish.iter().any(|subject| subject.contains("RECEIVED")));
        for forbidden in [
            "$JS.API.CONSUMER.MSG.NEXT.ARTICLES_TAGGED.summarizer-live",
            "$JS.ACK.ARTICLES_TAGGED.summarizer-live.>",
        ] {
            assert!(reader.never_publish.iter().any(|subject| subject == forbidden), "{forbidden}");
        }
    }

    #[test]
    fn in_a_domain_only_the_subjects_of_the_api_differ() {
        let users = Topology::default().users(&ApiPrefix::of_domain("leaf"));
        let printed = Authorization(&users).to_string();
        assert!(
            !printed.contains("$JS.API")
                && printed.contains("\"$JS.ACK.ARTICLES_DETECTED.segmenter-live.>\"")
        );
        let default = Authorization(&Topology::default().users(&ApiPrefix::default())).to_string();
        for bucket in ["FEEDS", "STORIES"] {
            assert!(printed.contains(&format!("\"$JS.leaf.API.$KV.ARTICLES_{bucket}.>\"")));
        }
        assert_eq!(printed.replace("$JS.leaf.API.$KV", "$KV").replace("$JS.leaf.API", "$JS.API"), default);
    }

    #[test]
    fn no_two_users_share_an_inbox() {
        let users = Topology::default().users(&ApiPrefix::default());
        let inboxes: std::collections::BTreeSet<&String> =
            users.iter().filter_map(|user| user.subscribe.first()).collect();
        assert_eq!(inboxes.len(), users.len());
    }

    #[test]
    fn the_block_has_a_variable_for_each_password() {
        let users = Topology::default().users(&ApiPrefix::default());
        let printed = Authorization(&users).to_string();
        for user in &users {
            assert!(printed.contains(&format!("password: ${}\n", user.password_variable())), "{}", user.name);
        }
        assert_eq!(printed.matches('{').count(), printed.matches('}').count());
    }
}
