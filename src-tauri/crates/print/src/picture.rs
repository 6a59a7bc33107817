//! What a picture is: sort and size from its bytes, and whether we can print it.

use std::io::Cursor;

/// A picture has at most so many pixels: unpacked they are three times as many bytes.
pub const MOST_PIXELS: u64 = 40_000_000;

/// A picture we can print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// PNG or JPEG.
    pub sort: Sort,
    /// Width and height.
    pub pixels: (u32, u32),
}

/// Sorts of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Unpacked and packed again.
    Png,
    /// Taken as it is; one component or three.
    Jpeg {
        /// One component.
        grey: bool,
    },
}

/// Why a picture cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Neither PNG nor JPEG, or damaged.
    NotAPicture,
    /// A JPEG of four inks: colours would come out inverted in some viewers.
    FourInks,
    /// Too many bytes or pixels.
    TooLarge,
}

/// No side is longer: a hair's breadth of a million pixels is no drawing.
const LONGEST_SIDE: u32 = 30_000;

/// Looks at the bytes, and unpacks them once: what is taken in can be printed for ever.
///
/// # Errors
/// [`Unfit`]: also for a picture that is cut off, or whose pixels name colours it does not have.
pub fn examine(bytes: &[u8]) -> Result<Picture, Unfit> {
    let picture = look(bytes)?;
    let whole = match picture.sort {
        Sort::Png => unpacked_png(bytes).is_some() && on_white(bytes).is_some(),
        Sort::Jpeg { .. } => unpacked_jpeg(bytes),
    };
    if whole { Ok(picture) } else { Err(Unfit::NotAPicture) }
}

/// The pixels of a PNG to its very end; where they name colours of a palette, only such as it has.
fn unpacked_png(bytes: &[u8]) -> Option<()> {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut pixels).ok()?;
    reader.finish().ok()?;
    if frame.color_type != png::ColorType::Indexed {
        return Some(());
    }
    let colours = reader.info().palette.as_ref()?.len() / 3;
    let bits = frame.bit_depth as usize;
    let line = |row: &[u8]| {
        let pixel = |nth: usize| {
            let at = nth * bits;
            row.get(at / 8).map(|byte| usize::from(*byte >> (8 - bits - at % 8)) & ((1 << bits) - 1))
        };
        (0..frame.width as usize).all(|nth| pixel(nth).is_some_and(|colour| colour < colours))
    };
    pixels.chunks_exact(frame.line_size).take(frame.height as usize).all(line).then_some(())
}

fn unpacked_jpeg(bytes: &[u8]) -> bool {
    use zune_jpeg::zune_core::{bytestream::ZCursor, options::DecoderOptions};
    let (side, strict) = (LONGEST_SIDE as usize, DecoderOptions::default().set_strict_mode(true));
    let options = strict.set_max_width(side).set_max_height(side);
    zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), options).decode().is_ok()
}

/// Looks at the bytes as far as it takes to say what it is.
///
/// # Errors
/// [`Unfit`].
pub fn look(bytes: &[u8]) -> Result<Picture, Unfit> {
    if bytes.len() > plan::MOST_ATTACHED {
        return Err(Unfit::TooLarge);
    }
    let picture = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") { png(bytes)? } else { jpeg(bytes)? };
    let (width, height) = picture.pixels;
    if width == 0 || height == 0 {
        return Err(Unfit::NotAPicture);
    }
    if width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Unfit::TooLarge);
    }
    Ok(picture)
}

fn png(bytes: &[u8]) -> Result<Picture, Unfit> {
    let reader = png::Decoder::new(Cursor::new(bytes)).read_info().map_err(|_| Unfit::NotAPicture)?;
    let info = reader.info();
    Ok(Picture { sort: Sort::Png, pixels: (info.width, info.height) })
}

/// Reads the segments of a JPEG up to the frame header.
fn jpeg(bytes: &[u8]) -> Result<Picture, Unfit> {
    let byte = |at: usize| bytes.get(at).copied().ok_or(Unfit::NotAPicture);
    let word = |at: usize| Ok::<u16, Unfit>(u16::from_be_bytes([byte(at)?, byte(at + 1)?]));
    if word(0)? != 0xFFD8
        || !bytes.ends_with(&[0xFF, 0xD9]) && !bytes.windows(2).rev().take(4096).any(|two| two == [0xFF, 0xD9])
    {
        return Err(Unfit::NotAPicture);
    }
    let mut at = 2;
    loop {
        if byte(at)? != 0xFF {
            return Err(Unfit::NotAPicture);
        }
        let marker = byte(at + 1)?;
        match marker {
            0xFF => at += 1,
            // Frame headers; C4, C8 and CC are something else.
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                let (height, width) = (word(at + 5)?, word(at + 7)?);
                let eight_bits = byte(at + 4)? == 8;
                let grey = match byte(at + 9)? {
                    1 => true,
                    3 => false,
                    4 => return Err(Unfit::FourInks),
                    _ => return Err(Unfit::NotAPicture),
                };
                let picture = Picture { sort: Sort::Jpeg { grey }, pixels: (width.into(), height.into()) };
                return if eight_bits { Ok(picture) } else { Err(Unfit::NotAPicture) };
            }
            0xD9 | 0xDA => return Err(Unfit::NotAPicture),
            _ => at += 2 + usize::from(word(at + 2)?),
        }
    }
}

