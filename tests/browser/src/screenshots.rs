//! The pictures of the documents.

use std::{fs, path::Path};

use anyhow::Result;
use messages::{ArticleReceived, Event};
use pipeline_tests::article;

use crate::{Browser, World};

/// Widths and heights of the pictures in pixels, with their names.
const SIZES: [(&str, u32, u32); 2] = [("wide", 1_400, 900), ("narrow", 400, 900)];

/// The pages with articles: path, name of the picture, and what must be there.
const PAGES: [(&str, &str, &str); 11] = [
    ("/articles", "articles", ".row"),
    ("/articles/en-long-rail-merger?entity=0", "article-english", ".mention.lit"),
    ("/articles/ar-miyah", "article-arabic", ".strip .good"),
    ("/articles/ja-hakodate-snow", "article-japanese", ".strip .good"),
    ("/articles/en-tiny?part=compare", "revisions", ".sides"),
    ("/stories", "stories", ".group:nth-child(3)"),
    ("/stories/en-ferry-strike", "story", "ol.rows li:nth-child(4)"),
    ("/alerts", "alerts", ".reasons a:nth-child(3)"),
    ("/dead", "dead-letters", ".row.letter"),
    ("/try", "try-it", "#result .mention"),
    // The articles of the other pages are in the curve: it has a peak.
    ("/", "flow", ".spark polyline[points*=',1.0 ']"),
];

/// Makes all pictures, in light and dark colours, wide and narrow.
pub(crate) async fn make(browser: &Browser, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut world = World::start()?;
    browser.open(&world.at("/")).await?;
    browser.until_there(".workers li").await?;
    pictures(browser, folder, "flow-empty").await?;
    world.add_stories_and_alerts()?;
    fill(&world)?;
    for (path, name, there) in PAGES {
        browser.open(&world.at(path)).await?;
        if path == "/try" {
            try_it(browser).await?;
        }
        if path.starts_with("/stories") || path == "/alerts" {
            browser.reload_until_there(there).await?;
        }
        browser.until_there(there).await?;
        pictures(browser, folder, name).await?;
    }
    browser.open(&world.at("/dead")).await?;
    browser.choose(".row.letter a").await?;
    browser.until_there(".payload").await?;
    pictures(browser, folder, "dead-letter").await?;
    browser.open(&world.at("/")).await?;
    browser.until_there(".chain").await?;
    world.server.kill();
    browser.until_there("#live .banner.bad").await?;
    pictures(browser, folder, "flow-nats-away").await
}

/// Articles that other publishers have, too, and how many do.
const COPIED: [(&str, usize); 3] = [("en-ferry-strike", 3), ("ja-hakodate-snow", 1), ("ar-miyah", 2)];

/// Publishes the test articles, copies by other publishers, a corrected one, and some that cannot be read.
fn fill(world: &World) -> Result<()> {
    let articles: Vec<String> = pipeline_tests::articles().iter().map(json).collect();
    world.publish(&articles.join("\n"))?;
    for (id, copies) in COPIED {
        let copies: Vec<String> = (1..=copies).map(|number| json(&copy(id, number))).collect();
        world.publish(&copies.join("\n"))?;
    }
    let mut corrected = article("en-tiny");
    corrected.article.body.push_str(" The text was corrected on Tuesday.");
    world.publish(&json(&corrected))?;
    world.publish_raw("{\n  \"id\": \"wire-4471\",\n  \"headline\": \"Rain in Oslo\",\n  \"body\": \"Rain fell in Oslo.\",\n  \"published_at\": 2026-11-24\n}");
    world.publish_raw("{\"id\": \"wire-4472\", \"headline\": \"Snow in Bergen\"}");
    world.publish_raw("{\"id\": \"wire-4473\", \"headline\": [\"Snow\"], \"body\": \"Snow fell.\"}");
    for id in ["en-tiny", "ar-miyah", "ja-hakodate-snow", "en-long-rail-merger"] {
        world.wait_for(id);
    }
    Ok(())
}

/// Returns an article as another publisher has it.
fn copy(id: &str, number: usize) -> ArticleReceived {
    let mut copy = article(id);
    copy.article.id = format!("{id}-copy-{number}");
    copy.article.source = Some(format!("Paper {number}"));
    copy.article.revision = String::new();
    copy
}

fn json(article: &ArticleReceived) -> String {
    String::from_utf8_lossy(&article.encode()).into_owned()
}

async fn try_it(browser: &Browser) -> Result<()> {
    browser.write("#try-headline", "Bergen ferry line to reopen in May").await?;
    let text = "The ferry line between Bergen and Stavanger will reopen on 3 May, Kari Dahl said on Monday.\n\nDahl heads the port of Bergen. Repairs cost €2.4 million.";
    browser.write("#try-body", text).await
}

async fn pictures(browser: &Browser, folder: &Path, name: &str) -> Result<()> {
    for (size, width, height) in SIZES {
        browser.resize(width, height).await?;
        for scheme in ["light", "dark"] {
            browser.prefer(scheme).await?;
            fs::write(folder.join(format!("{name}-{size}-{scheme}.webp")), browser.picture().await?)?;
        }
    }
    browser.resize(1_400, 900).await?;
    println!("made: {name}");
    Ok(())
}
