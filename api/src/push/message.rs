//! One encrypted message (RFC 8291, sections 3.3 and 3.4; RFC 8188).

use std::str::FromStr;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use ring::{
    aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey},
    agreement::{self, ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey},
    hkdf::{HKDF_SHA256, KeyType, Prk, Salt},
    rand::SystemRandom,
};

use crate::random;

/// Bytes of the one record, header and tag included: what every push service takes (RFC 8030).
const RECORD: u32 = 4096;
/// Bytes of an uncompressed P-256 point.
const POINT: usize = 65;
/// The header, the mark of the last record, and the tag.
const AROUND: usize = 16 + 4 + 1 + POINT + 1 + 16;

/// What a browser gave to encrypt with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Its public key: an uncompressed P-256 point.
    pub p256dh: [u8; POINT],
    /// The secret of both.
    pub auth: [u8; 16],
}

/// Why nothing can be encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeysError {
    /// They are no keys, or no point of the curve.
    #[error("the subscription's keys are none")]
    Malformed,
    /// The message is too long.
    #[error("the message is longer than one record")]
    Long,
    /// The operating system has no random bytes to give.
    #[error("no random bytes")]
    Random,
}

/// As they are stored: `P256DH AUTH`, base64url.
impl FromStr for Keys {
    type Err = KeysError;

    fn from_str(text: &str) -> Result<Keys, KeysError> {
        let (p256dh, auth) = text.split_once(' ').ok_or(KeysError::Malformed)?;
        let bytes = |text: &str| {
            BASE64_URL_SAFE_NO_PAD
                .decode(text.trim_end_matches('='))
                .ok()
        };
        let keys = bytes(p256dh).zip(bytes(auth)).and_then(|(p256dh, auth)| {
            Some(Keys {
                p256dh: p256dh.try_into().ok()?,
                auth: auth.try_into().ok()?,
            })
        });
        keys.filter(|keys| keys.p256dh[0] == 4)
            .ok_or(KeysError::Malformed)
    }
}

/// Encrypts a message for a browser, with a key of its own.
///
/// # Errors
/// [`KeysError`].
pub fn seal(keys: &Keys, message: &[u8]) -> Result<Vec<u8>, KeysError> {
    let private = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new())
        .map_err(|_| KeysError::Random)?;
    let public = private
        .compute_public_key()
        .map_err(|_| KeysError::Random)?;
    let own: [u8; POINT] = public.as_ref().try_into().map_err(|_| KeysError::Random)?;
    let salt = random::bytes().map_err(|_| KeysError::Random)?;
    let peer = UnparsedPublicKey::new(&ECDH_P256, &keys.p256dh);
    agreement::agree_ephemeral(private, &peer, |secret| {
        seal_with(keys, secret, &own, &salt, message)
    })
    .map_err(|_| KeysError::Malformed)?
}

/// The same, with everything that is random given: the secret that both sides agree on, the
/// sender's public key, and the salt.
///
/// # Errors
/// [`KeysError`].
pub fn seal_with(
    keys: &Keys,
    secret: &[u8],
    own: &[u8; POINT],
    salt: &[u8; 16],
    message: &[u8],
) -> Result<Vec<u8>, KeysError> {
    if message.len() + AROUND > RECORD as usize {
        return Err(KeysError::Long);
    }
    let agreed = Salt::new(HKDF_SHA256, &keys.auth).extract(secret);
    let input: [u8; 32] = expand(&agreed, &[b"WebPush: info\0", &keys.p256dh, own])?;
    let content = Salt::new(HKDF_SHA256, salt).extract(&input);
    let key: [u8; 16] = expand(&content, &[b"Content-Encoding: aes128gcm\0"])?;
    let nonce: [u8; 12] = expand(&content, &[b"Content-Encoding: nonce\0"])?;
    let key = UnboundKey::new(&AES_128_GCM, &key).map_err(|_| KeysError::Malformed)?;

    // 2 marks the last record.
    let mut sealed = [message, &[2]].concat();
    LessSafeKey::new(key)
        .seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::empty(),
            &mut sealed,
        )
        .map_err(|_| KeysError::Long)?;
    Ok([
        &salt[..],
        &RECORD.to_be_bytes(),
        &[POINT as u8],
        own,
        &sealed,
    ]
    .concat())
}

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn expand<const N: usize>(key: &Prk, info: &[&[u8]]) -> Result<[u8; N], KeysError> {
    let mut bytes = [0; N];
    key.expand(info, Length(N))
        .and_then(|okm| okm.fill(&mut bytes))
        .map_err(|_| KeysError::Malformed)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        BASE64_URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    /// RFC 8291, section 5 and appendix A.
    #[test]
    fn the_standard_s_own_message() {
        let keys: Keys = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4 BTBZMqHH6r4Tts7J_aSIgg"
            .parse()
            .unwrap();
        let own = bytes(
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
        );
        let sealed = seal_with(
            &keys,
            &bytes("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs"),
            &own.try_into().unwrap(),
            &bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap(),
            b"When I grow up, I want to be a watermelon",
        );
        let expected = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
        assert_eq!(BASE64_URL_SAFE_NO_PAD.encode(sealed.unwrap()), expected);
    }

    #[test]
    fn what_is_too_long_or_no_key_is_told() {
        let point = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
        let keys: Keys = format!("{point} BTBZMqHH6r4Tts7J_aSIgg").parse().unwrap();
        let longest = RECORD as usize - AROUND;
        assert_eq!(seal(&keys, &vec![b'x'; longest]).unwrap().len(), 4096);
        assert_eq!(seal(&keys, &vec![b'x'; longest + 1]), Err(KeysError::Long));
        for wrong in ["", "a b", point, &format!("{point} AAAA")] {
            assert_eq!(wrong.parse::<Keys>(), Err(KeysError::Malformed), "{wrong}");
        }
        let mut off_the_curve = keys;
        off_the_curve.p256dh[64] ^= 1;
        assert_eq!(seal(&off_the_curve, b"x"), Err(KeysError::Malformed));
    }
}
