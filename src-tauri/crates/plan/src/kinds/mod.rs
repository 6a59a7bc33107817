//! Every record kind, declared once.
//!
//! Table columns, wire types, forms, spreadsheet columns, history labels and
//! printed tables derive from these lists. A field id is for ever: columns are
//! added (`since`), never renamed, dropped or retyped.
//!
//! Deliberately not here: labels and help (they are texts, `templates/`), the
//! facts of a field's source (the item or section that prints it names them).

mod declare;
mod facts;

use crate::{Cell, Field, FieldKind, Held, Id, Record, Records, Row};
use declare::{fact, field_kind, mark, record_kinds, rust_type};

pub use facts::Facts;

/// The schema version this program writes.
pub const SCHEMA: u32 = 13;

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
        /// Institution code (医療機関コード); the eligibility desk asks for it [NOTICE-ELIGIBILITY].
        institution_code: code;
        /// Where headquarters meets.
        headquarters: text;
        /// A way to talk that works without LAN and exchange [PRACTICE-OTHER-MEANS].
        other_means: long;
        /// Words that announce paper operation.
        broadcast: long;
        /// How to call for help when a patient crashes.
        emergency_call: text;
        /// Rounds, every so many minutes [PRACTICE-WARD-NIGHT].
        round_minutes: number;
        /// Where to run when no telephone works [PRACTICE-WARD-NIGHT].
        runner_place: text;
        /// Whom a nurse alone asks instead of leaving [PRACTICE-WARD-NIGHT].
        lone_help: text;
        /// Where the narcotics key is and who has it [PRACTICE-NARCOTICS].
        narcotic_key: text;
        /// How temporary ids are given and patients identified [PRACTICE-IDENTITY].
        temporary_id: long;
        /// The institution's own procedure when bleeding cannot wait [PRACTICE-TRANSFUSION].
        urgent_transfusion: text;
        /// Who speaks to the press [PRACTICE-WARD-NIGHT].
        press_contact: text;
        /// Headquarters meets every so many hours [PRACTICE-HQ-NIGHT].
        meeting_hours: number;
        /// Hours before opening by which the outpatient policy stands [PRACTICE-HQ-NIGHT].
        outpatient_hours: number;
        /// Who decides it.
        outpatient_decider: link("roles");
        /// What is in the downtime boxes and how they are checked [PAPER-BOX].
        box_contents: long;
        /// Where the 本部用 binder lies; printed on the 部署用 cover.
        binder_place: text;
        /// Who has its key.
        binder_key: text;
        /// Who keeps the binder current.
        binder_keeper: text;
        /// Days the paper forms on the shelf shall last; 3 while unanswered [PRACTICE-WEEKS].
        bridge_days: number + since 4;
        /// How forms are printed anew by day 7: printer outside, printer on a cable, originals [PRACTICE-WEEKS].
        reprint: long + since 4;
        /// Where written paper is collected and kept: it is the original record [PRACTICE-ORIGINALS].
        paper_store: text + since 4;
        /// Months after which the numbers of a sheet are tried again; 6 while unanswered, ours.
        check_months: number + since 4;
        /// Day of the last change of staff (異動): what nobody looked at since then is flagged.
        changeover_on: date + since 4;
        /// Rounds to those whose monitor, ventilator or infusion nobody sees any more, every so many minutes
        /// [PRACTICE-WARD-NIGHT].
        watch_minutes: number + since 8;
        /// What is done when an infusion that must not stop runs out and no doctor answers: the house's own rule.
        runs_out: long + clinical + since 9;
    }
    /// Wards, rooms and offices: numbers belong to places.
    Department departments [columns("place", "phone", "night_phone", "box_place")] {
        /// Name (部署名) [MODEL-3.1].
        name: text + required;
        /// Reading; decides the order.
        kana: kana + unprinted;
        /// Where it is.
        place: text;
        /// Extension or PHS.
        phone: phone;
        /// Number at night and on holidays.
        night_phone: phone;
        /// Who answers, by post (担当者) [MODEL-3.1].
        contact: text;
        /// Where its downtime box is.
        box_place: text;
        /// Paper forms in stock, in days.
        stock_days: number;
        /// Whether patients are there, by night too: asked before anything is cut [PRACTICE-HQ-NIGHT].
        patients: flag + since 2;
        /// Patients staying, on an ordinary day: the ward census (病棟日報).
        census: number + since 4;
        /// Outpatients on an ordinary day.
        outpatients: number + since 4;
        /// Emergency patients on an ordinary day.
        emergencies: number + since 4;
        /// Operations on an ordinary day.
        operations: number + since 4;
        /// Shifts of dialysis a day.
        dialysis_shifts: number + since 4;
        /// Patients in one shift of dialysis.
        dialysis_seats: number + since 4;
        /// Day its downtime box was last looked through [PAPER-BOX].
        box_checked_on: date + past + since 4;
        /// Where its monthly roster hangs; the roster itself is never copied [PRACTICE-ROSTERS].
        roster: text + since 4;
        /// Nurses there at night.
        night_nurses: number + since 8;
        /// Who is asked first where two must look and one is there: the neighbours [PRACTICE-TWO].
        second_ward: link("departments") + since 8;
        /// Who is asked next.
        second_role: link("roles") + since 8;
        /// Who is asked last.
        second_last: link("roles") + since 8;
        /// Which place the first screens that only read are put up in, 1 first [PRACTICE-WEEKS].
        viewer_order: number + since 9;
        /// When beds must be closed, 1 first [PRACTICE-WEEKS].
        close_order: number + since 9;
        /// Where its patients go then.
        close_to: link("departments") + since 9;
    }
    /// What must be held by somebody; people move, roles stay.
    Role roles [about("duty"), columns("holder", "deputy1", "phone", "night_phone")] {
        /// Name (役割) [MODEL-2.1.2].
        name: text + required;
        /// Department that provides it.
        department: link("departments");
        /// What it does (役割の概要) [MODEL-2.1.2].
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
        /// Who holds it at night and on holidays, when that is another.
        night_holder: link("people") + since 4;
        /// Who comes next at night.
        night_deputy: link("people") + since 4;
        /// Where the duty roster hangs that says who it is tonight [PRACTICE-ROSTERS].
        roster: text + since 4;
        /// Whether it must be reached at night: a wallet card is printed for its people.
        wallet: flag + since 4;
        /// The day somebody last said that its people are still the right ones (異動).
        confirmed_on: date + past + since 4;
    }
    /// People who hold roles.
    Person people [by_reading, columns("job", "department", "extension")] {
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
        /// Number of the staff list (職員番号); finds the person again when a list is imported.
        staff_no: text + unprinted + since 3;
    }
    /// One more way to reach a record.
    ContactPoint contact_points [title("of"), columns("of", "means", "value", "hours")] {
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
        /// The house's, or somebody's own: then it is private, as every number of a person is.
        whose: choice("house", "own") + unprinted + since 10;
    }
    /// Vendors, authorities, police, neighbours.
    Organisation organisations [by_reading, about("when_to_call"), columns("group", "day_phone", "night_phone", "checked_on")] {
        /// Name.
        name: text + required;
        /// Reading; decides the order.
        kana: kana + unprinted;
        /// Group of receivers [NOTICE-REPORT-TO].
        group: choice("vendor", "government", "police", "fire", "privacy", "support", "care", "supply", "payer", "press", "other") + required;
        /// Person or desk (担当者) [MODEL-3.1].
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
        /// By when; statutory only for the privacy commission [LAW-PRIVACY-26].
        deadline: text;
        /// What to tell.
        what_to_tell: long;
        /// Day the numbers were last tried.
        checked_on: date + past;
        /// Day the maintenance contract ends.
        contract_until: date + since 3;
        /// Whether its main number is printed as a QR code too.
        qr: flag + since 4;
    }
    /// What may stop.
    System systems [about("purpose"), columns("importance", "recovery", "vendor", "fallback")] {
        /// Name.
        name: text + required;
        /// Reading; decides the order.
        kana: kana + unprinted;
        /// What it does and who uses it.
        purpose: text;
        /// Vendor (事業者) [MODEL-3.1].
        vendor: link("organisations");
        /// Inside, cloud, or run by others.
        place: choice("inside", "cloud", "outside");
        /// What stops with it.
        effect: long;
        /// What is done instead [MODEL-2.1.5].
        fallback: long;
        /// What happens to patients when it stops (A–D, ours).
        importance: choice("a", "b", "c", "d");
        /// What must run first so that the rest can; not the same value as importance [GUIDE-4-1].
        recovery: choice("l0", "l1", "l2", "l3", "l4", "l5", "lx");
        /// When it is wanted back (RTO), in words.
        wanted_within: text;
        /// Servers (a number).
        servers: number;
        /// Terminals (a number).
        terminals: number;
        /// How vulnerability notices arrive [MODEL-2.2.2].
        advisories: text;
        /// Addresses and place; part S only.
        address: text + private;
        /// Remote maintenance; part S only.
        remote: text + private;
        /// Number of the ledger (管理番号); finds the system again when a list is imported.
        asset_no: text + unprinted + since 3;
        /// Wanted back within, when it stops by day (RTO). Optional, no preset [PRACTICE-NEVER-FILLED].
        rto_day: span + since 3;
        /// The same when it stops at night or on holidays.
        rto_night: span + since 3;
        /// How far back its data may go, by day (RPO).
        rpo_day: span + since 3;
        /// The same at night and on holidays.
        rpo_night: span + since 3;
        /// Believed recovery: at the earliest.
        back_from: span + since 3;
        /// Believed recovery: at the latest.
        back_to: span + since 3;
        /// Why we believe it: no ground, the supplier's word, or measured in a restore test.
        back_ground: choice("none", "vendor", "measured") + since 3;
        /// The day of that word or test.
        back_on: date + since 3;
        /// Cloud: what the provider restores.
        provider_restores: long + since 3;
        /// Cloud: what remains to be done by the institution.
        own_restores: long + since 3;
        /// Whether people are told things through it (telephone, PHS, broadcast, mail) [PRACTICE-CUTS].
        channel: flag + since 3;
        /// Moved by people to this tier of the order of recovery.
        wave_tier: choice("l0", "l1", "l2", "l3", "l4", "l5", "lx") + since 3;
        /// Why it was moved.
        wave_reason: long + since 3;
    }
    /// What a system needs to run.
    SystemLink system_links [joins("system", "needs"), ticked] {
        /// The one that needs.
        system: link("systems") + required + unprinted;
        /// What it needs.
        needs: link("systems") + required;
    }
    /// Where to cut the network; part S only.
    CutoffPoint cutoff_points [about("stops"), columns("step", "place", "who")] {
        /// What its tag says.
        name: text + required + private;
        /// Order: 1 path to the backups, 2 outside, 3 segment border [MODEL-3.3.2].
        step: choice("1", "2", "3") + required + private;
        /// Place, device, port.
        place: text + private;
        /// Who may pull it.
        who: text + private;
        /// Which key.
        key: text + private;
        /// What dies with it [PRACTICE-CUTS].
        stops: long + private;
        /// What replaces that.
        instead: long + private;
        /// How it is put back.
        restore: long + private;
        /// Where tag and photograph are [PRACTICE-CUTS].
        photo: text + private + since 2;
        /// Day it was last checked.
        checked_on: date + past + private;
        /// Number or words of the tag at the cable [PRACTICE-CUTS].
        tag: text + private + since 3;
        /// The channel by which the cut is announced.
        announce: link("systems") + private + since 3;
    }
    /// Who decides what, by day and night (権限表).
    Decision decisions [alone, about("criterion"), columns("day_role", "night_role", "wait_minutes")] {
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
        delegated_on: date + past;
        /// When to decide so.
        criterion: long;
        /// Whom to tell.
        tell: long;
    }
    /// Where last night's lists lie; never the patient data itself.
    Downtime downtime [about("print_how"), columns("department", "place", "checked_by")] {
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
    Restriction restrictions [alone, about("criterion"), columns("stance", "decider", "review")] {
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
    /// A row of the backup table [MODEL-2.2.4].
    Backup backups [title("system"), columns("frequency", "offline", "tested_on")] {
        /// Which system (システム) [MODEL-2.2.4].
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
        tested_on: date + past;
        /// Where the copies lie; part S only.
        place: text + private;
        /// From one to the next; compared with how far back the data may go.
        interval: span + since 3;
        /// Whether a copy cannot be written over (write-once media or storage).
        write_once: flag + since 3;
        /// Behind which administrators it lies: those of everything else, its own, or none (a medium taken out by hand).
        /// Never a name or a password.
        credentials: choice("shared", "own", "none") + since 3;
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
    /// Answers to lists: the check table, confirmations of first pages, and others (`answer.rs`).
    Answer answers {
        /// Item number; in rows without a list also `first/<page>`.
        item: text + required + unprinted;
        /// Question id, `note`, or a profession.
        field: text + required + unprinted;
        /// Answer id or text.
        value: long;
        /// Which list; none = the check table, or first pages by their item.
        list: text + unprinted + since 5;
        /// Which round of it.
        round: text + unprinted + since 5;
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
        replied_on: date + past + unprinted + since 2;
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
    /// What a department does while a system is down (代替運用) [MODEL-2.1.5] [MODEL-3.4.1].
    Procedure procedures [alone, columns("department", "system", "confirmed_by")] {
        /// Name.
        name: text + required + since 2;
        /// The department that does it.
        department: link("departments") + since 2;
        /// The system that failed; empty = whichever.
        system: link("systems") + since 2;
        /// What it starts at. Starting paper needs no cause [CASE-NARA-2026].
        trigger: long + clinical + since 2;
        /// Who says it starts.
        declared_by: link("roles") + since 2;
        /// Paper forms by name.
        forms: long + since 2;
        /// Where patients' data can be read meanwhile; never the data itself.
        readable_at: long + clinical + since 2;
        /// What must be true before it ends.
        ends_when: long + clinical + since 2;
        /// Who says it ends.
        ended_by: link("roles") + since 2;
        /// What night hands to day and day to night.
        handover: long + since 4;
        /// What is typed in when the screens return [PAPER-BACK-ENTRY].
        reentry_enter: long + since 4;
        /// What is scanned.
        reentry_scan: long + since 4;
        /// What stays paper.
        reentry_keep: long + since 4;
        /// Who does it.
        reentry_by: link("roles") + since 4;
        /// In which order, and who compares.
        reentry_order: long + since 4;
        /// Who confirmed that it may be used, by post; until then 要確認 stands on it [PRACTICE-TO-CONFIRM].
        confirmed_by: text + since 8;
        /// The day.
        confirmed_on: date + past + since 8;
    }
    /// One step of a procedure, in its order.
    ProcedureStep procedure_steps [alone, part_of("procedure")] {
        /// The procedure.
        procedure: link("procedures") + required + unprinted + since 2;
        /// What is done.
        text: long + required + clinical + since 2;
        /// Who does it.
        role: link("roles") + since 2;
        /// What may harm a patient here.
        caution: long + clinical + since 2;
        /// In which span after the start it is first done [PAPER-SPANS].
        band: choice("m30", "h2", "h8", "d1", "d3", "w1", "w2", "mo1", "mo2") + since 4;
        /// How long it takes, in minutes; nobody has to know.
        minutes: number + since 4;
    }
    /// A paper form (様式) that is used here: drawn by the pack, or an own one kept as a picture.
    Form forms [columns("number", "group", "reentry", "confirmed_by")] {
        /// Title.
        name: text + required + since 4;
        /// Number (様式番号).
        number: text + since 4;
        /// Where it is used first; the kit is in this order.
        group: choice(
            "common", "outpatient", "ward", "drug", "lab", "imaging", "transfusion", "surgery", "dialysis", "meals",
            "community", "headquarters"
        ) + since 4;
        /// Edition of the form itself: older paper is taken away [PAPER-FORMS].
        edition: text + since 4;
        /// Where its original lies, when the program does not draw it.
        place: text + since 4;
        /// What the need is counted from.
        basis: choice("census", "outpatients", "emergencies", "operations", "dialysis", "department") + since 4;
        /// So many sheets a day …
        sheets: number + since 4;
        /// … for so many of them.
        per: number + since 4;
        /// What becomes of it when the screens return.
        reentry: choice("enter", "scan", "keep") + since 4;
        /// Minutes one sheet takes to type in or scan and compare.
        reentry_minutes: number + since 4;
        /// Which profession types it in.
        typed_by: choice("doctor", "nurse", "pharmacist", "technologist", "records", "office") + since 9;
        /// Who confirmed that it may be used, by post; until then 要確認 stands on it.
        confirmed_by: text + since 4;
        /// The day.
        confirmed_on: date + past + since 4;
        /// The institution's own form, as a picture; wins over the drawn one.
        image: image + clinical + since 4;
        /// Its back.
        image_back: image + clinical + since 4;
    }
    /// A form a procedure uses.
    ProcedureForm procedure_forms [part_of("procedure"), joins("procedure", "form"), ticked] {
        /// The procedure.
        procedure: link("procedures") + required + unprinted + since 4;
        /// The form.
        form: link("forms") + required + since 4;
    }
    /// What lies in a department of a form, as it was counted.
    FormStock form_stocks [joins("form", "department")] {
        /// The form.
        form: link("forms") + required + since 4;
        /// The department.
        department: link("departments") + required + since 4;
        /// Sheets on the shelf.
        count: number + since 4;
        /// Where they lie, when not in the downtime box.
        place: text + since 4;
        /// Edition printed on them.
        edition: text + since 4;
        /// The day they were counted.
        counted_on: date + past + since 4;
    }
    /// An action card (アクションカード): one page for one role or place [PRACTICE-NIGHT-STAFF].
    Card cards [alone, columns("role", "department", "headquarters")] {
        /// Who it is for.
        name: text + required + since 4;
        /// The role that takes it.
        role: link("roles") + since 4;
        /// The place it lies in.
        department: link("departments") + since 4;
        /// One for every department with patients that has no card of its own.
        every_ward: flag + since 4;
        /// A numbered document of headquarters, handed to a person: may carry names [PRACTICE-BOOKS].
        headquarters: flag + since 4;
        /// Where it lies.
        place: text + since 4;
        /// Who confirmed that it may be used, by post; until then 要確認 stands on it [PRACTICE-TO-CONFIRM].
        confirmed_by: text + since 4;
        /// The day.
        confirmed_on: date + past + since 4;
    }
    /// A form named on a card; without any, those of its department's procedures are.
    CardForm card_forms [part_of("card"), joins("card", "form"), ticked] {
        /// The card.
        card: link("cards") + required + unprinted + since 4;
        /// The form.
        form: link("forms") + required + since 4;
    }
    /// A first action of a card, in its order.
    CardStep card_steps [alone, part_of("card")] {
        /// The card.
        card: link("cards") + required + unprinted + since 4;
        /// What is done.
        text: long + required + clinical + since 4;
        /// What may harm a patient here.
        caution: long + clinical + since 4;
    }
    /// Whom the holder of a card calls, in order.
    CardCall card_calls [alone, part_of("card")] {
        /// The card.
        card: link("cards") + required + unprinted + since 4;
        /// Noun of whom.
        of_kind: choice("roles", "departments", "organisations") + required + unprinted + since 4;
        /// Whom.
        of: link("any") + required + since 4;
        /// What to tell or ask.
        why: text + since 4;
    }
    /// A place in the contact tree (連絡網): whom it reaches, and from where it is called.
    TreePlace contact_tree [title("of")] {
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
        /// Which tree begins here; empty = that of whoever calls it.
        tree: choice("first", "management", "suppliers", "authorities", "region") + since 4;
        /// What is used when telephone, PHS or mail is down.
        other_way: choice("runner", "radio", "fixed", "mobile", "broadcast") + since 4;
        /// Where to run, which channel, which line.
        other_note: text + since 4;
    }
    /// A way to talk that is left when others are dead: lines, PHS, radios, runners [PRACTICE-OTHER-MEANS].
    Channel channels [columns("sort", "floor", "number", "no_exchange", "tested_on")] {
        /// Name.
        name: text + required + since 4;
        /// Sort.
        sort: choice("line", "priority", "mobile", "phs", "extension", "fax", "radio", "runner", "broadcast", "other") + since 4;
        /// Floor or building; the poster is in their order.
        floor: text + since 4;
        /// Where it stands.
        place: text + since 4;
        /// Number or channel.
        number: text + since 4;
        /// Whether it works without the network (LAN).
        no_lan: choice("yes", "no", "unknown") + since 4;
        /// Whether it works without the telephone exchange.
        no_exchange: choice("yes", "no", "unknown") + since 4;
        /// Whether it works without mains power.
        no_power: choice("yes", "no", "unknown") + since 4;
        /// Day it was last tried so.
        tested_on: date + past + since 4;
    }
    /// All numbers of a printed sheet were tried: one tick dates them all [PRACTICE-ONE-TICK].
    SheetCheck sheet_checks [title("sheet"), columns("checked_on", "checked_by")] {
        /// Which sheet.
        sheet: choice("contact-sheet", "department-contacts", "vendor-contacts", "organisations", "contact-tree", "private-phones") + required + since 4;
        /// The day.
        checked_on: date + past + since 4;
        /// Who did.
        checked_by: text + since 4;
    }
    /// A drill of the contact tree (連絡訓練); kept as evidence of training.
    Drill drills [columns("held_on", "shift", "down")] {
        /// Name.
        name: text + required + since 4;
        /// The day.
        held_on: date + since 4;
        /// By day or by night.
        shift: choice("day", "night") + since 4;
        /// What was taken as dead.
        down: choice("nothing", "phs", "exchange") + since 4;
        /// Who led it, by post.
        led_by: text + since 4;
        /// What was learnt.
        learnt: long + since 4;
    }
    /// What came of calling one place of the tree in a drill.
    DrillCall drill_calls [part_of("drill")] {
        /// The drill.
        drill: link("drills") + required + unprinted + since 4;
        /// The place that was called.
        place: link("contact_tree") + required + since 4;
        /// Minutes from the start until somebody answered.
        minutes: number + since 4;
        /// Who answered: the first, one after, nobody, or a wrong number.
        result: choice("first", "next", "nobody", "wrong") + since 4;
        /// Remark.
        note: text + since 4;
    }
    /// The pack whose starting text a section's own text was last compared with.
    SectionBase section_bases [program] {
        /// Section number.
        section: text + required + unprinted + since 2;
        /// Hash of the pack.
        pack: text + required + unprinted + since 2;
        /// Set when the section follows the pack again; its own blocks are removed then.
        follows: flag + unprinted + since 2;
    }
    /// A print that went to a file: what, for whom, when.
    Print prints [program, append_only(5)] {
        /// Which document.
        document: text + required + unprinted + since 2;
        /// Which copy.
        copy: text + unprinted + since 2;
        /// When, with offset.
        printed_at: text + required + unprinted + since 2;
        /// Pages, blank backs counted.
        pages: number + unprinted + since 2;
        /// Fingerprints of its single sheets (cards, forms) as JSON, by anchor: which of them are out of date later.
        sheets: long + unprinted + since 4;
        /// How those fingerprints were made (docs/adr/0031); none: of where everything stood, before version 7.
        method: text + unprinted + since 7;
        /// Number of the last change the paper shows.
        point: number + unprinted + since 12;
    }
    /// A device of the ledger (情報機器台帳); its columns may be renamed [LIST-LEDGER].
    Device devices [alike, columns("asset_no", "sort", "system", "place", "support_until")] {
        /// Number of the ledger (管理番号).
        asset_no: text + since 3;
        /// Server, terminal, network, medical, a supplier's box for maintenance, other (種別).
        sort: choice("server", "terminal", "network", "medical", "maintenance", "other") + since 3;
        /// Name and model (機器名・型番).
        name: text + required + since 3;
        /// Serial number.
        serial: text + since 3;
        /// Maker.
        maker: text + since 3;
        /// Where it stands.
        place: text + since 3;
        /// The system it belongs to (用途・システム名).
        system: link("systems") + since 3;
        /// What it is for, where no system says so.
        purpose: text + since 3;
        /// Department that uses it.
        department: link("departments") + since 3;
        /// Who looks after it, by post.
        keeper: text + since 3;
        /// Operating system or firmware, and version.
        os: text + since 3;
        /// Last day of support.
        support_until: date + since 3;
        /// IP address; part S only.
        address: text + private + since 3;
        /// Whether somebody can get in from outside (外部接続・リモート保守の有無).
        remote: choice("yes", "no") + private + since 3;
        /// Who maintains it from outside.
        remote_vendor: link("organisations") + private + since 3;
        /// Day of the supplier's last answer about it.
        answered_on: date + past + private + since 3;
        /// Where that answer stands (mail, form, minutes).
        answer_source: text + private + since 3;
        /// That answer itself, kept with the plan: paper cannot carry it.
        answer_file: file + private + unprinted + since 5;
        /// Whether it is backed up.
        backed_up: choice("yes", "no") + since 3;
        /// When it was bought or leased, as the ledger has it: often a year only.
        bought_on: text + since 3;
        /// Running, spare or retired.
        state: choice("running", "spare", "retired") + since 3;
        /// Day of the last stocktaking.
        counted_on: date + past + since 3;
        /// Examinations it keeps itself while the archive of images is down [PRACTICE-WEEKS].
        keeps: number + since 9;
        /// Last day somebody maintains it by contract (保守期限): a ledger has it beside the end of support.
        maintained_until: date + since 10;
    }
    /// What a column of the ledger is called here (the ministry's own names were not seen) [LIST-LEDGER].
    ColumnName column_names {
        /// Noun of the kind.
        of_kind: text + required + unprinted + since 3;
        /// Field id.
        field: text + required + unprinted + since 3;
        /// The institution's own word.
        label: text + unprinted + since 3;
    }
    /// A drawing of the network or the systems, kept as a picture (構成図) [MODEL-2.1.4].
    Diagram diagrams [columns("sort", "drawn_on")] {
        /// What it shows.
        name: text + required + since 3;
        /// Network, systems, other.
        sort: choice("network", "systems", "other") + since 3;
        /// Day it was drawn or last checked.
        drawn_on: date + past + since 3;
        /// The picture; part S only.
        image: image + private + since 3;
    }
    /// What the institution does for patients, whatever system it uses (業務).
    ClinicalTask clinical_tasks [columns("paper_day", "paper_night", "department", "level")] {
        /// Name.
        name: text + required + since 3;
        /// Department that does it.
        department: link("departments") + since 3;
        /// How long paper can safely be kept up, by day.
        paper_day: span + since 3;
        /// The same at night and on holidays.
        paper_night: span + since 3;
        /// What happens to patients beyond that, where somebody knows it.
        level: choice("none", "wait", "reduced", "harm", "life") + since 3;
        /// What is done when paper no longer carries it, in words.
        beyond: long + since 3;
        /// The same as one of four: divert patients, reduce, borrow (people, a system), stop [PRACTICE-RESTRICTIONS].
        way: choice("divert", "reduce", "borrow", "stop") + since 4;
        /// Who decided it.
        way_by: link("roles") + since 4;
        /// The day.
        way_on: date + past + since 4;
    }
    /// A system a task needs.
    TaskNeed task_needs [part_of("task"), joins("task", "system"), ticked] {
        /// The task.
        task: link("clinical_tasks") + required + unprinted + since 3;
        /// The system it needs.
        system: link("systems") + required + since 3;
    }
    /// A system that dies with a cut-off point.
    CutoffStop cutoff_stops [part_of("cutoff"), joins("cutoff", "system"), ticked] {
        /// The cut-off point.
        cutoff: link("cutoff_points") + required + unprinted + since 3;
        /// The system.
        system: link("systems") + required + private + since 3;
    }
    /// Who tests and who declares in a wave of the order of recovery [MODEL-3.5.2].
    WaveDuty wave_duties [alone, title("tier"), columns("tester", "declarer")] {
        /// The tier.
        tier: choice("l0", "l1", "l2", "l3", "l4", "l5", "lx") + required + since 3;
        /// Who tests that it is safe and works.
        tester: link("roles") + since 3;
        /// Who declares that it may be used.
        declarer: link("roles") + since 3;
        /// What is tried before.
        trial: long + since 3;
    }
    /// A box of the gate before anything is restored [PRACTICE-GATE].
    Gate gates [alone, columns("decider")] {
        /// What must be true.
        name: text + required + since 3;
        /// Who decides that it is.
        decider: link("roles") + since 3;
        /// What shows it.
        evidence: long + since 3;
    }
    /// The signal (合図) that moves a task of a department to the screen, or back to paper [PRACTICE-SIGNAL].
    Signal signals [title("task"), alike, alone, columns("department", "state", "boundary", "declared_by")] {
        /// The department; empty = every department without a signal of its own for this task.
        department: link("departments") + since 8;
        /// The task.
        task: choice(
            "orders", "medication", "specimens", "imaging", "transfusion", "meals", "records", "reception", "billing"
        ) + required + since 8;
        /// Where it goes: paper, screens for reading only, or written on the screen.
        state: choice("paper", "read", "screen") + since 8;
        /// From when on: a dose boundary (「6時の与薬から」), never in the middle of a round.
        boundary: text + since 8;
        /// Who confirms that it works.
        confirmed_by: link("roles") + since 8;
        /// Who declares it: one for a task of a department.
        declared_by: link("roles") + since 8;
        /// Who then switches the department.
        switched_by: link("roles") + since 8;
        /// What is looked at before it is believed.
        believe: long + since 8;
        /// How it arrives when the telephone exchange is dead.
        other_way: choice("runner", "radio", "fixed", "mobile", "broadcast") + since 8;
        /// When the department goes back to paper, and how that is said.
        back: long + since 8;
        /// Who says so.
        back_by: link("roles") + since 8;
    }
    /// A class of medicines that may not be late (時刻を外せない薬): 薬剤部 says which, how late is too late, and whom to
    /// ask. The program proposes classes, never names or times [PRACTICE-LATE].
    LateDrug late_drugs [alone, columns("drugs", "within", "confirmed_by")] {
        /// The class.
        name: text + required + since 8;
        /// The medicines of this house.
        drugs: long + clinical + since 8;
        /// How late it may be.
        within: text + clinical + since 8;
        /// Whom to ask.
        ask: link("roles") + since 8;
        /// Who confirmed it, by post; until then 要確認 stands on it.
        confirmed_by: text + since 8;
        /// The day.
        confirmed_on: date + past + since 8;
    }
    /// An exercise at the table (机上演習) that was begun: with which script and which book, as they were.
    Exercise exercises [program, append_only(11), columns("held_on", "place")] {
        /// What its scenario is called.
        name: text + required + unprinted + since 11;
        /// Id of the scenario.
        scenario: text + unprinted + since 11;
        /// The day.
        held_on: date + unprinted + since 11;
        /// Where.
        place: text + unprinted + since 11;
        /// Which book the participants had: when it was printed, or that no edition is issued.
        book: text + unprinted + since 11;
        /// Number of the last change that book shows.
        book_point: number + unprinted + since 12;
        /// The script as it was played, as JSON (`exercise::Script`). Private: a window that only looks may stand on the wall.
        script: long + private + unprinted + since 11;
        /// Kept by the program while it was played, or typed in afterwards from paper.
        kept: choice("live", "paper") + unprinted + since 11;
    }
    /// A line of an exercise's log: what was done, at which time of the wall, of play and of the story. Never changed; a
    /// correction names the line it corrects.
    ExerciseEntry exercise_log [title("text"), part_of("exercise"), program, append_only(11)] {
        /// The exercise.
        exercise: link("exercises") + required + unprinted + since 11;
        /// What was done (`exercise::Act`).
        act: choice(
            "begin", "play", "pause", "resume", "interrupted", "stop", "tell", "branch", "again", "improvise", "skip",
            "delay", "jump", "seek", "found", "not-found", "decision", "undecided", "note", "words", "review", "lesson",
            "people", "cards", "room-open", "room-lost", "blank", "show", "beat", "end"
        ) + required + unprinted + since 11;
        /// Which inject, branch or stretch it is about.
        of: text + unprinted + since 11;
        /// When, on the wall, with offset: the moment the key was pressed.
        at: text + required + unprinted + since 11;
        /// Milliseconds of play until then.
        played: number + unprinted + since 11;
        /// What the clocks of the story said.
        clock: text + unprinted + since 11;
        /// What was said, decided or seen, in words.
        text: long + unprinted + since 11;
        /// Who, by role; never a name.
        role: text + unprinted + since 11;
        /// What it was based on.
        basis: choice("paper", "heard", "none") + unprinted + since 11;
        /// Who was told.
        told: text + unprinted + since 11;
        /// The line this one completes or corrects.
        corrects: link("exercise_log") + unprinted + since 11;
    }
    /// What a ward's drill of fifteen minutes gave (15分ドリル): one line, no person and no patient in it.
    WardDrill ward_drills [title("department"), alike, columns("held_on", "page_seconds", "hours_old", "handwriting", "reach_minutes")] {
        /// The ward.
        department: link("departments") + required + since 11;
        /// The day its third card was done.
        held_on: date + past + since 11;
        /// By day or by night.
        shift: choice("day", "night") + since 11;
        /// Seconds until the page was found.
        page_seconds: number + since 11;
        /// Hours since the downtime list that lay there was printed.
        hours_old: number + since 11;
        /// How many of the six rules of handwriting were kept.
        handwriting: number + since 11;
        /// Minutes until the decider was reached …
        reach_minutes: number + since 11;
        /// … and by which way.
        channel: link("channels") + since 11;
        /// Whether the right cable was pointed at; never pulled.
        cable: choice("right", "wrong", "unknown") + since 11;
        /// Who sealed the box again, by post.
        sealed_by: text + since 11;
        /// Remark.
        note: text + since 11;
    }
    /// What is to become better (改善): of an exercise, a finding, a visitor's remark.
    Improvement improvements [columns("owner", "due_on", "state", "done_on")] {
        /// What is to be done.
        name: text + required + since 11;
        /// Where it comes from.
        origin: choice("exercise", "drill", "finding", "checklist", "visitor", "outage", "other") + since 11;
        /// The exercise it comes from.
        exercise: link("exercises") + unprinted + since 11;
        /// The line of its log.
        entry: link("exercise_log") + formless + unprinted + since 11;
        /// Why it went as it did (根本原因).
        cause: long + since 11;
        /// Who does it.
        owner: link("roles") + since 11;
        /// Until when.
        due_on: date + since 11;
        /// How far it is.
        state: choice("open", "doing", "done", "dropped") + since 11;
        /// The day it was done.
        done_on: date + past + since 11;
        /// What shows it (証跡).
        proof: long + since 11;
        /// Which page or section of the plan was changed with it.
        place: text + since 11;
    }
    /// What of the plan an improvement changed: seen from the improvement and from there.
    ImprovementPlace improvement_places [title("of"), part_of("improvement")] {
        /// The improvement.
        improvement: link("improvements") + required + unprinted + since 12;
        /// Noun of what was changed.
        of_kind: choice(
            "procedures", "decisions", "restrictions", "signals", "roles", "organisations", "channels", "departments",
            "systems", "forms", "cards", "downtime", "cutoff_points", "clinical_tasks", "backups", "people"
        ) + required + unprinted + since 12;
        /// What was changed.
        of: link("any") + required + since 12;
    }
    /// A scenario of the institution's own: made from a copy, with other words, order and injects. What it does not say
    /// (what is hit, the clock of the story) is that of the scenario it was made from. Private: it tells what nobody may
    /// know yet.
    OwnScenario own_scenarios [columns("level", "purpose")] {
        /// What people call it.
        name: text + required + unprinted + since 12;
        /// Id of the scenario it was made from (`template::Scenario`).
        base: text + formless + unprinted + since 12;
        /// In which year of exercises it is of use.
        level: number + unprinted + since 12;
        /// What it is for.
        purpose: long + private + unprinted + since 12;
        /// Read out first.
        opening: long + private + unprinted + since 12;
    }
    /// An inject of such a scenario.
    OwnInject own_injects [title("text"), alike, unseen, part_of("scenario"), columns("minute", "sender", "addressee")] {
        /// The scenario.
        scenario: link("own_scenarios") + required + unprinted + since 12;
        /// The inject it was made from: page, record, branches and signs are its; empty = written anew.
        of: text + formless + unprinted + since 12;
        /// Minute of play it is meant for; empty = outside the time table.
        minute: number + unprinted + since 12;
        /// Who tells it.
        sender: text + private + unprinted + since 12;
        /// Whom.
        addressee: text + private + unprinted + since 12;
        /// What.
        text: long + required + private + unprinted + since 12;
        /// What is listened for.
        listen: long + private + unprinted + since 12;
        /// What whoever plays the other end of the telephone knows and says.
        phone: long + private + unprinted + since 12;
        /// Whether it may fall away when time runs short.
        may_fall: flag + unprinted + since 12;
        /// Whether it is left out.
        out: flag + unprinted + since 12;
    }
    /// The form of a checklist that a supplier fills in (事業者確認用): sent, asked again, returned. Its answers are those
    /// of the rounds that begin with its id.
    SupplierForm supplier_forms [title("supplier"), alike, columns("sent_on", "due_on", "returned_on")] {
        /// The supplier.
        supplier: link("organisations") + required + unprinted + since 13;
        /// Id of the checklist.
        list: text + formless + unprinted + since 13;
        /// The day it was sent.
        sent_on: date + past + unprinted + since 13;
        /// Until when it is asked back.
        due_on: date + unprinted + since 13;
        /// The day it was asked for again.
        asked_again_on: date + past + unprinted + since 13;
        /// The day it came back.
        returned_on: date + past + unprinted + since 13;
        /// Who filled it in there, by post or name.
        answered_by: text + unprinted + since 13;
        /// The file that came back.
        file: file + unprinted + since 13;
        /// Remark.
        note: long + unprinted + since 13;
    }
    /// What shows that an answer of a checklist is true (証跡), besides the pages of this plan: a paper elsewhere, a file.
    Proof proofs [alike, columns("place", "dated_on")] {
        /// What it is.
        name: text + required + unprinted + since 13;
        /// Id of the checklist.
        list: text + formless + unprinted + since 13;
        /// Id of its item.
        item: text + formless + unprinted + since 13;
        /// Where the paper lies, and its page.
        place: text + unprinted + since 13;
        /// The file.
        file: file + unprinted + since 13;
        /// The day it is of.
        dated_on: date + past + unprinted + since 13;
    }
    /// A workbook of a checklist as it was handed out (票), kept as it came: answers are written into a copy of it.
    ListFile list_files [alike, columns("read_on")] {
        /// Its name.
        name: text + required + unprinted + since 13;
        /// Id of the checklist.
        list: text + formless + unprinted + since 13;
        /// The workbook.
        file: file + unprinted + since 13;
        /// The day it was taken in.
        read_on: date + past + unprinted + since 13;
    }
    /// A finding that somebody set aside (後回し): with a reason, a name, and the day it comes back.
    SetAside set_asides [title("said"), alike, unseen, columns("reason", "set_by", "until")] {
        /// Which finding (`Identity::text`).
        finding: text + formless + unprinted + since 13;
        /// What it said then.
        said: long + formless + private + unprinted + since 13;
        /// What it is about, in a word that names nobody.
        topic: text + formless + unprinted + since 13;
        /// Why it can wait.
        reason: long + required + unprinted + since 13;
        /// Who decided so.
        set_by: text + required + unprinted + since 13;
        /// The day.
        set_on: date + past + unprinted + since 13;
        /// The day it comes back.
        until: date + unprinted + since 13;
    }
}
