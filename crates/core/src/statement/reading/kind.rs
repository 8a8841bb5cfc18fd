//! What a token is: a word, a number, an amount, an address and so on.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A word.
    Word,
    /// A number, also `3.2 million` and `twelve`.
    Number(f64),
    /// A share in percent.
    Percent(f64),
    /// An amount of money, whatever the currency.
    Money(f64),
    /// An e-mail address.
    Email,
    /// A web address.
    Url,
    /// A telephone number.
    Phone,
    /// A time of day.
    Time,
    /// A date, a month or a year.
    Date,
    /// Something that is still to be filled in.
    Placeholder,
}
