//! What must hold for people who see little, hear the page, or use no mouse.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::Browser;

/// The widths in pixels at which pages are checked.
const WIDTHS: [u32; 2] = [1_400, 400];

/// Checks the present page in both colour schemes and widths: contrast (WCAG AA), names of fields and buttons, headings,
/// width, and that nothing comes from elsewhere.
pub(crate) async fn check(browser: &Browser, page: &str) -> Result<()> {
    for width in WIDTHS {
        browser.resize(width, 900).await?;
        for scheme in ["light", "dark"] {
            browser.prefer(scheme).await?;
            let problems = browser.script(include_str!("checks.js")).await?;
            ensure!(problems == json!([]), "{page}, {scheme}, {width} pixels wide: {problems:#}");
        }
    }
    browser.resize(1_400, 900).await?;
    let complaints = browser.complaints().await?;
    ensure!(complaints.is_empty(), "{page}: the browser complains: {complaints:?}");
    println!("checked: {page}");
    Ok(())
}
