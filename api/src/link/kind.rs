//! Types of links: `gs1:pip` → the URI that a linkset has it under.

use std::fmt;

/// The namespace of the GS1 Web Vocabulary.
const VOCABULARY: &str = "https://ref.gs1.org/voc/";

/// Namespaces that it had before, or is written with.
const FORMER: [&str; 3] = [
    "http://ref.gs1.org/voc/",
    "https://gs1.org/voc/",
    "http://gs1.org/voc/",
];

/// The link types of the GS1 Web Vocabulary 1.16, but for the two that call a link a default.
const KNOWN: [&str; 58] = [
    "activityIdeas",
    "allergenInfo",
    "appDownload",
    "backgroundInfo",
    "brandHomepageClinical",
    "brandHomepagePatient",
    "careersInfo",
    "certificationInfo",
    "consumerHandlingStorageInfo",
    "dpp",
    "eifu",
    "epcis",
    "epil",
    "eventsInfo",
    "faqs",
    "handledBy",
    "hasRetailers",
    "homepage",
    "ingredientsInfo",
    "instructions",
    "jws",
    "leaveReview",
    "locationInfo",
    "logisticsInfo",
    "loyaltyProgram",
    "masterData",
    "menuInfo",
    "nutritionalInfo",
    "openingHoursInfo",
    "paymentLink",
    "pip",
    "productSustainabilityInfo",
    "promotion",
    "purchaseSuppliesOrAccessories",
    "quickStartGuide",
    "recallStatus",
    "recipeInfo",
    "registerProduct",
    "registryEntry",
    "relatedImage",
    "relatedVideo",
    "reportFound",
    "review",
    "safetyInfo",
    "scheduleTime",
    "serviceInfo",
    "smartLabel",
    "smpc",
    "socialMedia",
    "statisticInfo",
    "subscribe",
    "support",
    "sustainabilityInfo",
    "traceability",
    "tutorial",
    "userAgreement",
    "verificationService",
    "whatsInTheBox",
];

/// A type of link, whichever way it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkType(String);

impl LinkType {
    /// Reads a CURIE (`gs1:pip`), a full URI, or a relation registered with IANA (`license`); `None`
    /// for anything else.
    ///
    /// A URI is made of letters, digits, dots, slashes and underscores: what the published schema of
    /// linksets takes for a property's name.
    #[must_use]
    pub fn parse(text: &str) -> Option<LinkType> {
        if let Some(name) = text.strip_prefix("gs1:") {
            return is_name(name).then(|| LinkType::gs1(name));
        }
        if let Some(name) = FORMER.iter().find_map(|former| text.strip_prefix(former)) {
            return is_name(name).then(|| LinkType::gs1(name));
        }
        let rest = ["https://", "http://"]
            .into_iter()
            .find_map(|scheme| text.strip_prefix(scheme));
        let is_type = match rest {
            Some(rest) => is_uri(rest),
            None => is_relation(text),
        };
        is_type.then(|| LinkType(text.to_owned()))
    }

    /// One of the GS1 Web Vocabulary.
    #[must_use]
    pub fn gs1(name: &str) -> LinkType {
        LinkType(format!("{VOCABULARY}{name}"))
    }

    /// As a linkset has it: a full URI, or a relation's name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its name in the GS1 Web Vocabulary, where it is of that.
    #[must_use]
    pub fn gs1_name(&self) -> Option<&str> {
        self.0.strip_prefix(VOCABULARY)
    }

    /// Whether a link can be registered as one: a name of GS1's must be in the vocabulary.
    #[must_use]
    pub fn is_registrable(&self) -> bool {
        self.gs1_name().is_none_or(|name| KNOWN.contains(&name))
    }

    /// Whether it calls a link the default and says nothing of what is found there.
    #[must_use]
    pub fn is_default(&self) -> bool {
        matches!(self.gs1_name(), Some("defaultLink" | "defaultLinkMulti"))
    }

    /// Whether what is found there is for people to read.
    #[must_use]
    pub fn is_for_people(&self) -> bool {
        match self.gs1_name() {
            Some(name) => !matches!(
                name,
                "epcis"
                    | "handledBy"
                    | "jws"
                    | "logisticsInfo"
                    | "masterData"
                    | "registryEntry"
                    | "smartLabel"
                    | "verificationService"
            ),
            None => false,
        }
    }
}

impl fmt::Display for LinkType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.gs1_name() {
            Some(name) => write!(f, "gs1:{name}"),
            None => f.write_str(&self.0),
        }
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_uri(rest: &str) -> bool {
    !rest.is_empty()
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'/' | b'_'))
}

/// `anchor` is what a linkset calls its subject.
fn is_relation(text: &str) -> bool {
    !text.is_empty()
        && text != "anchor"
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_it_is_written() {
        let check = |text: &str, expected: Option<&str>| {
            let read = LinkType::parse(text);
            assert_eq!(read.as_ref().map(LinkType::as_str), expected, "{text}");
        };
        let pip = Some("https://ref.gs1.org/voc/pip");
        check("gs1:pip", pip);
        check("https://ref.gs1.org/voc/pip", pip);
        check("https://gs1.org/voc/pip", pip);
        check("http://gs1.org/voc/pip", pip);
        check("license", Some("license"));
        check("service-doc", Some("service-doc"));
        check("https://schema.org/help", Some("https://schema.org/help"));
        check("", None);
        check("gs1:", None);
        check("gs1:pip x", None);
        check("anchor", None);
        check("itemDescription", None);
        check("schema:help", None);
        check("https://a-b.example/x", None);
        check("https://", None);
        check("javascript:alert", None);
    }

    #[test]
    fn what_can_be_registered() {
        let check = |text: &str, expected: bool| {
            let kind = LinkType::parse(text).unwrap();
            assert_eq!(kind.is_registrable(), expected, "{text}");
        };
        check("gs1:pip", true);
        check("gs1:whatsInTheBox", true);
        check("gs1:piip", false);
        check("gs1:defaultLink", false);
        check("license", true);
        check("https://schema.org/help", true);
    }
}
