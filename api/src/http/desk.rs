//! `/desk`: where the staff of organisations work. Server-rendered, with plain forms.
//!
//! Each file is a page with its acts. An act needs a session, the form's token (`sent.rs`) and a
//! permission, and happens in one transaction that looks at the one who acts once more.

pub mod claims;
pub mod devices;
pub mod disputes;
pub mod feedback;
pub mod granted;
pub mod grants;
pub mod handling;
pub mod inspection_findings;
pub mod inspection_lists;
pub mod inspections;
pub mod invite;
pub mod keys;
pub mod log;
pub mod me;
pub mod members;
mod next;
pub mod notices;
pub mod organisations;
pub mod packs;
pub mod pedigree;
pub mod recalls;
pub mod receipts;
pub mod records;
pub mod reports;
pub mod rewards;
mod sent;
pub mod sign_in;
pub mod signals;
pub mod thresholds;

use std::sync::Arc;

use app::pages::{
    Page,
    desk::{Desk as View, Link},
};
use axum::{
    Router,
    extract::FromRequestParts,
    http::{Method, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use trace::Instant;
use wire::convert::rfc3339;

use self::next::Next;
use super::visitor::{Visitor, cookie};
use crate::{
    access::Act,
    csrf::{self, Binding},
    error::ApiError,
    organisation::{Kind, Organisation},
    pages::{self, Document},
    role::Permission,
    staff_session::{self, StaffToken},
    state::{App, Shared},
    store::{self, AccessEntry, Outcome, Staff, StaffSession, Tx},
};

/// Every route of the desk.
pub fn router() -> Router<Shared> {
    Router::new()
        .route("/desk", get(me::home))
        .route("/desk/sign-in", get(sign_in::get).post(sign_in::post))
        .route("/desk/sign-out", post(me::sign_out))
        .route("/desk/sign-out-everywhere", post(me::sign_out_everywhere))
        .route("/desk/invite/{token}", get(invite::get).post(invite::post))
        .route("/desk/me", get(me::get))
        .route("/desk/me/passkeys/add", post(me::add_passkey))
        .route("/desk/me/passkeys/remove", post(me::remove_passkey))
        .route("/desk/me/sessions/end", post(me::end_session))
        .route("/desk/members", get(members::get))
        .route("/desk/members/invite", post(members::invite))
        .route("/desk/members/withdraw", post(members::withdraw))
        .route("/desk/members/role", post(members::change_role))
        .route("/desk/members/remove", post(members::remove))
        .route("/desk/keys", get(keys::get))
        .route("/desk/keys/create", post(keys::create))
        .route("/desk/keys/revoke", post(keys::revoke))
        .route("/desk/devices", get(devices::get))
        .route("/desk/devices/lock", post(devices::lock))
        .route("/desk/devices/unlock", post(devices::unlock))
        .route("/desk/inspections", get(inspections::get))
        .route("/desk/inspections/findings", get(inspection_findings::get))
        .route(
            "/desk/inspections/findings.csv",
            get(inspection_findings::csv),
        )
        .route("/desk/inspections/lists", get(inspection_lists::get))
        .route("/desk/inspections/lists/put", post(inspection_lists::put))
        .route(
            "/desk/inspections/lists/remove",
            post(inspection_lists::remove),
        )
        .route("/desk/inspections/tell", post(inspections::tell))
        .route("/desk/inspections/follow-up", post(inspections::follow_up))
        .route("/desk/inspections/{inspection}", get(inspections::one))
        .route(
            "/desk/inspections/{inspection}/report",
            get(inspections::report),
        )
        .route(
            "/desk/inspections/{inspection}/entries.csv",
            get(inspections::csv),
        )
        .route("/desk/grants", get(grants::get))
        .route("/desk/grants/give", post(grants::give))
        .route("/desk/grants/end", post(grants::end))
        .route("/desk/claims", get(claims::get))
        .route("/desk/claims/decide", post(claims::decide))
        .route("/desk/claims/{reference}", get(claims::one))
        .route("/desk/returns", get(claims::returns))
        .route("/desk/returns/decide", post(claims::decide_return))
        .route("/desk/returns/{reference}", get(claims::one_return))
        .route("/desk/returns/{reference}/photo", get(claims::photo))
        .route("/desk/receipts", get(receipts::get))
        .route("/desk/receipts/decide", post(receipts::decide))
        .route("/desk/receipts/{registration}/photo", get(receipts::photo))
        .route("/desk/disputes", get(disputes::get))
        .route("/desk/disputes/decide", post(disputes::decide))
        .route("/desk/feedback", get(feedback::get))
        .route("/desk/feedback/quotes", get(feedback::quotes))
        .route("/desk/feedback/answer", post(feedback::answer))
        .route("/desk/feedback/hide", post(feedback::hide))
        .route("/desk/feedback/show", post(feedback::show))
        .route("/desk/feedback/photo", post(feedback::show_photo))
        .route("/desk/feedback/{reference}", get(feedback::one))
        .route("/desk/feedback/{reference}/photo", get(feedback::photo))
        .route("/desk/notices", get(notices::get))
        .route("/desk/notices/decide", post(notices::decide))
        .route("/desk/records", get(records::get))
        .route("/desk/recalls", get(recalls::get))
        .route(
            "/desk/recalls/new",
            get(recalls::new).post(recalls::publish),
        )
        .route("/desk/recalls/withdraw", post(recalls::withdraw))
        .route("/desk/packs", get(packs::get).post(packs::post))
        .route("/desk/sales", get(handling::sales).post(handling::sell))
        .route(
            "/desk/processing",
            get(handling::processing).post(handling::process),
        )
        .route("/desk/pedigree", get(pedigree::get))
        .route("/desk/reports", get(reports::get))
        .route("/desk/reports/close", post(reports::close))
        .route("/desk/reports/{reference}", get(reports::one))
        .route("/desk/reports/{reference}/photo", get(reports::photo))
        .route("/desk/rewards", get(rewards::get))
        .route("/desk/rewards/rules", post(rewards::rules))
        .route("/desk/rewards/decide", post(rewards::decide))
        .route("/desk/rewards/vouchers", post(rewards::make))
        .route(
            "/desk/vouchers",
            get(rewards::vouchers).post(rewards::redeem),
        )
        .route("/desk/signals", get(signals::get))
        .route("/desk/signals/dismiss", post(signals::dismiss))
        .route(
            "/desk/signals/thresholds",
            get(thresholds::get).post(thresholds::post),
        )
        .route("/desk/granted", get(granted::get))
        .route("/desk/granted/{gtin}", get(granted::product))
        .route("/desk/granted/{gtin}/look", get(granted::look))
        .route("/desk/log", get(log::get))
        .route("/desk/organisations", get(organisations::get))
        .route("/desk/organisations/admit", post(organisations::admit))
        .route("/desk/organisations/invite", post(organisations::invite))
        .route("/desk/organisations/suspend", post(organisations::suspend))
        .route("/desk/organisations/resume", post(organisations::resume))
}

/// A member of staff who is signed in.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Their browser.
    pub visitor: Visitor,
    /// Who they are.
    pub staff: Staff,
    /// Whom they work for.
    pub organisation: Organisation,
    /// The session that they came with.
    pub session: StaffSession,
    token: StaffToken,
}

impl Desk {
    async fn of(visitor: Visitor, parts: &Parts, app: &App) -> Result<Option<Desk>, ApiError> {
        let Some(token) = cookie(&parts.headers, staff_session::COOKIE).and_then(StaffToken::parse)
        else {
            return Ok(None);
        };
        let now = app.clock.now();
        let digest = token.digest();
        let found = app
            .store
            .read(|db| {
                let Some(session) = db.staff_session(&digest)? else {
                    return Ok(None);
                };
                let Some(staff) = db.staff(&session.staff)? else {
                    return Ok(None);
                };
                let organisation = db.organisation(&staff.organisation)?;
                Ok(organisation.map(|organisation| (session, staff, organisation)))
            })
            .await?;
        let found = found.filter(|(session, _, organisation)| {
            staff_session::is_live(session, now) && organisation.suspended_at.is_none()
        });
        let Some((session, staff, organisation)) = found else {
            return Ok(None);
        };
        if now.0 >= session.seen_at.0 + staff_session::NOTE_MS {
            app.store
                .write(move |tx| tx.see_staff_session(&digest, now))
                .await?;
        }
        Ok(Some(Desk {
            visitor,
            staff,
            organisation,
            session,
            token,
        }))
    }

    /// Whoever is signed in; `None` for nobody.
    pub(in crate::http) async fn signed_in(
        visitor: Visitor,
        parts: &Parts,
        app: &App,
    ) -> Result<Option<Desk>, ApiError> {
        Desk::of(visitor, parts, app).await
    }

    /// Refuses whose role doesn't hold a permission.
    pub fn need(&self, permission: Permission) -> Result<(), ApiError> {
        if self.may(permission) {
            Ok(())
        } else {
            Err(ApiError::Role)
        }
    }

    /// Whether their role holds a permission, in an organisation of their kind.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        may(&self.staff, &self.organisation, permission)
    }

    /// The brand that they work for.
    pub fn brand(&self) -> Result<&str, ApiError> {
        self.organisation.brand().ok_or(ApiError::Role)
    }

    /// Checks the token of a form.
    pub fn check_form(&self, app: &App, token: &str) -> Result<(), ApiError> {
        if csrf::is_valid(app.store.secret(), &[Binding::Staff(self.token)], token) {
            Ok(())
        } else {
            Err(ApiError::Forged)
        }
    }

    /// What their pages have in common.
    pub fn view(&self, app: &App) -> Result<View, ApiError> {
        let context = app::Context {
            words: self.visitor.words,
            now: rfc3339(app.clock.now()),
            csrf: csrf::token(app.store.secret(), &Binding::Staff(self.token))?,
            near: None,
        };
        Ok(View {
            context,
            person: self.staff.name.clone(),
            organisation: self.organisation.name.clone(),
            kind: self.organisation.kind.id(),
            role: self.staff.role.id(),
            links: self.links(),
        })
    }

    /// A page of theirs.
    fn show(&self, app: &App, page: &Page) -> Response {
        pages::document(app, self.visitor.words, page, Document::Light)
    }

    fn links(&self) -> Vec<Link> {
        /// What is about a brand's own, and shut to partners and authorities.
        const OF_BRANDS: [Link; 13] = [
            Link::Claims,
            Link::Receipts,
            Link::Disputes,
            Link::Records,
            Link::Recalls,
            Link::Notices,
            Link::Signals,
            Link::Pedigrees,
            Link::Reports,
            Link::Feedback,
            Link::Rewards,
            Link::Vouchers,
            Link::Grants,
        ];
        let links = [
            (Permission::Members, Link::Members),
            (Permission::Keys, Link::Keys),
            (Permission::Inspections, Link::Inspections),
            (Permission::Inspectors, Link::Devices),
            (Permission::Inspectors, Link::InspectionLists),
            (Permission::Claims, Link::Claims),
            (Permission::Returns, Link::Returns),
            (Permission::Claims, Link::Receipts),
            (Permission::Claims, Link::Disputes),
            (Permission::Records, Link::Records),
            (Permission::Recalls, Link::Recalls),
            (Permission::Recalls, Link::Notices),
            (Permission::Inspections, Link::Inspect),
            (Permission::Dispensing, Link::Packs),
            (Permission::Selling, Link::Sales),
            (Permission::Processing, Link::Processing),
            (Permission::Signals, Link::Signals),
            (Permission::Signals, Link::Pedigrees),
            (Permission::Signals, Link::Reports),
            (Permission::Campaigns, Link::Feedback),
            (Permission::Campaigns, Link::Rewards),
            (Permission::Events, Link::Vouchers),
            (Permission::Grants, Link::Grants),
            (Permission::Granted, Link::Granted),
            (Permission::Organisations, Link::Organisations),
            (Permission::AccessLog, Link::Log),
        ];
        links
            .into_iter()
            .filter(|(permission, link)| {
                self.may(*permission)
                    && (self.organisation.brand().is_some() || !OF_BRANDS.contains(link))
            })
            .map(|(_, link)| link)
            .collect()
    }

    /// A line of the access log about a thing of their own organisation.
    #[must_use]
    pub fn entry(&self, act: Act, subject: &str, now: Instant) -> AccessEntry {
        AccessEntry {
            at: now,
            organisation: self.organisation.id.clone(),
            by_organisation: self.organisation.id.clone(),
            by_staff: self.staff.id.clone(),
            act: act.id().to_owned(),
            subject: subject.to_owned(),
        }
    }

    /// Does something in one transaction, if they may still: a role that was taken away while the
    /// form was open counts no more. `None` needs no permission but to be here.
    pub async fn act<T: Send + 'static>(
        &self,
        app: &App,
        permission: Option<Permission>,
        act: impl Fn(&Tx<'_>, Instant) -> store::Result<Result<T, ApiError>> + Send + 'static,
    ) -> Result<T, ApiError> {
        if let Some(permission) = permission {
            self.need(permission)?;
        }
        let (id, now) = (self.staff.id.clone(), app.clock.now());
        let (organisation, session) = (self.organisation.id.clone(), self.session.digest);
        let done = app.store.write_or_undo(move |tx| {
            let (Some(staff), Some(organisation), Some(_)) = (
                tx.staff(&id)?,
                tx.organisation(&organisation)?,
                tx.staff_session(&session)?,
            ) else {
                return Ok(Outcome::Undo(Err(ApiError::SignIn)));
            };
            if permission.is_some_and(|permission| !may(&staff, &organisation, permission)) {
                return Ok(Outcome::Undo(Err(ApiError::Role)));
            }
            tx.settle_organisation(&organisation.id, now)?;
            Ok(match act(tx, now)? {
                Ok(done) => Outcome::Keep(Ok(done)),
                Err(refusal) => Outcome::Undo(Err(refusal)),
            })
        });
        done.await?
    }
}

