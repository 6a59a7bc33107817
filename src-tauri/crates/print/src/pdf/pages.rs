//! The contents of all pages, written and packed on both cores.

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, Stream, dictionary};

use crate::layout::{Laid, Page};
use plan::{Cancelled, Doing, Progress};

use super::PdfError;
use super::content::content;
use super::embed::Embedded;

/// Pages between two questions whether to go on.
const STRIDE: usize = 16;

/// The packed contents of pages, in order.
///
/// # Errors
/// [`Cancelled`].
pub(super) fn contents(
    laid: &Laid,
    pages: &[&Page],
    embedded: &Embedded,
    there: &BTreeSet<String>,
    progress: &dyn Progress,
) -> Result<Vec<Stream>, Cancelled> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let done = AtomicUsize::new(0);
    let all = pages.len();
    let share = |pages: &[&Page]| {
        let mut out = Vec::with_capacity(pages.len());
        for some in pages.chunks(STRIDE) {
            out.extend(some.iter().map(|page| packed(content(page, laid.paper, embedded, there))));
            let so_far = done.fetch_add(some.len(), Ordering::Relaxed) + some.len();
            if !progress.go_on(Doing::Writing, so_far, all) {
                return Err(Cancelled);
            }
        }
        Ok(out)
    };
    let each = pages.len().div_ceil(cores).max(STRIDE);
    let parts: Vec<Result<Vec<Stream>, Cancelled>> = std::thread::scope(|scope| {
        let running: Vec<_> = pages.chunks(each).map(|pages| scope.spawn(|| share(pages))).collect();
        running.into_iter().map(|one| one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    let parts: Vec<Vec<Stream>> = parts.into_iter().collect::<Result<_, _>>()?;
    Ok(parts.into_iter().flatten().collect())
}

/// Gives the pages of a document their contents.
pub(super) fn fill(low: &mut Document, contents: Vec<Stream>) -> Result<(), PdfError> {
    let pages: Vec<_> = low.get_pages().into_values().collect();
    if pages.len() != contents.len() {
        return Err(PdfError::Written(format!("{} pages, {} contents", pages.len(), contents.len())));
    }
    for (page, content) in pages.into_iter().zip(contents) {
        let page = low.get_dictionary(page).and_then(|page| page.get(b"Contents")).and_then(Object::as_reference);
        low.set_object(page.map_err(super::structure::written)?, content);
    }
    Ok(())
}

/// Packs what is not yet: fonts, and pictures that come unpacked.
pub(super) fn pack(low: &mut Document) {
    for object in low.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            let small = packed(std::mem::take(&mut stream.content));
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(small.content);
        }
    }
}

fn packed(bytes: Vec<u8>) -> Stream {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::default());
    let small = encoder.write_all(&bytes).and_then(|()| encoder.finish()).expect("memory takes everything");
    Stream::new(dictionary! { "Filter" => "FlateDecode" }, small)
}
