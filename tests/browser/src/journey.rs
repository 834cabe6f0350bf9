//! One run through all pages by keyboard: publish, watch, look, break, repair, replay.

use std::io::Write;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{Browser, World, checks::check};

/// An expression that is true once the article has passed all four stages.
const PASSED: &str = "document.querySelectorAll('.strip .good').length === 4";

const HEADLINE: &str = "Bergen ferry line to reopen in May";
const BODY: &str = "The ferry line between Bergen and Stavanger will reopen on 3 May, Kari Dahl said on Monday. \
                    Dahl heads the port of Bergen. Storms had closed the line in January.";

/// Opens the guarded console.
const TOKEN: &str = "operator-operator-operator";

/// A sentence without names.
const CROSSING: &str =
    "The crossing takes three hours in good weather and longer in winter, when the boats wait. ";

pub(crate) async fn run(browser: &Browser) -> Result<()> {
    let mut world = World::start()?;
    empty(browser, &world).await?;
    publish(browser, &world).await?;
    watch(browser).await?;
    pick(browser).await?;
    stories(browser, &mut world).await?;
    alerts(browser).await?;
    repair(browser, &world).await?;
    hostile(browser, &world).await?;
    long(browser, &world).await?;
    without_scripts(browser, &world).await?;
    nats_away(browser, &mut world).await?;
    session_ends(browser, &mut world).await?;
    ensure!(world.console_runs(), "the console ended");
    Ok(())
}

/// Looks at the pages of a pipeline without articles.
async fn empty(browser: &Browser, world: &World) -> Result<()> {
    for (path, name) in [
        ("/", "empty flow"),
        ("/articles", "empty list"),
        ("/stories", "no stories"),
        ("/alerts", "no alerts"),
        ("/dead", "no dead letters"),
        ("/try", "empty form"),
    ] {
        browser.open(&world.at(path)).await?;
        browser.until_there("main h1").await?;
        check(browser, name).await?;
    }
    Ok(())
}

/// Writes an article, sees its names while writing, and publishes it.
async fn publish(browser: &Browser, world: &World) -> Result<()> {
    browser.open(&world.at("/articles")).await?;
    browser.choose("nav a[href='/try']").await?;
    browser.write("#try-headline", HEADLINE).await?;
    browser.write("#try-body", BODY).await?;
    browser.until("document.querySelector('#result .loc')?.textContent.includes('Bergen')").await?;
    check(browser, "try it").await?;
    browser.choose("#publish").await?;
    browser.until("location.pathname.startsWith('/articles/')").await?;
    // The page keeps itself current until the article is through.
    browser.until(PASSED).await?;
    check(browser, "article").await
}

/// Sees the article in the flow and in the list.
async fn watch(browser: &Browser) -> Result<()> {
    browser.choose("nav a[href='/']").await?;
    browser.until("document.querySelectorAll('.chain .stage').length === 4").await?;
    browser.until_there(".workers .from-1.to-4").await?;
    check(browser, "flow").await?;
    browser.choose("nav a[href='/articles']").await?;
    browser
        .until(&format!("document.querySelector('.row .headline')?.textContent === {}", json!(HEADLINE)))
        .await?;
    check(browser, "articles").await?;
    browser.choose(".row .headline").await
}

/// Picks a name: all its mentions light up, and the address keeps it.
async fn pick(browser: &Browser) -> Result<()> {
    browser.until(PASSED).await?;
    browser.choose("#entity-0 > summary").await?;
    browser.until("document.querySelectorAll('.mention.lit').length >= 2").await?;
    ensure!(browser.address().await?.contains("entity=0"), "the address keeps the entity");
    browser.choose("#entity-0 [data-step='1']").await?;
    browser.until_there(".mention.lit.here").await?;
    check(browser, "article with a picked name").await?;
    for (part, name) in [("a[href$='part=compare']", "revisions"), ("a[href$='part=json']", "JSON")] {
        browser.choose(part).await?;
        browser.until("location.search.includes('part=')").await?;
        check(browser, name).await?;
    }
    Ok(())
}

