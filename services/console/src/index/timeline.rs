//! The way of one article through the stages, as `wiredesk trace` prints it.

use runtime::bus;

use super::{article::Article, kind::Kind, times::rfc3339, words::Words};

/// Returns the steps of an article in the order of time.
pub(super) fn timeline(article: &Article, words: &Words) -> Vec<bus::Step> {
    let mut steps: Vec<_> = article.steps.iter().collect();
    steps.sort_by_key(|step| (step.at, step.kind));
    let step = |step: &super::step::Step| {
        // A note on a replay follows from its letter only by a person's decision.
        let input = step.input.filter(|_| step.kind != Kind::Replayed);
        let input = input.and_then(|(kind, sequence)| article.step(kind, sequence));
        bus::Step {
            at: rfc3339(step.at),
            what: step.kind.as_str().to_owned(),
            subject: words.text(step.subject).to_owned(),
            sequence: step.sequence,
            message_id: step.message_id(&article.id),
            latency_ms: input.map(|input| (step.at - input.at) as f64 / 1e6),
            deliveries: (step.deliveries > 0).then_some(step.deliveries.into()),
            version: step.version.map(|version| words.text(version).to_owned()),
            reason: step.failure().map(|(reason, _)| reason.clone()),
            error: step.failure().map(|(_, error)| error.clone()),
            replay: step.replay(),
        }
    };
    steps.into_iter().map(step).collect()
}
