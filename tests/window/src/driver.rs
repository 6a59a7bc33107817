//! One WebKitWebDriver and the program it started.

use crate::{Home, program, text, until};
use serde_json::json;
use std::net::{TcpListener, TcpStream};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use thirtyfour::{Capabilities, TimeoutConfiguration, WebDriver};

/// A running WebKitWebDriver. When it is dropped, it and its program are killed.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts one. With `disk` it runs where `disk/` of the home is a file system of that many KiB.
    ///
    /// # Panics
    /// When it does not start.
    pub async fn start(home: &Home, disk: Option<u32>) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|one| one.local_addr()).expect("a free port").port();
        let serve = format!("exec WebKitWebDriver --port={port}");
        let mut command = match disk {
            None => Command::new("sh"),
            Some(_) => {
                let mut apart = Command::new("unshare");
                apart.args(["-rm", "sh"]);
                apart
            }
        };
        let script = match disk {
            None => serve,
            Some(size) => {
                format!("mount -t tmpfs -o size={size}k tmpfs '{}' && {serve}", text(&home.on_disk("")))
            }
        };
        command
            .args(["-c", &script])
            .envs(home.environment())
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("GSETTINGS_BACKEND", "memory")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = command.spawn().expect("sh can be started");
        let driver = Self { child, port };
        until("WebKitWebDriver to answer (apt-get install webkit2gtk-driver)", || async move {
            TcpStream::connect(("127.0.0.1", port)).ok()
        })
        .await;
        driver
    }

    /// Opens the program's window.
    ///
    /// # Panics
    /// When it does not open.
    pub async fn session(&self, arguments: &[String]) -> Session {
        let app = program("SONAE_APP", "sonae-app");
        let mut wanted = Capabilities::default();
        let options = json!({ "binary": text(&app), "args": arguments });
        wanted.set("webkitgtk:browserOptions", options).expect("capabilities");
        let session = WebDriver::new(format!("http://127.0.0.1:{}", self.port), wanted).await;
        let session = session.unwrap_or_else(|error| panic!("the window did not open: {error}"));
        let bound = Some(Duration::from_secs(100));
        session.update_timeouts(TimeoutConfiguration::new(bound, None, None)).await.expect("a longer bound");
        Session(Some(session))
    }

    /// The program's process, while it runs.
    pub fn app(&self) -> Option<u32> {
        children(self.child.id()).into_iter().next()
    }

    /// A path as the program sees it, when its disk is its own.
    pub fn inside(&self, path: &Path) -> PathBuf {
        let root = PathBuf::from(format!("/proc/{}/root", self.child.id()));
        root.join(path.strip_prefix("/").unwrap_or(path))
    }

    /// Kills the program as a power cut would.
    ///
    /// # Panics
    /// When it is not running.
    pub fn kill(&self) {
        kill(self.app().expect("the program runs"));
    }
}

/// A conversation with the window. Ends without a word: its driver is killed anyway.
pub struct Session(Option<WebDriver>);

impl Deref for Session {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        self.0.as_ref().expect("there until it is dropped")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(session) = self.0.take() {
            // A driver that is gone cannot be asked to quit; thirtyfour would wait for it.
            let _ = session.leak();
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(app) = self.app() {
            kill(app);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Kills one process.
pub fn kill(process: u32) {
    let _ = Command::new("kill").args(["-9", &process.to_string()]).stderr(Stdio::null()).status();
}

/// The living processes a process started.
fn children(of: u32) -> Vec<u32> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // After the name in brackets: state, then the parent.
        let mut rest = stat.rsplit(") ").next().unwrap_or_default().split(' ');
        let (state, parent) = (rest.next(), rest.next());
        if parent == Some(of.to_string().as_str()) && state != Some("Z") {
            found.push(id);
        }
    }
    found
}
