//! The records of one kind: in their order, found by id, shared until one side changes.
//!
//! Taking a snapshot copies a pointer. A change while a snapshot is held copies this one list, as pointers to
//! records nobody changed; the other kinds stay shared.

use crate::{Id, Record};
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

/// All records of a kind, removed ones included, in the order of their places.
pub struct Records<T>(Arc<Kept<T>>);

struct Kept<T> {
    order: BTreeSet<Placed<T>>,
    by_id: HashMap<Id, Arc<T>>,
}

/// A record that stands where its position says; the id decides between two at one place.
struct Placed<T>(Arc<T>);

impl<T: Record> Records<T> {
    /// Every record, removed ones included, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator + Clone {
        self.0.order.iter().map(|placed| &*placed.0)
    }

    /// Those that were not removed, in order.
    pub fn live(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.iter().filter(|record| !record.row().is_removed())
    }

    /// A record by id, removed or not. A link that names nothing finds nothing.
    pub fn get(&self, id: impl Into<Option<Id>>) -> Option<&T> {
        self.0.by_id.get(&id.into()?).map(|record| &**record)
    }

    /// A record by id that was not removed.
    pub fn find(&self, id: impl Into<Option<Id>>) -> Option<&T> {
        self.get(id).filter(|record| !record.row().is_removed())
    }

    /// The first one, removed or not.
    pub fn first(&self) -> Option<&T> {
        self.iter().next()
    }

    /// The last one, removed or not: behind it a new one is added.
    pub fn last(&self) -> Option<&T> {
        self.iter().next_back()
    }

    /// How many there are, removed ones included.
    pub fn len(&self) -> usize {
        self.0.by_id.len()
    }

    /// Whether there never was one.
    pub fn is_empty(&self) -> bool {
        self.0.by_id.is_empty()
    }

    /// Puts a record in its place; one with the same id goes.
    pub fn put(&mut self, record: T) {
        let kept = Arc::make_mut(&mut self.0);
        let record = Arc::new(record);
        if let Some(old) = kept.by_id.insert(record.id(), record.clone()) {
            kept.order.remove(&Placed(old));
        }
        kept.order.insert(Placed(record));
    }

    /// Takes a record out: only the undoing of its insert does that.
    pub fn take_out(&mut self, id: Id) {
        let kept = Arc::make_mut(&mut self.0);
        if let Some(old) = kept.by_id.remove(&id) {
            kept.order.remove(&Placed(old));
        }
    }
}

impl<'a, T: Record> IntoIterator for &'a Records<T> {
    type Item = &'a T;
    type IntoIter = Box<dyn Iterator<Item = &'a T> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

impl<T> Default for Records<T> {
    fn default() -> Self {
        Self(Arc::new(Kept { order: BTreeSet::new(), by_id: HashMap::new() }))
    }
}

impl<T> Clone for Records<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Record> Clone for Kept<T> {
    fn clone(&self) -> Self {
        let order = self.order.iter().map(|placed| Placed(placed.0.clone())).collect();
        Self { order, by_id: self.by_id.clone() }
    }
}

impl<T: Record + PartialEq> PartialEq for Records<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.iter().eq(other.iter())
    }
}

impl<T: Record + Eq> Eq for Records<T> {}

impl<T: Record + fmt::Debug> fmt::Debug for Records<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Record> Placed<T> {
    fn place(&self) -> (&str, Id) {
        let row = self.0.row();
        (&row.position, row.id)
    }
}

impl<T: Record> Ord for Placed<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place())
    }
}

impl<T: Record> PartialOrd for Placed<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Record> PartialEq for Placed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.place() == other.place()
    }
}

impl<T: Record> Eq for Placed<T> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, Rows};
    use uuid::Uuid;

    fn person(rows: &mut Rows, id: u128, position: &str, removed: bool) -> Id {
        let id = Id::from_uuid(Uuid::from_u128(id));
        let at = removed.then(|| "2026-11-28".to_owned());
        let columns = [("position".to_owned(), Some(position.to_owned())), ("removed_at".to_owned(), at)];
        rows.put(Kind::Person, id, Some(&columns));
        id
    }

    #[test]
    fn records_stand_by_place_then_id_whatever_order_they_came_in() {
        let mut rows = Rows::default();
        let made: Vec<Id> =
            [(3, "b"), (1, "b"), (2, "a")].map(|(id, place)| person(&mut rows, id, place, false)).to_vec();
        let order: Vec<Id> = rows.people.iter().map(Record::id).collect();
        assert_eq!(order, [made[2], made[1], made[0]]);
        person(&mut rows, 2, "c", false);
        assert_eq!(rows.people.last().map(Record::id), Some(made[2]), "moved, not doubled");
        assert_eq!(rows.people.len(), 3);
    }

    #[test]
    fn a_removed_record_is_got_but_not_found_and_one_taken_out_is_neither() {
        let mut rows = Rows::default();
        let (there, removed) = (person(&mut rows, 1, "a", false), person(&mut rows, 2, "b", true));
        assert_eq!(rows.people.live().map(Record::id).collect::<Vec<_>>(), [there]);
        assert!(rows.people.get(removed).is_some() && rows.people.find(removed).is_none());
        assert!(rows.people.find(None).is_none(), "an unanswered link");
        rows.put(Kind::Person, removed, None);
        assert!(rows.people.get(removed).is_none());
        assert_eq!(rows.people.iter().count(), 1);
    }

    #[test]
    fn a_change_while_a_snapshot_is_held_copies_one_list_and_no_record() {
        let mut rows = Rows::default();
        let old = person(&mut rows, 1, "a", false);
        let snapshot = rows.clone();
        person(&mut rows, 2, "b", false);
        assert_eq!((snapshot.people.len(), rows.people.len()), (1, 2));
        let same =
            |a: Option<&crate::Person>, b: Option<&crate::Person>| a.zip(b).is_some_and(|(a, b)| std::ptr::eq(a, b));
        assert!(same(snapshot.people.get(old), rows.people.get(old)), "the record itself is shared");
        assert!(Arc::ptr_eq(&snapshot.roles.0, &rows.roles.0), "another kind is not touched");
    }
}
