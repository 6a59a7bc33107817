//! The contact tree (連絡網) as a tree: who calls whom, in order.
//!
//! Every live place appears exactly once, whatever was typed: a place whose
//! caller was removed becomes a head, and a circle is cut at its first place.
//! Deliberately not here: where boxes stand on paper (`print::tree`), and
//! the waiting times of a chain (`reach`).

use crate::{Id, Kind, Plan, Record, TreePlace};
use std::collections::{BTreeMap, BTreeSet};

/// A place with everybody it calls, in order.
#[derive(Debug, Clone)]
pub struct Branch<'a> {
    /// The place.
    pub place: &'a TreePlace,
    /// Whom it calls.
    pub calls: Vec<Branch<'a>>,
}

/// The heads of the tree, in order.
pub fn forest(plan: &Plan) -> Vec<Branch<'_>> {
    let places = Places::of(plan);
    let mut called: BTreeMap<Option<Id>, Vec<&TreePlace>> = BTreeMap::new();
    for place in places.live() {
        called.entry(places.caller(place)).or_default().push(place);
    }
    below(&called, None)
}

/// The places that call each other in a circle. It is cut at one of them, which is a head until somebody mends it.
pub fn circles(plan: &Plan) -> Vec<&TreePlace> {
    let places = Places::of(plan);
    places.live().filter(|place| places.circling.contains(&place.row.id)).collect()
}

/// Places so deep that a tree of their own begins with them.
pub fn deep(plan: &Plan) -> Vec<&TreePlace> {
    let places = Places::of(plan);
    places.live().filter(|place| places.deep.contains(&place.row.id)).collect()
}

/// The record a place reaches.
pub fn reached<'a>(plan: &'a Plan, place: &TreePlace) -> Option<&'a dyn Record> {
    plan.find(Kind::from_noun(place.of_kind.as_deref()?)?, place.of?)
}

fn below<'a>(called: &BTreeMap<Option<Id>, Vec<&'a TreePlace>>, by: Option<Id>) -> Vec<Branch<'a>> {
    let branch = |place: &&'a TreePlace| Branch { place, calls: below(called, Some(place.row.id)) };
    called.get(&by).into_iter().flatten().map(branch).collect()
}

/// Deeper than any house calls; it bounds every walk along the tree.
const DEEPEST: usize = 40;

/// The live places, found by id, and where their chains were cut.
struct Places<'a> {
    plan: &'a Plan,
    by_id: BTreeMap<Id, &'a TreePlace>,
    circling: BTreeSet<Id>,
    cut: BTreeSet<Id>,
    deep: BTreeSet<Id>,
}

impl<'a> Places<'a> {
    fn of(plan: &'a Plan) -> Self {
        let live = plan.rows.contact_tree.live();
        let by_id = live.map(|place| (place.row.id, place)).collect();
        let (circling, cut, deep) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut places = Self { plan, by_id, circling, cut, deep };
        places.look();
        places
    }

    /// Finds circles and depths, each place once.
    fn look(&mut self) {
        let mut depths: BTreeMap<Id, usize> = BTreeMap::new();
        for start in self.live() {
            let mut chain: Vec<&TreePlace> = Vec::new();
            let mut at = Some(start);
            while let Some(one) = at.filter(|one| !depths.contains_key(&one.row.id)) {
                if let Some(from) = chain.iter().position(|other| other.row.id == one.row.id) {
                    // A circle is cut at that of its places which comes first in order.
                    let first = chain[from..].iter().min_by_key(|one| (one.row.position.clone(), one.row.id));
                    self.cut.extend(first.map(|first| first.row.id));
                    self.circling.extend(chain[from..].iter().map(|one| one.row.id));
                    // What was walked before the cut hangs on it from the other side: begin there.
                    let cut = chain[from..].iter().position(|one| self.cut.contains(&one.row.id)).unwrap_or(0);
                    chain[from..].rotate_left(cut + 1);
                    break;
                }
                chain.push(one);
                at = self.above(one);
            }
            for place in chain.iter().rev() {
                let above = self.above(place).filter(|_| !self.cut.contains(&place.row.id));
                let depth = above.and_then(|above| depths.get(&above.row.id)).map_or(0, |depth| depth + 1);
                let too_deep = depth >= DEEPEST;
                if too_deep {
                    self.deep.insert(place.row.id);
                }
                depths.insert(place.row.id, if too_deep { 0 } else { depth });
            }
        }
    }

