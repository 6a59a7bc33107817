//! For the one who calls at night: the tree on screen is the tree on paper, and no circle hides in it.

use serde_json::{Value, json};
use window::{Home, Window, file, paper};

/// Adds a place by a button and says whom it reaches; gives its record.
async fn place(window: &Window, button: &str, kind: &str, name: &str) -> String {
    let count = "return document.querySelectorAll('[data-row=\"\"], [data-tree-box]').length;";
    let before = window.js(count, json!([])).await;
    window.press(button).await;
    let fresh = "await until('the focus in an empty form', () => document.activeElement.dataset.field === 'contact_tree.of_kind' && held('contact_tree.of_kind') === '' && document.querySelectorAll('[data-tree-box]').length === given[0] + 1);";
    window.js(fresh, json!([before])).await;
    window.fill("contact_tree.of_kind", kind).await;
    window.fill("contact_tree.of", name).await;
    let chosen = r#"const box = () => document.querySelector('[data-tree-box][aria-pressed="true"]');
        await saved();
        await until(`the box of ${given[0]}`, () => box()?.textContent.includes(given[0]));
        return box().dataset.treeBox;"#;
    window.js(chosen, json!([name])).await.as_str().expect("a record").to_owned()
}

async fn of_three_levels(window: &Window) -> [String; 4] {
    window.tab("contacts", "contact_tree").await;
    let top = place(window, "add-contact_tree", "roles", "管理当直師長").await;
    let middle = place(window, "tree-below", "roles", "当直医").await;
    let beside = place(window, "tree-beside", "departments", "病棟").await;
    let leaf = place(window, "tree-below", "organisations", "厚生労働省").await;
    [top, middle, beside, leaf]
}

/// Boxes and lines: measured on the screen, turned back into millimetres of the sheet.
const DRAWN: &str = r#"return [...document.querySelectorAll("[data-tree-panel]")].map((sheet) => {
    const svg = sheet.querySelector("svg");
    const back = svg.getScreenCTM().inverse();
    const point = (x, y) => { const at = new DOMPoint(x, y).matrixTransform(back); return [at.x, at.y]; };
    const boxes = [...svg.querySelectorAll("[data-tree-box]")].map((one) => {
        const { left, top, right, bottom } = one.querySelector("rect").getBoundingClientRect();
        const [[x, y], [to, end]] = [point(left, top), point(right, bottom)];
        return { key: one.dataset.treeBox, x, y, width: to - x, height: end - y };
    });
    const lines = [...svg.querySelectorAll("line")].map((one) => ["x1", "y1", "x2", "y2"].map((end) => Number(one.getAttribute(end))));
    return { boxes, lines };
});"#;

#[tokio::test]
async fn three_levels_stand_on_the_screen_where_the_core_put_them_and_on_the_paper_by_name() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::hospital(&plan);
    let window = Window::open(home, &plan).await;
    let [top, middle, beside, leaf] = of_three_levels(&window).await;
    let rows = file::rows(&plan, "contact_tree");
    let above =
        |id: &str| rows.iter().find(|row| row["id"] == id).map(|row| row["above"].clone()).expect("in the file");
    assert_eq!(above(&top), Value::Null);
    assert_eq!([above(&middle), above(&beside)], [json!(top), json!(top)], "below the head, beside each other");
    assert_eq!(above(&leaf), json!(beside), "and one below those");

    window.press("close-detail").await;
    window.until("the drawing alone", "!document.querySelector('.tree-detail')").await;
    window.focus_stays("going back to the drawing").await;
    same_places(&window).await;
    window.screenshot("contact-tree").await;

    let pdf = window.home.at("本部用.pdf");
    window.print(&pdf).await;
    let pages = paper::pages(&pdf);
    let names = ["管理当直師長", "当直医", "病棟", "厚生労働省"];
    let title = "連絡網";
    let on =
        pages.iter().filter(|(_, text)| text.contains(title) && names.iter().all(|name| text.contains(name))).count();
    assert!(on >= 1, "one page has the tree with all names");

    let window = window.restart(&plan).await;
    window.tab("contacts", "contact_tree").await;
    window.until("four boxes", "document.querySelectorAll('[data-tree-box]').length === 4").await;
    same_places(&window).await;
}

/// What is drawn lies where the reply of the core says, within a hair.
async fn same_places(window: &Window) {
    let told = window.ask("contact_tree", json!({})).await;
    let drawn = window.js(DRAWN, json!([])).await;
    let list = |of: &Value| of.as_array().cloned().unwrap_or_default();
    let (drawn, told) = (list(&drawn), list(&told["panels"]));
    assert_eq!(drawn.len(), told.len(), "as many panels");
    for (drawn, told) in drawn.iter().zip(&told) {
        let (boxes, wanted) = (list(&drawn["boxes"]), list(&told["boxes"]));
        assert_eq!(boxes.len(), wanted.len(), "as many boxes");
        for (one, wanted) in boxes.iter().zip(&wanted) {
            assert_eq!(one["key"], wanted["key"], "the same place");
            for side in ["x", "y", "width", "height"] {
                assert!(near(&one[side], &wanted[side]), "{side} of a box: {one} on screen, {wanted} told");
            }
        }
        let ends = |of: &Value| list(&of["lines"]).iter().flat_map(list).collect::<Vec<_>>();
        let (lines, wanted) = (ends(drawn), ends(told));
        assert!(!lines.is_empty() && lines.len() == wanted.len(), "as many lines");
        assert!(lines.iter().zip(&wanted).all(|(one, other)| near(one, other)), "lines where they belong");
    }
}

fn near(one: &Value, other: &Value) -> bool {
    matches!((one.as_f64(), other.as_f64()), (Some(one), Some(other)) if (one - other).abs() < 0.3)
}

#[tokio::test]
async fn places_that_call_each_other_in_a_circle_say_so_at_once_and_nothing_is_lost() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::hospital(&plan);
    let window = Window::open(home, &plan).await;
    let [top, _, _, leaf] = of_three_levels(&window).await;
    let choose = "document.querySelector(`[data-tree-box=\"${given[0]}\"]`).dispatchEvent(new MouseEvent('click', { bubbles: true })); await until('its form', () => document.querySelector('[data-tree-box][aria-pressed=\"true\"]')?.dataset.treeBox === given[0]);";
    window.js(choose, json!([top])).await;
    window.until("the head's form", "held('contact_tree.of') === '管理当直師長'").await;
    window.fill("contact_tree.above", &leaf).await;
    window.saved().await;
    let problem = "[...document.querySelectorAll('.tree-detail .field-problem')].some((one) => one.innerText.includes('ぐるりと回って自分に戻って'))";
    window.until("the sentence at the field", problem).await;
    window
        .until(
            "all four boxes still drawn",
            "new Set([...document.querySelectorAll('[data-tree-box]')].map((one) => one.dataset.treeBox)).size === 4",
        )
        .await;
    window.screenshot("contact-tree-circle").await;
    assert_eq!(file::rows(&plan, "contact_tree").len(), 4, "all four are in the file");

    window.press("undo").await;
    window.until("no sentence after undo", &format!("!({problem})")).await;
    window.saved().await;
    file::verify(&plan, "after a circle");
}
