//! A browser that is used by keyboard.

use std::{
    net::TcpListener,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use thirtyfour::{
    ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, TypingData, WebDriver,
    action_chain::ActionChain, prelude::*,
};

/// The time after which a condition counts as failed.
const PATIENCE: Duration = Duration::from_mins(1);
/// The pause between two looks at a condition.
const LOOK: Duration = Duration::from_millis(50);
/// The presses of Tab after which an element counts as out of reach.
const TABS: usize = 400;

/// A started browser.
pub(crate) struct Browser {
    driver: WebDriver,
    chromedriver: Child,
}

impl Browser {
    /// Starts chromedriver on a free port, and Chromium without a window.
    pub(crate) async fn start() -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let chromedriver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("chromedriver does not start: install the packages chromium and chromium-driver")?;
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--lang=en",
        ] {
            capabilities.add_arg(argument)?;
        }
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::Warning)?;
        let address = format!("http://127.0.0.1:{port}");
        let begun = Instant::now();
        let driver = loop {
            match WebDriver::new(&address, capabilities.clone()).await {
                Ok(driver) => break driver,
                Err(error) if begun.elapsed() > PATIENCE => bail!("chromium does not start: {error}"),
                Err(_) => tokio::time::sleep(LOOK).await,
            }
        };
        Ok(Self { driver, chromedriver })
    }

    pub(crate) async fn quit(mut self) -> Result<()> {
        self.driver.quit().await?;
        self.chromedriver.kill()?;
        self.chromedriver.wait()?;
        Ok(())
    }

    /// Opens a page.
    pub(crate) async fn open(&self, address: &str) -> Result<()> {
        Ok(self.driver.goto(address).await?)
    }

    /// Returns the address of the present page.
    pub(crate) async fn address(&self) -> Result<String> {
        Ok(self.driver.current_url().await?.to_string())
    }

    /// Runs a script in the page, and returns its value.
    pub(crate) async fn script(&self, script: &str) -> Result<Value> {
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// Waits until a JavaScript expression is true.
    pub(crate) async fn until(&self, expression: &str) -> Result<()> {
        let begun = Instant::now();
        while self.script(&format!("return Boolean({expression})")).await? != Value::Bool(true) {
            if begun.elapsed() > PATIENCE {
                let page = self.script("return document.querySelector('main')?.innerText").await?;
                bail!("waited in vain at {} for {expression}; the page says: {page}", self.address().await?);
            }
            tokio::time::sleep(LOOK).await;
        }
        Ok(())
    }

    /// Waits until the page has an element.
    pub(crate) async fn until_there(&self, selector: &str) -> Result<()> {
        self.until(&format!("document.querySelector({})", json!(selector))).await
    }

    /// Loads the page again until it has an element.
    pub(crate) async fn reload_until_there(&self, selector: &str) -> Result<()> {
        let begun = Instant::now();
        while self.driver.find_all(By::Css(selector)).await?.is_empty() {
            ensure!(begun.elapsed() < PATIENCE, "waited in vain for {selector}");
            self.driver.refresh().await?;
        }
        Ok(())
    }

    /// Presses Tab until an element that matches has the focus.
    pub(crate) async fn tab_to(&self, selector: &str) -> Result<()> {
        self.until_there(selector).await?;
        let has_focus = format!("return document.activeElement.matches({})", json!(selector));
        for _ in 0..TABS {
            if self.script(&has_focus).await? == Value::Bool(true) {
                return Ok(());
            }
            self.press(Key::Tab).await?;
        }
        bail!("{selector} at {} cannot be reached with Tab", self.address().await?)
    }

    /// Goes to an element with Tab, and presses Enter.
    pub(crate) async fn choose(&self, selector: &str) -> Result<()> {
        self.tab_to(selector).await?;
        self.press(Key::Enter).await
    }

    /// Goes to a field with Tab, and writes into it.
    pub(crate) async fn write(&self, selector: &str, text: &str) -> Result<()> {
        self.tab_to(selector).await?;
        self.press(text).await
    }

    /// Presses keys.
    pub(crate) async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.actions().send_keys(keys).perform().await?)
    }

    /// Goes to the end of the focused text.
    pub(crate) async fn go_to_end(&self) -> Result<()> {
        let both = self.actions().key_down(Key::Control).send_keys(Key::End).key_up(Key::Control);
        Ok(both.perform().await?)
    }

    fn actions(&self) -> ActionChain {
        self.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }

    /// Lets pages run scripts, or not.
    pub(crate) async fn run_scripts(&self, run: bool) -> Result<()> {
        let disabled = json!({"value": !run});
        self.driver.cdp().send_raw("Emulation.setScriptExecutionDisabled", disabled).await?;
        Ok(())
    }

    /// Returns what the browser complained of since the last call: refused scripts, missing files.
    pub(crate) async fn complaints(&self) -> Result<Vec<String>> {
        let log = self.driver.browser_log().await?;
        Ok(log.into_iter().map(|entry| entry.message).collect())
    }

    /// Sets the size of the window in pixels.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// Makes the system prefer dark or light colours.
    pub(crate) async fn prefer(&self, scheme: &str) -> Result<()> {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    /// Returns the picture of what the window shows, as WebP.
    pub(crate) async fn picture(&self) -> Result<Vec<u8>> {
        let format = json!({"format": "webp", "quality": 82});
        let answer = self.driver.cdp().send_raw("Page.captureScreenshot", format).await?;
        let picture = answer.get("data").and_then(Value::as_str).context("no picture")?;
        Ok(STANDARD.decode(picture)?)
    }
}
