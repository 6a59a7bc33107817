//! Words of the contract: values that are one of a few. In the window they are unions of texts, so a word nobody sends
//! does not compile there.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

choices! {
    /// Where a supplier's form stands.
    SentView of binder::plan::checklist::Sent {
        /// It was not sent yet.
        Unsent,
        /// It is out, and its day has not come.
        Out,
        /// Its day is over.
        Overdue,
        /// It came back.
        Returned,
    }
    /// Why a cell of a form is not taken.
    LeftWhy of binder::list_form::Why {
        /// An answer in a column where none is asked for.
        WrongColumn,
        /// No answer.
        NoAnswer,
        /// No day.
        NoDay,
        /// Asked for by nobody.
        Unasked,
    }
    /// Where an item of a checklist stands.
    ItemState of binder::plan::checklist::Standing {
        /// Nobody answered it.
        Open,
        /// Answered without day or name: it does not count.
        Unsigned,
        /// はい.
        Yes,
        /// いいえ.
        No,
        /// 該当なし.
        None,
        /// The list does not ask it.
        NotAsked,
    }
    /// What became of an item of another year's list.
    ItemFate of binder::plan::checklist::How {
        /// One item was this one before.
        Same,
        /// Several became one.
        Merged,
        /// One became several.
        Split,
        /// Nothing like it was asked.
        New,
        /// Its text was compared with no other.
        Uncompared,
    }
    /// What becomes of a list that is taken.
    TakingView of binder::Taking {
        /// The plan had none of this id.
        New,
        /// It stands in the place of another edition.
        Other,
        /// The plan has it already.
        Same,
    }
    /// Why a printed sheet is listed.
    StaleView of binder::Stale {
        /// It says something else now.
        Changed,
        /// It is not printed at all any more.
        Gone,
        /// Another version of the program printed it: somebody has to look at both.
        Compare,
    }
    /// Which copies a document has.
    CopiesView of binder::Copies {
        /// 本部用 alone.
        Headquarters,
        /// The same paper for everybody.
        Same,
        /// 本部用 and 部署用.
        Wards,
        /// 本部用, 部署用, and 部署用 of one department.
        Departments,
    }
    /// How serious a finding is.
    SeverityView of binder::plan::Severity {
        /// 止まる.
        Stop,
        /// 直す.
        Mend,
        /// 気づき.
        Note,
    }
    /// What a field takes.
    FieldSort of binder::plan::FieldKind {
        /// One line.
        Text,
        /// Several lines.
        Long,
        /// A day.
        Date,
        /// A span of time (4時間).
        Span,
        /// A number.
        Number,
        /// A telephone number.
        Phone,
        /// Kana.
        Kana,
        /// A code, half width.
        Code,
        /// One of a few.
        Choice,
        /// Yes or not.
        Flag,
        /// Another record.
        Link,
        /// A picture.
        Image,
        /// Any file.
        File,
        /// Cells of a section's block.
        Cells,
    }
    /// Where a system stands when others are hit.
    StateView of binder::State {
        /// Nothing was hit.
        Unasked,
        /// It is hit itself.
        Hit,
        /// It stops with what is.
        Stopped,
        /// A foundation that was not hit and is examined all the same.
        Examined,
    }
    /// What became of a block of the pack's text.
    NewsView of binder::News {
        /// It is new.
        Added,
        /// It says something else.
        Changed,
        /// It is as it was.
        Same,
        /// It is gone.
        Removed,
    }
    /// What of a pack differs.
    PackOf of binder::plan::Of {
        /// An item of the check table.
        Item,
        /// A section of the model plan.
        Section,
        /// A first page.
        FirstPage,
        /// A form.
        Form,
        /// A catalogue entry.
        Entry,
        /// A word explained.
        Term,
        /// Labels, short words, answers and the like.
        Rest,
    }
    /// How it differs.
    PackWhat of binder::plan::What {
        /// It is new.
        Added,
        /// It is gone.
        Removed,
        /// It says something else.
        Changed,
    }
    /// Whether a question of the first hour is answered.
    StandingView of binder::plan::first_hour::Standing {
        /// It is.
        Answered,
        /// It is put off.
        Later,
        /// Neither.
        Open,
    }
    /// What an imported row does.
    VerdictView of binder::import::Verdict {
        /// It adds a record.
        New,
        /// It changes one.
        Update,
        /// It changes nothing.
        Same,
        /// It was left out, and says why.
        Skipped,
        /// It cannot be taken.
        Problem,
    }
    /// What a sheet holds.
    SheetOf of binder::import::What {
        /// Systems.
        Systems,
        /// Devices.
        Devices,
        /// People.
        People,
        /// Organisations.
        Organisations,
        /// Telephone numbers of places.
        Contacts,
        /// What needs what.
        Dependencies,
        /// Contracts of suppliers.
        Contracts,
    }
    /// What is being done while somebody waits.
    DoingView of binder::Doing {
        /// The plan is read.
        Opening,
        /// The file is copied.
        Copying,
        /// A copy is examined.
        Checking,
        /// Texts are placed on pages.
        Placing,
        /// Pages are written.
        Writing,
        /// Rows of a sheet are compared with the plan.
        Comparing,
        /// What changes is saved.
        Saving,
    }
    /// Which side of a row in doubt is kept.
    SideView of binder::Keep {
        /// What the file says.
        Found,
        /// What its history says.
        Logged,
    }
    /// What does not work while people are called.
    DownView of binder::plan::reach::Down {
        /// Everything works.
        Nothing,
        /// PHS is dead.
        Phs,
        /// The exchange is.
        Exchange,
    }
}

asked! {
    SheetOf of binder::import::What { Systems, Devices, People, Organisations, Contacts, Dependencies, Contracts, }
    DownView of binder::plan::reach::Down { Nothing, Phs, Exchange, }
    SideView of binder::Keep { Found, Logged, }
}

/// Work that can take more than a moment and be cancelled: all that runs of a sort at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename_all = "kebab-case")]
pub enum Work {
    /// Opening a plan.
    Open,
    /// Keeping a copy by itself, at opening and closing; cancelled, none is kept.
    Keep,
    /// Writing a copy.
    Copy,
    /// Printing.
    Print,
    /// Looking at a sheet.
    Look,
    /// Importing it.
    Import,
}

/// Where packs are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename_all = "kebab-case")]
pub enum PackPlace {
    /// In the program.
    Own,
    /// In a folder.
    Folder,
    /// In the plan file.
    Stored,
}

/// How records are written for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename_all = "kebab-case")]
pub enum FormatView {
    /// A workbook.
    Xlsx,
    /// Text with commas.
    Csv,
    /// Cards of an address book.
    Vcf,
}

/// What a group of fields of the first hour fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename_all = "kebab-case")]
pub enum HourSort {
    /// Fields of the facility.
    Facility,
    /// What is ticked in a catalogue.
    Tick,
    /// Fields of certain catalogue entries.
    Entries,
    /// Records of a kind.
    Rows,
}

/// All of them in TypeScript.
pub(crate) fn declared(config: &ts_rs::Config) -> Vec<String> {
    let mut out = chosen(config);
    out.extend([Work::decl(config), PackPlace::decl(config), FormatView::decl(config), HourSort::decl(config)]);
    out
}
