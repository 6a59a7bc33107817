//! Everything reachable from every system at once.
//!
//! A search from each system takes a time that grows with the square of the plan. Here each group of systems
//! joins the sets of its neighbours, once along each dependency, 64 positions at a time.

use super::Graph;

/// A set of positions: of systems in the graph, of groups, of tasks.
#[derive(Debug, Clone, Default)]
pub struct Positions {
    words: Vec<u64>,
}

/// Positions in a word.
const WORD: usize = u64::BITS as usize;

impl Positions {
    /// The set of these.
    pub(super) fn of(list: impl IntoIterator<Item = usize>) -> Self {
        let mut set = Self::default();
        for at in list {
            let (word, bit) = (at / WORD, at % WORD);
            if set.words.len() <= word {
                set.words.resize(word + 1, 0);
            }
            set.words[word] |= 1 << bit;
        }
        set
    }

    /// Takes in another set.
    pub(super) fn join(&mut self, other: &Self) {
        if self.words.len() < other.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        for (own, others) in self.words.iter_mut().zip(&other.words) {
            *own |= others;
        }
    }

    /// The same without one.
    pub(super) fn without(&self, at: usize) -> Self {
        let mut set = self.clone();
        if let Some(word) = set.words.get_mut(at / WORD) {
            *word &= !(1 << (at % WORD));
        }
        set
    }

    /// Whether one is in it.
    pub fn contains(&self, at: usize) -> bool {
        self.words.get(at / WORD).is_some_and(|word| word >> (at % WORD) & 1 == 1)
    }

    /// How many are in it.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Those in it, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(nth, word)| {
            let rest = |left: &u64| Some(left & (left - 1)).filter(|left| *left != 0);
            std::iter::successors(Some(*word).filter(|word| *word != 0), rest)
                .map(move |left| nth * WORD + left.trailing_zeros() as usize)
        })
    }
}

/// The groups of a graph, a group behind all it needs, and in which group each system is.
pub(super) struct Groups {
    pub(super) list: Vec<Vec<usize>>,
    pub(super) of: Vec<usize>,
}

impl Groups {
    pub(super) fn of(graph: &Graph<'_>) -> Self {
        let list = graph.groups();
        let mut of = vec![0; graph.systems.len()];
        for (nth, group) in list.iter().enumerate() {
            for at in group {
                of[*at] = nth;
            }
        }
        Self { list, of }
    }

    /// For each group what is its own, and what is of all groups it needs, directly or not.
    pub(super) fn down(&self, graph: &Graph<'_>, own: impl Fn(usize) -> Positions) -> Vec<Positions> {
        self.closed(0..self.list.len(), &graph.needs, own)
    }

    /// For each group what is its own, and what is of all groups that need it, directly or not.
    pub(super) fn up(&self, graph: &Graph<'_>, own: impl Fn(usize) -> Positions) -> Vec<Positions> {
        self.closed((0..self.list.len()).rev(), &graph.needed_by, own)
    }

    /// Groups come in an order in which all the edges lead to were closed before.
    fn closed(
        &self,
        order: impl Iterator<Item = usize>,
        edges: &[Vec<usize>],
        own: impl Fn(usize) -> Positions,
    ) -> Vec<Positions> {
        let mut closed = vec![Positions::default(); self.list.len()];
        for nth in order {
            let mut all = own(nth);
            for to in self.list[nth].iter().flat_map(|at| &edges[*at]).filter(|to| self.of[**to] != nth) {
                all.join(&closed[self.of[*to]]);
            }
            closed[nth] = all;
        }
        closed
    }
}

#[cfg(test)]
mod tests {
    use super::Positions;

    #[test]
    fn a_set_holds_what_it_was_given_in_order() {
        let mut set = Positions::of([130, 0, 63, 64, 130]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 130]);
        assert_eq!(set.count(), 4);
        assert!(set.contains(64) && !set.contains(65) && !set.contains(1_000));
        set.join(&Positions::of([2, 200]));
        assert_eq!(set.without(63).without(5_000).iter().collect::<Vec<_>>(), [0, 2, 64, 130, 200]);
        assert_eq!(Positions::default().iter().count(), 0);
    }
}
