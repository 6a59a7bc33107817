//! For plans on packs of both layouts of labels: a file for each kind, and the one `labels.toml` of earlier packs.

use binder::{Copy, Document, PackSource, PrintRequest, Unwatched, own_pack, plan};
use std::path::Path;
use suite::checkout;
use suite::scene::{Scene, whole};
use template::{PackFiles, Problem, check, check_stored};

const FOLDER: &str = "packs/mhlw-2024";

#[test]
fn a_pack_with_one_file_of_labels_says_the_same() {
    let (_, own) = own_pack(binder::PACK).expect("the pack");
    let (new, old) = (files(), in_one_file(&files()));
    let read = |files: &PackFiles| check_stored(files, &plan::vocabulary(), &own).expect("a good pack");
    let (new, old) = (read(&new), read(&old));
    assert_ne!(new.hash, old.hash, "they are two packs");
    assert_eq!(template::Template { hash: new.hash.clone(), ..old }, new);
}

#[test]
fn a_plan_stored_on_such_a_pack_opens_and_prints_the_same() {
    let scene = Scene::sample("clinic");
    let before = printed(&scene);
    let folder = scene.at("templates");
    write(&folder, &in_one_file(&files()));
    let binder = scene.open();
    let source = PackSource::Folder(folder);
    let hash = binder.pack_offers(&source).expect("good").pop().expect("one").hash;
    binder.accept_pack(&source, &hash, "山田").expect("accepted");
    drop(binder);
    assert_eq!(scene.open().template().hash, hash, "opened on the pack with one file");
    assert!(printed(&scene) == before, "the same bytes");
    whole(&scene.plan, "on a pack of the old layout");
}

#[test]
fn a_mistake_is_said_with_file_and_line_in_both_layouts() {
    let wrong = |files: &PackFiles, file: &str| {
        let mut files = files.clone();
        let text = files.0.get_mut(&format!("{FOLDER}/{file}")).expect("a file of the pack");
        *text = text.replacen("beds = {", "bedz = {", 1);
        (1 + text.lines().position(|line| line.starts_with("bedz")).expect("in the file"), refused(&files))
    };
    for (files, file) in [(files(), "labels/facility.toml"), (in_one_file(&files()), "labels.toml")] {
        let (line, found) = wrong(&files, file);
        let at = format!("{FOLDER}/{file}");
        let unknown: Vec<&Problem> = found.iter().filter(|one| one.message.contains("bedz")).collect();
        assert_eq!(unknown.iter().map(|one| (one.file.as_str(), one.line)).collect::<Vec<_>>(), [(at.as_str(), line)]);
        assert!(found.iter().any(|one| one.file == at && one.message.contains("facility.beds")), "{found:?}");
    }
}

#[test]
fn a_file_too_many_too_few_or_not_readable_is_said_once_and_by_its_name() {
    let said = |change: &dyn Fn(&mut PackFiles)| {
        let mut files = files();
        change(&mut files);
        refused(&files).into_iter().map(|one| format!("{} {}", one.file, one.message)).collect::<Vec<_>>()
    };
    let path = |file: &str| format!("{FOLDER}/{file}");
    let put = |files: &mut PackFiles, file: &str, text: &str| drop(files.0.insert(path(file), text.to_owned()));
    let missing = said(&|files| drop(files.0.remove(&path("labels/systems.toml"))));
    assert_eq!(missing, [format!("{} 種類 systems の言葉がありません。", path("labels/systems.toml"))]);
    let unknown = said(&|files| put(files, "labels/sistems.toml", "name = \"システム\"\n"));
    assert_eq!(unknown, [format!("{} 知らない種類です: sistems", path("labels/sistems.toml"))]);
    let broken = said(&|files| put(files, "labels/systems.toml", "name = \n"));
    assert!(broken.len() == 1 && broken[0].starts_with(&path("labels/systems.toml")), "{broken:?}");
    let both = said(&|files| put(files, "labels.toml", "[systems]\nname = \"システム\"\n"));
    assert!(both.iter().any(|one| one.starts_with(&path("labels.toml")) && one.contains("どちらか1つ")), "{both:?}");
    let none = said(&|files| files.0.retain(|file, _| !file.contains("/labels/")));
    assert!(none.contains(&format!("{} このフォルダに何もありません。", path("labels/"))), "{none:?}");
}

#[test]
fn words_of_operations_are_checked_and_a_pack_without_them_takes_the_programs() {
    let file = format!("{FOLDER}/labels/operations.toml");
    for (from, to, message) in [
        ("add = ", "ad = ", "操作 add の言葉がありません。"),
        ("add = ", "ad = ", "知らない操作です: ad"),
        ("\nadd = \"{0}\"", "\nadd = \"{1}\"", "差し込めるのは"),
        ("\nadd = \"{0}\"", "\nadd = \"\"", "add が空です。"),
    ] {
        let mut files = files();
        let text = files.0.get_mut(&file).expect("in the pack");
        assert!(text.contains(from), "{from}");
        *text = text.replacen(from, to, 1);
        let found = refused(&files);
        assert!(found.iter().all(|one| one.file == file), "{found:?}");
        assert!(found.iter().any(|one| one.message.contains(message)), "{message}: {found:?}");
    }
    let (_, own) = own_pack(binder::PACK).expect("the pack");
    let mut older = files();
    older.0.remove(&file);
    assert_eq!(refused(&older).iter().map(|one| one.file.as_str()).collect::<Vec<_>>(), [file.as_str()]);
    let read = check_stored(&older, &plan::vocabulary(), &own).expect("a pack a plan has kept");
    assert_eq!(read.operations, own.operations);
}

/// Today's pack as it was before each kind had a file of its own.
fn in_one_file(files: &PackFiles) -> PackFiles {
    let parts = format!("{FOLDER}/labels/");
    let mut out = files.clone();
    out.0.retain(|path, _| !path.starts_with(&parts));
    let mut whole = String::new();
    let operations = format!("{parts}operations.toml");
    for (path, text) in files.0.iter().filter(|(path, _)| path.starts_with(&parts) && **path != operations) {
        let noun = path.trim_start_matches(&parts).trim_end_matches(".toml");
        whole.push_str(&format!("[{noun}]\n"));
        for line in text.lines() {
            let inside = line.strip_prefix('[').map(|table| format!("[{noun}.{table}"));
            whole.push_str(&inside.unwrap_or_else(|| line.to_owned()));
            whole.push('\n');
        }
    }
    out.0.insert(format!("{FOLDER}/labels.toml"), whole);
    out
}

fn files() -> PackFiles {
    PackFiles::read(template::PackKind::Model, &checkout("templates"), binder::PACK).expect("templates can be read")
}

fn refused(files: &PackFiles) -> Vec<Problem> {
    check(files, &plan::vocabulary()).expect_err("a wrong pack is refused")
}

fn write(folder: &Path, files: &PackFiles) {
    for (inside, text) in &files.0 {
        let path = folder.join(inside);
        std::fs::create_dir_all(path.parent().expect("in a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }
}

fn printed(scene: &Scene) -> Vec<u8> {
    let document = Document::named("binder").expect("in the table");
    let request = PrintRequest {
        document,
        copy: Copy::Hq,
        date: "2026-11-26".to_owned(),
        forms: true,
        exercise: Default::default(),
    };
    scene.open().print(&request, &Unwatched).expect("printed").bytes
}