/// The pixels of a PNG as RGB on white, row by row; `None` when it is damaged.
pub fn on_white(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut pixels).ok()?;
    pixels.truncate(frame.buffer_size());
    let blend = |value: u8, alpha: u8| {
        let (value, alpha) = (u32::from(value), u32::from(alpha));
        u8::try_from((value * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255)
    };
    let out = match frame.color_type {
        png::ColorType::Rgb => pixels,
        png::ColorType::Grayscale => pixels.iter().flat_map(|grey| [*grey; 3]).collect(),
        png::ColorType::GrayscaleAlpha => pixels.chunks_exact(2).flat_map(|one| [blend(one[0], one[1]); 3]).collect(),
        png::ColorType::Rgba => pixels
            .chunks_exact(4)
            .flat_map(|one| [blend(one[0], one[3]), blend(one[1], one[3]), blend(one[2], one[3])])
            .collect(),
        png::ColorType::Indexed => return None,
    };
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_of(colour: png::ColorType, pixels: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, 2, 1);
        encoder.set_color(colour);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header().expect("a header").write_image_data(pixels).expect("pixels");
        out
    }

    #[test]
    fn a_picture_is_known_by_its_bytes_and_not_by_its_name() {
        let picture = png_of(png::ColorType::Rgba, &[255, 0, 0, 255, 0, 0, 0, 0]);
        assert_eq!(look(&picture), Ok(Picture { sort: Sort::Png, pixels: (2, 1) }));
        assert_eq!(on_white(&picture), Some(vec![255, 0, 0, 255, 255, 255]), "what is transparent is paper");
        for bad in [&b""[..], b"GIF89a", b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1a\nrest", &picture[..20]] {
            assert_eq!(look(bad), Err(Unfit::NotAPicture), "{bad:?}");
        }
    }

    #[test]
    fn what_is_cut_off_or_names_colours_it_has_not_is_no_picture() {
        let whole = png_of(png::ColorType::Rgb, &[255, 0, 0, 0, 0, 0]);
        assert!(examine(&whole).is_ok());
        for cut in [whole.len() - 1, whole.len() - 12, whole.len() - 20, 40] {
            assert_eq!(examine(&whole[..cut]), Err(Unfit::NotAPicture), "cut at {cut}");
        }
        let indexed = |colours: &[u8], pixels: &[u8], depth: png::BitDepth| {
            let mut out = Vec::new();
            let mut encoder = png::Encoder::new(&mut out, 4, 1);
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_depth(depth);
            encoder.set_palette(colours.to_vec());
            encoder.write_header().expect("a header").write_image_data(pixels).expect("pixels");
            out
        };
        let two = [0, 0, 0, 255, 255, 255];
        assert!(examine(&indexed(&two, &[0, 1, 1, 0], png::BitDepth::Eight)).is_ok());
        assert!(examine(&indexed(&two, &[0b0001_0100], png::BitDepth::Two)).is_ok());
        assert_eq!(examine(&indexed(&two, &[0, 1, 2, 0], png::BitDepth::Eight)), Err(Unfit::NotAPicture));
        assert_eq!(examine(&indexed(&two, &[0b0001_1000], png::BitDepth::Two)), Err(Unfit::NotAPicture));
        let no_palette = indexed(&[], &[0, 0, 0, 0], png::BitDepth::Eight);
        assert_eq!(examine(&no_palette), Err(Unfit::NotAPicture));
    }

    #[test]
    fn a_jpeg_is_unpacked_to_its_end() {
        let whole = include_bytes!("../tests/picture.jpg");
        assert_eq!(examine(whole).map(|picture| picture.pixels), Ok((48, 32)));
        for cut in [whole.len() - 2, whole.len() - 60, whole.len() * 3 / 4, whole.len() / 2, 200] {
            assert_eq!(examine(&whole[..cut]), Err(Unfit::NotAPicture), "{cut} bytes of it");
        }
        // A page of the disk that was never written; inside the picture itself nothing tells zeros from grey.
        for (from, to) in [(30, 300), (300, 560)] {
            let mut hole = whole.to_vec();
            hole[from..to].fill(0);
            assert_eq!(examine(&hole), Err(Unfit::NotAPicture), "{from} to {to}");
        }
    }

    #[test]
    fn a_jpeg_of_four_inks_and_a_huge_one_are_refused() {
        let frame = |components: u8, size: u16| {
            let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8];
            bytes.extend(size.to_be_bytes());
            bytes.extend(size.to_be_bytes());
            bytes.extend([components, 0, 0, 0xFF, 0xD9]);
            bytes
        };
        assert_eq!(look(&frame(3, 100)), Ok(Picture { sort: Sort::Jpeg { grey: false }, pixels: (100, 100) }));
        assert_eq!(look(&frame(4, 100)), Err(Unfit::FourInks));
        assert_eq!(look(&frame(3, 60_000)), Err(Unfit::TooLarge));
        assert_eq!(look(&frame(1, 0)), Err(Unfit::NotAPicture));
    }
}
