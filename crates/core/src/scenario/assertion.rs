//! What a statement can assert beyond the claims of the scenario: kinds of data, causes and deeds.
//!
//! These vocabularies are general, so that every scenario can be compared with a text. Facts name the kinds of data
//! and the causes that apply to them. Deeds are compared with what has happened in the session. The words that express each of them
//! are data, one file per language, in `assets/text/claims`.

use serde::{Deserialize, Serialize};

/// Kind of personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DataClass {
    /// Names.
    Names,
    /// Home and delivery addresses.
    Addresses,
    /// E-mail addresses.
    Emails,
    /// Telephone numbers.
    Phones,
    /// Dates of birth.
    BirthDates,
    /// Passwords.
    Passwords,
    /// Numbers of payment cards.
    Cards,
    /// Payment cards saved in an account.
    SavedCards,
    /// Security codes of payment cards.
    SecurityCodes,
    /// Bank details.
    BankDetails,
    /// Identity cards, passports and driving licenses.
    IdentityDocuments,
    /// Health data.
    Health,
    /// Orders and purchases.
    Orders,
    /// Gift cards and vouchers.
    GiftCards,
    /// Photographs.
    Photos,
    /// Tax and social security numbers.
    SocialSecurity,
}

/// Cause of a breach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CauseClass {
    /// A member of staff acted on purpose.
    Insider,
    /// A supplier or a component of a supplier.
    Supplier,
    /// A deceptive message.
    Phishing,
    /// A stolen or forgotten log-in.
    StolenLogin,
    /// Passwords from a breach at another company.
    ReusedPasswords,
    /// A flaw in software that was not patched.
    SoftwareFlaw,
    /// A wrong setting, such as storage open to the internet.
    Misconfiguration,
    /// Malicious software.
    Malware,
    /// A lost or stolen device.
    LostDevice,
    /// A break-in to premises.
    Burglary,
}

/// Something that an organization does after a breach and may say that it has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ActionTaken {
    /// The police have been informed.
    PoliceTold,
    /// A data protection authority has been informed.
    RegulatorTold,
    /// Those affected have been informed directly.
    CustomersTold,
    /// Staff have been informed.
    StaffTold,
    /// The shop has been closed.
    ShopClosed,
}
