//! What is wrong in a scanned text, and where.

use std::{borrow::Cow, ops::Range};

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
    /// What a sentence about it needs besides; empty where it needs nothing.
    ///
    /// The identifiers that are required (`01,02` for one of them, `01+21` for both), the other
    /// identifier of a pair that excludes itself, the name of a coupon's part, the symbology
    /// identifier that carries no GS1 data, or how many digits a symbol holds (`8,12,13,14`).
    pub detail: Cow<'static, str>,
}

impl Fault {
    pub(crate) fn new(kind: FaultKind, ai: Option<Ai>, span: Range<usize>) -> Fault {
        Fault {
            kind,
            ai,
            span,
            detail: Cow::Borrowed(""),
        }
    }
}

/// What sort of rule a fault breaks; callers weigh them differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FaultClass {
    /// The text can't be taken apart as its form demands; elements may be missing.
    Structure,
    /// A value breaks the rules of its own application identifier.
    Value,
    /// Each element is right and the set of them is not. Another carrier on the same pack may
    /// complete it; see [`crate::pack_faults`].
    Association,
    /// Written in a way that the standard doesn't allow or no longer allows, with one meaning.
    Style,
}

macro_rules! fault_kinds {
    ($($class:ident { $($(#[$doc:meta])* $kind:ident = $name:literal,)* })*) => {
        /// What can be wrong. Sentences live with whoever speaks to people, keyed by [`Self::name`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum FaultKind { $($($(#[$doc])* $kind,)*)* }

        impl FaultKind {
            /// All of them.
            pub const ALL: &[FaultKind] = &[$($(FaultKind::$kind,)*)*];

            /// A stable name in kebab case.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $($(FaultKind::$kind => $name,)*)* }
            }

            /// What sort of rule is broken.
            #[must_use]
            pub fn class(self) -> FaultClass {
                match self { $($(FaultKind::$kind)|* => FaultClass::$class,)* }
            }
        }
    };
}

fault_kinds! {
    Structure {
        /// Nothing was there to read.
        Empty = "empty",
        /// Neither the text nor its symbol holds GS1 data.
        NoGs1Data = "no-gs1-data",
        /// A symbology identifier that carries no GS1 data.
        UnsupportedSymbology = "unsupported-symbology",
        /// A link in a symbol that says that it holds element strings.
        LinkInGs1Mode = "link-in-gs1-mode",
        /// An application identifier that the dictionary doesn't have.
        UnknownAi = "unknown-ai",
        /// Two separators, or a pair of brackets, with nothing between them.
        EmptyElement = "empty-element",
        /// An application identifier without a value.
        EmptyValue = "empty-value",
        /// Brackets that don't pair, or something outside of them.
        UnbalancedBrackets = "unbalanced-brackets",
        /// More elements than a pack can carry.
        TooManyElements = "too-many-elements",
        /// The digits of a retail symbol, too few, too many, or none at all.
        NotAGtin = "not-a-gtin",
        /// An EPC URN that is not of its scheme's form.
        MalformedUrn = "malformed-urn",
        /// A character that a URI can't hold.
        IllegalUriCharacter = "illegal-uri-character",
        /// A URI without a host, or with characters in it that no host has.
        IllegalUriHost = "illegal-uri-host",
        /// A scheme in mixed case: `HTTPS` and `https` are read, `Https` is not.
        MixedCaseScheme = "mixed-case-scheme",
        /// A Digital Link with an element in its path that is no qualifier of its key.
        NotAQualifier = "not-a-qualifier",
        /// A Digital Link whose qualifiers come in a wrong order.
        QualifierOrder = "qualifier-order",
        /// A Digital Link data attribute that may not stand in the query.
        NotAnAttribute = "not-an-attribute",
        /// A Digital Link data attribute that is a qualifier of the key and belongs in the path.
        BelongsInPath = "belongs-in-path",
    }
    Value {
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
        /// A check character outside GS1's character set 32.
        NotCset32 = "not-cset-32",
        /// The last digit is not the check digit of the others.
        IncorrectCheckDigit = "incorrect-check-digit",
        /// The last two characters are not the check character pair of the others.
        IncorrectCheckPair = "incorrect-check-pair",
        /// No GS1 Company Prefix, which begins with four digits at least.
        NotACompanyPrefix = "not-a-company-prefix",
        /// A month that is not 01 to 12.
        IllegalMonth = "illegal-month",
        /// A day that the month doesn't have.
        IllegalDay = "illegal-day",
        /// An hour above 23.
        IllegalHour = "illegal-hour",
        /// A minute above 59.
        IllegalMinute = "illegal-minute",
        /// A second above 59.
        IllegalSecond = "illegal-second",
        /// No country of ISO 3166-1.
        NotACountry = "not-a-country",
        /// No currency of ISO 4217.
        NotACurrency = "not-a-currency",
        /// No code of ISO/IEC 5218 for a person's sex.
        NotASex = "not-a-sex",
        /// No AIDC media type.
        NotAMediaType = "not-a-media-type",
        /// No package type of GS1's code list.
        NotAPackageType = "not-a-package-type",
        /// No importer index of Regulation (EU) 2018/574.
        NotAnImporterIndex = "not-an-importer-index",
        /// A latitude above 180 degrees from the South Pole.
        IllegalLatitude = "illegal-latitude",
        /// A longitude above 360 degrees.
        IllegalLongitude = "illegal-longitude",
        /// Something other than zeros where zeros must stand.
        NotZero = "not-zero",
        /// Nothing but zeros where a number must stand.
        Zero = "zero",
        /// A number that begins with a zero.
        ZeroPrefix = "zero-prefix",
        /// Something other than 0 and 1.
        NotYesOrNo = "not-yes-or-no",
        /// Something other than hyphens.
        NotAHyphen = "not-a-hyphen",
        /// A winding direction other than 0, 1 and 9.
        IllegalWinding = "illegal-winding",
        /// Digits alone where another character must be among them.
        NeedsNonDigit = "needs-non-digit",
        /// A character that no IBAN has.
        NotIban = "not-iban",
        /// Check digits of an IBAN that don't fit the rest.
        IncorrectIbanCheck = "incorrect-iban-check",
        /// A percent sign that no two hexadecimal digits follow.
        BadPercentEncoding = "bad-percent-encoding",
        /// A piece number and a total that are not of one length.
        OddPieceOfTotal = "odd-piece-of-total",
        /// Piece number zero.
        ZeroPiece = "zero-piece",
        /// A total of zero pieces.
        ZeroTotal = "zero-total",
        /// A piece number above the total.
        PieceExceedsTotal = "piece-exceeds-total",
        /// Not of the form `position/end`.
        MalformedSequence = "malformed-sequence",
        /// A position above the end of its sequence.
        PositionExceedsEnd = "position-exceeds-end",
        /// A part of a coupon is missing; the detail names it.
        CouponMissing = "coupon-missing",
        /// A part of a coupon is shorter than it must be; the detail names it.
        CouponTruncated = "coupon-truncated",
        /// A part of a coupon has a value that it can't have; the detail names it.
        CouponIllegal = "coupon-illegal",
        /// A coupon that expires before it starts.
        CouponExpiresBeforeStart = "coupon-expires-before-start",
        /// More in a coupon than its fields.
        CouponExcess = "coupon-excess",
    }
    Association {
        /// Another application identifier must go with it; the detail names which.
        MissingAssociation = "missing-association",
        /// Two application identifiers that exclude each other; the detail names the other.
        ExcludedPair = "excluded-pair",
        /// The same application identifier again: with another value, or in the query of a link.
        RepeatedAi = "repeated-ai",
        /// A digital signature signs a key without its serial component.
        UnsignedSerial = "unsigned-serial",
    }
    Style {
        /// A GTIN of 8, 12 or 13 digits where 14 must stand; it is read with leading zeros.
        ShortGtin = "short-gtin",
        /// A Digital Link with a slash at its end.
        TrailingSlash = "trailing-slash",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let mut names: Vec<&str> = FaultKind::ALL.iter().map(|kind| kind.name()).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