/// Groups copies of the article to a story, leaves copies out, and opens one of them.
async fn stories(browser: &Browser, world: &mut World) -> Result<()> {
    world.add_stories_and_alerts()?;
    for (id, source) in [("copy-1", "Post"), ("copy-2", "Wire")] {
        world
            .publish(&json!({"id": id, "headline": HEADLINE, "body": BODY, "source": source}).to_string())?;
        world.wait_for(id);
    }
    browser.open(&world.at("/stories")).await?;
    browser.reload_until_there(".group .copy").await?;
    check(browser, "stories").await?;
    browser.choose(".group .headline").await?;
    browser.until("document.querySelectorAll('ol.rows > li').length === 3").await?;
    check(browser, "story").await?;
    browser.choose("a[href$='?copies=no']").await?;
    browser.until("document.querySelectorAll('ol.rows > li').length === 1").await?;
    browser.open(&world.at("/articles?copies=no")).await?;
    browser.until("document.querySelectorAll('.rows > li').length === 1").await?;
    browser.open(&world.at("/articles/copy-1")).await?;
    browser.until_there("aside a[href^='/stories/']").await?;
    check(browser, "article of a story").await
}

/// Looks at the matches of a rule.
async fn alerts(browser: &Browser) -> Result<()> {
    browser.choose("nav a[href='/alerts']").await?;
    browser.reload_until_there(".reasons a[href='/alerts?rule=ferries']").await?;
    check(browser, "alerts").await?;
    browser.choose(".reasons a[href='/alerts?rule=ferries']").await?;
    browser.until("document.querySelectorAll('.rows > li').length === 3").await?;
    check(browser, "alerts of a rule").await
}

/// Breaks an article on purpose, repairs it, tries it here, and replays it.
async fn repair(browser: &Browser, world: &World) -> Result<()> {
    let whole = json!({"id": "broken-1", "headline": HEADLINE, "body": BODY}).to_string();
    world.publish_raw(whole.strip_suffix('}').context("an object")?);
    browser.choose("nav a[href='/dead']").await?;
    browser.reload_until_there(".row.letter").await?;
    check(browser, "dead letters").await?;
    browser.choose(".row.letter a").await?;
    browser.until_there(".payload mark.here").await?;
    check(browser, "dead letter").await?;
    browser.tab_to("#payload").await?;
    browser.go_to_end().await?;
    browser.press("}").await?;
    browser.choose("#try-here").await?;
    browser.until_there("#trial .banner.good").await?;
    check(browser, "tried dead letter").await?;
    browser.choose("#replay-edited").await?;
    browser.until("document.querySelector('h1')?.textContent.startsWith('Replayed 1 of 1')").await?;
    check(browser, "outcome").await?;
    browser.choose("a[href='/dead']").await?;
    browser.tab_to(".row.letter input").await?;
    browser.press(" ").await?;
    browser.choose("button[value='drop']").await?;
    browser.until_there("#confirm").await?;
    check(browser, "confirmation").await?;
    world.wait_for("broken-1");
    browser.open(&world.at("/articles/broken-1")).await?;
    browser.until(PASSED).await
}

/// Opens articles that want to be more than text.
async fn hostile(browser: &Browser, world: &World) -> Result<()> {
    let text = "</textarea><script>window.ran=1</script><img src=x onerror=\"window.ran=1\"> \u{202e}Oslo";
    world.publish(
        &json!({"id": "hostile", "headline": text, "body": text, "url": "javascript:alert(1)"}).to_string(),
    )?;
    world.wait_for("hostile");
    for path in ["/articles/hostile", "/articles/hostile?part=json", "/articles?q=%3Cscript%3E", "/articles"]
    {
        browser.open(&world.at(path)).await?;
        let ran = browser.script("return window.ran !== undefined").await?;
        ensure!(ran == Value::Bool(false), "{path} ran a script");
    }
    browser.open(&world.at("/articles/hostile")).await?;
    let shown = browser.script("return document.getElementById('body').textContent").await?;
    ensure!(shown == json!(text), "the text of the article is {shown}");
    check(browser, "hostile article").await
}

