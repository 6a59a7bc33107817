//! How long paper carries a task against when its systems are believed to be back, in words, with the decision for
//! when paper gives out [PRACTICE-RESTRICTIONS] [OWN-PAPER-LIMITS].

use super::words::Words;
use crate::outline::{Block, Piece, Run, Table, TableRow};
use plan::recovery::{Graph, beliefs};
use plan::{ClinicalTask, Kind, Record, span};

/// Every task whose paper or whose systems somebody has measured.
pub(super) fn table(words: &Words<'_>) -> Piece {
    let plan = words.plan;
    let graph = Graph::of(plan);
    let believed = beliefs(&graph);
    let row = |task: &ClinicalTask| {
        let needs = plan.rows.task_needs.live().filter(|need| need.task == Some(task.row.id));
        let at = needs.filter_map(|need| graph.at(need.system?));
        let latest = at.filter_map(|at| Some((believed[at].latest?, at))).max();
        let shortest =
            [&task.paper_day, &task.paper_night].into_iter().flatten().filter_map(|said| span::minutes(said)).min();
        let gap = shortest.zip(latest).map(|(paper, (back, _))| paper < back);
        let said = match gap {
            Some(true) => vec![Run::Bold(words.word("paper-gap").to_owned())],
            Some(false) => vec![Run::from(words.word("paper-fits"))],
            None => vec![Run::from(words.word("paper-no-belief"))],
        };
        let back = latest.map_or(Vec::new(), |(minutes, at)| {
            vec![Run::Text(format!("{}（{}）", span::words(minutes), graph.systems[at].title()))]
        });
        let mut decided = words.cell(task, "way");
        if decided.is_empty() && gap == Some(true) {
            decided.push(Run::Badge(words.word("way-open").to_owned()));
        }
        let more = words.labelled(task, &["way_by", "way_on"]);
        for runs in [words.cell(task, "beyond"), more] {
            if !runs.is_empty() {
                decided.push(Run::from("\n"));
                decided.extend(runs);
            }
        }
        let cells =
            vec![words.name(task, "name"), words.labelled(task, &["paper_day", "paper_night"]), back, said, decided];
        TableRow { cells, about: words.about(task), ..TableRow::default() }
    };
    let rows: Vec<TableRow> = plan.rows.clinical_tasks.live().map(row).collect();
    let columns = vec![
        (words.label(Kind::ClinicalTask, "name"), 17.0),
        (words.word("paper-lasts").to_owned(), 22.0),
        (words.word("paper-believed").to_owned(), 17.0),
        (words.word("paper-limits-say").to_owned(), 16.0),
        (words.label(Kind::ClinicalTask, "way"), 28.0),
    ];
    let blank_rows = if rows.is_empty() { 3 } else { 1 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}
