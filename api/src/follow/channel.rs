//! The ways in which somebody is told: what was asked for → a way that there is.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use wire::follow::{FollowRequest, PushSubscription};

use super::origin;
use crate::{error::ApiError, state::App, submission::email, subscription::Target};

/// How somebody is told.
#[derive(Clone, Debug)]
pub(super) enum Channel {
    Link,
    Mail(String),
    Push(PushSubscription),
}

impl Channel {
    pub(super) fn read(app: &App, request: &FollowRequest) -> Result<Channel, ApiError> {
        match request.channel.as_str() {
            "link" => Ok(Channel::Link),
            "mail" if origin(app).is_none() => {
                Err(field("channel", "no mail is sent from here; take `link`"))
            }
            "mail" => email(request.email.as_deref())?
                .map(Channel::Mail)
                .ok_or_else(|| field("email", "write where to, like name@example.com")),
            "push" if app.push_key().is_none() => Err(field(
                "channel",
                "no push messages are sent from here; take `link`",
            )),
            "push" => push(app, request.push.as_ref()),
            _ => Err(field("channel", "it must be `link`, `mail` or `push`")),
        }
    }

    pub(super) fn name(&self) -> &'static str {
        match self {
            Channel::Link => "link",
            Channel::Mail(_) => "mail",
            Channel::Push(_) => "push",
        }
    }

    pub(super) fn target(&self) -> &str {
        match self {
            Channel::Link => "",
            Channel::Mail(address) => address,
            Channel::Push(push) => &push.endpoint,
        }
    }

    pub(super) fn keys(&self) -> String {
        match self {
            Channel::Push(push) => format!("{} {}", push.keys.p256dh, push.keys.auth),
            _ => String::new(),
        }
    }
}

/// A subscription that can be written to: at a public address, with keys of the right form.
pub(super) fn push(app: &App, push: Option<&PushSubscription>) -> Result<Channel, ApiError> {
    let push = push.ok_or_else(|| field("push", "send what `PushSubscription.toJSON()` gives"))?;
    if push.endpoint.len() > 1024 {
        return Err(field("push", "its `endpoint` is too long"));
    }
    Target::parse(&push.endpoint, app.webhooks).map_err(|error| ApiError::Field {
        field: "push",
        detail: format!("its `endpoint` can't be used: {error}"),
    })?;
    let bytes = |text: &str| BASE64_URL_SAFE_NO_PAD.decode(text.trim_end_matches('='));
    let is_point = bytes(&push.keys.p256dh).is_ok_and(|key| key.len() == 65 && key[0] == 4);
    let is_secret = bytes(&push.keys.auth).is_ok_and(|auth| auth.len() == 16);
    if !is_point || !is_secret {
        return Err(field("push", "its `keys` are none of a push subscription"));
    }
    Ok(Channel::Push(push.clone()))
}

fn field(field: &'static str, detail: &str) -> ApiError {
    ApiError::Field {
        field,
        detail: detail.to_owned(),
    }
}
