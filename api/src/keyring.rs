//! Keyrings: a person's products on several devices, opened with passkeys instead of an account.
//!
//! Everything of a person's is kept under digests of one session. Before there is a keyring, that is the
//! random number in the browser's cookie. With one it is another random number, the root, that no
//! browser has: each device's cookie holds a number of its own, and the root is stored sealed with it.
//! A passkey has it sealed with its user handle, which the database doesn't hold. So the database alone
//! leads from no passkey to a product, and a device that is signed out knows nothing that opens any.

mod device;
mod joined;

pub use self::device::{DeviceToken, LIFE_MS, Opened, SignedOut, identify};
use crate::{
    error::ApiError,
    passkey::{Challenge, Made, Signed},
    random,
    session::Session,
    state::App,
    store::{self, KeyringDevice, KeyringPasskey, Outcome, Tx},
};

/// How many passkeys a keyring has at most.
pub const MAX_PASSKEYS: usize = 20;

/// Why nothing was kept or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The passkey opens nothing here: it was removed, or is another's.
    Unknown,
    /// The question was answered before, or the passkey was used meanwhile.
    Twice,
    /// There are [`MAX_PASSKEYS`].
    Full,
}

/// Keeps what a browser has under a passkey that was just made. The token of its device, where the
/// browser was not one of the keyring's before.
///
/// # Errors
/// The database.
pub async fn keep(
    app: &App,
    guest: Option<Session>,
    opened: Option<Opened>,
    made: Made,
    device: String,
) -> Result<Result<Option<DeviceToken>, Refusal>, ApiError> {
    let root = match &opened {
        Some(opened) => opened.root,
        None => Session::new()?,
    };
    let begun = match opened {
        Some(_) => None,
        None => Some(Begun::new(app, root, &device)?),
    };
    let joins = guest.filter(|_| begun.is_some());
    if let Some(guest) = joins {
        joined::checks(app, guest, root).await?;
    }
    let credential = made.passkey.cred_id().to_vec();
    let row = KeyringPasskey {
        owner: root.for_keyring(),
        root: sealed(
            app,
            PASSKEY,
            &[made.user.as_bytes(), &credential],
            root.bytes(),
        ),
        credential,
        device,
        added_at: app.clock.now(),
        used_at: None,
        passkey: made.passkey,
    };
    let token = begun.as_ref().map(|begun| begun.token);
    let kept = write(app, made.challenge, move |tx| {
        if tx.keyring_passkeys(&row.owner)?.len() >= MAX_PASSKEYS {
            return Ok(Err(Refusal::Full));
        }
        if !tx.put_keyring_passkey(&row)? {
            return Ok(Err(Refusal::Twice));
        }
        if let Some(begun) = &begun {
            tx.put_keyring_device(&begun.row)?;
        }
        match joins {
            Some(guest) => joined::rows(tx, guest, root, row.added_at).map(Ok),
            None => Ok(Ok(())),
        }
    });
    if let Err(refusal) = kept.await? {
        return Ok(Err(refusal));
    }
    after(app, joins, root).await?;
    Ok(Ok(token))
}

/// Opens a person's products on one more device, and adds what that has as a guest.
///
/// # Errors
/// The database.
pub async fn open(
    app: &App,
    guest: Option<Session>,
    known: KeyringPasskey,
    signed: Signed,
    device: &str,
) -> Result<Result<DeviceToken, Refusal>, ApiError> {
    let Some(root) = root_of(app, &known, &signed) else {
        return Ok(Err(Refusal::Unknown));
    };
    let begun = Begun::new(app, root, device)?;
    if let Some(guest) = guest {
        joined::checks(app, guest, root).await?;
    }
    let (token, now) = (begun.token, app.clock.now());
    let used_before = known.used_at;
    let is_open = write(app, signed.challenge, move |tx| {
        // Its counter was judged by what was read before: that must still stand.
        if !tx.use_keyring_passkey(&signed.passkey, used_before, now)? {
            return Ok(Err(Refusal::Twice));
        }
        tx.put_keyring_device(&begun.row)?;
        match guest {
            Some(guest) => joined::rows(tx, guest, root, now).map(Ok),
            None => Ok(Ok(())),
        }
    });
    if let Err(refusal) = is_open.await? {
        return Ok(Err(refusal));
    }
    after(app, guest, root).await?;
    Ok(Ok(token))
}

