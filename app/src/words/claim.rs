//! How a claim or a return stands, in words.

use super::Words;

impl Words {
    /// For its holder, in a sentence or two. `kind` is `recall` or `return`.
    #[must_use]
    pub fn claim_status(self, kind: &str, status: &str) -> &'static str {
        let own = match kind {
            "return" => self.find(&format!("return-status-{status}")),
            _ => None,
        };
        own.or_else(|| self.find(&format!("claim-status-{status}")))
            .unwrap_or_default()
    }
}
