//! Slabs → pages: what fits, what must stay together, what is repeated.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::measure::Abouts;
use crate::measure::a4::{BOTTOM, TOP, left};
use crate::outline::{Paper, PartSort};

use super::contents::is_counted;
use super::grow::grow;
use super::ink::Unwritten;
use super::page::{Page, Place};
use super::slab::{Frame, Slab, Step};

/// Rounding must not push a full page's last slab off it.
const SLACK: f64 = 1e-6;

/// A page filled to less than this share holds little.
const LITTLE: f64 = 1.0 / 3.0;

/// Pages being filled.
pub(super) struct Flow {
    /// Closed pages of the whole document.
    pub(super) pages: Vec<Page>,
    /// Where anchors lie; the first of a name counts.
    pub(super) places: BTreeMap<String, Place>,
    /// What waits for page labels.
    pub(super) unwritten: Vec<Unwritten>,
    paper: Paper,
    part: PartSort,
    title: String,
    number: u32,
    /// Slabs on the open page with the y of their top.
    held: Vec<(f64, Slab)>,
    /// Where the next slab begins, in mm from the top of the paper.
    y: f64,
    /// Room the last slab asked for below it.
    after: f64,
    /// Whether the open page began because the last was full. Only then room at its top means nothing.
    turned: bool,
    /// Slabs that must not be parted, not yet placed.
    waiting: Vec<Slab>,
}

impl Flow {
    /// No pages yet.
    pub(super) fn new(paper: Paper) -> Self {
        Self {
            paper,
            pages: Vec::new(),
            places: BTreeMap::new(),
            unwritten: Vec::new(),
            part: PartSort::Cover,
            title: String::new(),
            number: 0,
            held: Vec::new(),
            y: TOP,
            after: 0.0,
            turned: false,
            waiting: Vec::new(),
        }
    }

    /// Begins a part on a right-hand page; a blank back before it belongs to the part it ends.
    pub(super) fn begin(&mut self, sort: PartSort, title: String, anchor: String) {
        self.turn_to_front();
        self.turned = false;
        self.part = sort;
        self.title = title;
        self.number = 0;
        self.places.entry(anchor).or_insert(Place { page: self.pages.len(), y_mm: TOP });
    }

    /// Ends a part. Even an empty part has a page.
    pub(super) fn end(&mut self) {
        self.settle();
        if !self.held.is_empty() || self.number == 0 {
            self.close(false);
        }
    }

    /// Places the next step.
    pub(super) fn push(&mut self, step: Step) {
        match step {
            Step::Slab(slab) => {
                let complete = !slab.with_next;
                self.waiting.push(slab);
                if complete {
                    self.settle();
                }
            }
            Step::Break => {
                self.settle();
                if !self.held.is_empty() {
                    self.close(false);
                }
            }
            Step::BreakUnlessLittle => {
                self.settle();
                let little = self.turned && self.y - TOP < (BOTTOM - TOP) * LITTLE;
                if !self.held.is_empty() && !little {
                    self.close(false);
                }
            }
            Step::BackSide => {
                self.settle();
                let right_hand = self.paper == Paper::Bound && self.right();
                if !self.held.is_empty() {
                    self.close(false);
                } else if right_hand {
                    self.close(true);
                }
            }
            Step::FrontSide => {
                self.settle();
                if !self.held.is_empty() {
                    self.close(false);
                }
                self.turn_to_front();
            }
        }
    }

    /// Leaves the back of a sheet blank, if that is where the next page would be.
    fn turn_to_front(&mut self) {
        if !self.right() {
            self.close(true);
        }
    }

    /// Whether the open page is a front; of sheets used on one side every page is.
    fn right(&self) -> bool {
        self.paper != Paper::Bound || self.pages.len().is_multiple_of(2)
    }

