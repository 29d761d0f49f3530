//! Being told of a recall later: what somebody asks for, and what they see of it.

use serde::{Deserialize, Serialize};

/// What ways of being told there are here, beside a private link.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FollowOffer {
    /// Whether mail is sent from here.
    pub mail: bool,
    /// The key for `PushManager.subscribe`, base64url of an uncompressed P-256 point; `None` where
    /// no push messages are sent from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub push_key: Option<String>,
}

/// `POST /v1/follows`: to be told when a recall covers something.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FollowRequest {
    /// The path of the Digital Link, as the answer's `code.path` has it.
    pub path: String,
    /// `link`, `mail` or `push`.
    pub channel: String,
    /// For `mail`: where to write to. Nothing is sent there before its owner says yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// For `push`: the browser's subscription.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub push: Option<PushSubscription>,
    /// The page's token against forged forms.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub csrf: String,
}

/// What `PushSubscription.toJSON()` gives.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PushSubscription {
    /// Where the push service takes messages.
    pub endpoint: String,
    /// What they are encrypted with.
    pub keys: PushKeys,
}

/// The keys of a push subscription (RFC 8291), base64url.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PushKeys {
    /// The browser's public key: an uncompressed P-256 point.
    pub p256dh: String,
    /// The secret of both: 16 bytes.
    pub auth: String,
}

/// `POST /v1/follows/lookup` and `/v1/follows/end`: the secret at the end of a private link.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FollowToken {
    /// As the link has it.
    pub token: String,
}

/// Something that is followed, as whoever has its link sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FollowView {
    /// The path of the Digital Link.
    pub path: String,
    /// The product's name.
    pub product: String,
    /// The brand's name.
    pub brand: String,
    /// `link`, `mail` or `push`.
    pub channel: String,
    /// Whether whoever has the address said yes.
    pub confirmed: bool,
    /// Since when, RFC 3339.
    pub since: String,
    /// The path of its private page, which whoever has it can look at and end.
    pub link: String,
    /// Recalls that cover it now, newest first.
    pub recalls: Vec<FollowRecall>,
}

/// A recall of something that is followed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FollowRecall {
    /// Its identifier.
    pub id: String,
    /// When it was published, ISO 8601.
    pub on: String,
    /// `certain`, or `possible` where the code or the notice doesn't say enough.
    pub certainty: String,
    /// The hazard.
    pub hazard: String,
    /// Whether it covers it only since it is followed.
    pub is_new: bool,
}
