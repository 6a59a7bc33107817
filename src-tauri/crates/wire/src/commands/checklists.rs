//! Checklists: sheets, what was said, the change of the year.

use super::records::step;
use super::{changed, count, id, reads};
use crate::types::*;
use crate::{Fault, Host};
use binder::plan::checklist::{self, Counts, MINUTES_ON, NOTE, RULE, Sheet, Standing};
use binder::plan::{Kind, Plan, day, title_of};
use binder::template::{Asked, Checklist, PackKind, Template};
use binder::{PackSource, Snapshot, Taking};

/// The checklists of the plan.
pub(crate) fn checklists(host: &Host, _: Empty) -> Result<ChecklistsView, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, .. } = binder.snapshot();
    let mut lists: Vec<&Checklist> = template.checklists.iter().collect();
    lists.sort_by_key(|list| (std::cmp::Reverse(list.year), &list.id));
    let own =
        lists.iter().filter_map(|list| Some(head(&plan, &template, &Sheet::own(&plan, list)?, &host.outside.today())));
    let others = binder.checklist_offers(&PackSource::Own)?;
    let others = others.iter().filter(|offer| offer.taken.taking != Taking::Same).count();
    let read = reads(&[Kind::Answer, Kind::Facility, Kind::Proof, Kind::ListFile]);
    let theirs = lists.iter().filter(|list| list.supplier_form().is_some());
    let for_suppliers = theirs.map(|list| Word { id: list.id.clone(), text: list.edition.clone() }).collect();
    Ok(ChecklistsView { reads: read, lists: own.collect(), for_suppliers, others: count(others) })
}

/// The workbook the plan keeps for a list, the newest.
fn kept_file<'p>(plan: &'p Plan, list: &str) -> Option<&'p binder::plan::ListFile> {
    plan.rows.list_files.live().rfind(|row| row.list.as_deref() == Some(list) && row.file.is_some())
}

fn head(plan: &Plan, template: &Template, sheet: &Sheet<'_>, today: &str) -> ChecklistHead {
    let list = sheet.list;
    let year = day::stored(today).map(day::fiscal_year).filter(|now| list.year.is_some_and(|year| year < *now));
    let now = year.and_then(day::fiscal_era);
    let before = |one: &&Checklist| one.is_before(list) && Sheet::own(plan, one).is_some();
    let mut earlier: Vec<&Checklist> = template.checklists.iter().filter(before).collect();
    earlier.sort_by_key(|one| std::cmp::Reverse(one.year));
    ChecklistHead {
        id: list.id.clone(),
        title: template.titled(&list.title, list.mark),
        edition: list.edition.clone(),
        form: sheet.form.title.clone(),
        supplier_form: list.supplier_form().map(|form| form.title.clone()).unwrap_or_default(),
        counts: counted(checklist::counts(plan, sheet)),
        earlier: earlier.iter().map(|one| Word { id: one.id.clone(), text: one.edition.clone() }).collect(),
        now: now.unwrap_or_default(),
        file: kept_file(plan, &list.id).and_then(|row| row.name.clone()).unwrap_or_default(),
    }
}

fn counted(counts: Counts) -> ChecklistCounts {
    let Counts { open, unsigned, yes, no, none } = counts;
    ChecklistCounts { open: count(open), unsigned: count(unsigned), yes: count(yes), no: count(no), none: count(none) }
}

