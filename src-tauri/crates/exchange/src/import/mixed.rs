//! One ledger that mixes systems and devices, told apart by its column of sorts: both lists are filled in one pass.
//!
//! It is one only where the column says words of both; a list of servers and terminals alone stays what it was taken for, as
//! does a list of systems that says of each whether it runs on a server or in a cloud.

use super::columns::{self, Column, Setup, Target};
use super::layout::{Looks, lay};
use super::{Line, Note, Offered, Row, Verdict, What};
use crate::sheet::{Cell, Sheet};
use std::collections::{BTreeMap, BTreeSet};
use template::Template;

/// What the ledger may hold besides, and its columns as that list has them.
pub(super) struct Other {
    pub(super) what: What,
    pub(super) columns: Vec<Column>,
    targets: Vec<Target>,
    /// The column of sorts.
    sort: usize,
}

/// The lines that are of the other list.
pub(super) struct Parted<'a> {
    pub(super) lines: Vec<Line<'a>>,
    /// Their numbers.
    moved: BTreeSet<usize>,
    /// Lines of systems: their sort says that they are some.
    systems: BTreeSet<usize>,
    /// Lines whose sort is not said: they stay in the list the sheet was taken for.
    unsorted: BTreeSet<usize>,
    /// The column of a device's name, and the lines where it says the name of a system.
    lent: (Option<usize>, BTreeSet<usize>),
}

fn at(columns: &[Column], target: &str) -> Option<usize> {
    columns.iter().find(|column| column.target.as_deref() == Some(target)).map(|column| column.at)
}

/// The other list a sheet may hold besides the one it is taken for; `chosen` are the columns of that one.
pub(super) fn other(
    looks: &Looks<'_>,
    template: &Template,
    offered: Offered<'_>,
    (sheet, header): (usize, usize),
    chosen: &[Column],
) -> Option<Other> {
    let what = match offered.what {
        What::Devices => What::Systems,
        What::Systems => What::Devices,
        _ => return None,
    };
    // A column a person left out is left out of both; what it becomes in the other list nobody said.
    let left_out = offered.setup.columns.iter().filter(|(_, target)| target.is_empty());
    let mut left_out: BTreeMap<usize, String> = left_out.map(|(at, target)| (*at, target.clone())).collect();
    // 「システム区分」 is no name of a system.
    left_out.extend((what == What::Systems).then(|| at(chosen, "sort")).flatten().map(|at| (at, String::new())));
    let setup = Setup { sheet: Some(sheet), header: Some(header), columns: left_out, ..Setup::default() };
    let targets = columns::targets(looks.plan, template, looks.known, what);
    let (_, _, found) = columns::find(looks.known, what, &targets, offered.book, &setup);
    let sort = if what == What::Devices { at(&found, "sort") } else { at(chosen, "sort") }?;
    // The name of a system may stand where a device has its own.
    let named = what == What::Systems || columns::missing(what, &found).is_none();
    (!offered.setup.one_list && named).then_some(Other { what, columns: found, targets, sort })
}

