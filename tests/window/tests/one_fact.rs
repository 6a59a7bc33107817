//! One fact from the window to the paper.

use window::{Window, file, paper};

const NAME: &str = "髙𠮷辻\u{e0100}の撮影管理";

#[tokio::test]
async fn a_name_typed_in_the_window_comes_back_from_the_paper_and_is_undone_after_a_restart() {
    let window = Window::new().await;
    let (plan, pdf) = (window.home.at("計画.sonae"), window.home.at("本部用.pdf"));
    window.new_plan("みほん診療所", &plan).await;
    window.tab("systems", "systems").await;
    window.add("systems").await;
    window.fill("systems.name", NAME).await;
    window.saved().await;
    assert!(file::holds(&plan, "systems", "name", NAME), "「保存済み」 means that it lies in the file");

    window.print(&pdf).await;
    let text = paper::bare_pdf(&pdf);
    assert!(text.contains(NAME), "pdftotext finds the name as it was typed");

    window.kill();
    let window = window.restart(&plan).await;
    window.tab("systems", "systems").await;
    window.choose("systems", NAME).await;
    window.press("undo").await;
    window.shows("systems.name", "").await;
    window.saved().await;
    assert!(!file::holds(&plan, "systems", "name", NAME), "undo reaches back over the restart, into the file");
    window.press("redo").await;
    window.shows("systems.name", NAME).await;
    assert!(file::holds(&plan, "systems", "name", NAME), "redo brings it again");
}
