//! Passkeys (WebAuthn Level 3): what a page asks a device for, and what the answer proves.
//!
//! The state between question and answer goes with the form: under a keyed digest, for a few
//! minutes, and an answer to it counts once (`store/passkey.rs`). So a page that a stranger opens
//! writes nothing, and any server that has the database can take the answer.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use subtle::ConstantTimeEq;
use trace::Instant;
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder, WebauthnError,
};

use crate::{http::visitor::Visitor, random, state::App};

/// From the question to its answer, in milliseconds: longer than anybody looks for a finger.
const LIFE_MS: i64 = 10 * 60 * 1000;

/// Why a passkey can't be asked for, or its answer doesn't count.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// The server doesn't know which name passkeys are for.
    #[error("passkeys need `--public-origin`, since they belong to one name")]
    Origin,
    /// The question is not ours, or too old.
    #[error("the question is not from here, or too old")]
    Stale,
    /// The answer is not what a browser sends.
    #[error("the answer can't be read")]
    Unreadable(#[source] serde_json::Error),
    /// The answer proves nothing.
    #[error("the answer doesn't hold")]
    Refused(#[source] WebauthnError),
    /// The system gave no random bytes.
    #[error("no random bytes: {0}")]
    Random(getrandom::Error),
}

/// What the question is for; an answer for one counts for no other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// To sign in.
    SignIn,
    /// To join by the invitation of that digest, in hexadecimal.
    Join(String),
    /// To add one to those of a member.
    Add(String),
}

/// A question for a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The options for `navigator.credentials`, as JSON with base64url for bytes.
    pub options: String,
    /// What the form sends back with the answer.
    pub state: String,
}

/// A question that was answered. It must be taken once, in the act that the answer is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// What it is known by.
    pub digest: [u8; 32],
    /// When it can be forgotten.
    pub expires_at: Instant,
}

/// A passkey that was made.
#[derive(Debug)]
pub struct Made {
    /// The identifier of the member that it was made for.
    pub staff: String,
    /// Its public half.
    pub passkey: Passkey,
    /// To be taken once.
    pub challenge: Challenge,
}

#[derive(Debug, Serialize, Deserialize)]
struct Sealed {
    purpose: Purpose,
    staff: String,
    expires_at: i64,
    state: State,
}

#[derive(Debug, Serialize, Deserialize)]
enum State {
    Making(PasskeyRegistration),
    Signing(DiscoverableAuthentication),
}

/// Asks for passkeys of one origin, and judges answers.
#[derive(Debug)]
pub struct Passkeys<'a> {
    webauthn: Webauthn,
    secret: &'a [u8; 32],
    now: Instant,
}

