//! The program speaks to no network.

use std::process::{Command, Stdio};
use window::{Home, file, program, text};

#[test]
fn the_window_opens_no_internet_socket() {
    let home = Home::new();
    let (plan, trace) = (home.at("見本.sonae"), home.at("trace"));
    file::sample(&plan);
    // Without a network, and every call that could reach for one written down.
    let run = Command::new("unshare")
        .args(["-rn", "timeout", "-s", "KILL", "12", "strace", "-f", "-qq", "-e", "trace=socket,connect,execve", "-o"])
        .arg(&trace)
        .arg(program("SONAE_APP", "sonae-app"))
        .arg(&plan)
        .envs(home.environment())
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .env("GSETTINGS_BACKEND", "memory")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("unshare and strace are needed (apt-get install strace)");
    assert!(!run.success(), "the window was still open when its time was up");
    let trace = std::fs::read_to_string(&trace).expect("a trace");
    let lines = |word: &str| trace.lines().filter(|line| line.contains(word)).collect::<Vec<_>>();
    assert!(lines("execve").iter().any(|line| line.contains("WebKitWebProcess")), "the page was really running");
    assert!(!lines("socket(AF_UNIX").is_empty(), "the trace sees sockets at all");
    assert_eq!(lines("AF_INET"), Vec::<&str>::new(), "no internet socket, in no process ({})", text(&plan));
}
