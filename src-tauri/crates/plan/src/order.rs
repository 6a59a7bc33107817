//! Fractional text keys: a row moves without touching its neighbours.

const DIGITS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// A key that sorts after `before` and ahead of `after`.
///
/// Keys never end in `0`, so there is always room in front of one. Where there
/// is none (keys of another program may be equal or empty), it follows `before`.
pub fn between(before: Option<&str>, after: Option<&str>) -> String {
    let low = before.unwrap_or("").as_bytes();
    let high = after.unwrap_or("").as_bytes();
    let mut key = Vec::new();
    let mut bounded = after.is_some();
    for at in 0.. {
        let from = low.get(at).map_or(0, |digit| value(*digit));
        // Tied to its end, `after` leaves no room: go on without it, or this never ends.
        bounded = bounded && at < high.len();
        let to = if bounded { value(high[at]) } else { DIGITS.len() };
        if to > from + 1 {
            key.push(DIGITS[usize::midpoint(from, to)]);
            break;
        }
        key.push(DIGITS[from]);
        bounded = bounded && from == to;
        // A bound one above leaves everything below it free from here on.
        if to == from + 1 {
            bounded = false;
        }
    }
    String::from_utf8(key).unwrap_or_default()
}

/// `count` keys in order after `before`.
pub fn after(before: Option<&str>, count: usize) -> Vec<String> {
    let width = 4;
    let mut last = before.map(str::to_owned);
    let mut keys = Vec::with_capacity(count);
    for _ in 0..count {
        let next = step(last.as_deref(), width);
        last = Some(next.clone());
        keys.push(next);
    }
    keys
}

/// The next key in a long run: counts in a fixed width, so a thousand rows
/// added one after another do not grow a thousand characters.
fn step(last: Option<&str>, width: usize) -> String {
    let mut digits: Vec<usize> =
        last.unwrap_or("").bytes().take(width).map(value).chain(std::iter::repeat(0)).take(width).collect();
    for at in (0..width).rev() {
        if digits[at] + 1 < DIGITS.len() {
            digits[at] += 1;
            digits[at + 1..].fill(0);
            // Never end in 0: 'i' (the middle) stands in for it.
            let mut key: Vec<u8> = digits.iter().map(|digit| DIGITS[*digit]).collect();
            if key.last() == Some(&b'0') {
                key.push(b'i');
            }
            return String::from_utf8(key).unwrap_or_default();
        }
    }
    between(last, None)
}

fn value(digit: u8) -> usize {
    DIGITS.iter().position(|one| *one == digit).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_room_between_two_keys() {
        let (mut low, mut high) = (between(None, None), between(Some(&between(None, None)), None));
        for turn in 0..200 {
            let middle = between(Some(&low), Some(&high));
            assert!(low < middle && middle < high, "{low} {middle} {high}");
            if turn % 3 == 0 { low = middle } else { high = middle }
        }
        let mut first = between(None, None);
        for _ in 0..100 {
            let ahead = between(None, Some(&first));
            assert!(ahead < first);
            first = ahead;
        }
    }

    #[test]
    fn keys_without_room_between_them_come_to_an_end() {
        for (low, high) in [("i", "i"), ("", ""), ("a", "a0"), ("a", "a00"), ("i", "a"), ("é", "ê"), ("zz", "zz")] {
            assert!(between(Some(low), Some(high)).as_str() > low || !low.is_ascii(), "{low} {high}");
        }
        assert!(!between(None, Some("0")).is_empty());
    }

    #[test]
    fn a_long_run_keeps_order_and_stays_short() {
        let keys = after(None, 3000);
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(keys.iter().all(|key| key.len() <= 5));
        let more = after(keys.last().map(String::as_str), 2);
        assert!(keys[2999] < more[0] && more[0] < more[1]);
    }
}
