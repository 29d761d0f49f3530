//! The two secrets.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

macro_rules! key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub struct $name([u8; 32]);

        impl $name {
            /// From 32 bytes of a cryptographic random generator.
            ///
            /// The key is overwritten when it is dropped; the array that it was made from is the
            /// caller's to overwrite.
            #[must_use]
            pub fn new(bytes: [u8; 32]) -> $name {
                $name(bytes)
            }

            pub(crate) fn bytes(&self) -> &[u8; 32] {
                &self.0
            }
        }

        /// Shows nothing of the key, so that it can't get into a log.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }

        impl Drop for $name {
            fn drop(&mut self) {
                self.0.zeroize();
            }
        }

        impl ZeroizeOnDrop for $name {}
    };
}

key! {
    /// What serials are made and opened with: 32 bytes.
    ///
    /// Who has it can make and open the serials of every product.
    IssueKey
}

key! {
    /// What hidden codes are made with: 32 bytes, drawn independently of every [`IssueKey`], so that
    /// one of the two can leak and the other still protects.
    HiddenKey
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_shown() {
        assert_eq!(format!("{:?}", IssueKey::new([65; 32])), "IssueKey(..)");
        assert_eq!(format!("{:#?}", HiddenKey::new([65; 32])), "HiddenKey(..)");
    }

    #[test]
    fn everything_that_holds_a_key_is_overwritten() {
        fn check<T: ZeroizeOnDrop>() {}
        check::<IssueKey>();
        check::<HiddenKey>();
        // What `Issuer` and `HiddenIssuer` keep, by features in the manifest. The HMAC is two states of
        // this hash; it has no mark of its own.
        check::<aes::Aes256Enc>();
        check::<sha2::Sha256>();
    }
}
