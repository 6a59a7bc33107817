//! What a plan knows of an attached file. The bytes are a matter of `store`.

use crate::FieldKind;

/// A file is at most so large, in bytes. A scan of ten pages or a long mail has a tenth of it; every copy of the
/// plan, and its JSON, carries each file whole, and a plan must still go by mail or on an old stick.
pub const MOST_ATTACHED: usize = 20 * 1024 * 1024;
/// A file's name has at most so many characters; no system lets one be longer.
const MOST_NAME: usize = 255;
/// What is not known by its bytes and has no ending of [`ENDINGS`].
const ANY: &str = "application/octet-stream";

/// Types known by the ending of the name, where the bytes do not say it: what suppliers send.
const ENDINGS: &[(&str, &str)] = &[
    ("csv", "text/csv"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("eml", "message/rfc822"),
    ("msg", "application/vnd.ms-outlook"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("txt", "text/plain"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("zip", "application/zip"),
];

/// An attached file: where its bytes are found, and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// SHA-256 of the bytes, in hex.
    pub hash: String,
    /// Media type: `image/png`, `application/pdf` …
    pub mime: String,
    /// Bytes.
    pub size: u64,
    /// Width and height of a picture that can be drawn.
    pub pixels: Option<(u32, u32)>,
    /// The file's name as it came, without folders; nothing before schema 5.
    pub name: Option<String>,
}

/// What it takes to draw an attached picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// SHA-256 of the bytes, in hex.
    pub hash: String,
    /// Width and height.
    pub pixels: (u32, u32),
}

impl Attachment {
    /// Reads the stored text of a field: `type size [WxH] hash [name]`, the pixels of a picture only. Up to schema 4
    /// every text was `image/png 12345 1200x800 <hash>`, or the same of a JPEG.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = text;
        let mut next = || {
            let (first, behind) = rest.split_once(' ').unwrap_or((rest, ""));
            rest = behind;
            first
        };
        let (mime, size) = (next(), next());
        let third = next();
        let (pixels, hash) = match third.split_once('x') {
            Some((width, height)) => (Some((number(width)?, number(height)?)), next()),
            None => (None, third),
        };
        let name = Some(rest).filter(|name| !name.is_empty());
        let hashed = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        let known = is_media_type(mime) && (pixels.is_none() || is_drawn(mime)) && name.is_none_or(is_name);
        let read = Self {
            hash: hash.to_owned(),
            mime: mime.to_owned(),
            size: size.parse().ok()?,
            pixels,
            name: name.map(str::to_owned),
        };
        // One text for one thing: neither `+5` nor two spaces.
        (hashed && known && read.to_string() == text).then_some(read)
    }

    /// Whether a field of this kind may hold the text: any attachment, or only a picture.
    pub fn fits(kind: FieldKind, text: &str) -> bool {
        Self::parse(text).is_some_and(|of| kind == FieldKind::File || of.pixels.is_some())
    }

    /// The picture in it, where it can be drawn.
    pub fn picture(&self) -> Option<Picture> {
        Some(Picture { hash: self.hash.clone(), pixels: self.pixels? })
    }

    /// What people are told of it: 「PNG 1200×800」, 「回答書.pdf（118 KB）」.
    pub fn words(&self) -> String {
        match (&self.name, self.pixels) {
            (_, Some((width, height))) => {
                format!("{} {width}×{height}", if self.mime == "image/png" { "PNG" } else { "JPEG" })
            }
            (Some(name), None) => format!("{name}（{}）", size(self.size)),
            (None, None) => format!("{}（{}）", self.mime, size(self.size)),
        }
    }
}

impl std::fmt::Display for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.mime, self.size)?;
        if let Some((width, height)) = self.pixels {
            write!(f, " {width}x{height}")?;
        }
        write!(f, " {}", self.hash)?;
        self.name.iter().try_for_each(|name| write!(f, " {name}"))
    }
}

/// The media type of a file: by its bytes where they say it, else by the ending of its name.
pub fn media_type(bytes: &[u8], name: &str) -> &'static str {
    let told =
        [(&b"\x89PNG\r\n\x1a\n"[..], "image/png"), (b"\xFF\xD8\xFF", "image/jpeg"), (b"%PDF-", "application/pdf")];
    if let Some((_, mime)) = told.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return mime;
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map_or(ANY, |(_, mime)| mime)
}

/// A file's name without the folders before it, be they of Windows or not.
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path).trim()
}

/// A name that may be kept, and be offered again when the file is saved out.
fn is_name(name: &str) -> bool {
    file_name(name) == name
        && !name.is_empty()
        && name.chars().count() <= MOST_NAME
        && !name.chars().any(char::is_control)
}