impl Other {
    /// Takes the lines of the other list out of `lines`, where the ledger has both.
    pub(super) fn part<'a>(
        &'a self,
        looks: &Looks<'_>,
        paper: &Sheet,
        header: usize,
        chosen: &[Column],
        lines: &mut Vec<Line<'_>>,
    ) -> Option<Parted<'a>> {
        let mut others = lay(&Looks { what: self.what, ..*looks }, paper, header, &self.columns).lines;
        let (mut systems, mut devices, mut names) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
        let (mut others_sort, mut unsorted) = (BTreeSet::new(), BTreeSet::new());
        let mut sorted = |line: &Line<'_>| {
            let sort = line.text("sort");
            match looks.known.sort_of(sort) {
                _ if sort.is_empty() => unsorted.insert(line.number),
                Some(What::Systems) => systems.insert(line.number),
                Some(_) => devices.insert(line.number),
                None => others_sort.insert(line.number),
            };
            names.insert(line.number, line.cells.get("name").cloned().unwrap_or_default());
        };
        match self.what {
            What::Devices => others.iter().for_each(&mut sorted),
            _ => lines.iter().for_each(&mut sorted),
        }
        if systems.is_empty() || devices.is_empty() {
            return None;
        }
        // Whatever it was taken for: what is no system is a device.
        devices.append(&mut others_sort);
        let moved = if self.what == What::Devices { devices } else { systems.clone() };
        others.retain(|line| moved.contains(&line.number));
        lines.retain(|line| !moved.contains(&line.number));
        let mut lent = BTreeSet::new();
        let of_systems = if self.what == What::Devices { chosen } else { &self.columns };
        let by_sort = at(of_systems, "name") == Some(self.sort);
        let mut as_system = |line: &mut Line<'_>| {
            if by_sort {
                line.cells.remove("name");
                line.filled.remove("name");
            }
            // The name of a thing stands where a device has its own, also where a column for its system is beside it.
            let name = names.get(&line.number).filter(|name| line.text("name").is_empty() && !name.text.is_empty());
            if let Some(name) = name {
                line.cells.insert("name", name.clone());
                *line.filled.entry("name").or_default() += usize::from(name.is_counted());
                lent.insert(line.number);
            }
            // What it is its sort has said.
            *line.filled.entry("sort").or_default() += count(paper, line.number, self.sort);
        };
        match self.what {
            What::Devices => lines.iter_mut().filter(|line| systems.contains(&line.number)).for_each(&mut as_system),
            _ => others.iter_mut().for_each(&mut as_system),
        }
        let named = at(if self.what == What::Devices { &self.columns } else { chosen }, "name");
        Some(Parted { lines: others, moved, systems, unsorted, lent: (named, lent) })
    }

    /// Columns with the cells in them that become nothing in the list their line is of.
    pub(super) fn unused(&self, parted: &Parted<'_>, paper: &Sheet, header: usize, chosen: &[Column]) -> Vec<Column> {
        let unused = |column: &Column| {
            let other = self.columns.iter().any(|one| one.at == column.at && one.target.is_some());
            let lines = (header + 1..=paper.rows.len()).filter(|line| {
                let becomes = if parted.moved.contains(line) { other } else { column.target.is_some() };
                let said = column.at == self.sort && parted.systems.contains(line)
                    || Some(column.at) == parted.lent.0 && parted.lent.1.contains(line);
                !becomes && !said
            });
            lines.map(|line| count(paper, line, column.at)).sum()
        };
        chosen.iter().map(|column| Column { target: None, filled: unused(column), ..column.clone() }).collect()
    }

    /// How it was read, in sentences; the rows of the other list say so too.
    pub(super) fn said(
        &self,
        parted: &Parted<'_>,
        (chosen, own): (&[Column], &[Target]),
        list: &str,
        rows: &mut [Row],
    ) -> Vec<Note> {
        let sort = chosen.iter().find(|column| column.at == self.sort).map(|column| column.title.clone());
        let sort = sort.unwrap_or_default();
        let code = if self.what == What::Systems { "row-systems" } else { "row-devices" };
        for row in rows.iter_mut() {
            if parted.moved.contains(&row.line) {
                row.notes.push(Note::new(code, []));
            } else if parted.unsorted.contains(&row.line) && matches!(row.verdict, Verdict::New | Verdict::Update) {
                row.notes.push(Note::new("row-unsorted", [sort.clone(), list.to_owned()]));
            }
        }
        let label = |targets: &[Target], target: &Option<String>| {
            let target = targets.iter().find(|one| Some(&one.id) == target.as_ref());
            target.map(|target| target.label.clone())
        };
        let otherwise = self.columns.iter().filter_map(|column| {
            let here = label(&self.targets, &column.target)?;
            let there = chosen.iter().find(|one| one.at == column.at).and_then(|one| label(own, &one.target));
            (there.as_ref() != Some(&here)).then(|| format!("「{}」→{here}", column.title))
        });
        let otherwise: Vec<String> = otherwise.collect();
        let too = if self.what == What::Systems { "read-systems-too" } else { "read-devices-too" };
        let mut out = vec![Note::new(too, [sort, parted.moved.len().to_string()])];
        out.extend((!otherwise.is_empty()).then(|| Note::new("read-otherwise", [otherwise.join("、")])));
        out
    }
}

fn count(paper: &Sheet, line: usize, at: usize) -> usize {
    usize::from(paper.rows.get(line - 1).and_then(|row| row.get(at)).is_some_and(Cell::is_counted))
}
