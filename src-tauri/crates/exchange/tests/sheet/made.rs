//! Workbooks made by hand, down to the XML, for what no program would write on request.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The parts of a workbook with one sheet.
pub(crate) struct Made {
    /// Lines: what stands between `<sheetData>` and its end.
    pub rows: String,
    /// What stands after `</sheetData>`.
    pub after: &'static str,
    /// `<si>` entries.
    pub strings: &'static str,
    /// Attributes of `<sst>`.
    pub strings_head: &'static str,
    /// Attributes of `<workbookPr>`.
    pub properties: &'static str,
    /// What a type of the content list is called.
    pub kind: &'static str,
}

impl Default for Made {
    fn default() -> Self {
        Self {
            rows: String::new(),
            after: "",
            strings: "",
            strings_head: "",
            properties: "",
            kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        }
    }
}

/// A sheet with these lines.
pub(crate) fn rows(rows: &str) -> Made {
    Made { rows: rows.to_owned(), ..Made::default() }
}

/// Cell formats by number: 1 a date, 2 a time, 3 an era date, 4 a length of time, 5 five digits, 6 the year of an era.
const STYLES: &str = r#"<numFmts count="4"><numFmt numFmtId="164" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="00000"/><numFmt numFmtId="167" formatCode="[$-411]ggge&quot;年&quot;"/></numFmts>
<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
<cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>"#;

impl Made {
    /// As a file.
    pub(crate) fn xlsx(&self) -> Vec<u8> {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        let Self { rows, after, strings, strings_head, properties, kind } = self;
        archive(&[
            (
                "[Content_Types].xml",
                &format!("<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}\"/></Types>"),
            ),
            (
                "_rels/.rels",
                &format!(
                    "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                &format!(
                    "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/workbook.xml",
                &format!(
                    "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><workbookPr {properties}/><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                ),
            ),
            ("xl/styles.xml", &format!("<styleSheet xmlns=\"{main}\">{STYLES}</styleSheet>")),
            ("xl/sharedStrings.xml", &format!("<sst xmlns=\"{main}\" {strings_head}>{strings}</sst>")),
            (
                "xl/worksheets/sheet1.xml",
                &format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData>{after}</worksheet>"),
            ),
        ])
    }
}

/// A zip of these files.
pub(crate) fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default().compression_level(Some(1))).expect("a name");
        zip.write_all(content.as_bytes()).expect("into memory");
    }
    zip.finish().expect("into memory").into_inner()
}
