//! Sections of the model plan, their blocks, and the first pages.

use super::strings;
use super::{Lint, Names};
use crate::{raw, *};
use std::collections::BTreeSet;
use toml::Spanned;

impl<'a> Lint<'a> {
    pub(super) fn section(&mut self, file: &str, section: raw::Section, names: &Names) -> Section {
        // The chapters are the binder's parts D to G.
        if !matches!(super::numbers(section.number.get_ref())[0], 1..=4) {
            self.say(file, section.number.span(), "章は1から4までです。");
        }
        self.source(file, &section.source, names);
        self.filled((file, section.about.span()), "about", section.about.get_ref());
        for block in &section.prints {
            self.one_of((file, block.span()), block.get_ref(), &self.vocabulary.blocks, "印刷する表");
        }
        self.unique(file, section.block.iter().map(|b| &b.id));
        let blocks = section.block.into_iter().map(|block| self.text_block(file, block, names)).collect();
        Section {
            mark: self.mark(file, &section.mark),
            number: section.number.into_inner(),
            title: section.title,
            source: (section.source.document.into_inner(), section.source.page),
            about: section.about.into_inner(),
            blocks,
            prints: section.prints.into_iter().map(Spanned::into_inner).collect(),
        }
    }

    pub(super) fn text_block(&mut self, file: &str, block: raw::Block, names: &Names) -> TextBlock {
        let kind = match block.kind.as_ref().map(|kind| kind.get_ref().as_str()) {
            None | Some("paragraph") => TextKind::Paragraph,
            Some("heading") => TextKind::Heading,
            Some("item") => TextKind::Item,
            Some("table") => TextKind::Table,
            Some(_) => {
                let at = block.kind.as_ref().map_or(0..0, Spanned::span);
                self.say(file, at, "kind は paragraph・heading・item・table のどれかです。");
                TextKind::Paragraph
            }
        };
        let cells = match (&block.text, block.rows.is_empty()) {
            (Some(text), true) if kind != TextKind::Table => {
                vec![vec![self.own_text((file, text.span()), text.get_ref(), names)]]
            }
            (None, false) if kind == TextKind::Table => block
                .rows
                .iter()
                .map(|row| row.iter().map(|cell| self.own_text((file, cell.span()), cell.get_ref(), names)).collect())
                .collect(),
            _ => {
                self.say(file, block.id.span(), "表は rows、そのほかは text を1つだけ書きます。");
                Vec::new()
            }
        };
        let width = cells.first().map_or(0, Vec::len);
        if kind == TextKind::Table && (width == 0 || cells.iter().any(|row| row.len() != width)) {
            self.say(file, block.id.span(), "表の行は、どれも同じ数の欄にします。");
        }
        self.entries(file, &block.when, names);
        TextBlock { id: block.id.into_inner(), kind, cells, when: strings(block.when) }
    }

    fn own_text(&mut self, (file, at): super::At<'_>, text: &str, names: &Names) -> Vec<Inline> {
        let read = self.inline((file, at.clone()), text, names);
        self.plain((file, at), &read);
        read
    }

    pub(super) fn first_page(
        &mut self,
        file: &str,
        page: raw::FirstPage,
        letters: &BTreeSet<&str>,
        names: &Names,
    ) -> FirstPage {
        if page.part.get_ref() != "P" && !letters.contains(page.part.get_ref().as_str()) {
            self.say(file, page.part.span(), "pack.toml に無い部です。");
        }
        self.institutions(file, &page.institutions);
        self.entries(file, &page.with_forms, names);
        self.entries(file, &page.departments, names);
        if let Some(page) = page.in_place_of.as_ref().filter(|page| !names.first_pages.contains(page.get_ref())) {
            self.say(file, page.span(), "この頁はありません。");
        }
        for block in page.behind.iter().chain(&page.below) {
            self.one_of((file, block.span()), block.get_ref(), &self.vocabulary.blocks, "表");
        }
        let steps = page
            .step
            .into_iter()
            .map(|step| {
                self.entries(file, &step.when, names);
                self.entries(file, &step.unless, names);
                self.institutions(file, &step.institutions);
                Step {
                    text: self.inline((file, step.text.span()), step.text.get_ref(), names),
                    when: strings(step.when),
                    unless: strings(step.unless),
                    institutions: strings(step.institutions),
                    back: step.back,
                }
            })
            .collect();
        FirstPage {
            id: page.id,
            title: page.title,
            reader: page.reader,
            part: page.part.into_inner(),
            institutions: strings(page.institutions),
            confirm: page.confirm.into_iter().map(|who| (who.id, who.text)).collect(),
            with_forms: strings(page.with_forms),
            departments: strings(page.departments),
            in_place_of: page.in_place_of.map(Spanned::into_inner),
            behind: page.behind.map(Spanned::into_inner),
            below: page.below.map(Spanned::into_inner),
            steps,
        }
    }
}
