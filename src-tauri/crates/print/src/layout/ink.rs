//! What a slab draws: marks in order, and among them what waits until it is known on which page everything lies.
//!
//! References take a fixed width, so nothing moves when they are written at last.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::page::{Mark, Page};

/// Page labels by anchor.
#[derive(Default)]
pub(super) struct Labels(BTreeMap<String, String>);

/// Printed for a reference to something that is not in this document.
const NOWHERE: &str = "—";

impl Labels {
    /// The labels of these.
    pub(super) fn new(labels: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(labels.into_iter().collect())
    }

    /// The page label of an anchor.
    pub(super) fn of(&self, anchor: &str) -> &str {
        self.0.get(anchor).map_or(NOWHERE, String::as_str)
    }
}

/// Draws something with page labels in it.
type Waiting = Rc<dyn Fn(&Labels, &mut Vec<Mark>)>;

/// The marks of a slab.
#[derive(Clone, Default)]
pub(super) struct Ink {
    marks: Vec<Mark>,
    /// What waits, and how many marks stand before it.
    waiting: Vec<(usize, Waiting)>,
}

impl Ink {
    /// Draws above all before it.
    pub(super) fn push(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    /// Draws several.
    pub(super) fn extend(&mut self, marks: impl IntoIterator<Item = Mark>) {
        self.marks.extend(marks);
    }

    /// Draws below all others.
    pub(super) fn under(&mut self, mark: Mark) {
        self.marks.insert(0, mark);
        self.waiting.iter_mut().for_each(|(before, _)| *before += 1);
    }

    /// Draws as soon as the page labels are known.
    pub(super) fn later(&mut self, draw: impl Fn(&Labels, &mut Vec<Mark>) + 'static) {
        self.waiting.push((self.marks.len(), Rc::new(draw)));
    }

    /// The marks, to draw what needs no labels.
    pub(super) fn marks(&mut self) -> &mut Vec<Mark> {
        &mut self.marks
    }

    /// What it says without letters.
    pub(super) fn said(&self) -> impl Iterator<Item = Mark> {
        self.marks.iter().filter(|mark| matches!(mark, Mark::Says { .. })).cloned()
    }

    /// How many marks it is; those that wait are counted as one each.
    pub(super) fn count(&self) -> usize {
        self.marks.len() + self.waiting.len()
    }

    /// Puts it on the page `nth` with its corner at a place; what waits goes to `unwritten`.
    pub(super) fn put(self, page: &mut Page, nth: usize, (x, y): (f64, f64), unwritten: &mut Vec<Unwritten>) {
        let first = page.body.len();
        let waits = |(before, draw)| Unwritten { page: nth, at: first + before, from: (x, y), draw };
        unwritten.extend(self.waiting.into_iter().map(waits));
        page.body.extend(self.marks.into_iter().map(|mark| mark.moved(x, y)));
    }
}

impl From<Vec<Mark>> for Ink {
    fn from(marks: Vec<Mark>) -> Self {
        Self { marks, waiting: Vec::new() }
    }
}

/// What waits on a page for its labels.
pub(super) struct Unwritten {
    page: usize,
    /// How many marks of the body stand before it.
    at: usize,
    from: (f64, f64),
    draw: Waiting,
}

/// Writes what waited, each in its place among the marks.
pub(super) fn write(unwritten: Vec<Unwritten>, labels: &Labels, pages: &mut [Page]) {
    // From the end, so that the places before stay right.
    for one in unwritten.into_iter().rev() {
        let mut marks = Vec::new();
        (one.draw)(labels, &mut marks);
        let moved = marks.into_iter().map(|mark| mark.moved(one.from.0, one.from.1));
        pages[one.page].body.splice(one.at..one.at, moved);
    }
}

#[cfg(test)]
mod tests {
    use super::super::draw::text;
    use super::*;
    use crate::measure::Type;
    use crate::outline::PartSort;

    fn word(said: &str) -> Mark {
        text(said, 0.0, 0.0, Type::BODY, false)
    }

    #[test]
    fn what_waits_is_written_between_what_was_drawn_before_and_after_it() {
        let mut ink = Ink::from(vec![word("a")]);
        for anchor in ["there", "nowhere"] {
            ink.later(move |labels, marks| marks.push(word(labels.of(anchor))));
        }
        ink.push(word("z"));
        ink.under(word("under"));
        let mut page = Page {
            part: PartSort::Cover,
            title: String::new(),
            number: 1,
            label: String::new(),
            right: true,
            blank: false,
            body: vec![word("first")],
            furniture: Vec::new(),
            about: Default::default(),
            anchors: Vec::new(),
        };
        let mut unwritten = Vec::new();
        ink.put(&mut page, 0, (1.0, 2.0), &mut unwritten);
        let mut pages = [page];
        write(unwritten, &Labels::new([("there".to_owned(), "C-1".to_owned())]), &mut pages);
        let said: Vec<(f64, &str)> = pages[0]
            .body
            .iter()
            .map(|mark| match mark {
                Mark::Text { x_mm, text, .. } => (*x_mm, &**text),
                other => panic!("not text: {other:?}"),
            })
            .collect();
        assert_eq!(said, [(0.0, "first"), (1.0, "under"), (1.0, "a"), (1.0, "C-1"), (1.0, "—"), (1.0, "z")]);
    }
}
