//! Numbers for display: grouped thousands, at most one decimal, with units and currency.
//!
//! Reports, the window and the command line all format numbers here, so a number looks the same everywhere.

use super::language::Language;
use goldenhour_core::time::SimDuration;

/// Number format of reports that exist only in English.
pub const ENGLISH: NumberFormat = NumberFormat::of(Language::English);

/// Formats numbers by the conventions of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberFormat {
    thousands_separator: char,
    decimal_separator: char,
}

impl NumberFormat {
    /// Returns the number format of a language.
    pub const fn of(language: Language) -> Self {
        match language {
            Language::English => NumberFormat { thousands_separator: ',', decimal_separator: '.' },
            Language::German => NumberFormat { thousands_separator: '.', decimal_separator: ',' },
        }
    }

    /// Formats a number without decimals and with grouped thousands: `61,426`.
    pub fn whole(self, number: f64) -> String {
        let text = format!("{:.0}", number.abs());
        let sign = if number < 0.0 && text != "0" { MINUS } else { "" };
        format!("{sign}{}", self.grouped(&text))
    }

    /// Formats a number without decimals and with a sign: `+12`, `−3`, `0`.
    pub fn signed_whole(self, number: f64) -> String {
        let sign = if number.round() > 0.0 { "+" } else { "" };
        format!("{sign}{}", self.whole(number))
    }

    /// Formats a number with one decimal: `8.6`, `1,204.0`.
    pub fn decimal(self, number: f64) -> String {
        let text = format!("{:.1}", number.abs());
        let sign = if number < 0.0 && text != "0.0" { MINUS } else { "" };
        match text.split_once('.') {
            Some((whole, tenth)) => format!("{sign}{}{}{tenth}", self.grouped(whole), self.decimal_separator),
            None => format!("{sign}{}", self.grouped(&text)),
        }
    }

    /// Formats a number with one decimal and a sign: `+3.5`, `−0.4`, `0.0`.
    pub fn signed(self, number: f64) -> String {
        let text = self.decimal(number);
        let is_plain = text.starts_with(MINUS) || text == self.decimal(0.0);
        if is_plain { text } else { format!("+{text}") }
    }

    /// Formats a number with one decimal and without thousands separators, for amounts in millions: `1.2`.
    pub fn ungrouped(self, number: f64) -> String {
        let text = format!("{number:.1}");
        text.chars().map(|mark| if mark == '.' { self.decimal_separator } else { mark }).collect()
    }

    /// Formats a number with one decimal, omitted if it is zero: `3`, `3.5`.
    pub fn plain(self, number: f64) -> String {
        let text = self.decimal(number);
        let whole = text.strip_suffix('0').and_then(|text| text.strip_suffix(self.decimal_separator));
        whole.map_or(text.clone(), str::to_owned)
    }

    /// Formats a share from 0 to 1 as a percentage.
    pub fn percent(self, share: f64) -> String {
        format!("{}\u{a0}%", self.whole(100.0 * share))
    }

    /// Formats an amount with its currency code: `GBP 1,215,916`.
    pub fn money(self, amount: f64, currency: &str) -> String {
        format!("{currency}\u{a0}{}", self.whole(amount))
    }

    /// Formats a count with its noun: `1 claim`, `3 claims`.
    pub fn count(self, count: usize, one: &str, many: &str) -> String {
        format!("{} {}", self.grouped(&count.to_string()), if count == 1 { one } else { many })
    }

    /// Inserts a separator before every third digit from the right.
    fn grouped(self, digits: &str) -> String {
        let mut text = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(self.thousands_separator);
            }
            text.push(digit);
        }
        text
    }
}

/// Sign of a negative number.
const MINUS: &str = "−";

/// Formats a duration in hours and minutes: `2 h 45 min`.
pub fn length(length: SimDuration) -> String {
    match (length.minutes() / 60, length.minutes() % 60) {
        (0, minutes) => format!("{minutes}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, minutes) => format!("{hours}\u{a0}h {minutes}\u{a0}min"),
    }
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
            assert_eq!(ENGLISH.whole(number), text);
        }
    }

    #[test]
    fn one_decimal_at_most() {
        assert_eq!(ENGLISH.decimal(8.5714), "8.6");
        assert_eq!(ENGLISH.decimal(1204.0), "1,204.0");
        assert_eq!(ENGLISH.plain(3.0), "3");
        assert_eq!(ENGLISH.plain(3.51), "3.5");
    }

    #[test]
    fn units_are_named() {
        assert_eq!(ENGLISH.percent(0.874), "87\u{a0}%");
        assert_eq!(ENGLISH.money(937_351.01, "GBP"), "GBP\u{a0}937,351");
        assert_eq!(length(SimDuration::from_minutes(165)), "2\u{a0}h 45\u{a0}min");
        assert_eq!(length(SimDuration::from_minutes(60)), "1\u{a0}h");
        assert_eq!(length(SimDuration::from_minutes(5)), "5\u{a0}min");
        assert_eq!(ENGLISH.count(1, "claim", "claims"), "1 claim");
        assert_eq!(ENGLISH.count(2, "claim", "claims"), "2 claims");
    }

    #[test]
    fn numbers_have_localized_separators() {
        let german = NumberFormat::of(Language::German);
        for (in_english, in_german, text_english, text_german) in [
            (ENGLISH.whole(-1_240_000.0), german.whole(-1_240_000.0), "−1,240,000", "−1.240.000"),
            (ENGLISH.decimal(-1234.5), german.decimal(-1234.5), "−1,234.5", "−1.234,5"),
            (ENGLISH.plain(1200.0), german.plain(1200.0), "1,200", "1.200"),
            (ENGLISH.plain(0.5), german.plain(0.5), "0.5", "0,5"),
            (ENGLISH.ungrouped(-1234.5), german.ungrouped(-1234.5), "-1234.5", "-1234,5"),
        ] {
            assert_eq!((in_english.as_str(), in_german.as_str()), (text_english, text_german));
        }
    }

    #[test]
    fn a_sign_is_shown_unless_the_number_rounds_to_zero() {
        let german = NumberFormat::of(Language::German);
        for (number, text) in [(3.46, "+3,5"), (-12.0, "−12,0"), (-0.01, "0,0"), (0.04, "0,0"), (0.05, "+0,1")] {
            assert_eq!(german.signed(number), text);
        }
        for (number, text) in [(3.5, "+4"), (-12.4, "−12"), (0.4, "0"), (-0.4, "0")] {
            assert_eq!(ENGLISH.signed_whole(number), text);
        }
    }
}