/// Makes one of two keyrings: what a device has open joins what a passkey opens. Each passkey and each
/// device of either opens all of it from then on.
///
/// # Errors
/// The database.
pub async fn unite(
    app: &App,
    opened: Opened,
    known: KeyringPasskey,
    signed: Signed,
) -> Result<Result<(), Refusal>, ApiError> {
    let Some(root) = root_of(app, &known, &signed) else {
        return Ok(Err(Refusal::Unknown));
    };
    let other = opened.root;
    // Both may be the same already: then the passkey was used, and that is all.
    let joins = Some(other).filter(|other| *other != root);
    if let Some(other) = joins {
        joined::checks(app, other, root).await?;
    }
    let (now, used_before) = (app.clock.now(), known.used_at);
    let united = write(app, signed.challenge, move |tx| {
        if !tx.use_keyring_passkey(&signed.passkey, used_before, now)? {
            return Ok(Err(Refusal::Twice));
        }
        let Some(other) = joins else {
            return Ok(Ok(()));
        };
        let (from, to) = (other.for_keyring(), root.for_keyring());
        let passkeys = tx.keyring_passkeys(&from)?;
        if passkeys.len() + tx.keyring_passkeys(&to)?.len() > MAX_PASSKEYS {
            return Ok(Err(Refusal::Full));
        }
        for row in passkeys {
            tx.move_keyring_passkey(&row.credential, &to, resealed(row.root, other, root))?;
        }
        for row in tx.keyring_devices(&from)? {
            tx.move_keyring_device(&row.digest, &to, resealed(row.root, other, root))?;
        }
        joined::rows(tx, other, root, now).map(Ok)
    });
    if let Err(refusal) = united.await? {
        return Ok(Err(refusal));
    }
    after(app, joins, root).await?;
    Ok(Ok(()))
}

/// What a passkey opens; `None` for another user handle than its own, which unseals something else.
fn root_of(app: &App, known: &KeyringPasskey, signed: &Signed) -> Option<Session> {
    let key = [signed.user.as_bytes(), &known.credential];
    let root = Session::from_bytes(sealed(app, PASSKEY, &key, &known.root));
    (root.for_keyring() == known.owner).then_some(root)
}

/// The seal of one root as that of another. What it is sealed with is not needed for that, for a seal is
/// a one-time pad; and it seals one root still, for the one before is nobody's any more.
fn resealed(seal: [u8; 16], before: Session, now: Session) -> [u8; 16] {
    std::array::from_fn(|index| seal[index] ^ before.bytes()[index] ^ now.bytes()[index])
}

/// One act that answers a question, which counts once.
async fn write(
    app: &App,
    challenge: Challenge,
    mut act: impl FnMut(&Tx<'_>) -> store::Result<Result<(), Refusal>> + Send + 'static,
) -> Result<Result<(), Refusal>, ApiError> {
    let now = app.clock.now();
    let written = app.store.write_or_undo(move |tx| {
        if !tx.answer_challenge(&challenge.digest, challenge.expires_at, now)? {
            return Ok(Outcome::Undo(Err(Refusal::Twice)));
        }
        Ok(match act(tx)? {
            Ok(()) => Outcome::Keep(Ok(())),
            Err(refusal) => Outcome::Undo(Err(refusal)),
        })
    });
    Ok(written.await?)
}

/// Checks that came in while the rest was moved; and nothing of the guest stays in the database's
/// file.
async fn after(app: &App, joined: Option<Session>, root: Session) -> Result<(), ApiError> {
    if let Some(guest) = joined {
        joined::late_checks(app, guest, root).await?;
        app.store.sweep().await?;
    }
    Ok(())
}

/// A device that is about to have a keyring open.
struct Begun {
    token: DeviceToken,
    row: KeyringDevice,
}

impl Begun {
    fn new(app: &App, root: Session, device: &str) -> Result<Begun, ApiError> {
        let token = DeviceToken::new()?;
        let now = app.clock.now();
        let row = KeyringDevice {
            digest: token.digest(),
            owner: root.for_keyring(),
            root: sealed(app, DEVICE, &[token.bytes()], root.bytes()),
            device: device.to_owned(),
            began_at: now,
            seen_at: now,
        };
        Ok(Begun { token, row })
    }
}

/// What a root is sealed with, as part of what it is sealed for.
const PASSKEY: &[u8] = b"keyring-passkey";
const DEVICE: &[u8] = b"keyring-device";

/// Seals a root, and unseals it. Each key is random, and seals one root only: a one-time pad.
fn sealed(app: &App, purpose: &[u8], key: &[&[u8]], root: &[u8; 16]) -> [u8; 16] {
    let parts: Vec<&[u8]> = [purpose].into_iter().chain(key.iter().copied()).collect();
    let pad = random::keyed_digest(app.store.secret(), &parts);
    std::array::from_fn(|index| root[index] ^ pad[index])
}
