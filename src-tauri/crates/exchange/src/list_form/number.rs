//! How forms number their items: `2①`, `2-(4)`, `２－④`, `(4)` under a group 2.

/// A number as a cell has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    /// Group and item in one cell.
    Whole(u32, u32),
    /// An item alone: in a circle or in brackets.
    Sub(u32),
    /// A plain number: a group.
    Group(u32),
}

impl Number {
    /// What the text of a cell says, where it is a number and nothing else.
    pub fn of(text: &str) -> Option<Self> {
        let mut parts: Vec<(u32, bool)> = Vec::new();
        let mut digits = String::new();
        let mut marked = false;
        let mut end = |digits: &mut String, marked: bool| -> Option<()> {
            if !digits.is_empty() {
                parts.push((digits.parse().ok().filter(|number| (1..100).contains(number))?, marked));
                digits.clear();
            }
            Some(())
        };
        for sign in text.chars().filter(|sign| !sign.is_whitespace()) {
            match sign {
                '0'..='9' => digits.push(sign),
                '０'..='９' => digits.push(char::from_digit(sign as u32 - '０' as u32, 10)?),
                '①'..='⑳' | '㉑'..='㉟' => {
                    end(&mut digits, marked)?;
                    let first = if sign >= '㉑' { '㉑' as u32 - 20 } else { '①' as u32 };
                    digits = (sign as u32 - first + 1).to_string();
                    end(&mut digits, true)?;
                }
                '(' | '（' => {
                    end(&mut digits, marked)?;
                    marked = true;
                }
                ')' | '）' => {
                    end(&mut digits, marked)?;
                    marked = false;
                }
                '-' | '－' | 'ー' | '−' | '‐' | '.' | '．' => end(&mut digits, marked)?,
                _ => return None,
            }
        }
        end(&mut digits, marked)?;
        match parts[..] {
            [(group, false), (item, _)] => Some(Self::Whole(group, item)),
            [(item, true)] => Some(Self::Sub(item)),
            [(group, false)] => Some(Self::Group(group)),
            _ => None,
        }
    }

    /// The number a heading begins with: `2 医療情報システムの管理・運用`, `２．体制構築`.
    pub fn of_heading(text: &str) -> Option<u32> {
        let text = text.trim();
        // `2.1` is an item, and no heading of a group 2.
        if matches!(Self::of(text), Some(Self::Whole(..))) {
            return None;
        }
        let digits: String =
            text.chars().take_while(|sign| sign.is_ascii_digit() || ('０'..='９').contains(sign)).collect();
        let rest = &text[digits.len()..];
        match (Self::of(&digits)?, rest.chars().next()) {
            (Self::Group(group), None | Some(' ' | '　' | '.' | '．' | '、' | '\n')) => Some(group),
            _ => None,
        }
    }

    /// Group and item as one key, `2-4`; what two forms of one list share however each writes it.
    pub fn key(text: &str) -> Option<String> {
        match Self::of(text)? {
            Self::Whole(group, item) => Some(format!("{group}-{item}")),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_however_they_are_written() {
        for text in ["2④", "2-④", "２－④", "2(4)", "2-(4)", "２（４）", "2 ④", "2-4", "2.4"] {
            assert_eq!(Number::key(text).as_deref(), Some("2-4"), "{text}");
        }
        assert_eq!(Number::of("⑬"), Some(Number::Sub(13)));
        assert_eq!((Number::of("㉑"), Number::of("㉟")), (Some(Number::Sub(21)), Some(Number::Sub(35))));
        assert_eq!(Number::of_heading("2.1"), None);
        assert_eq!(Number::of("（３）"), Some(Number::Sub(3)));
        assert_eq!(Number::of("2"), Some(Number::Group(2)));
        for none in ["", "はい", "2-4-1", "第2", "2024/5/1", "①②③", "100", "0-1", "-"] {
            assert_eq!(Number::of(none), None, "{none}");
        }
        assert_eq!(Number::of_heading("２　医療情報システムの管理・運用"), Some(2));
        assert_eq!(Number::of_heading("2023年の一覧"), None);
    }
}
