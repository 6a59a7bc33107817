//! What the file says about itself, the same in every run.

use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use plan::day::NaiveDate;
use sha2::{Digest, Sha256};

use super::structure::{text, written};
use super::{Info, PdfError};

/// The program, as it signs files.
const PROGRAM: &str = "Sonae";

/// Midnight in Japan, for the document information.
const IN_PDF: &str = "D:%Y%m%d000000+09'00'";
/// The same for XMP.
const IN_XMP: &str = "%Y-%m-%dT00:00:00+09:00";

/// Document information, XMP and language.
pub(super) fn complete(low: &mut Document, info: &Info, date: NaiveDate) -> Result<(), PdfError> {
    let day = Object::String(date.format(IN_PDF).to_string().into_bytes(), StringFormat::Literal);
    // printpdf's own calls the file PDF/X and dates it 1970.
    let old = low.trailer.get(b"Info").and_then(Object::as_reference).map_err(written)?;
    low.set_object(
        old,
        dictionary! {
            "Title" => text(&info.title),
            "Author" => text(&info.facility),
            "Creator" => text(PROGRAM),
            "Producer" => text(PROGRAM),
            "CreationDate" => day.clone(),
            "ModDate" => day,
        },
    );
    // Uncompressed, so that search programs find it without reading PDF.
    let about = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let xmp = low.add_object(Stream::new(about, xmp(info, date).into_bytes()).with_compression(false));
    let catalog = low.catalog_mut().map_err(written)?;
    catalog.set("Metadata", xmp);
    catalog.set("Lang", Object::String(info.language.clone().into_bytes(), StringFormat::Literal));
    Ok(())
}

fn xmp(info: &Info, date: NaiveDate) -> String {
    let (title, facility, language) = (escaped(&info.title), escaped(&info.facility), escaped(&info.language));
    let day = date.format(IN_XMP);
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{facility}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>
<xmp:CreateDate>{day}</xmp:CreateDate>
<xmp:ModifyDate>{day}</xmp:ModifyDate>
<pdf:Producer>{PROGRAM}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"#,
        bom = '\u{FEFF}'
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Names the file after its content: printpdf's own names come from a counter.
pub(super) fn identify(low: &mut Document) {
    low.trailer.remove(b"ID");
    let mut hash = Sha256::new();
    for (id, object) in &low.objects {
        hash.update(format!("{id:?}"));
        match object {
            Object::Stream(stream) => {
                hash.update(format!("{:?}", stream.dict));
                hash.update(&stream.content);
            }
            object => hash.update(format!("{object:?}")),
        }
    }
    let name = hash.finalize()[..16].to_vec();
    let name = Object::String(name, StringFormat::Hexadecimal);
    low.trailer.set("ID", vec![name.clone(), name]);
}
