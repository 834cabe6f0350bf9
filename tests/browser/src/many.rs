//! How long the list takes to open with many articles.

use std::ops::Range;

use anyhow::{Context, Result};
use serde_json::json;

use crate::{Browser, World};

/// The filters that are measured. The last one matches nothing, so that every article is looked at.
const QUERIES: [&str; 4] = ["", "?q=ferry", "?name=bergen&type=LOC", "?q=nowhere+to+be+found"];

/// How many articles one run of `wiredesk publish` sends.
const AT_ONCE: usize = 10_000;

/// Publishes so many articles, and prints how long the list takes in the browser, without and with filters.
pub(crate) async fn run(browser: &Browser, articles: usize) -> Result<()> {
    let mut world = World::start()?;
    for begin in (0..articles).step_by(AT_ONCE) {
        world.publish(&lines(begin..articles.min(begin + AT_ONCE)))?;
    }
    world.wait_until_known(&format!("many-{}", articles - 1));
    // The worker has made results of some of them. It would take time from the console.
    world.worker = None;
    for query in QUERIES {
        let address = world.at(&format!("/articles{query}"));
        browser.open(&address).await?;
        browser.until("performance.getEntriesByType('navigation')[0]?.loadEventEnd > 0").await?;
        let load = "return performance.getEntriesByType('navigation')[0].loadEventEnd";
        let milliseconds = browser.script(load).await?.as_f64().context("a number")?;
        let count =
            browser.script("return document.querySelector('main p[role=status]').textContent").await?;
        println!("/articles{query}: opened in {milliseconds:.0} ms ({count})");
    }
    Ok(())
}

/// Returns articles as JSON Lines.
fn lines(numbers: Range<usize>) -> String {
    let lines: Vec<String> = numbers
        .map(|number| {
            let headline = format!("Ferry {number} reaches Bergen");
            json!({"id": format!("many-{number}"), "headline": headline, "body": "Kari Dahl of Bergen said so."})
                .to_string()
        })
        .collect();
    lines.join("\n")
}
