//! A publisher whose headers cannot be read, beside one whose articles are sound.

use pipeline_tests::{RawPublisher, UNREADABLE};

use super::start::start;
use crate::{
    articles::ID_PREFIX,
    outcome::{Outcome, Size},
    world::{World, many},
};

/// One message in this many has unreadable headers.
const ONE_IN: usize = 5;

/// Publishes sound articles, and meanwhile messages with headers of each unreadable kind.
pub(super) async fn unreadable_headers(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let unreadable = size.others / ONE_IN;
    let mut publishing = world.publish(many(size.others - unreadable, |_| None)?, 1);
    let mut publisher = RawPublisher::connect(world.server.url());
    let kinds = UNREADABLE.iter().cycle();
    for (number, (_, headers)) in kinds.enumerate().take(unreadable) {
        let id = format!("{ID_PREFIX}-unreadable-{number}");
        let article = format!(r#"{{"id":"{id}","body":"Rain fell on Oslo on Friday."}}"#);
        publisher.publish("articles.v1.received.live", headers, article.as_bytes());
        publishing.ids.insert(id);
    }
    publisher.flush();
    let account = world.settle(publishing, &mut fleet).await?;
    let (dead, redeliveries, ended) = (account.dead, account.redeliveries, fleet.ended);
    let words = format!(
        "1 message in {ONE_IN} has headers that cannot be read, of {} kinds; 99 of 100 sound articles done after {:.1} s",
        UNREADABLE.len(),
        world.nearly_all_after().await?
    );
    Ok(Outcome::sound(account, words)
        .expect(dead == unreadable, format!("{dead} of {unreadable} such messages are dead letters"))
        .expect(redeliveries == Some(0), "sound articles were delivered again")
        .expect(ended == 0, format!("{ended} workers ended")))
}
