//! The little markup of a template text.
//!
//! `**bold**`, and in braces: `{facility.name}` a field of the one facility,
//! `{roles/duty-doctor.phone}` a field of the record made from that catalogue
//! entry (`{roles/duty-doctor.numbers}` both numbers of it, `{roles/chief.chain}` who is called for it
//! one after the other; first pages only), `{here.box_place}` a field of the department a ward copy is for,
//! `{blank 4}` a ruled blank of 4 em to write on, `{list departments/er,departments/or}`
//! the names of those that exist (`departments.patients=1` in such a list: of all records whose field
//! has that value), `{unless facility.x: words}` words that stand only while that field is empty (first pages only), `{page section/2.1.3}` or `{page block/backups}`
//! a page reference.

/// One piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasised text.
    Bold(String),
    /// A field of a record; prints a ruled blank while it is empty.
    Field {
        /// Noun of the record kind.
        kind: String,
        /// Catalogue entry the record was made from; `None` for the one facility.
        source: Option<String>,
        /// Field id.
        field: String,
    },
    /// A field of the department this copy is for.
    Here(String),
    /// A ruled blank to write on, in em.
    Blank(u8),
    /// The names of the records that exist, of these catalogue entries; `kind.field=value`
    /// stands for all records whose field has that value.
    Names(Vec<String>),
    /// Words that stand only while a field is empty.
    Unless {
        /// Noun of the record kind.
        kind: String,
        /// Catalogue entry; `None` for the one facility.
        source: Option<String>,
        /// Field id.
        field: String,
        /// The words.
        text: String,
    },
    /// Where something is printed: `section/<number>` or `block/<name>`.
    Page(String),
}

/// Reads the markup.
///
/// # Errors
/// A Japanese sentence naming the piece that could not be read.
pub fn parse_inline(text: &str) -> Result<Vec<Inline>, String> {
    let mut out = Vec::new();
    let mut rest = text;
    let mut bold = false;
    let mut plain = String::new();
    let flush = |plain: &mut String, bold: bool, out: &mut Vec<Inline>| {
        if !plain.is_empty() {
            let piece = std::mem::take(plain);
            out.push(if bold { Inline::Bold(piece) } else { Inline::Text(piece) });
        }
    };
    while let Some(first) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("**") {
            flush(&mut plain, bold, &mut out);
            bold = !bold;
            rest = after;
        } else if first == '{' {
            let end = rest.find('}').ok_or_else(|| format!("「{{」に対応する「}}」がありません: {rest}"))?;
            flush(&mut plain, bold, &mut out);
            out.push(parse_brace(&rest[1..end])?);
            rest = &rest[end + 1..];
        } else {
            plain.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    if bold {
        return Err(format!("「**」が閉じていません: {text}"));
    }
    flush(&mut plain, bold, &mut out);
    Ok(out)
}

fn parse_brace(inside: &str) -> Result<Inline, String> {
    if let Some(width) = inside.strip_prefix("blank ") {
        return width.trim().parse().map(Inline::Blank).map_err(|_| format!("空欄の幅が数ではありません: {inside}"));
    }
    if let Some(list) = inside.strip_prefix("list ") {
        return Ok(Inline::Names(list.split(',').map(|one| one.trim().to_owned()).collect()));
    }
    if let Some(target) = inside.strip_prefix("page ") {
        return Ok(Inline::Page(target.trim().to_owned()));
    }
    if let Some(rest) = inside.strip_prefix("unless ") {
        let (of, text) = rest.split_once(':').ok_or_else(|| format!("「:」がありません: {{{inside}}}"))?;
        return match parse_brace(of.trim())? {
            Inline::Field { kind, source, field } => {
                Ok(Inline::Unless { kind, source, field, text: text.trim().to_owned() })
            }
            _ => Err(format!("差し込みの形が違います: {{{inside}}}")),
        };
    }
    let (left, field) = inside.rsplit_once('.').ok_or_else(|| format!("差し込みの形が違います: {{{inside}}}"))?;
    let field = field.to_owned();
    if left == "here" {
        return Ok(Inline::Here(field));
    }
    Ok(match left.split_once('/') {
        Some((kind, _)) => Inline::Field { kind: kind.to_owned(), source: Some(left.to_owned()), field },
        None => Inline::Field { kind: left.to_owned(), source: None, field },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_markup_is_read() {
        let read = parse_inline(
            "**声**は{facility.name}へ{roles/duty.phone}・{blank 4}{list a/b, a/c}{page section/1.1}{here.place}",
        )
        .unwrap();
        assert_eq!(read.len(), 10);
        assert_eq!(read[0], Inline::Bold("声".into()));
        assert_eq!(
            read[4],
            Inline::Field { kind: "roles".into(), source: Some("roles/duty".into()), field: "phone".into() }
        );
        assert_eq!(read[7], Inline::Names(vec!["a/b".into(), "a/c".into()]));
    }

    #[test]
    fn an_unclosed_brace_or_bold_is_named() {
        assert!(parse_inline("前{facility.name").unwrap_err().contains("facility.name"));
        assert!(parse_inline("**強調").unwrap_err().contains("**"));
    }
}
