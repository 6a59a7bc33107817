//! Attached files: looked at before they are taken, and saved out again.

use crate::{Binder, Error, Result, write_whole};
use exchange::PlanJson;
use plan::{Attachment, EditProblem, FieldKind, Id, Kind, MOST_ATTACHED};
use print::picture::{self, Sort};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Name and bytes of a file a person wants to attach. No more is read than it takes to see that it is too large.
///
/// # Errors
/// [`Error::File`].
pub fn read_to_attach(path: &Path) -> Result<(String, Vec<u8>)> {
    use std::io::Read;
    let mut bytes = Vec::new();
    let most = MOST_ATTACHED as u64 + 1;
    std::fs::File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|cause| Error::File { path: path.to_owned(), cause })?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok((name, bytes))
}

/// The pictures of a plan whose bytes are gone, or are not what they were.
pub(crate) fn lost_pictures(plan: &plan::Plan, store: &store::Store) -> Result<BTreeSet<String>> {
    let mut lost = BTreeSet::new();
    let shown: BTreeSet<String> = plan.pictures().map(|(.., picture)| picture.hash).collect();
    for hash in shown {
        let bytes = match store.attachment(&hash) {
            Err(store::Error::Damaged(_)) => None,
            found => found?.map(|(_, bytes)| bytes),
        };
        if bytes.is_none_or(|bytes| store::hash_of(&bytes) != hash) {
            lost.insert(hash);
        }
    }
    Ok(lost)
}

/// What a file is, when this field of the kind may hold it.
pub(crate) fn examine(kind: Kind, field: &str, name: &str, bytes: &[u8]) -> Result<Attachment> {
    let declared = kind.field(field).map(|one| one.kind);
    let drawn = picture::examine(bytes);
    match declared {
        Some(FieldKind::Image) => _ = drawn.map_err(Error::Picture)?,
        Some(FieldKind::File) if bytes.is_empty() => return Err(Error::FileEmpty),
        Some(FieldKind::File) if bytes.len() > MOST_ATTACHED => return Err(Error::FileLarge),
        Some(FieldKind::File) => {}
        _ => return Err(EditProblem::NoField(format!("{}.{field}", kind.noun())).into()),
    }
    let name = plan::clean(plan::file_name(name)).map_err(|c| EditProblem::Control(c as u32))?;
    let mime = match drawn.map(|picture| picture.sort) {
        Ok(Sort::Png) => "image/png",
        Ok(Sort::Jpeg { .. }) => "image/jpeg",
        Err(_) => plan::media_type(bytes, &name),
    };
    Ok(Attachment {
        hash: store::hash_of(bytes),
        mime: mime.to_owned(),
        size: bytes.len() as u64,
        pixels: drawn.ok().map(|picture| picture.pixels),
        name: Some(name).filter(|name| !name.is_empty()),
    })
}

/// Every attachment of a plan from JSON is of the type it says, is what its fields say of it, and is there.
pub(crate) fn examine_all(json: &PlanJson) -> Result<()> {
    let shape = |what: String| Error::Json(exchange::Error::Shape(format!("attachments: {what}")));
    let mut there = BTreeMap::new();
    for (mime, bytes) in &json.attachments {
        let told = plan::media_type(bytes, "");
        let by_bytes = ["image/png", "image/jpeg", "application/pdf"];
        if told != mime && by_bytes.iter().any(|one| one == mime || *one == told) {
            let picture = mime.starts_with("image/");
            return Err(if picture { Error::Picture(picture::Unfit::NotAPicture) } else { shape(mime.clone()) });
        }
        if !plan::is_media_type(mime) {
            return Err(shape(mime.clone()));
        }
        there.insert(store::hash_of(bytes), bytes);
    }
    for row in &json.rows {
        for (field, value) in &row.columns {
            let attached =
                |one: &&plan::Field| one.id == field.as_str() && matches!(one.kind, FieldKind::Image | FieldKind::File);
            let Some(value) = value.as_deref().filter(|_| row.kind.fields().iter().any(|one| attached(&one))) else {
                continue;
            };
            let of = Attachment::parse(value);
            let bytes = of.as_ref().and_then(|of| there.get(&of.hash));
            let seen = bytes
                .map(|bytes| examine(row.kind, field, of.and_then(|of| of.name).as_deref().unwrap_or(""), bytes))
                .transpose()?;
            if seen.is_none_or(|seen| seen.to_string() != value) {
                return Err(shape(format!("{}.{field}", row.kind.noun())));
            }
        }
    }
    Ok(())
}

impl Binder {
    /// Writes an attached file out again, whole, under a name the person chose.
    ///
    /// # Errors
    /// [`Error::NotFound`] where nothing is attached, [`Error::FileSpoilt`] where its bytes are not what they were;
    /// a plan is never overwritten.
    pub fn save_attachment(&self, kind: Kind, id: Id, field: &str, to: &Path) -> Result<()> {
        let value = self.plan().rows.get(kind, id).and_then(|record| record.field(field));
        let of = value.and_then(|value| Attachment::parse(&value)).ok_or_else(|| Error::NotFound(field.to_owned()))?;
        let bytes = self.attachment(&of.hash)?.filter(|bytes| store::hash_of(bytes) == of.hash);
        write_whole(to, &bytes.ok_or(Error::FileSpoilt)?)
    }
}
