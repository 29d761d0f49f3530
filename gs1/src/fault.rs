//! What is wrong in a scanned text, and where.

use std::ops::Range;

use crate::Ai;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub kind: FaultKind,
    /// The application identifier that it concerns, where there is one.
    pub ai: Option<Ai>,
    /// Where: bytes of the text as it was given to [`crate::parse`].
    pub span: Range<usize>,
}

macro_rules! fault_kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal,)*) => {
        /// What can be wrong. Sentences live with whoever speaks to people, keyed by [`Self::name`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum FaultKind { $($(#[$doc])* $kind,)* }

        impl FaultKind {
            /// All of them.
            pub const ALL: &[FaultKind] = &[$(FaultKind::$kind,)*];

            /// A stable name in kebab case.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(FaultKind::$kind => $name,)* }
            }
        }
    };
}

fault_kinds! {
    /// Nothing was there to read.
    Empty = "empty",
    /// An application identifier that the dictionary doesn't have.
    UnknownAi = "unknown-ai",
    /// The value ends too soon.
    TooShort = "too-short",
    /// The value is longer than its application identifier allows.
    TooLong = "too-long",
    /// A letter or sign where a digit must stand.
    NotADigit = "not-a-digit",
    /// A character outside GS1's character set 82.
    NotCset82 = "not-cset-82",
    /// A character outside GS1's character set 39.
    NotCset39 = "not-cset-39",
    /// A character outside base64url.
    NotCset64 = "not-cset-64",
    /// The last digit is not the check digit of the others.
    IncorrectCheckDigit = "incorrect-check-digit",
    /// A month that is not 01 to 12.
    IllegalMonth = "illegal-month",
    /// A day that the month doesn't have.
    IllegalDay = "illegal-day",
    /// An hour above 23, or a minute or second above 59.
    IllegalTime = "illegal-time",
    /// Something other than zeros where zeros must stand.
    NotZero = "not-zero",
    /// Nothing but zeros where a number must stand.
    Zero = "zero",
    /// Something other than 0 and 1.
    NotYesOrNo = "not-yes-or-no",
    /// A separator missing between two elements.
    MissingSeparator = "missing-separator",
    /// Brackets that don't pair, or something outside of them.
    UnbalancedBrackets = "unbalanced-brackets",
    /// The same application identifier with another value.
    RepeatedAi = "repeated-ai",
    /// A Digital Link with a percent sign that no two hexadecimal digits follow.
    BadPercentEncoding = "bad-percent-encoding",
    /// A Digital Link whose qualifiers don't belong to its key, or come in a wrong order.
    QualifierOrder = "qualifier-order",
    /// A Digital Link data attribute that may not stand in the query.
    NotAnAttribute = "not-an-attribute",
    /// The symbol promised GS1 data and holds none.
    NoGs1Data = "no-gs1-data",
}
