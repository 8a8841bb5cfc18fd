//! Kinds of tokens: words, numbers, amounts, addresses and others.

/// Kind of a token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A word.
    Word,
    /// A number, including forms such as `3.2 million` and `twelve`.
    Number(f64),
    /// A percentage.
    Percent(f64),
    /// An amount of money in any currency.
    Money(f64),
    /// An e-mail address.
    Email,
    /// A web address.
    Url,
    /// A phone number.
    Phone,
    /// A time of day.
    Time,
    /// A date, a month or a year.
    Date,
    /// A blank to be filled in.
    Placeholder,
}
