//! What a field inspector's phone asks: an offline pack, judgements of many packs at once, devices and
//! the entries that they signed.
//!
//! Whoever asks is a member of staff who is signed in, in a brand, a partner or an authority, with a
//! role that inspects. What they send is JSON or bytes, which no form of another site can send with the
//! session's cookie.

pub mod consignments;
pub mod devices;
pub mod entries;
pub mod me;
pub mod pack;
pub mod page;
pub mod photos;
pub mod sweep;

use std::{ops::Deref, sync::Arc};

use axum::{extract::FromRequestParts, http::request::Parts};

use super::{desk::Desk, visitor::Visitor};
use crate::{
    error::ApiError,
    organisation::Kind,
    role::Permission,
    state::{App, Shared},
};

/// A member of staff who inspects.
#[derive(Clone, Debug)]
pub struct Inspector(pub Desk);

impl Deref for Inspector {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        &self.0
    }
}

impl FromRequestParts<Shared> for Inspector {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, ApiError> {
        let Ok(visitor) = Visitor::from_request_parts(parts, app).await;
        let desk = Desk::signed_in(visitor, parts, app).await?;
        let inspector = desk.ok_or(ApiError::SignIn)?;
        if inspector.organisation.kind == Kind::Operator {
            return Err(ApiError::Role);
        }
        inspector.need(Permission::Inspections)?;
        Ok(Inspector(inspector))
    }
}

fn field(field: &'static str, detail: &str) -> ApiError {
    ApiError::Field {
        field,
        detail: detail.to_owned(),
    }
}
