//! What checklists say of each other.

use crate::{Checklist, PackKind, Problem};

/// What is wrong with what lists say of each other: an item that is carried over from must be there. A list that is
/// not among them is not looked for.
pub fn check_carries(lists: &[Checklist]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for list in lists {
        for carry in &list.carries {
            let Some(from) = lists.iter().find(|one| one.id == carry.from) else { continue };
            for gone in carry.of.iter().filter(|of| from.item(of).is_none()) {
                let file = format!("{}/{}/{}", PackKind::Checklist.folder(), list.id, PackKind::Checklist.head());
                let message = format!("前の一覧 {} に無い項目です: {gone}", from.id);
                problems.push(Problem { file, line: carry.line, message });
            }
        }
    }
    problems
}
