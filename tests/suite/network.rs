//! For the hospital: the program never talks to a network.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use suite::scene::Scene;
use suite::{actor, checkout, sonae};

/// Crates with which one talks to a network, as `deny.toml` has them.
fn banned() -> Vec<String> {
    let banned = deny()["bans"]["deny"].as_array().expect("a list").clone();
    assert!(banned.len() > 20, "the list is there");
    banned.iter().map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
}

/// What may be linked.
fn deny() -> toml::Table {
    std::fs::read_to_string(checkout("deny.toml")).expect("deny.toml").parse().expect("TOML")
}

#[test]
fn no_network_crate_reaches_the_window_or_the_command_line() {
    for platform in deny()["graph"]["targets"].as_array().expect("platforms") {
        let platform = platform.as_str().expect("a name");
        let graph = Graph::of(platform);
        for program in ["sonae-app", "cli"] {
            let found = graph.ways(program, &banned());
            assert!(found.is_empty(), "{program} on {platform} could open a connection through {found:#?}");
        }
    }
}

#[test]
fn every_crate_of_both_programs_has_a_licence_that_asks_nothing_of_ours() {
    let deny = deny();
    let allowed: Vec<spdx::Licensee> = deny["licenses"]["allow"]
        .as_array()
        .expect("licences")
        .iter()
        .map(|one| spdx::Licensee::parse(one.as_str().expect("a name")).expect("a licence SPDX knows"))
        .collect();
    let lax = |licence: &str| {
        let read = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX);
        read.is_ok_and(|said| said.evaluate(|asked| allowed.iter().any(|one| one.satisfies(asked))))
    };
    let graph = Graph::of("x86_64-unknown-linux-gnu");
    let mut tried = 0;
    for program in ["sonae-app", "cli"] {
        for (name, licence) in graph.licences(program) {
            assert!(lax(&licence), "{name} of {program}: {licence:?}");
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried} crates");
    assert!(!lax("GPL-3.0-only") && !lax("MIT AND GPL-2.0") && !lax("") && lax("MIT OR GPL-2.0"), "it can say no");
}

#[test]
fn a_network_crate_that_is_reached_is_seen() {
    // The window tests do talk to their driver: they show that the walk finds what is there.
    let graph = Graph::of("x86_64-unknown-linux-gnu");
    let found = graph.ways("window", &banned());
    assert!(found.iter().any(|way| way.contains("reqwest")), "the walk would miss a network crate: {found:?}");
    assert!(
        !graph.ways("sonae-app", &["tauri".to_owned()]).is_empty()
            && !graph.ways("cli", &["clap".to_owned()]).is_empty()
    );
}

#[test]
fn a_run_without_a_network_opens_no_internet_socket() {
    let scene = Scene::empty();
    let trace = |name: &str, program: &str| {
        let run = "strace -f -e trace=network -o \"$stage/trace\" ";
        let output = actor::shell(&format!("{run}{program}"), scene.folder());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let trace = std::fs::read_to_string(scene.at("trace")).expect("strace is installed and wrote its file");
        assert!(output.status.success() && trace.contains("exited with 0"), "{name}: {said}\n{trace}");
        trace
    };
    let sonae = sonae::program().display().to_string();
    let runs = [
        ("sample", "sample clinic -o \"$stage/a.sonae\""),
        ("new", "new --kind hospital --name みらい病院 -o \"$stage/b.sonae\""),
        ("check", "check \"$stage/b.sonae\" --json || [ $? = 1 ]"),
        ("verify", "verify \"$stage/a.sonae\""),
        ("export", "export \"$stage/a.sonae\" --format json -o \"$stage/a.json\""),
        ("import", "import plan \"$stage/a.json\" -o \"$stage/c.sonae\""),
        ("print", "print \"$stage/a.sonae\" -o \"$stage/a.pdf\""),
        ("lint", "lint \"$templates\""),
    ];
    let templates = checkout("templates").display().to_string();
    for (name, arguments) in runs {
        let arguments = arguments.replace("$templates", &templates);
        if name == "check" {
            // A fresh plan has findings; its exit code 1 is right and strace hands it on.
            let output = actor::shell(
                &format!("strace -f -e trace=network -o \"$stage/trace\" \"{sonae}\" {arguments}"),
                scene.folder(),
            );
            assert!(output.status.success(), "{output:?}");
            silent(name, &std::fs::read_to_string(scene.at("trace")).expect("a trace"));
        } else {
            silent(name, &trace(name, &format!("\"{sonae}\" {arguments}")));
        }
    }
    // The same trace of a program that does open a connection, so that silence means something.
    let loud = trace("control", "bash -c 'exec 3<>/dev/udp/127.0.0.1/9'");
    assert!(loud.contains("AF_INET"), "strace would have shown a connection: {loud}");
}

fn silent(name: &str, trace: &str) {
    assert!(!trace.contains("AF_INET"), "`sonae {name}` opened an internet socket:\n{trace}");
}

/// Normal edges of the resolved dependencies on one platform.
struct Graph {
    names: BTreeMap<String, String>,
    licences: BTreeMap<String, String>,
    edges: BTreeMap<String, Vec<String>>,
}

impl Graph {
    fn of(platform: &str) -> Self {
        let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["metadata", "--format-version", "1", "--filter-platform", platform])
            .current_dir(checkout(""))
            .output()
            .expect("cargo can be started");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let read: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let list = |value: &Value| value.as_array().expect("a list").clone();
        let names = list(&read["packages"]).iter().map(|one| (text(&one["id"]), text(&one["name"]))).collect();
        let licence = |one: &Value| one["license"].as_str().unwrap_or_default().to_owned();
        let licences = list(&read["packages"]).iter().map(|one| (text(&one["id"]), licence(one))).collect();
        let normal = |edge: &Value| list(&edge["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
        let edges = list(&read["resolve"]["nodes"])
            .iter()
            .map(|node| {
                let to =
                    list(&node["deps"]).iter().filter(|edge| normal(edge)).map(|edge| text(&edge["pkg"])).collect();
                (text(&node["id"]), to)
            })
            .collect();
        Self { names, licences, edges }
    }

    /// The crates a program is made of, and their licences.
    fn licences(&self, program: &str) -> Vec<(&str, String)> {
        let start = self.names.iter().find(|(_, name)| *name == program).expect("a member").0;
        let mut seen = BTreeSet::from([start]);
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            open.extend(self.edges[at].iter().filter(|to| seen.insert(to)));
        }
        seen.into_iter().map(|id| (self.names[id].as_str(), self.licences[id].clone())).collect()
    }

    /// How each of `wanted` is reached from a program: `reqwest ← thirtyfour ← window`.
    fn ways(&self, program: &str, wanted: &[String]) -> Vec<String> {
        let start = self.names.iter().find(|(_, name)| *name == program).expect("a member").0;
        let mut seen = BTreeSet::from([start]);
        let mut open = vec![(start, program.to_owned())];
        let mut out = Vec::new();
        while let Some((at, way)) = open.pop() {
            for to in &self.edges[at] {
                if !seen.insert(to) {
                    continue;
                }
                let way = format!("{} ← {way}", self.names[to]);
                if wanted.contains(&self.names[to]) {
                    out.push(way.clone());
                }
                open.push((to, way));
            }
        }
        assert!(seen.len() > 50, "{program} depends on more than {} crates", seen.len());
        out
    }
}