    /// In order.
    fn live(&self) -> impl Iterator<Item = &'a TreePlace> + use<'a> {
        self.plan.rows.contact_tree.live()
    }

    /// What a place was hung on, if that is still there.
    fn above(&self, place: &TreePlace) -> Option<&'a TreePlace> {
        self.by_id.get(&place.above?).copied()
    }

    /// Who really calls a place: nobody where the caller is gone or the chain was cut.
    fn caller(&self, place: &TreePlace) -> Option<Id> {
        let id = place.row.id;
        let above = self.above(place)?;
        (!self.cut.contains(&id) && !self.deep.contains(&id)).then_some(above.row.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rows;

    /// Places by number; each names its caller.
    fn plan(calls: &[(u128, Option<u128>)]) -> Plan {
        let id = |n: u128| Id::from_uuid(uuid::Uuid::from_u128(n));
        let mut rows = Rows::default();
        for (nth, (place, above)) in calls.iter().enumerate() {
            let columns = [
                ("position".to_owned(), Some(format!("{nth:04}"))),
                ("of_kind".to_owned(), Some("roles".to_owned())),
                ("above".to_owned(), above.map(|above| id(above).to_string())),
            ];
            rows.put(Kind::TreePlace, id(*place), Some(&columns));
        }
        Plan::new(id(0), rows)
    }

    fn drawn(branches: &[Branch<'_>]) -> String {
        let one = |branch: &Branch<'_>| {
            let number = u128::from_str_radix(&branch.place.row.id.to_string().replace('-', ""), 16).unwrap();
            if branch.calls.is_empty() { format!("{number}") } else { format!("{number}({})", drawn(&branch.calls)) }
        };
        branches.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn places_hang_on_who_calls_them_in_order() {
        assert_eq!(drawn(&forest(&plan(&[(1, None), (3, Some(1)), (2, Some(1)), (4, Some(2))]))), "1(3 2(4))");
    }

    #[test]
    fn a_place_whose_caller_is_gone_is_a_head() {
        assert_eq!(drawn(&forest(&plan(&[(1, None), (2, Some(9))]))), "1 2");
    }

    #[test]
    fn a_circle_is_cut_at_its_first_place_and_nothing_is_lost() {
        let circle = plan(&[(1, Some(3)), (2, Some(1)), (3, Some(2)), (4, Some(3)), (5, Some(5))]);
        assert_eq!(drawn(&forest(&circle)), "1(2(3(4))) 5");
        assert_eq!(circles(&circle).len(), 4, "every place of each circle, and none beside it");
    }

    #[test]
    fn a_chain_of_thousands_is_cut_into_trees_and_nothing_is_lost() {
        let calls: Vec<(u128, Option<u128>)> = (1..=5_000).map(|n| (n, (n > 1).then(|| n - 1))).collect();
        let long = plan(&calls);
        let heads = forest(&long);
        assert_eq!(heads.len(), 5_000_usize.div_ceil(DEEPEST));
        assert_eq!(deep(&long).len(), heads.len() - 1);
        fn count(branches: &[Branch<'_>]) -> usize {
            branches.iter().map(|branch| 1 + count(&branch.calls)).sum()
        }
        assert_eq!(count(&heads), 5_000);
        let circle: Vec<(u128, Option<u128>)> =
            (1..=2_000).map(|n| (n, Some(if n == 1 { 2_000 } else { n - 1 }))).collect();
        assert_eq!(count(&forest(&plan(&circle))), 2_000);
        assert_eq!(circles(&plan(&circle)).len(), 2_000);
    }
}
