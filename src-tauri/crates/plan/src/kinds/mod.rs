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
pub const SCHEMA: u32 = 1;

record_kinds! {
    /// The institution itself; one row.
    Facility facility {
        /// 施設名
        name: text + required;
        /// 施設の種別
        kind: choice("hospital", "clinic", "clinic-with-beds", "dental", "pharmacy") + required + unprinted;
        /// 許可病床数
        beds: number;
        /// 管理者（院長・所長・管理薬剤師）の職と氏名
        director: text;
        /// 所在地
        address: text;
        /// 代表電話
        phone: phone;
        /// 医療機関コード（オンライン資格確認の窓口で聞かれる）
        institution_code: code;
        /// 対策本部を置く場所
        headquarters: text;
        /// LANと交換機が止まっても使える連絡手段
        other_means: long;
        /// 紙運用を知らせる放送文・伝える言葉
        broadcast: long;
        /// 急変のときの呼び方
        emergency_call: text;
        /// 見回りの間隔（分）
        round_minutes: number;
        /// 電話が通じないときに知らせに行く先
        runner_place: text;
        /// 一人勤務のときに頼む相手
        lone_help: text;
        /// 麻薬の鍵の場所と持つ人
        narcotic_key: text;
        /// 仮IDの採番と本人確認
        temporary_id: long;
        /// 大量出血で待てないときの自院の手順
        urgent_transfusion: text;
        /// 取材の窓口
        press_contact: text;
        /// 何時間ごとに本部会議を開くか
        meeting_hours: number;
        /// 外来開始の何時間前までに方針を決めるか
        outpatient_hours: number;
        /// 外来の方針を決める人
        outpatient_decider: link("roles");
        /// 停止時ボックスの中身と点検
        box_contents: long;
        /// 本部用の綴じ物の置き場所
        binder_place: text;
        /// その鍵を持つ人
        binder_key: text;
        /// 綴じ物の更新担当
        binder_keeper: text;
    }
    /// 部署
    Department departments {
        /// 部署名
        name: text + required;
        /// 読み
        kana: kana + unprinted;
        /// 場所
        place: text;
        /// 内線・PHS
        phone: phone;
        /// 夜間・休日にかける番号
        night_phone: phone;
        /// 担当者（職名）
        contact: text;
        /// 停止時ボックスの場所
        box_place: text;
        /// 紙様式の備え（何日分）
        stock_days: number;
    }
    /// 役割
    Role roles {
        /// 役割
        name: text + required;
        /// 担当部署
        department: link("departments");
        /// 役割の概要
        duty: long;
        /// 担当者
        holder: link("people");
        /// 代行1
        deputy1: link("people");
        /// 代行2
        deputy2: link("people");
        /// 内線・PHS
        phone: phone;
        /// 夜間・休日の番号
        night_phone: phone;
    }
    /// 職員
    Person people {
        /// 氏名
        name: text + required;
        /// 氏名の読み
        kana: kana + unprinted;
        /// 職種・職名
        job: text;
        /// 部署
        department: link("departments");
        /// 内線・PHS
        extension: phone;
        /// 私用の番号（本部用だけに印刷）
        private_phone: phone + private;
    }
    /// 連絡先（ほかの番号）
    ContactPoint contact_points {
        /// どの種類の記録の連絡先か
        of_kind: choice("facility", "departments", "roles", "people", "organisations") + required + unprinted;
        /// どの記録の連絡先か
        of: link("any") + required;
        /// 手段
        means: choice("phone", "mobile", "fax", "mail", "web", "radio") + required;
        /// 使える時間
        hours: choice("always", "day", "night");
        /// 番号・宛先
        value: text + required;
        /// 添え書き
        note: text;
    }
    /// 外部の相手
    Organisation organisations {
        /// 名称
        name: text + required;
        /// 読み
        kana: kana + unprinted;
        /// 区分
        group: choice("vendor", "government", "police", "fire", "privacy", "support", "care", "supply", "payer", "press", "other") + required;
        /// 担当者・窓口
        contact: text;
        /// 平日昼の番号
        day_phone: phone;
        /// 夜間・休日の番号
        night_phone: phone;
        /// 受付時間
        open_hours: text;
        /// 契約番号・施設の番号
        contract: text;
        /// 連絡するとき
        when_to_call: long;
        /// いつまでに
        deadline: text;
        /// 伝えること
        what_to_tell: long;
        /// 番号を確かめた日
        checked_on: date;
    }
    /// システム
    System systems {
        /// 名称
        name: text + required;
        /// 読み
        kana: kana + unprinted;
        /// 役割・使う部署
        purpose: text;
        /// 事業者
        vendor: link("organisations");
        /// 置き場所
        place: choice("inside", "cloud", "outside");
        /// 止まると困ること
        effect: long;
        /// 使えないときの代わり（ひな形 2.1.5）
        fallback: long;
        /// 重要度（止まると患者に何が起きるか）
        importance: choice("a", "b", "c", "d");
        /// 復旧優先度（何を先に動かすか）。重要度とは別の値（手引き 4-1）
        recovery: choice("l0", "l1", "l2", "l3", "l4", "l5", "lx");
        /// いつまでに使いたいか（RTO）
        wanted_within: text;
        /// サーバの台数
        servers: number;
        /// 端末の台数
        terminals: number;
        /// 脆弱性の知らせを受ける方法
        advisories: text;
        /// IPアドレス・設置（本部用だけ）
        address: text + private;
        /// 遠隔保守の有無・装置・接続元（本部用だけ）
        remote: text + private;
    }
    /// システムの依存（あるシステムが動くのに要るもの）
    SystemLink system_links {
        /// 依存する側
        system: link("systems") + required + unprinted;
        /// 要るもの
        needs: link("systems") + required;
    }
    /// 遮断点（すべて本部用だけ）
    CutoffPoint cutoff_points {
        /// 札の名前
        name: text + required + private;
        /// 順（①バックアップへの経路 ②外部 ③区画の境）
        step: choice("1", "2", "3") + required + private;
        /// 場所・機器・ポート
        place: text + private;
        /// 抜いてよい人
        who: text + private;
        /// 鍵
        key: text + private;
        /// 一緒に止まる物
        stops: long + private;
        /// その代わり
        instead: long + private;
        /// 戻し方
        restore: long + private;
        /// 最後に確かめた日
        checked_on: date + private;
    }
    /// 決定事項（権限表）
    Decision decisions {
        /// 決める事
        name: text + required;
        /// 昼の決定者
        day_role: link("roles");
        /// 夜の決定者
        night_role: link("roles");
        /// 返事が無いとき、何分で次の人が決めてよいか（分）
        wait_minutes: number;
        /// 次に決めてよい人
        next_role: link("roles");
        /// 院長の事前委任（日付）
        delegated_on: date;
        /// 決める目安
        criterion: long;
        /// 知らせる相手
        tell: long;
    }
    /// 停止時用患者情報（患者の情報そのものは入れない）
    Downtime downtime {
        /// 情報の名前（在棟一覧・与薬予定など）
        name: text + required;
        /// 部署
        department: link("departments");
        /// 作る間隔
        interval: text;
        /// 置き場所
        place: text;
        /// サーバなしでの刷り方
        print_how: long;
        /// 確かめる人
        checked_by: link("roles");
        /// 細断する時
        shred: text;
    }
    /// 診療制限
    Restriction restrictions {
        /// 診療
        name: text + required;
        /// 続ける・減らす・止める
        stance: choice("continue", "reduce", "stop");
        /// 基準
        criterion: long;
        /// 決定者
        decider: link("roles");
        /// 次の見直し
        review: text;
        /// 知らせる相手
        tell: long;
        /// 受け先
        receiver: link("organisations");
    }
    /// バックアップ（ひな形 2.2.4 の行）
    Backup backups {
        /// システム
        system: link("systems") + required;
        /// 頻度
        frequency: text;
        /// 作成方法
        method: long;
        /// 復旧方法
        restore: long;
        /// ネットワークから切り離しているか
        offline: flag;
        /// 復元を試した日
        tested_on: date;
        /// 控えの置き場所（本部用だけ）
        place: text + private;
    }
    /// 本文の段落（ひな形の節）
    Block blocks {
        /// 節の番号
        section: text + required + unprinted;
        /// 段落・見出し・箇条・表
        form: choice("paragraph", "heading", "item", "table") + required + unprinted;
        /// 中身
        cells: cells + required + unprinted;
    }
    /// 確認表の答え
    Answer answers {
        /// 項番など
        item: text + required + unprinted;
        /// 問い
        field: text + required + unprinted;
        /// 答え
        value: long;
    }
    /// 書き込み（後で・コメント・質問）
    Remark remarks {
        /// どの種類への書き込みか
        of_kind: text + required + unprinted;
        /// どこへの書き込みか（記録の id、項番、節の番号）
        of: text + required + unprinted;
        /// どの項目か
        field: text + unprinted;
        /// 書き込みの種類
        sort: choice("later", "comment", "question") + required + unprinted;
        /// 文
        text: long + unprinted;
        /// 聞く相手の役割
        to_role: link("roles") + unprinted;
        /// 返事
        reply: long + unprinted;
    }
    /// 版
    Edition editions {
        /// 版の番号
        number: number + required;
        /// 発行日
        issued_on: date;
        /// 改訂の理由
        reason: long;
        /// 承認した人
        approved_by: text;
    }
}