/// Opens an article of 200,000 characters.
async fn long(browser: &Browser, world: &World) -> Result<()> {
    let paragraph = format!("{BODY} {}\n\n", CROSSING.repeat(5));
    let body = paragraph.repeat(200_000_usize.div_ceil(paragraph.len()));
    world.publish(&json!({"id": "long", "headline": HEADLINE, "body": body}).to_string())?;
    world.wait_for("long");
    browser.open(&world.at("/articles/long")).await?;
    browser.until("performance.getEntriesByType('navigation')[0]?.loadEventEnd > 0").await?;
    let timing = browser.script("return performance.getEntriesByType('navigation')[0].loadEventEnd").await?;
    let milliseconds = timing.as_f64().context("a number")?;
    println!("an article of {} characters opened in {milliseconds:.0} ms", body.chars().count());
    ensure!(milliseconds < 1_000.0, "an article of 200,000 characters took {milliseconds:.0} ms to open");
    Ok(())
}

/// Chooses two of three dead letters in a browser that runs no scripts, and drops them.
async fn without_scripts(browser: &Browser, world: &World) -> Result<()> {
    for number in 0..3 {
        world.publish_raw(&format!("{{\"id\":\"wordless-{number}\"}}"));
    }
    browser.run_scripts(false).await?;
    browser.open(&world.at("/dead?reason=missing_body")).await?;
    browser.reload_until_there(".row.letter:nth-child(3)").await?;
    for row in [1, 3] {
        browser.tab_to(&format!(".row.letter:nth-child({row}) input")).await?;
        browser.press(" ").await?;
    }
    browser.choose("button[value='drop']").await?;
    browser.choose("#confirm").await?;
    browser.until("document.querySelector('h1')?.textContent === 'Dropped 2 of 2 dead letters'").await?;
    browser.open(&world.at("/dead?reason=missing_body")).await?;
    browser.until("document.querySelectorAll('.row.letter').length === 1").await?;
    browser.run_scripts(true).await?;
    println!("checked: a selection without scripts");
    Ok(())
}

/// Ends the session under an open list: the page says so, and goes on after the next login.
async fn session_ends(browser: &Browser, world: &mut World) -> Result<()> {
    let mut tokens = tempfile::NamedTempFile::new()?;
    writeln!(tokens, "operator {TOKEN}")?;
    browser.open(&world.at("/articles")).await?;
    browser.until_there(".row").await?;
    world.guard_console(tokens.path())?;
    browser.until("!document.querySelector('#ended').hidden").await?;
    // The refused requests are complaints that belong here.
    browser.complaints().await?;
    check(browser, "list after the session has ended").await?;
    browser.choose("#ended a").await?;
    browser.write("#token", TOKEN).await?;
    browser.press(Key::Enter).await?;
    browser.until_there(".chain").await?;
    browser.complaints().await?;
    browser.open(&world.at("/articles")).await?;
    world.publish(&json!({"id": "later", "headline": "Later", "body": BODY}).to_string())?;
    browser.until("document.querySelector('.row .headline')?.textContent === 'Later'").await
}

/// Takes NATS away: the page says so, and recovers by itself.
async fn nats_away(browser: &Browser, world: &mut World) -> Result<()> {
    browser.open(&world.at("/")).await?;
    browser.until_there(".chain").await?;
    world.server.kill();
    browser
        .until("document.querySelector('#live .banner.bad')?.textContent.includes('NATS is away')")
        .await?;
    check(browser, "flow without NATS").await?;
    world.server.restart();
    browser.until("!document.querySelector('#live')?.textContent.includes('NATS is away')").await?;
    let complaints = browser.script("return document.querySelector('#away').hidden").await?;
    ensure!(complaints == Value::Bool(true), "the console always answered");
    Ok(())
}
