//! Keyrings: the passkeys that open a person's products, and the devices that have them open.

use trace::Instant;
use webauthn_rs::prelude::Passkey;

use super::{
    Db, Result, Tx,
    db::{from_json, to_json},
    value::Row,
};

/// A passkey that opens a person's products.
#[derive(Clone, Debug)]
pub struct KeyringPasskey {
    /// Its credential identifier, as the authenticator chose it.
    pub credential: Vec<u8>,
    /// Whose products: `Session::for_keyring`.
    pub owner: String,
    /// Their session, sealed with the passkey's user handle.
    pub root: [u8; 16],
    /// The device that it was made on, in words.
    pub device: String,
    /// When it was made.
    pub added_at: Instant,
    /// When it last opened them.
    pub used_at: Option<Instant>,
    /// Public key, counter and flags.
    pub passkey: Passkey,
}

/// A device that has a person's products open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyringDevice {
    /// Of what its cookie holds.
    pub digest: [u8; 32],
    /// Whose products: `Session::for_keyring`.
    pub owner: String,
    /// Their session, sealed with what the cookie holds.
    pub root: [u8; 16],
    /// Browser and system, in words.
    pub device: String,
    /// Since when.
    pub began_at: Instant,
    /// When it was last seen, to the day.
    pub seen_at: Instant,
}

fn read_passkey(row: &Row<'_>) -> Result<KeyringPasskey> {
    Ok(KeyringPasskey {
        credential: row.get(0)?,
        owner: row.get(1)?,
        root: row.get(2)?,
        device: row.get(3)?,
        added_at: Instant(row.get(4)?),
        used_at: row.get::<Option<i64>>(5)?.map(Instant),
        passkey: from_json("keyring_passkey", &row.get::<String>(6)?)?,
    })
}

fn read_device(row: &Row<'_>) -> Result<KeyringDevice> {
    Ok(KeyringDevice {
        digest: row.get(0)?,
        owner: row.get(1)?,
        root: row.get(2)?,
        device: row.get(3)?,
        began_at: Instant(row.get(4)?),
        seen_at: Instant(row.get(5)?),
    })
}

impl Db<'_> {
    /// The passkey of that credential identifier.
    pub fn keyring_passkey(&self, credential: &[u8]) -> Result<Option<KeyringPasskey>> {
        self.row(
            "select credential, owner, root, device, added_at, used_at, record
             from keyring_passkey where credential = ?1",
            [credential],
            read_passkey,
        )
    }

    /// The passkeys of a keyring, in the order of their making.
    pub fn keyring_passkeys(&self, owner: &str) -> Result<Vec<KeyringPasskey>> {
        self.rows(
            "select credential, owner, root, device, added_at, used_at, record
             from keyring_passkey where owner = ?1 order by added_at, credential",
            [owner],
            read_passkey,
        )
    }

    /// The device whose cookie has that digest.
    pub fn keyring_device(&self, digest: &[u8; 32]) -> Result<Option<KeyringDevice>> {
        self.row(
            "select digest, owner, root, device, began_at, seen_at
             from keyring_device where digest = ?1",
            [digest.as_slice()],
            read_device,
        )
    }

    /// The devices that have a keyring open, the last seen first.
    pub fn keyring_devices(&self, owner: &str) -> Result<Vec<KeyringDevice>> {
        self.rows(
            "select digest, owner, root, device, began_at, seen_at
             from keyring_device where owner = ?1 order by seen_at desc, began_at desc, digest",
            [owner],
            read_device,
        )
    }
}