/// A role counts only where its organisation's kind gives it, and some permissions only there, too.
fn may(staff: &Staff, organisation: &Organisation, permission: Permission) -> bool {
    let is_of_kind = match permission {
        Permission::Keys | Permission::Inspectors => organisation.kind != Kind::Operator,
        Permission::Grants
        | Permission::Claims
        | Permission::Signals
        | Permission::Records
        | Permission::Recalls => organisation.kind == Kind::Brand,
        Permission::Granted => organisation.kind.is_granted(),
        Permission::Organisations => organisation.kind == Kind::Operator,
        _ => true,
    };
    is_of_kind
        && organisation.suspended_at.is_none()
        && crate::role::Role::of(organisation.kind).contains(&staff.role)
        && staff.role.allows(permission)
}

/// Whoever is not signed in is led to where one signs in; what they sent is refused.
impl FromRequestParts<Shared> for Desk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Desk, Response> {
        let Ok(visitor) = Visitor::from_request_parts(parts, app).await;
        match Desk::of(visitor, parts, app).await {
            Ok(Some(desk)) => Ok(desk),
            Ok(None) if parts.method == Method::GET => {
                let asked = parts.uri.path_and_query().map(|asked| asked.as_str());
                let next = asked.and_then(Next::parse);
                // Without one, everybody lands on the desk anyway.
                let next = next.filter(|next| next.path() != "/desk");
                let door = next.map_or_else(|| "/desk/sign-in".to_owned(), |next| next.door());
                Err(Redirect::to(&door).into_response())
            }
            Ok(None) => Err(ApiError::SignIn.into_response()),
            Err(error) => Err(error.into_response()),
        }
    }
}

/// To a page of the desk after an act, so that a reload does nothing twice.
fn back(path: &str) -> Response {
    Redirect::to(path).into_response()
}

/// What a browser says it is.
pub(super) fn device(headers: &axum::http::HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT);
    staff_session::device(agent.and_then(|agent| agent.to_str().ok()).unwrap_or(""))
}

/// A person's or a thing's name: some text, at most 80 characters.
fn name(field: &'static str, text: &str) -> Result<String, ApiError> {
    crate::submission::short_text(field, Some(text), 80)?.ok_or(ApiError::Field {
        field,
        detail: "it is empty; write a name".to_owned(),
    })
}
