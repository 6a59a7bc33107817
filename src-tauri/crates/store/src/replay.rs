//! Rows as the log says they are, read anew at every opening: forty thousand rows have to take no time anybody notices.
//!
//! Deliberately not here: what becomes of a row that differs (`foreign`, `decide`).

use crate::schema;
use plan::{Columns, Doubt, Id, Kind, Record, Rows};
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use std::collections::HashMap;

/// The values of a row, in the order of its columns.
type Values = Vec<Option<Box<str>>>;

/// Where tables and log disagree, in the order of the rows; those the tables lack come last.
pub(crate) fn differences(connection: &Connection, rows: &Rows) -> crate::Result<Vec<Doubt>> {
    let mut logged = replay(connection, rows)?;
    let mut out = Vec::new();
    for kind in Kind::ALL {
        let columns = schema::columns(*kind);
        for record in rows.all(*kind) {
            let logged = logged.remove(&(*kind, record.id()));
            let same = |values: &Values| {
                let mut both = columns.iter().zip(values);
                both.all(|(column, value)| record.column(column).as_deref() == value.as_deref())
            };
            if !logged.as_ref().is_some_and(same) {
                let logged = logged.map(|values| named(&columns, values));
                let found = Some(columns_of(record, &columns));
                out.push(Doubt { kind: *kind, id: record.id(), logged, found, history_whole: false });
            }
        }
    }
    let lost = logged.into_iter().map(|((kind, id), values)| (kind, id, named(&schema::columns(kind), values)));
    let doubt = |(kind, id, logged)| Doubt { kind, id, logged: Some(logged), found: None, history_whole: false };
    let mut lost: Vec<Doubt> = lost.map(doubt).collect();
    lost.sort_by_key(|one| (one.kind, one.id));
    out.extend(lost);
    Ok(out)
}

fn columns_of(record: &dyn Record, columns: &[&'static str]) -> Columns {
    columns.iter().filter_map(|column| Some(((*column).to_owned(), record.column(column)?))).collect()
}

fn named(columns: &[&'static str], values: Values) -> Columns {
    let both = columns.iter().zip(values);
    both.filter_map(|(column, value)| Some(((*column).to_owned(), String::from(value?)))).collect()
}

fn replay(connection: &Connection, rows: &Rows) -> crate::Result<HashMap<(Kind, Id), Values>> {
    let mut out: HashMap<(Kind, Id), Values> = HashMap::new();
    let columns: HashMap<Kind, Vec<&'static str>> =
        Kind::ALL.iter().map(|kind| (*kind, schema::columns(*kind))).collect();
    out.reserve(Kind::ALL.iter().map(|kind| rows.all(*kind).count()).sum());
    let mut statement = connection.prepare("SELECT kind, id, op, after FROM log ORDER BY n")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let noun = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        let id = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        let (Some(kind), Some(id)) = (Kind::from_noun(noun), Id::parse(id)) else { continue };
        if row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)? == "D" {
            out.remove(&(kind, id));
            continue;
        }
        let columns = &columns[&kind];
        let values = out.entry((kind, id)).or_insert_with(|| vec![None; columns.len()]);
        let after = row.get_ref(3)?;
        if after != ValueRef::Null {
            // What is no JSON any more says nothing of the row: it differs, and is found.
            let mut json = serde_json::Deserializer::from_slice(after.as_bytes().map_err(rusqlite::Error::from)?);
            let _ = Members { columns, values }.deserialize(&mut json);
        }
    }
    Ok(out)
}

/// Puts the members of a logged object into the values of a row; what no column is called is nobody's.
struct Members<'a> {
    columns: &'a [&'static str],
    values: &'a mut Values,
}

impl<'de> DeserializeSeed<'de> for Members<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object of the log")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(at) = map.next_key_seed(Column(self.columns))? {
            match at {
                Some(at) => self.values[at] = map.next_value()?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// The name of a column as its place.
struct Column<'a>(&'a [&'static str]);

impl<'de> DeserializeSeed<'de> for Column<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Option<usize>, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Column<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the name of a column")
    }

    fn visit_str<E>(self, name: &str) -> Result<Option<usize>, E> {
        Ok(self.0.iter().position(|column| *column == name))
    }
}