impl Tx<'_> {
    /// Puts a passkey in; whether its credential identifier was free.
    pub fn put_keyring_passkey(&self, row: &KeyringPasskey) -> Result<bool> {
        let added = self.execute(
            "insert into keyring_passkey
                 (credential, owner, root, device, added_at, used_at, record)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             on conflict (credential) do nothing",
            (
                row.credential.as_slice(),
                &row.owner,
                row.root.as_slice(),
                &row.device,
                row.added_at.0,
                row.used_at.map(|at| at.0),
                to_json("keyring_passkey", &row.passkey)?,
            ),
        )?;
        Ok(added > 0)
    }

    /// Notes that a passkey opened its keyring, and what its device said of it now; `false` where it
    /// is gone, or was used since it was read.
    pub fn use_keyring_passkey(
        &self,
        passkey: &Passkey,
        used_before: Option<Instant>,
        now: Instant,
    ) -> Result<bool> {
        let used = self.execute(
            "update keyring_passkey set used_at = ?2, record = ?3
             where credential = ?1 and used_at is not distinct from ?4",
            (
                passkey.cred_id().as_ref() as &[u8],
                now.0,
                to_json("keyring_passkey", passkey)?,
                used_before.map(|at| at.0),
            ),
        )?;
        Ok(used > 0)
    }

    /// Removes a passkey of a keyring.
    pub fn remove_keyring_passkey(&self, owner: &str, credential: &[u8]) -> Result<()> {
        self.execute(
            "delete from keyring_passkey where owner = ?1 and credential = ?2",
            (owner, credential),
        )?;
        Ok(())
    }

    /// A passkey opens another keyring from now on, whose session that is, sealed.
    pub fn move_keyring_passkey(
        &self,
        credential: &[u8],
        owner: &str,
        root: [u8; 16],
    ) -> Result<()> {
        self.execute(
            "update keyring_passkey set owner = ?2, root = ?3 where credential = ?1",
            (credential, owner, root.as_slice()),
        )?;
        Ok(())
    }

    /// The same for a device that has one open.
    pub fn move_keyring_device(
        &self,
        digest: &[u8; 32],
        owner: &str,
        root: [u8; 16],
    ) -> Result<()> {
        self.execute(
            "update keyring_device set owner = ?2, root = ?3 where digest = ?1",
            (digest.as_slice(), owner, root.as_slice()),
        )?;
        Ok(())
    }

    /// A device has a keyring open from now on.
    pub fn put_keyring_device(&self, row: &KeyringDevice) -> Result<()> {
        self.execute(
            "insert into keyring_device (digest, owner, root, device, began_at, seen_at)
             values (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                row.digest.as_slice(),
                &row.owner,
                row.root.as_slice(),
                &row.device,
                row.began_at.0,
                row.seen_at.0,
            ),
        )?;
        Ok(())
    }

    /// Notes that a device was seen.
    pub fn see_keyring_device(&self, digest: &[u8; 32], now: Instant) -> Result<()> {
        self.execute(
            "update keyring_device set seen_at = ?2 where digest = ?1",
            (digest.as_slice(), now.0),
        )?;
        Ok(())
    }

    /// A device has it open no more.
    pub fn end_keyring_device(&self, digest: &[u8; 32]) -> Result<()> {
        self.execute(
            "delete from keyring_device where digest = ?1",
            [digest.as_slice()],
        )?;
        Ok(())
    }

    /// No device has it open any more, but for the one that is named.
    pub fn end_keyring_devices(&self, owner: &str, but: Option<&[u8; 32]>) -> Result<()> {
        let but = but.map_or(&[][..], |digest| digest.as_slice());
        self.execute(
            "delete from keyring_device where owner = ?1 and digest <> ?2",
            (owner, but),
        )?;
        Ok(())
    }

    /// Erases a keyring: its passkeys, and that devices had it open.
    pub fn erase_keyring(&self, owner: &str) -> Result<()> {
        self.execute("delete from keyring_passkey where owner = ?1", [owner])?;
        self.end_keyring_devices(owner, None)
    }

    /// Forgets devices that were last seen before a moment.
    pub fn forget_keyring_devices(&self, before: Instant) -> Result<usize> {
        self.execute("delete from keyring_device where seen_at < ?1", [before.0])
    }
}
