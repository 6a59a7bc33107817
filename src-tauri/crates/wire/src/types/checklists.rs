//! The ministry's lists: what is asked, what was said, and the change of the year.

use super::{ItemFate, ItemState, SentView, TakingView, Word};

types! {
    /// The checklists of the plan.
    reply ChecklistsView {
        /// Nouns it was read from.
        reads: Vec<String>,
        /// The lists, the newest year first.
        lists: Vec<ChecklistHead>,
        /// Lists with a form for suppliers, the newest year first: id, and year.
        for_suppliers: Vec<Word>,
        /// How many lists the program has that the plan has not, or has in another edition.
        others: u32,
    }
    /// A list and where it stands.
    reply ChecklistHead {
        /// Its id.
        id: String,
        /// Its title, in 〔 〕 where it was not seen.
        title: String,
        /// Which year's (令和7年度).
        edition: String,
        /// The form this institution fills in (医療機関確認用).
        form: String,
        /// The form suppliers fill in; empty where there is none.
        supplier_form: String,
        /// How its items stand.
        counts: ChecklistCounts,
        /// Lists whose rules, notes and proofs may come along.
        earlier: Vec<Word>,
        /// The workbook the plan keeps for it; empty = none.
        file: String,
        /// The fiscal year it is now, where the list is of an earlier one; empty = it is not.
        now: String,
    }
    /// How many items stand where.
    reply ChecklistCounts {
        /// Nobody answered.
        open: u32,
        /// Answered without day or name: it does not count.
        unsigned: u32,
        /// はい.
        yes: u32,
        /// いいえ.
        no: u32,
        /// 該当なし.
        none: u32,
    }
    /// Makes forms for suppliers, as one step.
    request AskSuppliers {
        /// The list.
        list: String,
        /// Ids of the suppliers.
        suppliers: Vec<String>,
    }
    /// The forms suppliers fill in, of one list.
    request SuppliersRequest {
        /// The list.
        list: String,
    }
    /// They.
    reply SuppliersView {
        /// Nouns it was read from.
        reads: Vec<String>,
        /// One for each supplier that has one.
        forms: Vec<SupplierFormView>,
        /// Suppliers without one: those of systems first.
        without: Vec<Word>,
    }
    /// A supplier's form.
    reply SupplierFormView {
        /// Its row.
        id: String,
        /// The supplier.
        supplier: String,
        /// Systems it serves.
        systems: Vec<String>,
        /// Where it stands.
        sent: SentView,
        /// Until when it is asked back.
        due_on: String,
        /// How its items stand.
        counts: ChecklistCounts,
    }
    /// One sheet of a list.
    request ChecklistRequest {
        /// The list.
        list: String,
        /// The row of a supplier's form; empty = the institution's own.
        of: String,
    }
    /// A sheet with all its items.
    reply ChecklistView {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from.
        reads: Vec<String>,
        /// The list.
        id: String,
        /// Its title, in 〔 〕 where it was not seen.
        title: String,
        /// Which year's.
        edition: String,
        /// Which form.
        form: String,
        /// Where we know it from.
        source: String,
        /// The guideline its chapters are of.
        guideline: String,
        /// What may be answered.
        answers: Vec<Word>,
        /// Words of the form for what is asked in a round: result, checked_on, target_on.
        questions: Vec<Word>,
        /// Its parts in order.
        groups: Vec<ChecklistGroup>,
        /// How its items stand.
        counts: ChecklistCounts,
    }
    /// A part of a list.
    reply ChecklistGroup {
        /// Number; empty before the first part.
        number: String,
        /// Title, in 〔 〕 where it was not seen.
        title: String,
        /// Its items.
        items: Vec<ChecklistItem>,
    }
    /// An item.
    reply ChecklistItem {
        /// Its id.
        id: String,
        /// Official number, in 〔 〕 where it was not seen.
        number: String,
        /// What it looks at (サーバ); empty where the list does not say.
        target: String,
        /// Title, in 〔 〕 where it was not seen.
        title: String,
        /// What is to be said of the title; empty where it was seen.
        remark: String,
        /// What it means, in our words.
        about: String,
        /// When it need not be answered; empty = never.
        unless: String,
        /// Until when it is only announced; empty = asked now.
        later: String,
        /// Chapters of the guideline.
        chapters: String,
        /// Where the title was seen.
        source: String,
        /// Where it stands.
        state: ItemState,
        /// Every round the form has room for.
        rounds: Vec<RoundView>,
        /// The article of the house's own rules.
        rule: String,
        /// The day of the minutes.
        minutes_on: String,
        /// The note.
        note: String,
        /// Where in the program it is filled in.
        records: Vec<Word>,
        /// Ids of its proofs.
        proofs: Vec<String>,
    }
    /// What was said in a round.
    reply RoundView {
        /// Which, from 1.
        round: u32,
        /// The round in the key of its answers.
        key: String,
        /// Answer id, or empty.
        result: String,
        /// The day it was checked.
        checked_on: String,
        /// Who checked.
        checked_by: String,
        /// Until when a いいえ becomes はい.
        target_on: String,
        /// Whether it counts.
        stands: bool,
    }
    /// Two lists.
    request CarryLook {
        /// The earlier one.
        from: String,
        /// The other.
        to: String,
    }
    /// What an earlier list asked instead.
    reply CarryView {
        /// Item by item of the new list.
        items: Vec<CarryItem>,
        /// Items of the earlier one nothing came of.
        dropped: Vec<Word>,
    }
    /// What an item was.
    reply CarryItem {
        /// Its id.
        id: String,
        /// Its number.
        number: String,
        /// Its title.
        title: String,
        /// What became of it.
        fate: ItemFate,
        /// What is not the same; empty = nothing.
        why: String,
        /// What it was: number and title, and how it stood at the end of the year.
        of: Vec<Word>,
        /// What would come along: rules, notes and proofs.
        comes: Vec<String>,
    }
    /// The items that were ticked.
    request CarryRequest {
        /// The earlier list.
        from: String,
        /// The other.
        to: String,
        /// Ids of the ticked items of the other one.
        items: Vec<String>,
    }
    /// Other lists for the plan.
    request TakeChecklists {
        /// A folder or stick; none = the program's own.
        folder: Option<String>,
        /// Whether they are taken; else only looked at.
        take: bool,
    }
    /// A list that would be, or was, taken.
    reply TakenChecklist {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Which year's.
        edition: String,
        /// What becomes of it.
        taking: TakingView,
        /// Items that are not the same as in the plan's edition, by number; empty for a new list.
        differs: Vec<String>,
    }
}