/// Whether an attachment may say it is of this type.
pub fn is_media_type(mime: &str) -> bool {
    is_drawn(mime) || ["application/pdf", ANY].contains(&mime) || ENDINGS.iter().any(|(_, known)| *known == mime)
}

fn is_drawn(mime: &str) -> bool {
    matches!(mime, "image/png" | "image/jpeg")
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number| *number > 0)
}

/// A size as file managers say it, never zero.
fn size(bytes: u64) -> String {
    match bytes.div_ceil(1024) {
        kilo @ 0..1024 => format!("{kilo} KB"),
        kilo => format!("{}.{} MB", kilo / 1024, kilo % 1024 * 10 / 1024),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash() -> String {
        "0f".repeat(32)
    }

    #[test]
    fn every_text_an_earlier_program_stored_is_read_and_written_as_it_was() {
        for text in [format!("image/png 12345 1200x800 {}", hash()), format!("image/jpeg 1 1x1 {}", hash())] {
            let read = Attachment::parse(&text).expect("of schema 3 or 4");
            assert_eq!((read.to_string(), read.name.as_deref()), (text, None));
            assert!(read.picture().is_some());
        }
        let text = format!("image/png 12345 1200x800 {}", hash());
        assert_eq!(Attachment::parse(&text).map(|one| one.words()).as_deref(), Some("PNG 1200×800"), "prints the same");
    }

    #[test]
    fn a_file_says_its_name_and_a_picture_its_pixels() {
        let cases = [
            (format!("application/pdf 120000 {} 回答書 第2版.pdf", hash()), "回答書 第2版.pdf（118 KB）"),
            (format!("application/octet-stream 1 {} x", hash()), "x（1 KB）"),
            (format!("text/csv 3250586 {} 1200x800.csv", hash()), "1200x800.csv（3.1 MB）"),
            (format!("image/png 9 {} 切れた図.png", hash()), "切れた図.png（1 KB）"),
            (format!("image/jpeg 9 30x20 {} 図.jpg", hash()), "JPEG 30×20"),
            (format!("application/pdf 1024 {}", hash()), "application/pdf（1 KB）"),
        ];
        for (text, words) in cases {
            let read = Attachment::parse(&text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((read.to_string().as_str(), read.words().as_str()), (text.as_str(), words));
        }
    }

    #[test]
    fn nothing_else_is_an_attachment() {
        let good = format!("image/png 12345 1200x800 {} 図.png", hash());
        assert!(Attachment::parse(&good).is_some());
        for (from, to) in [
            ("image/png", "image/svg+xml"),
            ("image/png", "application/pdf"),
            ("12345", "+12345"),
            ("12345", "012345"),
            ("12345", ""),
            ("1200", "0"),
            ("0f", "0F"),
            ("0f0f", "0f"),
            (" 図.png", " "),
            ("図", "..\\図"),
            ("図", "/tmp/図"),
            ("図", "図\u{7}"),
            ("図", " 図"),
            ("図", &"図".repeat(300)),
        ] {
            let bad = good.replace(from, to);
            assert_ne!(bad, good, "{from}");
            assert_eq!(Attachment::parse(&bad), None, "{bad}");
        }
        assert_eq!(Attachment::parse(""), None);
    }

    #[test]
    fn a_field_for_pictures_takes_only_what_can_be_drawn() {
        let (picture, file) = (format!("image/png 9 2x2 {}", hash()), format!("image/png 9 {} 図.png", hash()));
        assert!(Attachment::fits(FieldKind::File, &picture) && Attachment::fits(FieldKind::File, &file));
        assert!(Attachment::fits(FieldKind::Image, &picture) && !Attachment::fits(FieldKind::Image, &file));
    }

    #[test]
    fn a_type_is_told_by_the_bytes_first_and_the_ending_after() {
        let cases: [(&[u8], &str, &str); 7] = [
            (b"\x89PNG\r\n\x1a\n", "x.pdf", "image/png"),
            (b"\xFF\xD8\xFF\xE0", "x", "image/jpeg"),
            (b"%PDF-1.7", "x.txt", "application/pdf"),
            (b"PK\x03\x04", "一覧.XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            (b"hello", "x.pdf", ANY),
            (b"hello", "x.exe", ANY),
            (b"hello", "csv", ANY),
        ];
        for (bytes, name, mime) in cases {
            assert_eq!(media_type(bytes, name), mime, "{name}");
        }
        for (path, name) in [("C:\\表\\a b.pdf", "a b.pdf"), ("/home/x/a.pdf", "a.pdf"), ("a.pdf", "a.pdf"), ("/", "")]
        {
            assert_eq!(file_name(path), name);
        }
    }
}