impl<'a> Passkeys<'a> {
    /// For the configured origin, or for `localhost` without one.
    ///
    /// A passkey belongs to a name, so a name that only a request's header says is not enough.
    pub fn new(app: &'a App, visitor: &Visitor) -> Result<Passkeys<'a>, PasskeyError> {
        let origin = Url::parse(&visitor.origin).map_err(|_| PasskeyError::Origin)?;
        let name = origin.domain().ok_or(PasskeyError::Origin)?;
        if app.public_origin.is_none() && name != "localhost" {
            return Err(PasskeyError::Origin);
        }
        let webauthn = WebauthnBuilder::new(name, &origin)
            .and_then(|builder| builder.rp_name("Touchstone").build())
            .map_err(|_| PasskeyError::Origin)?;
        Ok(Passkeys {
            webauthn,
            secret: app.store.secret(),
            now: app.clock.now(),
        })
    }

    /// Asks for a new passkey of a member, on a device that has none of theirs.
    pub fn ask_for_new(
        &self,
        purpose: Purpose,
        staff: &str,
        name: &str,
        known: Vec<CredentialID>,
    ) -> Result<Question, PasskeyError> {
        let user = random::from_hex::<16>(staff).ok_or(PasskeyError::Stale)?;
        let (options, state) = self
            .webauthn
            .start_passkey_registration(Uuid::from_bytes(user), name, name, Some(known))
            .map_err(PasskeyError::Refused)?;
        let mut options = serde_json::to_value(options).map_err(PasskeyError::Unreadable)?;
        // Nobody types a name to sign in, so the device must keep whose passkey it is.
        let selection = &mut options["publicKey"]["authenticatorSelection"];
        selection["residentKey"] = json!("required");
        selection["requireResidentKey"] = json!(true);
        self.question(purpose, staff, State::Making(state), &options)
    }

    /// Judges a new passkey.
    pub fn take_new(
        &self,
        purpose: &Purpose,
        state: &str,
        answer: &str,
    ) -> Result<Made, PasskeyError> {
        let (sealed, challenge) = self.opened(purpose, state)?;
        let State::Making(state) = sealed.state else {
            return Err(PasskeyError::Stale);
        };
        let answer: RegisterPublicKeyCredential =
            serde_json::from_str(answer).map_err(PasskeyError::Unreadable)?;
        let passkey = self
            .webauthn
            .finish_passkey_registration(&answer, &state)
            .map_err(PasskeyError::Refused)?;
        Ok(Made {
            staff: sealed.staff,
            passkey,
            challenge,
        })
    }

    /// Asks whoever it is to sign in with a passkey of theirs.
    pub fn ask_to_sign_in(&self) -> Result<Question, PasskeyError> {
        let (options, state) = self
            .webauthn
            .start_discoverable_authentication()
            .map_err(PasskeyError::Refused)?;
        let options = serde_json::to_value(options).map_err(PasskeyError::Unreadable)?;
        self.question(Purpose::SignIn, "", State::Signing(state), &options)
    }

    /// The answer of a device: which credential it says that it has, to be judged next.
    pub fn read(answer: &str) -> Result<PublicKeyCredential, PasskeyError> {
        serde_json::from_str(answer).map_err(PasskeyError::Unreadable)
    }

    /// Judges a signature by the passkey of that credential and member; the passkey with what its
    /// device now says of itself.
    pub fn take_signature(
        &self,
        state: &str,
        answer: &PublicKeyCredential,
        mut passkey: Passkey,
        staff: &str,
    ) -> Result<(Passkey, Challenge), PasskeyError> {
        let (sealed, challenge) = self.opened(&Purpose::SignIn, state)?;
        let State::Signing(state) = sealed.state else {
            return Err(PasskeyError::Stale);
        };
        let (user, _) = self
            .webauthn
            .identify_discoverable_authentication(answer)
            .map_err(PasskeyError::Refused)?;
        if random::hex(user.as_bytes()) != staff {
            return Err(PasskeyError::Refused(WebauthnError::InvalidUserUniqueId));
        }
        let result = self
            .webauthn
            .finish_discoverable_authentication_v2(answer, state, &passkey)
            .map_err(PasskeyError::Refused)?;
        passkey.update_credential(&result);
        Ok((passkey, challenge))
    }

    fn question(
        &self,
        purpose: Purpose,
        staff: &str,
        state: State,
        options: &Value,
    ) -> Result<Question, PasskeyError> {
        let sealed = Sealed {
            purpose,
            staff: staff.to_owned(),
            expires_at: self.now.0 + LIFE_MS,
            state,
        };
        let sealed = serde_json::to_vec(&sealed).map_err(PasskeyError::Unreadable)?;
        let mac = self.mac(&sealed);
        Ok(Question {
            options: options["publicKey"].to_string(),
            state: format!("{}{}", random::hex(&mac), random::hex(&sealed)),
        })
    }

    fn opened(&self, purpose: &Purpose, state: &str) -> Result<(Sealed, Challenge), PasskeyError> {
        let (mac, sealed) = state.split_at_checked(64).ok_or(PasskeyError::Stale)?;
        let mac = random::from_hex::<32>(mac).ok_or(PasskeyError::Stale)?;
        let bytes = random::bytes_of_hex(sealed).ok_or(PasskeyError::Stale)?;
        if !bool::from(self.mac(&bytes).ct_eq(&mac)) {
            return Err(PasskeyError::Stale);
        }
        let sealed: Sealed = serde_json::from_slice(&bytes).map_err(PasskeyError::Unreadable)?;
        if sealed.purpose != *purpose || sealed.expires_at < self.now.0 {
            return Err(PasskeyError::Stale);
        }
        let challenge = Challenge {
            // Over the bytes: the same in capitals is the same question.
            digest: random::digest(&[b"passkey-challenge", &bytes]),
            expires_at: Instant(sealed.expires_at),
        };
        Ok((sealed, challenge))
    }

    fn mac(&self, sealed: &[u8]) -> [u8; 32] {
        random::keyed_digest(self.secret, &[b"passkey", sealed])
    }
}

/// A new member's identifier.
pub fn new_staff_id() -> Result<String, PasskeyError> {
    let bytes = random::bytes::<16>().map_err(PasskeyError::Random)?;
    Ok(random::hex(&bytes))
}
