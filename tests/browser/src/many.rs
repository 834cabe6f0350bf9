//! How long the list takes to open with many articles.

use anyhow::{Context, Result};
use serde_json::json;

use crate::{Browser, World};

/// The filters that are measured. The last one matches nothing, so that every article is looked at.
const QUERIES: [&str; 4] = ["", "?q=ferry", "?name=bergen&type=LOC", "?q=nowhere+to+be+found"];

/// Publishes so many articles, and prints how long the list takes in the browser, without and with filters.
pub(crate) async fn run(browser: &Browser, articles: usize) -> Result<()> {
    let world = World::start()?;
    let lines: Vec<String> = (0..articles)
        .map(|number| {
            let headline = format!("Ferry {number} reaches Bergen");
            json!({"id": format!("many-{number}"), "headline": headline, "body": "Kari Dahl of Bergen said so."})
                .to_string()
        })
        .collect();
    world.publish(&lines.join("\n"))?;
    world.wait_for(&format!("many-{}", articles - 1));
    for query in QUERIES {
        browser.open(&world.at(&format!("/articles{query}"))).await?;
        browser.until("performance.getEntriesByType('navigation')[0]?.loadEventEnd > 0").await?;
        let load = "return performance.getEntriesByType('navigation')[0].loadEventEnd";
        let milliseconds = browser.script(load).await?.as_f64().context("a number")?;
        let count =
            browser.script("return document.querySelector('main p[role=status]').textContent").await?;
        println!("/articles{query}: opened in {milliseconds:.0} ms ({count})");
    }
    Ok(())
}
