//! For the patient: nothing of hers is asked for anywhere. Every field that takes words is named with its purpose.

use binder::plan::{FieldKind, Kind};
use std::collections::BTreeSet;
use suite::checkout;

#[test]
fn every_field_that_takes_words_is_listed_with_its_purpose_and_none_is_for_patients_data() {
    let text = std::fs::read_to_string(checkout("tests/fixtures/text-fields.toml")).expect("the list");
    let listed = template::string_tables(&text);
    let takes_words = |kind: FieldKind| {
        matches!(kind, FieldKind::Text | FieldKind::Long | FieldKind::Code | FieldKind::Kana | FieldKind::Cells)
    };
    let declared: BTreeSet<(&str, &str)> = Kind::ALL
        .iter()
        .flat_map(|kind| kind.fields().iter().filter(|field| takes_words(field.kind)).map(|f| (kind.noun(), f.id)))
        .collect();
    let named: BTreeSet<(&str, &str)> =
        listed.iter().flat_map(|(noun, fields)| fields.keys().map(|field| (noun.as_str(), field.as_str()))).collect();
    assert_eq!(declared, named, "write the line of a new field in tests/fixtures/text-fields.toml, with its purpose");
    for (noun, fields) in &listed {
        for (field, purpose) in fields {
            assert!(purpose.len() > 4, "{noun}.{field} has a purpose");
            let patients = ["patient's name", "patients' names", "birthday", "diagnosis", "chart number"];
            assert!(!patients.iter().any(|word| purpose.contains(word)), "{noun}.{field}: {purpose}");
        }
    }
}

/// Whoever types a patient's name must go out of her way: no label asks for one.
#[test]
fn no_label_of_a_field_asks_for_a_patient() {
    let (_, template) = binder::own_pack(binder::PACK).expect("the pack");
    for (noun, labels) in &template.labels {
        for (field, words) in &labels.fields {
            let asks = ["患者名", "患者氏名", "患者の氏名", "生年月日", "病名", "患者ID", "カルテ番号"];
            assert!(!asks.iter().any(|word| words.label.contains(word)), "{noun}.{field}: {}", words.label);
        }
    }
}