/// A sheet of one.
pub(crate) fn checklist(host: &Host, request: ChecklistRequest) -> Result<ChecklistView, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let of = Some(request.of.as_str()).filter(|of| !of.is_empty()).map(id).transpose()?;
    let sheet = binder::sheet(&plan, &template, &request.list, of)?;
    let list = sheet.list;
    let mut groups: Vec<ChecklistGroup> = Vec::new();
    for asked in list.asked(sheet.form) {
        let number = asked.item.group.as_deref().unwrap_or_default();
        if groups.last().is_none_or(|group| group.number != number) {
            let of = list.groups.iter().find(|group| group.number == number);
            let title = of.map(|group| group.mark.bracketed(&group.title)).unwrap_or_default();
            groups.push(ChecklistGroup { number: number.to_owned(), title, items: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.items.push(item(&plan, &template, &sheet, &asked));
        }
    }
    let word = |id: &str, text: &str| Word { id: id.to_owned(), text: text.to_owned() };
    Ok(ChecklistView {
        seq,
        reads: reads(&[Kind::Answer, Kind::Facility, Kind::Proof, Kind::SupplierForm]),
        id: list.id.clone(),
        title: template.titled(&list.title, list.mark),
        edition: list.edition.clone(),
        form: sheet.form.title.clone(),
        source: list.source.clone(),
        guideline: list.guideline.clone(),
        answers: list.answers.iter().map(|one| word(&one.id, &one.text)).collect(),
        questions: list.questions.iter().map(|one| word(&one.id, &one.text)).collect(),
        groups,
        counts: counted(checklist::counts(&plan, &sheet)),
    })
}

fn item(plan: &Plan, template: &Template, sheet: &Sheet<'_>, asked: &Asked<'_>) -> ChecklistItem {
    let Asked { item, number, title, mark } = *asked;
    let (standing, _) = checklist::standing(plan, sheet, asked);
    let once = |question: &str| sheet.once(plan, &item.id, question).unwrap_or_default().to_owned();
    let round = |round: u32| {
        let said = sheet.said(plan, round, &item.id);
        let own =
            |question: &str| plan.answer(&sheet.key(Some(round), &item.id, question)).unwrap_or_default().to_owned();
        RoundView {
            round,
            key: sheet.key(Some(round), &item.id, checklist::RESULT).round,
            result: said.result.unwrap_or_default().to_owned(),
            checked_on: own(checklist::CHECKED_ON),
            checked_by: own(checklist::CHECKED_BY),
            target_on: own(checklist::TARGET_ON),
            stands: said.stands(),
        }
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let proofs = plan.rows.proofs.live().filter(|proof| {
        proof.list.as_ref() == Some(&sheet.list.id) && proof.item.as_ref() == Some(&item.id) && sheet.of.is_none()
    });
    let record = |noun: &String| Word {
        id: noun.clone(),
        text: template.labels.get(noun).map_or(noun.clone(), |labels| labels.name.clone()),
    };
    ChecklistItem {
        id: item.id.clone(),
        number: item.number_mark.bracketed(number),
        target: text(&item.target),
        title: mark.bracketed(title),
        remark: template.remark(mark).to_owned(),
        about: item.about.clone(),
        unless: text(&item.unless),
        later: text(&item.later),
        chapters: text(&item.chapters),
        source: item.source.clone(),
        state: standing.into(),
        rounds: sheet.rounds().map(round).collect(),
        rule: once(RULE),
        minutes_on: once(MINUTES_ON),
        note: once(NOTE),
        records: item.records.iter().map(record).collect(),
        proofs: proofs.map(|proof| proof.row.id.to_string()).collect(),
    }
}

/// The forms suppliers fill in.
pub(crate) fn suppliers(host: &Host, request: SuppliersRequest) -> Result<SuppliersView, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, .. } = binder.snapshot();
    let list = template.checklist(&request.list).ok_or_else(|| binder::Error::NotFound(request.list.clone()))?;
    let today = host.outside.today();
    let rows: Vec<_> = plan.rows.supplier_forms.live().filter(|row| row.list.as_ref() == Some(&list.id)).collect();
    let title = |id| plan.rows.organisations.find(id).map(|one| title_of(&plan, &template, one)).unwrap_or_default();
    let serves = |id| plan.rows.systems.live().filter(move |system| system.vendor == Some(id));
    let view = |row: &&binder::plan::SupplierForm| {
        let sheet = Sheet::of_supplier(list, row)?;
        Some(SupplierFormView {
            id: row.row.id.to_string(),
            supplier: row.supplier.map(title).unwrap_or_default(),
            systems: row.supplier.into_iter().flat_map(serves).map(|one| title_of(&plan, &template, one)).collect(),
            sent: checklist::sent(row, &today).into(),
            due_on: row.due_on.clone().unwrap_or_default(),
            counts: counted(checklist::counts(&plan, &sheet)),
        })
    };
    let without = plan.rows.organisations.live().filter(|one| one.group.as_deref() == Some("vendor"));
    let mut without: Vec<_> = without.filter(|one| !rows.iter().any(|row| row.supplier == Some(one.row.id))).collect();
    without.sort_by_key(|one| serves(one.row.id).next().is_none());
    let word = |one: &&binder::plan::Organisation| Word { id: one.row.id.to_string(), text: title(one.row.id) };
    Ok(SuppliersView {
        reads: reads(&[Kind::Answer, Kind::SupplierForm, Kind::Organisation, Kind::System]),
        forms: rows.iter().filter_map(view).collect(),
        without: without.iter().map(word).collect(),
    })
}

