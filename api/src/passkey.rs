//! Passkeys (WebAuthn Level 3): what a page asks a device for, and what the answer proves.
//!
//! The state between question and answer goes with the form: under a keyed digest, for a few
//! minutes, and an answer to it counts once (`store/passkey.rs`). So a page that a stranger opens
//! writes nothing, and any server that has the database can take the answer.
//!
//! Staff sign in with them (`http/desk/sign_in.rs`), and people open their products (`keyring.rs`).

use serde::{Deserialize, Serialize, de::DeserializeOwned};
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
    /// To open a person's products on one more device.
    Open,
    /// To make what is kept under that owner (`Session::for_keyring`) and what the passkey opens one.
    Unite(String),
    /// To keep what a person has under that owner (`Session::for_keyring`), who is new where it is
    /// empty.
    Keep(String),
}

impl Purpose {
    /// Staff are verified by their device. Whoever opens their own products is, where it can.
    fn prefers_verification(&self) -> bool {
        matches!(self, Purpose::Open | Purpose::Unite(_) | Purpose::Keep(_))
    }
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
    /// Its user handle: the identifier of the member of staff that it was made for, or random.
    pub user: String,
    /// Its public half.
    pub passkey: Passkey,
    /// To be taken once.
    pub challenge: Challenge,
}

/// A passkey whose device has signed.
#[derive(Debug)]
pub struct Signed {
    /// The user handle that the device gave with it. Nothing says yet that it is the passkey's own.
    pub user: String,
    /// The passkey with what its device now says of itself.
    pub passkey: Passkey,
    /// To be taken once.
    pub challenge: Challenge,
}

#[derive(Debug, Serialize, Deserialize)]
struct Sealed {
    purpose: Purpose,
    user: String,
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

    /// Asks for a new passkey with a user handle of 16 bytes in hexadecimal, on a device that has none
    /// of those that are known.
    pub fn ask_for_new(
        &self,
        purpose: Purpose,
        user: &str,
        name: &str,
        known: Vec<CredentialID>,
    ) -> Result<Question, PasskeyError> {
        let handle = random::from_hex::<16>(user).ok_or(PasskeyError::Stale)?;
        let (options, mut state) = self
            .webauthn
            .start_passkey_registration(Uuid::from_bytes(handle), name, name, Some(known))
            .map_err(PasskeyError::Refused)?;
        let mut options = serde_json::to_value(options).map_err(PasskeyError::Unreadable)?;
        // Nobody types a name to sign in, so the device must keep whose passkey it is.
        let selection = &mut options["publicKey"]["authenticatorSelection"];
        selection["residentKey"] = json!("required");
        selection["requireResidentKey"] = json!(true);
        if purpose.prefers_verification() {
            selection["userVerification"] = json!(PREFERRED);
            // That would have a device demand what is only preferred.
            if let Some(extensions) = options["publicKey"]["extensions"].as_object_mut() {
                extensions.remove("credentialProtectionPolicy");
                extensions.remove("enforceCredentialProtectionPolicy");
            }
            state = preferring(&state, "rs")?;
        }
        self.question(purpose, user, State::Making(state), &options)
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
            user: sealed.user,
            passkey,
            challenge,
        })
    }

    /// Asks whoever it is for a signature by a passkey of theirs.
    pub fn ask_for_signature(&self, purpose: Purpose) -> Result<Question, PasskeyError> {
        let (options, mut state) = self
            .webauthn
            .start_discoverable_authentication()
            .map_err(PasskeyError::Refused)?;
        let mut options = serde_json::to_value(options).map_err(PasskeyError::Unreadable)?;
        if purpose.prefers_verification() {
            options["publicKey"]["userVerification"] = json!(PREFERRED);
            state = preferring(&state, "ast")?;
        }
        self.question(purpose, "", State::Signing(state), &options)
    }

    /// The answer of a device: which credential it says that it has, to be judged next.
    pub fn read(answer: &str) -> Result<PublicKeyCredential, PasskeyError> {
        serde_json::from_str(answer).map_err(PasskeyError::Unreadable)
    }

    /// Judges a signature by the passkey of that credential. Whose it is, is the caller's to judge.
    pub fn take_signature(
        &self,
        purpose: &Purpose,
        state: &str,
        answer: &PublicKeyCredential,
        mut passkey: Passkey,
    ) -> Result<Signed, PasskeyError> {
        let (sealed, challenge) = self.opened(purpose, state)?;
        let State::Signing(state) = sealed.state else {
            return Err(PasskeyError::Stale);
        };
        let (user, _) = self
            .webauthn
            .identify_discoverable_authentication(answer)
            .map_err(PasskeyError::Refused)?;
        let result = self
            .webauthn
            .finish_discoverable_authentication_v2(answer, state, &passkey)
            .map_err(PasskeyError::Refused)?;
        passkey.update_credential(&result);
        Ok(Signed {
            user: random::hex(user.as_bytes()),
            passkey,
            challenge,
        })
    }

    fn question(
        &self,
        purpose: Purpose,
        user: &str,
        state: State,
        options: &Value,
    ) -> Result<Question, PasskeyError> {
        let sealed = Sealed {
            purpose,
            user: user.to_owned(),
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

/// What a device is asked to do about whoever uses it (WebAuthn Level 3, section 5.8.6).
const PREFERRED: &str = "preferred";

/// The state of a ceremony that the library began as it does for those who must be verified, for one
/// where that is preferred. Its serialized form is the only way to say so.
fn preferring<S: Serialize + DeserializeOwned>(state: &S, part: &str) -> Result<S, PasskeyError> {
    let mut state = serde_json::to_value(state).map_err(PasskeyError::Unreadable)?;
    state[part]["policy"] = json!(PREFERRED);
    serde_json::from_value(state).map_err(PasskeyError::Unreadable)
}

/// A new member's identifier.
pub fn new_staff_id() -> Result<String, PasskeyError> {
    let bytes = random::bytes::<16>().map_err(PasskeyError::Random)?;
    Ok(random::hex(&bytes))
}
