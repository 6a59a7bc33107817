//! Documents, printing, the preview.

use super::{CopiesView, FindingView, Ref};

types! {
    /// A document: what can be printed.
    reply DocumentInfo {
        /// Its name (`binder`).
        name: String,
        /// What people call it.
        title: String,
        /// What it is for.
        about: String,
        /// What must be heeded with it; empty = nothing.
        caution: String,
        /// Whether it carries what only headquarters may see.
        secret: bool,
        /// How its file is named after the institution's name.
        file: String,
        /// The same for a ward's copy.
        file_ward: String,
        /// Which copies it has.
        copies: CopiesView,
        /// Kinds of institution it is for; empty = all.
        institutions: Vec<String>,
        /// Whether the print screen lists it.
        listed: bool,
        /// Whether a folder for a visitor can be written with it.
        visit: bool,
    }
    /// Prints a document.
    request PrintCommand {
        /// Document (`binder`).
        document: String,
        /// `hq`, `ward` or `ward:ID`, as the record of prints keeps it.
        copy: String,
        /// Print date, `2026-11-22`; empty = today.
        date: String,
        /// Whether with the blank forms at its end.
        forms: bool,
        /// Where.
        path: String,
    }
    /// Writes what a visitor is handed into a new folder.
    request VisitCommand {
        /// Document of a visit (`inspection`).
        document: String,
        /// Print date, `2026-11-22`; empty = today.
        date: String,
        /// The folder in which the new one is made.
        folder: String,
    }
    /// A folder for a visitor.
    reply VisitFolderView {
        /// Number of the change that notes the print; 0 where the plan could take none.
        seq: i64,
        /// What that changed.
        changed: Vec<Ref>,
        /// Where it is.
        path: String,
        /// Its files, in order.
        files: Vec<VisitFile>,
        /// What is not in it, each a sentence.
        missing: Vec<String>,
    }
    /// A file of it.
    reply VisitFile {
        /// Where it lies in the folder.
        name: String,
        /// What it is.
        what: String,
    }
    /// Asks what a copy would be.
    request LookAtPrint {
        /// Document (`binder`).
        document: String,
        /// `hq`, `ward` or `ward:ID`.
        copy: String,
    }
    /// What a copy would be.
    reply PrintLookView {
        /// Pages before the blank forms.
        pages: u32,
        /// Pages of blank forms at its end.
        forms: u32,
    }
    /// A printed file.
    reply PrintedView {
        /// Number of the change that notes the print; 0 where the plan took no note.
        seq: i64,
        /// The note.
        changed: Vec<Ref>,
        /// Full path.
        path: String,
        /// Pages.
        pages: u32,
        /// What only shows on paper.
        findings: Vec<FindingView>,
    }
    /// What a preview is about.
    request PreviewRequest {
        /// A record's noun, `template`, `page` or `print`.
        kind: String,
        /// A record's id; a section, item or first page; a label of the book of headquarters; a document and a
        /// copy, `minimum/hq`.
        id: String,
        /// Whole pages, or the strip around it.
        whole: bool,
    }
}