/// Makes forms for suppliers, as one step.
pub(crate) fn ask_suppliers(host: &Host, request: AskSuppliers) -> Result<Changed, Fault> {
    let suppliers = request.suppliers.iter().map(|one| id(one)).collect::<Result<Vec<_>, _>>()?;
    let binder = host.binder()?;
    let done = binder.ask_suppliers(&request.list, &suppliers, &step(host, None))?;
    changed(&binder, done)
}

/// What an earlier list asked instead.
pub(crate) fn look_at_carry(host: &Host, request: CarryLook) -> Result<CarryView, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, .. } = binder.snapshot();
    let old = binder::sheet(&plan, &template, &request.from, None)?;
    let new = binder::sheet(&plan, &template, &request.to, None)?;
    let proposals = checklist::proposals(old.list, new.list);
    let dropped = checklist::dropped(old.list, &proposals);
    let was = |item: &binder::template::ChecklistItem| Word {
        id: item.id.clone(),
        text: format!("{} {}", item.number_mark.bracketed(&item.number), template.titled(&item.title, item.mark)),
    };
    let how_it_stood = |item: &binder::template::ChecklistItem| {
        let asked = old.list.asked(old.form).find(|asked| asked.item.id == item.id);
        let (standing, said) =
            asked.map_or((Standing::NotAsked, None), |asked| checklist::standing(&plan, &old, &asked));
        let answer = old.list.answers.iter().find(|one| one.id == standing.name()).map(|one| one.text.as_str());
        let said = answer.zip(said).map(|(text, said)| [Some(text), said.on, said.by, said.target]);
        said.map(|said| said.into_iter().flatten().collect::<Vec<_>>().join("、"))
    };
    let item = |one: &checklist::Proposal<'_>| CarryItem {
        id: one.item.id.clone(),
        number: one.item.number_mark.bracketed(&one.item.number),
        title: template.titled(&one.item.title, one.item.mark),
        fate: one.how.into(),
        why: one.why.unwrap_or_default().to_owned(),
        of: one
            .of
            .iter()
            .map(|of| {
                let Word { id, text } = was(of);
                let stood = how_it_stood(of).map(|stood| format!("（{stood}）")).unwrap_or_default();
                Word { id, text: text + &stood }
            })
            .collect(),
        comes: checklist::comes(&plan, (&old, &new), one),
    };
    Ok(CarryView { items: proposals.iter().map(item).collect(), dropped: dropped.into_iter().map(was).collect() })
}

/// Takes rules, notes and proofs of an earlier list over.
pub(crate) fn carry(host: &Host, request: CarryRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let done = binder.carry(&request.from, &request.to, &request.items, &step(host, None))?;
    changed(&binder, done)
}

/// Looks at other lists, or takes them.
pub(crate) fn take_checklists(host: &Host, request: TakeChecklists) -> Result<Vec<TakenChecklist>, Fault> {
    let binder = host.binder()?;
    let source = request.folder.map_or(PackSource::Own, |folder| PackSource::Folder(folder.into()));
    let offers = binder.checklist_offers(&source)?;
    if request.take {
        binder.take_packs(PackKind::Checklist, &source, &step(host, None).person)?;
    }
    let view = |offer: binder::ChecklistOffer| TakenChecklist {
        id: offer.taken.id,
        title: offer.taken.title,
        edition: offer.taken.edition,
        taking: offer.taken.taking.into(),
        differs: offer.differs,
    };
    Ok(offers.into_iter().map(view).collect())
}
