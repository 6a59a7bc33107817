//! Incidents and the catalogue.

use super::strings;
use super::{Lint, Names};
use crate::{raw, *};
use std::collections::BTreeMap;

impl<'a> Lint<'a> {
    pub(super) fn incidents(&mut self, incidents: raw::Incidents) -> BTreeMap<String, Incident> {
        self.unique("incidents.toml", incidents.incident.iter().map(|i| &i.id));
        incidents
            .incident
            .into_iter()
            .map(|i| (i.id.into_inner(), Incident { place: i.place, fact: i.fact, source: i.source, mark: i.mark }))
            .collect()
    }

    pub(super) fn catalogue(
        &mut self,
        files: Vec<(String, raw::Catalogue)>,
        names: &Names,
    ) -> BTreeMap<String, Vec<Entry>> {
        let mut out: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        for (file, catalogue) in files {
            self.unique(&file, catalogue.entry.iter().map(|entry| &entry.id));
            for entry in catalogue.entry {
                let kind = entry.id.get_ref().split('/').next().unwrap_or_default().to_owned();
                if !file.ends_with(&format!("/{kind}.toml")) {
                    self.say(&file, entry.id.span(), "id の先頭がファイルの名前と違います。");
                }
                self.institutions(&file, &entry.usual);
                self.institutions(&file, &entry.institutions);
                self.entries(&file, &entry.depends, names);
                // The same link twice would be one row twice.
                self.unique(&file, entry.depends.iter());
                for (field, value) in &entry.values {
                    let at = (file.as_str(), field.span());
                    let Some(shape) = self.field(at, &kind, field.get_ref()) else { continue };
                    let at = (file.as_str(), value.span());
                    if !shape.choices.is_empty() {
                        self.one_of(at, value.get_ref(), &shape.choices, "選択肢");
                    } else if shape.link.is_some() && !names.entries.contains(value.get_ref()) {
                        self.say(at.0, at.1, "目録に無い id です。");
                    }
                }
                out.entry(kind).or_default().push(Entry {
                    id: entry.id.into_inner(),
                    values: entry
                        .values
                        .into_iter()
                        .map(|(field, value)| (field.into_inner(), value.into_inner()))
                        .collect(),
                    usual: strings(entry.usual),
                    institutions: strings(entry.institutions),
                    depends: strings(entry.depends),
                });
            }
        }
        out
    }
}