    /// Places what is waiting: together if a page can hold it, else slab by slab.
    fn settle(&mut self) {
        let mut waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return;
        }
        if self.fits(&waiting) {
            waiting.into_iter().for_each(|slab| self.place(slab));
            return;
        }
        if !self.held.is_empty() && tall(&waiting) + repeated(&waiting[0]) <= BOTTOM - TOP + SLACK {
            self.turn(&mut waiting[0]);
            waiting.into_iter().for_each(|slab| self.place(slab));
            return;
        }
        for mut slab in waiting {
            if !self.held.is_empty() && !self.fits(std::slice::from_ref(&slab)) {
                self.turn(&mut slab);
            }
            self.place(slab);
        }
    }

    fn fits(&self, slabs: &[Slab]) -> bool {
        let gap = if self.held.is_empty() { 0.0 } else { self.after.max(slabs[0].before) };
        self.y + gap + tall(slabs) <= BOTTOM + SLACK
    }

    /// Turns the page before a slab; a frame that goes on is closed here and opened there.
    fn turn(&mut self, next: &mut Slab) {
        let Some(frame) = next.frame.clone().filter(|_| !next.opens) else {
            self.close(false);
            self.turned = true;
            return;
        };
        if let Some((_, last)) = self.held.last_mut().filter(|(_, last)| is_part_of(last, &frame)) {
            last.marks.push(frame.rule(last.height));
        }
        self.close(false);
        self.turned = true;
        match &frame.head {
            Some(head) => {
                let mut head = head.clone();
                head.marks.push(frame.rule(0.0));
                self.place(head);
            }
            None => next.marks.push(frame.rule(0.0)),
        }
    }

    fn place(&mut self, slab: Slab) {
        if self.held.is_empty() {
            if slab.room && self.turned {
                return;
            }
            if slab.front_only {
                self.turn_to_front();
            }
        } else {
            self.y += self.after.max(slab.before);
        }
        self.after = slab.after;
        let y = self.y;
        self.y += slab.height;
        self.held.push((y, slab));
    }

    /// Closes the open page: now it is known what is on it and how much room is left.
    fn close(&mut self, blank: bool) {
        let right = self.right();
        let x = left(right);
        self.number += 1;
        let held = grow(std::mem::take(&mut self.held), BOTTOM - self.y);
        let mut page = Page {
            part: self.part,
            title: self.title.clone(),
            number: self.number,
            label: label(self.part, self.number),
            right,
            blank,
            // Of a large plan there are two thousand pages: no room for what does not come.
            body: Vec::with_capacity(held.iter().map(|(_, slab)| slab.marks.count()).sum()),
            furniture: Vec::new(),
            about: std::collections::BTreeMap::new(),
            anchors: Vec::new(),
        };
        let mut about: Vec<(Abouts, f64, f64)> = Vec::new();
        for (y, slab) in held {
            let end = y + slab.height;
            slab.marks.put(&mut page, self.pages.len(), (x, y), &mut self.unwritten);
            for one in slab.about {
                // The slabs of a row share theirs.
                match about.last_mut() {
                    Some((last, _, bottom)) if Rc::ptr_eq(last, &one) => *bottom = end,
                    _ => about.push((one, y, end)),
                }
            }
            for anchor in slab.anchors {
                // Those of parts and blocks only count them: one block more before would be a change of all after.
                if !is_counted(&anchor) {
                    page.anchors.push(anchor.clone());
                }
                self.places.entry(anchor).or_insert(Place { page: self.pages.len(), y_mm: y });
            }
        }
        // All at once: sorting is several times quicker than putting in one by one.
        let place = |(list, top, bottom): &(Abouts, f64, f64)| {
            let place = (*top as f32, *bottom as f32);
            list.iter().map(|one| (one.clone(), place)).collect::<Vec<_>>()
        };
        // From the last to the first: of one that stands twice, the first place is kept.
        page.about = about.iter().rev().flat_map(place).collect();
        self.pages.push(page);
        self.y = TOP;
        self.after = 0.0;
        self.turned = false;
    }
}

fn is_part_of(slab: &Slab, frame: &Rc<Frame>) -> bool {
    slab.frame.as_ref().is_some_and(|own| Rc::ptr_eq(own, frame))
}

/// The height of slabs on top of each other.
fn tall(slabs: &[Slab]) -> f64 {
    let gaps: f64 = slabs.windows(2).map(|two| two[0].after.max(two[1].before)).sum();
    slabs.iter().map(|slab| slab.height).sum::<f64>() + gaps
}

/// The height of what is repeated above a slab that begins a page.
fn repeated(slab: &Slab) -> f64 {
    let frame = slab.frame.as_ref().filter(|_| !slab.opens);
    frame.and_then(|frame| frame.head.as_ref()).map_or(0.0, |head| head.height)
}

/// What a page is called.
fn label(part: PartSort, number: u32) -> String {
    match part {
        PartSort::Cover => String::new(),
        PartSort::Contents => roman(number),
        PartSort::Lettered(letter) => format!("{letter}-{number}"),
    }
}

fn roman(mut number: u32) -> String {
    let signs = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut out = String::new();
    for (value, sign) in signs {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}
