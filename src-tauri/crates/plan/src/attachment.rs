//! What a plan knows of an attached picture. The bytes are a matter of `store`.

/// A picture: where its bytes are found, and what it takes to print it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// SHA-256 of the bytes, in hex.
    pub hash: String,
    /// `image/png` or `image/jpeg`.
    pub mime: String,
    /// Bytes.
    pub size: u64,
    /// Width and height, in pixels.
    pub pixels: (u32, u32),
}

impl Attachment {
    /// Reads the stored text of an image field: `image/png 12345 1200x800 <hash>`.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(' ').collect();
        let [mime, size, pixels, hash] = parts[..] else { return None };
        let (width, height) = pixels.split_once('x')?;
        let pixels: (u32, u32) = (width.parse().ok()?, height.parse().ok()?);
        let known = matches!(mime, "image/png" | "image/jpeg") && pixels.0 > 0 && pixels.1 > 0;
        let hashed = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        let size = size.parse().ok()?;
        (known && hashed).then(|| Self { hash: hash.to_owned(), mime: mime.to_owned(), size, pixels })
    }

    /// What people are told of it: 「PNG 1200×800」.
    pub fn words(&self) -> String {
        let sort = if self.mime == "image/png" { "PNG" } else { "JPEG" };
        format!("{sort} {}×{}", self.pixels.0, self.pixels.1)
    }
}

impl std::fmt::Display for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (width, height) = self.pixels;
        write!(f, "{} {} {width}x{height} {}", self.mime, self.size, self.hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_text_comes_back_and_nothing_else_is_taken() {
        let text = format!("image/png 12345 1200x800 {}", "0f".repeat(32));
        assert_eq!(Attachment::parse(&text).map(|one| one.to_string()), Some(text.clone()));
        for bad in ["", "image/png", &text.replace("png", "svg"), &text.replace("0f", "0F"), &text.replace("1200", "0")]
        {
            assert_eq!(Attachment::parse(bad), None, "{bad}");
        }
    }
}
