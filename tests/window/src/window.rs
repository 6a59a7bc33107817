//! The window and what a person does in it.

use crate::driver::{Driver, Session};
use crate::{Home, checkout, page, text, until};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;
use thirtyfour::Key;

/// An open window with a home of its own.
pub struct Window {
    /// Where it lives.
    pub home: Home,
    driver: Driver,
    pub(crate) session: Session,
    disk: Option<u32>,
}

impl Window {
    /// The start screen.
    pub async fn new() -> Self {
        Self::start(Home::new(), None, None).await
    }

    /// A plan, as by a double click on its file.
    pub async fn open(home: Home, plan: &Path) -> Self {
        let window = Self::start(home, Some(plan), None).await;
        window.opened().await;
        window
    }

    /// Starts the program; with `disk` where `disk/` of its home is that many KiB small.
    pub async fn start(home: Home, plan: Option<&Path>, disk: Option<u32>) -> Self {
        let driver = Driver::start(&home, disk).await;
        let arguments: Vec<String> = plan.iter().map(|plan| text(plan).to_owned()).collect();
        let session = driver.session(&arguments).await;
        let window = Self { home, driver, session, disk };
        window.js(r#"await until("the first screen", () => screen());"#, json!([])).await;
        window
    }

    /// The same home in a new window, on a plan.
    pub async fn restart(self, plan: &Path) -> Self {
        Self::open(self.end(), plan).await
    }

    /// Ends the program without asking it, and leaves its home.
    pub fn end(self) -> Home {
        self.home
    }

    /// Kills the program as a power cut would. The window is of no more use but for `restart`.
    pub fn kill(&self) {
        self.driver.kill();
    }

    /// The process to kill, for someone who does it at a moment of their own.
    ///
    /// # Panics
    /// When the program does not run.
    pub fn process(&self) -> u32 {
        self.driver.app().expect("the program runs")
    }

    /// A path as the program sees it.
    pub fn inside(&self, path: &Path) -> PathBuf {
        if self.disk.is_some() { self.driver.inside(path) } else { path.to_owned() }
    }

    /// Runs a script with the words of `hand.js`.
    pub async fn try_js(&self, body: &str, given: Value) -> Result<Value, String> {
        page::run(&self.session, body, given).await
    }

    /// Runs a script that must succeed.
    ///
    /// # Panics
    /// With what the page said against it, and a picture of it.
    pub async fn js(&self, body: &str, given: Value) -> Value {
        match self.try_js(body, given).await {
            Ok(value) => value,
            Err(error) => {
                self.screenshot("failed").await;
                panic!("{error} (picture: target/screens/failed.png)");
            }
        }
    }

    /// What the core answers, as the screens hear it.
    pub async fn ask(&self, name: &str, request: Value) -> Value {
        let body = r#"return await window.__TAURI_INTERNALS__.invoke("call", { name: given[0], request: given[1] });"#;
        self.js(body, json!([name, request])).await
    }

    /// Waits for a condition in the page.
    pub async fn until(&self, what: &str, look: &str) {
        self.js(&format!("await until(given[0], () => {look});"), json!([what])).await;
    }

    /// Waits until a plan is open.
    pub async fn opened(&self) {
        self.until("an open plan", "document.querySelector('[data-state]')").await;
    }

    /// Presses the button with this hook.
    pub async fn press(&self, button: &str) {
        self.js("await press(`[data-do=\"${given[0]}\"]`);", json!([button])).await;
    }

    /// Goes to a screen of the rail.
    pub async fn go(&self, screen: &str) {
        let body = r#"await press(`[data-go="${given[0]}"]`);
            await until(`the screen ${given[0]}`, () => document.querySelector(`[data-go="${given[0]}"]`)?.ariaCurrent === "page");"#;
        self.js(body, json!([screen])).await;
    }

    /// Shows a tab of a screen.
    pub async fn tab(&self, screen: &str, tab: &str) {
        self.go(screen).await;
        // Many tabs stand in groups: that of the tab is opened first.
        let body = r#"await until("the tabs", () => all("[data-tab]").length);
            const tab = () => all(`[data-tab="${given[0]}"]`).length;
            for (const group of all("[data-group]")) if (!tab()) { group.click(); await until("its tabs", () => group.ariaPressed === "true"); }
            await press(`[data-tab="${given[0]}"]`);
            await until(`the tab ${given[0]}`, () => document.querySelector(`[data-tab="${given[0]}"]`)?.ariaSelected === "true");"#;
        self.js(body, json!([tab])).await;
    }

    /// Adds a record to the list that is shown, and waits for its empty form.
    pub async fn add(&self, noun: &str) {
        let body = r#"await until("the list", () => all(`[data-do="add-${given[0]}"]`).length);
            const rows = () => all(`[data-row="${given[0]}"]`);
            const before = new Set(rows().map((row) => row.dataset.id));
            await press(`[data-do="add-${given[0]}"]`);
            await until(`a new row of ${given[0]}`, () => rows().length === before.size + 1);
            // Until the new one is chosen, the form is still that of the row before.
            const chosen = () => all('[data-row][aria-current="true"]');
            await until("its form", () => all(`[data-form="${given[0]}"]`).length === 1 && chosen().length === 1 && !before.has(chosen()[0].dataset.id));
            await saved();"#;
        self.js(body, json!([noun])).await;
    }

    /// Opens the row with this title.
    pub async fn choose(&self, noun: &str, title: &str) {
        let body = r#"const row = () => all(`[data-row="${given[0]}"]`).find((one) => drawn(one.textContent.trim()) === drawn(given[1]));
            (await until(`the row ${given[1]}`, row)).click();
            await until(`its form`, () => row()?.ariaCurrent === "true" && (given[0] === "system_links" || all(`[data-form="${given[0]}"]`).length === 1));"#;
        self.js(body, json!([noun, title])).await;
    }

    /// Fills a field, whatever it is, and leaves it.
    pub async fn fill(&self, field: &str, value: &str) {
        self.js("await put(given[0], given[1]);", json!([field, value])).await;
    }

    /// Fills several fields one after another.
    pub async fn fill_all(&self, values: &[(String, String)]) {
        self.js("for (const [field, value] of given) await put(field, value); await saved();", json!(values)).await;
    }

    /// Types into a field and stays in it.
    pub async fn write(&self, field: &str, value: &str) {
        self.js("await type(given[0], given[1]);", json!([field, value])).await;
    }

    /// Types into a field with an input method that stays open.
    pub async fn compose(&self, field: &str, value: &str) {
        self.js("await compose(given[0], given[1]);", json!([field, value])).await;
    }

    /// Types into a field key by key (nothing outside the BMP), and stays in it.
    ///
    /// # Panics
    /// When the field is not there.
    pub async fn keys(&self, field: &str, value: &str) {
        self.js("await until(given[0], () => controls(given[0])[0]);", json!([field])).await;
        let found = self.session.find(thirtyfour::By::Css(format!("[data-field=\"{field}\"]"))).await;
        found.expect("the field").send_keys(value).await.expect("keys go in");
    }

    /// Presses keys wherever the focus is.
    ///
    /// # Panics
    /// When the driver refuses.
    pub async fn strike(&self, keys: impl Into<String>) {
        self.session.action_chain().send_keys(keys.into()).perform().await.expect("keys go in");
    }

    /// Strikes a key while another one is held.
    ///
    /// # Panics
    /// When the driver refuses.
    pub async fn chord(&self, held: Key, key: impl Into<char>) {
        let chain = self.session.action_chain().key_down(held.clone()).send_keys(key.into().to_string());
        chain.key_up(held).perform().await.expect("keys go in");
    }

    /// Makes the open form of a record say exactly this: fields not named are emptied.
    pub async fn form(&self, noun: &str, values: &BTreeMap<String, String>) {
        self.js("await form(given[0], given[1]);", json!([noun, values])).await;
    }

    /// Ticks exactly these entries of a catalogue; gives what each entry is called.
    pub async fn tick(&self, noun: &str, entries: &[String]) -> Value {
        self.js("return await tick(given[0], given[1]);", json!([noun, entries])).await
    }

    /// Adopts every draft of the list shown.
    pub async fn adopt(&self, person: &str) {
        self.press("adopt").await;
        self.fill("adopt.by", person).await;
        self.press("adopt-now").await;
        self.until(
            "no draft",
            "!document.querySelector('dialog[open]') && !document.querySelector('[data-do=\"adopt\"]')",
        )
        .await;
    }

    /// The same for every row: the list at once, then one by one what is adopted only so (who decides, given numbers).
    pub async fn adopt_all(&self, noun: &str, person: &str) {
        let at_once = self.js("return !!document.querySelector('[data-do=\"adopt\"]');", json!([])).await;
        if at_once == json!(true) {
            self.adopt(person).await;
        }
        let next = r#"const open = all(`[data-row="${given[0]}"]`).find((one) => one.parentElement.querySelector(".is-draft"));
            if (!open) return false;
            open.click();
            await until("its form", () => open.ariaCurrent === "true" && document.querySelector('[data-do="adopt-row"]'));
            return true;"#;
        while self.js(next, json!([noun])).await == json!(true) {
            self.press("adopt-row").await;
            // One row of whom it is known who sits here is adopted at once.
            let gone = "!document.querySelector('[data-do=\"adopt-row\"]')";
            self.until("a question, or an adopted row", &format!("controls('adopt.by').length || {gone}")).await;
            if self.js("return controls('adopt.by').length > 0;", json!([])).await == json!(true) {
                self.fill("adopt.by", person).await;
                self.press("adopt-now").await;
            }
            self.until(
                "it is adopted",
                "!document.querySelector('dialog[open]') && !document.querySelector('[data-do=\"adopt-row\"]')",
            )
            .await;
        }
    }

    /// Waits for 「保存済み」.
    pub async fn saved(&self) {
        self.js("await saved();", json!([])).await;
    }

    /// Waits until saving failed, and gives the sentences.
    pub async fn failed(&self) -> String {
        let body = r#"await until("a failed save", () => state() === "failed" && faults().length); return faults().join("\n");"#;
        self.js(body, json!([])).await.as_str().unwrap_or_default().to_owned()
    }

    /// What a field holds on screen.
    pub async fn held(&self, field: &str) -> Value {
        self.js("return held(given[0]);", json!([field])).await
    }

    /// Waits until a field shows this.
    pub async fn shows(&self, field: &str, value: &str) {
        let body = "await until(`${given[0]} to show ${given[1]}`, () => held(given[0]) === given[1]);";
        self.js(body, json!([field, value])).await;
    }

    /// The rail's mark of the screen shown.
    pub async fn screen(&self) -> String {
        let here =
            self.js("return document.querySelector('[data-go][aria-current]')?.dataset.go ?? 'start';", json!([]));
        here.await.as_str().unwrap_or_default().to_owned()
    }

    /// Holds every save back until [`Self::let_go`].
    pub async fn hold_saves(&self) {
        self.js("hold();", json!([])).await;
    }

    /// Lets the saves go that many milliseconds from now.
    pub async fn let_go(&self, milliseconds: u32) {
        self.js("setTimeout(window.letGo, given[0]);", json!([milliseconds])).await;
    }

    /// Makes a new clinic from the start screen.
    pub async fn new_plan(&self, name: &str, plan: &Path) {
        self.home.pick(plan);
        self.press("new").await;
        self.fill("new.kind", "clinic").await;
        self.fill("new.name", name).await;
        self.press("create").await;
        self.opened().await;
    }

    /// Prints 本部用 through the screen and waits for the PDF.
    pub async fn print(&self, pdf: &Path) {
        self.go("print").await;
        self.home.pick(pdf);
        self.press("print").await;
        self.until("the PDF", "document.querySelector('[data-printed]')").await;
    }

    /// Prints a document of the list to a file.
    pub async fn print_document(&self, document: &str, pdf: &Path) {
        self.go("print").await;
        let body = r#"await press(`[data-field="print.document"][value="${given[0]}"]`);
            await until("the choice", () => !document.querySelector("[data-printed]"));"#;
        self.js(body, json!([document])).await;
        self.home.pick(pdf);
        self.press("print").await;
        self.until("the PDF", "document.querySelector('[data-printed]')").await;
    }

    /// Asks the window to close, as the cross in its corner does.
    pub async fn close(&self) {
        let body = "setTimeout(() => window.__TAURI_INTERNALS__.invoke('plugin:window|close', { label: 'main' }), 0);";
        self.js(body, json!([])).await;
    }

    /// Waits until the program ended.
    pub async fn gone(&self) {
        until("the program to end", || async { self.driver.app().is_none().then_some(()) }).await;
    }

    /// A picture into target/screens.
    pub async fn screenshot(&self, name: &str) {
        let folder = checkout("target/screens");
        let _ = std::fs::create_dir_all(&folder);
        let file = folder.join(format!("{name}.png"));
        // A page that does not paint gives no picture, ever: so something invisible changes meanwhile.
        let paint = "clearInterval(window.paints); let at = 0;
            window.paints = setInterval(() => (document.documentElement.style.opacity = (at += 1) % 2 ? '0.999' : '1'), 40);";
        let still = "clearInterval(window.paints); document.documentElement.style.opacity = '';";
        let _ = self.try_js(paint, json!([])).await;
        let _ = tokio::time::timeout(Duration::from_secs(5), self.session.screenshot(&file)).await;
        let _ = self.try_js(still, json!([])).await;
    }

    /// Makes the window this large.
    ///
    /// # Panics
    /// When it cannot.
    pub async fn size(&self, width: u32, height: u32) {
        self.session.set_window_rect(0, 0, width, height).await.expect("another size");
        self.until("the new size", &format!("innerWidth > {width} - 40 && innerWidth <= {width}")).await;
    }
}
