//! Members of staff who are signed in, without the passkey that a browser would need.

use api::{
    access::Act,
    csrf::{self, Binding},
    organisation::{Kind, Organisation},
    role::Role,
    staff_session::{COOKIE, StaffToken},
    store::{Staff, StaffSession},
};
use axum::{body::Body, http::Method};

use crate::site::{Reply, Site, request};

/// Somebody at the desk.
pub struct Person {
    pub id: String,
    pub token: StaffToken,
    csrf: String,
}

impl Site {
    /// An organisation beside the brands.
    pub async fn admit(&self, id: &str, kind: Kind) {
        let organisation = Organisation {
            id: id.to_owned(),
            kind,
            name: id.to_uppercase(),
            suspended_at: None,
        };
        let now = self.app.clock.now();
        let is_new = self
            .app
            .store
            .write(move |tx| tx.admit(&organisation, now))
            .await;
        assert!(is_new.unwrap(), "{id}");
    }

    /// A new member who has just signed in.
    pub async fn person(&self, organisation: &str, role: Role) -> Person {
        let id = api::passkey::new_staff_id().unwrap();
        let now = self.app.clock.now();
        let staff = Staff {
            id: id.clone(),
            organisation: organisation.to_owned(),
            name: format!("{role:?} of {organisation}"),
            role,
            joined_at: now,
        };
        self.app
            .store
            .write(move |tx| {
                tx.settle_organisation(&staff.organisation, now)?;
                tx.put_staff(&staff)
            })
            .await
            .unwrap();
        self.sign_in(&id).await
    }

    /// Another session of a member.
    pub async fn sign_in(&self, id: &str) -> Person {
        let token = StaffToken::new().unwrap();
        let now = self.app.clock.now();
        let session = StaffSession {
            digest: token.digest(),
            staff: id.to_owned(),
            device: "Chrome, Linux".to_owned(),
            began_at: now,
            seen_at: now,
        };
        self.app
            .store
            .write(move |tx| tx.put_staff_session(&session))
            .await
            .unwrap();
        Person {
            id: id.to_owned(),
            csrf: csrf::token(self.app.store.secret(), &Binding::Staff(token)).unwrap(),
            token,
        }
    }
}

impl Person {
    pub async fn open(&self, site: &Site, path: &str) -> Reply {
        let cookie = self.cookie();
        site.get(path, &[("cookie", &cookie)]).await
    }

    /// A form of one's own page.
    pub async fn submit(&self, site: &Site, path: &str, fields: &[(&str, &str)]) -> Reply {
        let fields = [&[("csrf", self.csrf.as_str())], fields].concat();
        submit(site, path, Some(&self.cookie()), &fields).await
    }

    pub fn cookie(&self) -> String {
        format!("{COOKIE}={}", self.token.value())
    }
}

/// A form with whatever cookie.
pub async fn submit(
    site: &Site,
    path: &str,
    cookie: Option<&str>,
    fields: &[(&str, &str)],
) -> Reply {
    let encode = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    let body: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    let mut headers = vec![("content-type", "application/x-www-form-urlencoded")];
    headers.extend(cookie.map(|cookie| ("cookie", cookie)));
    let body = Body::from(body.join("&"));
    site.send(request(Method::POST, path, &headers, body)).await
}

/// How often something is in an organisation's log.
pub fn logged(site: &Site, organisation: &str, act: Act) -> usize {
    let rows = site
        .app
        .store
        .read_blocking(|db| db.access_log(organisation, i64::MAX, 1000))
        .unwrap();
    let of_act = rows.iter().filter(|(_, entry)| entry.act == act.id());
    of_act.count()
}
