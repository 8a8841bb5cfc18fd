//! Numbers as people write them: thousands separated, one decimal at most, units and currency named.
//!
//! Rounding happens here and nowhere else, so that the same number reads the same on every page.

use goldenhour_core::time::SimDuration;

/// Returns a number without decimals, its thousands separated: `61,426`.
pub fn whole(number: f64) -> String {
    let text = format!("{:.0}", number.abs());
    let sign = if number < 0.0 && text != "0" { "−" } else { "" };
    format!("{sign}{}", separated(&text))
}

/// Returns a number with one decimal: `8.6`, `1,204.0`.
pub fn decimal(number: f64) -> String {
    let text = format!("{:.1}", number.abs());
    let sign = if number < 0.0 && text != "0.0" { "−" } else { "" };
    match text.split_once('.') {
        Some((whole, tenth)) => format!("{sign}{}.{tenth}", separated(whole)),
        None => format!("{sign}{}", separated(&text)),
    }
}

/// Returns a number with one decimal where it has one: `3`, `3.5`.
pub fn plain(number: f64) -> String {
    let text = decimal(number);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// Returns a share from 0 to 1 in percent: `87 %`.
pub fn percent(share: f64) -> String {
    format!("{}\u{a0}%", whole(100.0 * share))
}

/// Returns an amount with the code of its currency: `GBP 1,215,916`.
pub fn money(amount: f64, currency: &str) -> String {
    format!("{currency}\u{a0}{}", whole(amount))
}

/// Returns a length of time in hours and minutes: `2 h 45 min`.
pub fn length(length: SimDuration) -> String {
    match (length.minutes() / 60, length.minutes() % 60) {
        (0, minutes) => format!("{minutes}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, minutes) => format!("{hours}\u{a0}h {minutes}\u{a0}min"),
    }
}

/// Returns a count with its noun: `1 claim`, `3 claims`.
pub fn count(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", separated(&count.to_string()), if count == 1 { one } else { many })
}

/// Puts a comma before every third digit from the right.
fn separated(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated_and_rounded() {
        for (number, text) in [
            (0.0, "0"),
            (-0.2, "0"),
            (999.4, "999"),
            (999.6, "1,000"),
            (61426.42, "61,426"),
            (1_215_916.3, "1,215,916"),
            (-1234.0, "−1,234"),
        ] {
            assert_eq!(whole(number), text);
        }
    }

    #[test]
    fn one_decimal_at_most() {
        assert_eq!(decimal(8.5714), "8.6");
        assert_eq!(decimal(1204.0), "1,204.0");
        assert_eq!(plain(3.0), "3");
        assert_eq!(plain(3.51), "3.5");
    }

    #[test]
    fn units_are_named() {
        assert_eq!(percent(0.874), "87\u{a0}%");
        assert_eq!(money(937_351.01, "GBP"), "GBP\u{a0}937,351");
        assert_eq!(length(SimDuration::from_minutes(165)), "2\u{a0}h 45\u{a0}min");
        assert_eq!(length(SimDuration::from_minutes(60)), "1\u{a0}h");
        assert_eq!(length(SimDuration::from_minutes(5)), "5\u{a0}min");
        assert_eq!(count(1, "claim", "claims"), "1 claim");
        assert_eq!(count(2, "claim", "claims"), "2 claims");
    }
}
