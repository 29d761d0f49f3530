//! Base64 for links and files, without padding (RFC 4648, section 5); strict.

/// In the order of their values.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Three bytes to four characters; the last ones to as few as they need.
///
/// ```
/// assert_eq!(signed::base64url::encode(&[0xff, 0xef, 0xbe, 0x01]), "_---AQ");
/// ```
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..=group.len() {
            let value = (bits >> (18 - 6 * at)) & 63;
            out.push(char::from(ALPHABET[value as usize]));
        }
    }
    out
}

/// The bytes, where there are exactly `N`; each has one spelling, and others are refused.
///
/// ```
/// use signed::base64url::decode;
///
/// assert_eq!(decode::<4>("_---AQ"), Some([0xff, 0xef, 0xbe, 0x01]));
/// assert_eq!(decode::<4>("_---AR"), None, "a bit that no byte has");
/// assert_eq!(decode::<4>("_---AQ=="), None);
/// ```
#[must_use]
pub fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != (N * 4).div_ceil(3) {
        return None;
    }
    let mut out = [0; N];
    let (mut bits, mut have, mut at) = (0u32, 0, 0);
    for character in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == character)?;
        bits = bits << 6 | value as u32;
        have += 6;
        if have >= 8 {
            have -= 8;
            *out.get_mut(at)? = (bits >> have) as u8;
            at += 1;
            bits &= (1 << have) - 1;
        }
    }
    (at == N && bits == 0).then_some(out)
}
