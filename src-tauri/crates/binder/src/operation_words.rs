//! An operation of the log in words, for undo, redo and history.

use crate::message::filled;
use plan::Operation;
use template::Template;

/// `set-field people.job` → 職員「職種」. Of an operation this program does not know, the kind it names; else empty.
pub fn operation_words(template: &Template, operation: &Operation) -> String {
    let words = operation.words(template);
    match template.operations.get(operation.verb()) {
        Some(sentence) => filled(Some(sentence), &words),
        None => words.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_words_and_those_people_know_stay() {
        let (_, template) = crate::own_pack(crate::PACK).expect("the pack");
        let said = |text: &str| {
            let Ok(operation) = text.parse();
            operation_words(&template, &operation)
        };
        for (text, words) in [
            ("add systems", "システム"),
            ("set-field systems.name", "システム「システム」"),
            ("set-field people.private_phone", "職員「私用の番号」"),
            ("move procedure_steps", "手順の1つ"),
            ("remove contact_tree", "連絡網の1か所"),
            ("restore devices", "情報機器台帳"),
            ("adopt procedures,procedure_steps", "代替運用・手順の1つ"),
            ("tick systems/emr", "システム"),
            ("answer 1-1.a", "確認表の答え 1-1"),
            ("answer first/ward.nurse", "確認表の答え first/ward"),
            ("section 2.1.5", "本文 2.1.5"),
            ("follow-pack 1.1", "本文 1.1"),
            ("keep-own-text 1.1", "本文 1.1"),
            ("first-hour", "書き込み"),
            ("import system_links", "システムのつながり"),
            ("paste cards", "アクションカード"),
            ("copy procedures", "代替運用"),
            ("fill drill_calls", "訓練の結果"),
            ("take procedure_steps", "手順の1つ"),
            ("new", "新しい計画をつくる"),
            ("import-plan", "JSONから計画をつくる"),
            ("generate", "試験用の計画をつくる"),
            ("outside", "プログラムの外での変更"),
            ("keep-found", "食い違う値の確認（ファイルの値）"),
            ("keep-logged", "食い違う値の確認（履歴の値）"),
            ("pack 0f3c", "ひな形の更新"),
            ("print forms-long", "印刷"),
            ("print forms-a3", "印刷"),
            ("print form-examples", "印刷"),
            // Of a later program.
            ("frob systems.name", "システム"),
            ("frob", ""),
        ] {
            assert_eq!(said(text), words, "{text}");
        }
    }
}
