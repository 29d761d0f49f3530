//! What holders are told by mail, where they left an address and mail is sent here.

use app::words::{Locale, Words};
use trace::Instant;

use crate::{
    answer::text,
    error::ApiError,
    outbox, random,
    state::App,
    store::{self, Db, Mail, Registration, Tx},
};

/// What is needed to tell a holder.
#[derive(Clone, Debug)]
pub struct Told {
    /// Random, for the mails' names.
    id: String,
    is_sent: bool,
    /// `https://HOST`, where it is known.
    origin: Option<String>,
}

impl Told {
    /// By what the server was told.
    pub fn new(app: &App) -> Result<Told, ApiError> {
        Ok(Told {
            id: random::hex(&random::bytes::<16>()?),
            is_sent: app.sends_mail,
            origin: app.public_origin.clone(),
        })
    }

    /// That somebody proved that they hold the unit.
    pub fn displaced(&self, tx: &Tx<'_>, before: &Registration, now: Instant) -> store::Result<()> {
        self.tell(tx, before, now, |words, product| {
            words.owner_mail_displaced(product)
        })
    }

    /// That staff decided a dispute about the unit.
    pub fn decided(
        &self,
        tx: &Tx<'_>,
        holder: &Registration,
        reason: &str,
        now: Instant,
    ) -> store::Result<()> {
        self.tell(tx, holder, now, |words, product| {
            words.owner_mail_decided(product, reason)
        })
    }

    /// What staff say of their receipt; `reason` is empty where it backs the registration.
    pub fn receipt(
        &self,
        tx: &Tx<'_>,
        holder: &Registration,
        reason: &str,
        now: Instant,
    ) -> store::Result<()> {
        self.tell(tx, holder, now, |words, product| match reason {
            "" => words.owner_mail_supported(product),
            reason => words.owner_mail_unsupported(product, reason),
        })
    }

    /// In every language, since it isn't known which one they read. It names no code: whoever reads
    /// over their shoulder must not open the registration.
    fn tell(
        &self,
        tx: &Tx<'_>,
        holder: &Registration,
        now: Instant,
        says: impl Fn(Words, &str) -> String,
    ) -> store::Result<()> {
        let Some(email) = holder.email.as_ref().filter(|_| self.is_sent) else {
            return Ok(());
        };
        let mut body = Vec::new();
        for locale in Locale::ALL {
            let words = Words::new(locale);
            body.push(says(words, &product_name(tx, holder, locale)?));
            if let Some(origin) = &self.origin {
                body.push(words.claim_mail_where(format!("{origin}/mine")));
            }
        }
        tx.put_mail(&Mail {
            id: random::hex(&random::digest(&[
                self.id.as_bytes(),
                holder.reference.as_bytes(),
            ])),
            about: holder.reference.clone(),
            recipient: email.clone(),
            subject: outbox::one_line(
                &Words::new(Locale::En).owner_mail_subject(&holder.reference),
            ),
            body: body.join("\n\n"),
            made_at: now,
            attempts: 0,
            unsubscribe: None,
        })
    }
}

fn product_name(db: &Db<'_>, holder: &Registration, locale: Locale) -> store::Result<String> {
    let product = db.product_record(holder.product)?;
    let name = product.and_then(|product| text(&product.name, locale.tag()));
    Ok(name.unwrap_or_default())
}
