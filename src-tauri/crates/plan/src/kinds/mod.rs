//! Every record kind, declared once.
//!
//! Table columns, wire types, forms, spreadsheet columns, history labels and
//! printed tables derive from these lists. A field id is for ever: columns are
//! added (`since`), never renamed, dropped or retyped.
//!
//! Deliberately not here: labels and help (they are texts, `templates/`), the
//! facts of a field's source (the item or section that prints it names them).

mod declare;

use crate::{Cell, Field, FieldKind, Id, Record, Row};
use declare::{field_kind, mark, record_kinds, rust_type};

/// The schema version this program writes.
pub const SCHEMA: u32 = 2;

record_kinds! {
    /// The institution itself; one row.
    Facility facility {
        /// Name of the institution.
        name: text + required;
        /// Kind of institution; decides first pages and catalogue.
        kind: choice("hospital", "clinic", "clinic-with-beds", "dental", "pharmacy") + required + unprinted;
        /// Licensed beds (a number).
        beds: number;
        /// Post and name of the head (院長・所長・管理薬剤師).
        director: text;
        /// Address.
        address: text;
        /// Main telephone.
        phone: phone;
        /// Institution code (医療機関コード); the eligibility desk asks for it (`reporting.md` §4-1).
        institution_code: code;
        /// Where headquarters meets.
        headquarters: text;
        /// A way to talk that works without LAN and exchange (`practice.md` §4-3).
        other_means: long;
        /// Words that announce paper operation.
        broadcast: long;
        /// How to call for help when a patient crashes.
        emergency_call: text;
        /// Rounds, every so many minutes (`practice.md` §2-1).
        round_minutes: number;
        /// Where to run when no telephone works (§2-3).
        runner_place: text;
        /// Whom a nurse alone asks instead of leaving (§2-3).
        lone_help: text;
        /// Where the narcotics key is and who has it (§2-11).
        narcotic_key: text;
        /// How temporary ids are given and patients identified (§1-4).
        temporary_id: long;
        /// The institution's own procedure when bleeding cannot wait (§2-10).
        urgent_transfusion: text;
        /// Who speaks to the press (§2-12).
        press_contact: text;
        /// Headquarters meets every so many hours (§3-11).
        meeting_hours: number;
        /// Hours before opening by which the outpatient policy stands (§3-12).
        outpatient_hours: number;
        /// Who decides it.
        outpatient_decider: link("roles");
        /// What is in the downtime boxes and how they are checked (§1-12).
        box_contents: long;
        /// Where the 本部用 binder lies; printed on the 部署用 cover.
        binder_place: text;
        /// Who has its key.
        binder_key: text;
        /// Who keeps the binder current.
        binder_keeper: text;
    }
    /// Wards, rooms and offices: numbers belong to places.
    Department departments {
        /// Name (部署名, model plan 3.1).
        name: text + required;
        /// Reading; decides the order.
        kana: kana + unprinted;
        /// Where it is.
        place: text;
        /// Extension or PHS.
        phone: phone;
        /// Number at night and on holidays.
        night_phone: phone;
        /// Who answers, by post (担当者, model plan 3.1).
        contact: text;
        /// Where its downtime box is.
        box_place: text;
        /// Paper forms in stock, in days.
        stock_days: number;
        /// Whether patients are there, by night too: asked before anything is cut (`practice.md` §3-2, §3-7).
        patients: flag + since 2;
    }
    /// What must be held by somebody; people move, roles stay.
    Role roles {
        /// Name (役割, model plan 2.1.2).
        name: text + required;
        /// Department that provides it.
        department: link("departments");
        /// What it does (役割の概要, model plan 2.1.2).
        duty: long;
        /// Who holds it.
        holder: link("people");
        /// First deputy.
        deputy1: link("people");
        /// Second deputy.
        deputy2: link("people");
        /// Extension or PHS.
        phone: phone;
        /// Number at night and on holidays.
        night_phone: phone;
    }
    /// People who hold roles.
    Person people {
        /// Full name, as typed.
        name: text + required;
        /// Reading; decides the order.
        kana: kana + unprinted;
        /// Profession and post.
        job: text;
        /// Department.
        department: link("departments");
        /// Extension or PHS.
        extension: phone;
        /// Private number; prints in part S only.
        private_phone: phone + private;
    }
    /// One more way to reach a record.
    ContactPoint contact_points {
        /// Noun of the record it belongs to.
        of_kind: choice("facility", "departments", "roles", "people", "organisations") + required + unprinted;
        /// The record it belongs to.
        of: link("any") + required;
        /// Telephone, mobile, fax …
        means: choice("phone", "mobile", "fax", "mail", "web", "radio") + required;
        /// When it works.
        hours: choice("always", "day", "night");
        /// Number or address.
        value: text + required;
        /// Remark.
        note: text;
    }
    /// Vendors, authorities, police, neighbours.
    Organisation organisations {
        /// Name.
        name: text + required;
        /// Reading; decides the order.
        kana: kana + unprinted;
        /// Group of receivers (`reporting.md` §1).
        group: choice("vendor", "government", "police", "fire", "privacy", "support", "care", "supply", "payer", "press", "other") + required;
        /// Person or desk (担当者, model plan 3.1).
        contact: text;
        /// Number on weekdays.
        day_phone: phone;
        /// Number at night and on holidays.
        night_phone: phone;
        /// Opening hours.
        open_hours: text;
        /// Contract or customer number, asked for at night.
        contract: text;
        /// What triggers the call.
        when_to_call: long;
        /// By when; statutory only for the privacy commission (`reporting.md` §3-2).
        deadline: text;
        /// What to tell.
        what_to_tell: long;
        /// Day the numbers were last tried.
        checked_on: date;
    }
    /// What may stop.
    System systems {
        /// Name.
        name: text + required;
        /// Reading; decides the order.
        kana: kana + unprinted;
        /// What it does and who uses it.
        purpose: text;
        /// Vendor (事業者, model plan 3.1).
        vendor: link("organisations");
        /// Inside, cloud, or run by others.
        place: choice("inside", "cloud", "outside");
        /// What stops with it.
        effect: long;
        /// What is done instead (model plan 2.1.5).
        fallback: long;
        /// What happens to patients when it stops (A–D, ours).
        importance: choice("a", "b", "c", "d");
        /// What must run first so that the rest can; not the same value as importance (guide 4-1).
        recovery: choice("l0", "l1", "l2", "l3", "l4", "l5", "lx");
        /// When it is wanted back (RTO), in words.
        wanted_within: text;
        /// Servers (a number).
        servers: number;
        /// Terminals (a number).
        terminals: number;
        /// How vulnerability notices arrive (model plan 2.2.2).
        advisories: text;
        /// Addresses and place; part S only.
        address: text + private;
        /// Remote maintenance; part S only.
        remote: text + private;
    }
    /// What a system needs to run.
    SystemLink system_links {
        /// The one that needs.
        system: link("systems") + required + unprinted;
        /// What it needs.
        needs: link("systems") + required;
    }
    /// Where to cut the network; part S only.
    CutoffPoint cutoff_points {
        /// What its tag says.
        name: text + required + private;
        /// Order: 1 path to the backups, 2 outside, 3 segment border (model plan 3.3.2).
        step: choice("1", "2", "3") + required + private;
        /// Place, device, port.
        place: text + private;
        /// Who may pull it.
        who: text + private;
        /// Which key.
        key: text + private;
        /// What dies with it (`practice.md` §1-7).
        stops: long + private;
        /// What replaces that.
        instead: long + private;
        /// How it is put back.
        restore: long + private;
        /// Where tag and photograph are (`practice.md` §1-7).
        photo: text + private + since 2;
        /// Day it was last checked.
        checked_on: date + private;
    }
    /// Who decides what, by day and night (権限表).
    Decision decisions {
        /// What is to be decided.
        name: text + required;
        /// Who decides by day.
        day_role: link("roles");
        /// Who decides by night.
        night_role: link("roles");
        /// Minutes without an answer after which the next may decide.
        wait_minutes: number;
        /// Who is next.
        next_role: link("roles");
        /// Day the head delegated it beforehand.
        delegated_on: date;
        /// When to decide so.
        criterion: long;
        /// Whom to tell.
        tell: long;
    }
    /// Where last night's lists lie; never the patient data itself.
    Downtime downtime {
        /// Which list (在棟一覧・与薬予定 …).
        name: text + required;
        /// Department.
        department: link("departments");
        /// How often it is made.
        interval: text;
        /// Inside, cloud, or run by others.
        place: text;
        /// How it prints without the server.
        print_how: long;
        /// Who checks it.
        checked_by: link("roles");
        /// When it is shredded.
        shred: text;
    }
    /// Continue, reduce or stop a service.
    Restriction restrictions {
        /// Which service.
        name: text + required;
        /// Continue, reduce or stop.
        stance: choice("continue", "reduce", "stop");
        /// By which criterion.
        criterion: long;
        /// Who decides.
        decider: link("roles");
        /// Who decides at night and on holidays.
        night_decider: link("roles") + since 2;
        /// When it is looked at again.
        review: text;
        /// Whom to tell.
        tell: long;
        /// Who takes the patients.
        receiver: link("organisations");
    }
    /// A row of the backup table (model plan 2.2.4).
    Backup backups {
        /// Which system (システム, model plan 2.2.4).
        system: link("systems") + required;
        /// How often (頻度).
        frequency: text;
        /// How it is made (作成方法).
        method: long;
        /// How it is restored (復旧方法).
        restore: long;
        /// Whether it is kept off the network.
        offline: flag;
        /// Day restoring was tried.
        tested_on: date;
        /// Where the copies lie; part S only.
        place: text + private;
    }
    /// A block of a section's text, once edited.
    Block blocks {
        /// Section number.
        section: text + required + unprinted;
        /// Paragraph, heading, list item or table.
        form: choice("paragraph", "heading", "item", "table") + required + unprinted;
        /// The text.
        cells: cells + required + unprinted;
    }
    /// Answers of the check table; confirmations of first pages.
    Answer answers {
        /// Item number, or `first/<page>`.
        item: text + required + unprinted;
        /// Question id, `note`, or a profession.
        field: text + required + unprinted;
        /// Answer id or text.
        value: long;
    }
    /// 後で, comment or question to a role.
    Remark remarks {
        /// Noun it is about.
        of_kind: text + required + unprinted;
        /// Record id, item or section number.
        of: text + required + unprinted;
        /// Field id.
        field: text + unprinted;
        /// What sort.
        sort: choice("later", "comment", "question") + required + unprinted;
        /// The text.
        text: long + unprinted;
        /// The role that is asked.
        to_role: link("roles") + unprinted;
        /// The reply.
        reply: long + unprinted;
        /// Who replied, by post.
        replied_by: text + unprinted + since 2;
        /// The day of the reply.
        replied_on: date + unprinted + since 2;
    }
    /// An issued edition of the binder.
    Edition editions {
        /// Number.
        number: number + required;
        /// Day of issue.
        issued_on: date;
        /// Why it was revised.
        reason: long;
        /// Who approved.
        approved_by: text;
    }
    /// What a department does while a system is down (代替運用, model plan 2.1.5 and 3.4.1).
    Procedure procedures {
        /// Name.
        name: text + required + since 2;
        /// The department that does it.
        department: link("departments") + since 2;
        /// The system that failed; empty = whichever.
        system: link("systems") + since 2;
        /// What it starts at. Starting paper needs no cause (`practice.md` §1-7).
        trigger: long + since 2;
        /// Who says it starts.
        declared_by: link("roles") + since 2;
        /// Paper forms by name.
        forms: long + since 2;
        /// Where patients' data can be read meanwhile; never the data itself.
        readable_at: long + since 2;
        /// What must be true before it ends.
        ends_when: long + since 2;
        /// Who says it ends.
        ended_by: link("roles") + since 2;
    }
    /// One step of a procedure, in its order.
    ProcedureStep procedure_steps {
        /// The procedure.
        procedure: link("procedures") + required + unprinted + since 2;
        /// What is done.
        text: long + required + since 2;
        /// Who does it.
        role: link("roles") + since 2;
        /// What may harm a patient here.
        caution: long + since 2;
    }
    /// A place in the contact tree (連絡網): whom it reaches, and from where it is called.
    TreePlace contact_tree {
        /// Noun of whom it reaches.
        of_kind: choice("roles", "departments", "organisations", "people") + required + unprinted + since 2;
        /// Whom it reaches.
        of: link("any") + required + since 2;
        /// The place that calls it; empty = a head of the tree.
        above: link("contact_tree") + unprinted + since 2;
        /// Who is called instead when nobody answers; a role's own deputies come before.
        substitute: link("roles") + since 2;
        /// Minutes without an answer after which the next is called.
        wait_minutes: number + since 2;
        /// What to tell.
        tell: text + since 2;
    }
    /// The pack whose starting text a section's own text was last compared with.
    SectionBase section_bases {
        /// Section number.
        section: text + required + unprinted + since 2;
        /// Hash of the pack.
        pack: text + required + unprinted + since 2;
        /// Set when the section follows the pack again; its own blocks are removed then.
        follows: flag + unprinted + since 2;
    }
    /// A print that went to a file: what, for whom, when.
    Print prints {
        /// Which document.
        document: text + required + unprinted + since 2;
        /// Which copy.
        copy: text + unprinted + since 2;
        /// When, with offset.
        printed_at: text + required + unprinted + since 2;
        /// Pages, blank backs counted.
        pages: number + unprinted + since 2;
    }
}
