//! Chromium without a window, driven over WebDriver.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use http::Method;
use serde_json::{Value, json};
use tokio::sync::Mutex;
use url::{ParseError, Url};

/// Longest time for anything on the page.
const PATIENCE: Duration = Duration::from_secs(20);

/// Names of the programs.
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
const DRIVER: &str = "chromedriver";

/// If this variable is set, a missing browser is a failure.
const REQUIRED: &str = "UMEM_EMULATOR_NEEDS_BROWSER";

/// One browser at a time: each of them uses all of a small machine.
static ONE: Mutex<()> = Mutex::const_new(());

/// A page in a browser.
pub(crate) struct Browser {
    client: Client,
}

/// Runs a test in a browser, and ends the browser after it. Without one it is skipped.
pub(crate) async fn run<F>(test: impl FnOnce(Browser) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let (Some(browser), Some(driver)) = (BROWSERS.iter().find_map(find), find(&DRIVER)) else {
        assert!(std::env::var_os(REQUIRED).is_none(), "chromium or {DRIVER} is missing");
        eprintln!("SKIPPED: chromium or {DRIVER} is missing, the page was NOT tested in a browser");
        return;
    };
    let _one = ONE.lock().await;
    let driver = Driver::start(&driver);
    let profile = tempfile::tempdir().unwrap();
    let options = json!({
        "binary": browser,
        "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--window-size=1280,1000", "--lang=en",
            format!("--user-data-dir={}", profile.path().display()),
        ],
    });
    let capabilities = json!({ "goog:chromeOptions": options });
    let Value::Object(capabilities) = capabilities else { unreachable!() };
    let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
        .capabilities(capabilities)
        .connect(&driver.url)
        .await
        .unwrap();
    let outcome = tokio::spawn(test(Browser { client: client.clone() })).await;
    client.close().await.unwrap();
    drop(driver);
    if let Err(failure) = outcome {
        std::panic::resume_unwind(failure.into_panic());
    }
}

/// Finds a program in the folders of `PATH`.
fn find(program: &&str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The driver, which ends when it is dropped.
struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    fn start(program: &PathBuf) -> Self {
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let (sender, receiver) = mpsc::channel();
        // Reads to the end, so that the driver can always write.
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let port = line.strip_suffix('.').unwrap_or(&line).rsplit_once("on port ");
                let port = port.and_then(|(_, port)| port.parse::<u16>().ok());
                // The first line has the port that was asked for.
                if let Some(port) = port.filter(|port| *port > 0) {
                    _ = sender.send(port);
                }
            }
        });
        let port = receiver.recv_timeout(PATIENCE);
        let mut driver = Self { process, url: String::new() };
        driver.url = format!("http://127.0.0.1:{}", port.expect("the driver names its port"));
        driver
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

impl Browser {
    pub(crate) async fn open(&self, url: &str) {
        self.client.goto(url).await.unwrap();
    }

    /// Waits for an element, and returns its text.
    pub(crate) async fn text(&self, css: &str) -> String {
        self.element(css).await.text().await.unwrap()
    }

    pub(crate) async fn click(&self, css: &str) {
        self.element(css).await.click().await.unwrap();
    }

    /// Types into an element that has the focus or gets it.
    pub(crate) async fn type_into(&self, css: &str, text: &str) {
        self.element(css).await.send_keys(text).await.unwrap();
    }

    pub(crate) async fn select(&self, css: &str, value: &str) {
        self.element(css).await.select_by_value(value).await.unwrap();
    }

    async fn element(&self, css: &str) -> fantoccini::elements::Element {
        let wait = self.client.wait().at_most(PATIENCE);
        let found = wait.for_element(Locator::Css(css)).await;
        found.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// Runs a script on the page, and returns what it returns.
    pub(crate) async fn script(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Waits until an expression is true.
    pub(crate) async fn until(&self, expression: &str) {
        let waited = tokio::time::timeout(PATIENCE, async {
            while self.script(&format!("return Boolean({expression});")).await != json!(true) {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        });
        if waited.await.is_err() {
            let page = self.script("return document.body.innerText;").await;
            panic!("never true: {expression}\n{}", page.as_str().unwrap_or_default());
        }
    }

    /// Sends a command of Chromium's own protocol.
    pub(crate) async fn command(&self, name: &str, parameters: Value) {
        let command = Protocol { name: name.to_owned(), parameters };
        self.client.issue_cmd(command).await.unwrap();
    }

    /// Saves a picture of the page, if `UMEM_EMULATOR_SCREENSHOTS` names a folder.
    pub(crate) async fn picture(&self, name: &str) {
        if let Some(folder) = std::env::var_os("UMEM_EMULATOR_SCREENSHOTS") {
            let picture = self.client.screenshot().await.unwrap();
            std::fs::write(PathBuf::from(folder).join(format!("{name}.png")), picture).unwrap();
        }
    }
}

/// A command of Chromium's own protocol, which the driver passes on.
#[derive(Debug)]
struct Protocol {
    name: String,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Protocol {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body = json!({ "cmd": self.name, "params": self.parameters });
        (Method::POST, Some(body.to_string()))
    }
}
