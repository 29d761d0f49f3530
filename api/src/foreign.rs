//! Links that don't lead where they seem to: `Code` → the host, or the brand.

use wire::{
    answer::is_other,
    import::Brand,
    lookalike::{self, BrandDomains, BrandList},
};

use crate::{
    code::Code,
    error::ApiError,
    state::App,
    store::{self, Db},
};

/// GS1's own resolver stands for every brand, and so does what is below it.
const GS1: &str = "gs1.org";

/// The host of a link with one of the brand's products in it, where that is neither this server's,
/// nor GS1's, nor the brand's. A brand that names no domains has none to differ from.
#[must_use]
pub fn host(code: &Code, brand: Option<&Brand>, origin: &str) -> Option<String> {
    let domains = &brand.filter(|brand| !brand.domains.is_empty())?.domains;
    let host = code.message.host()?;
    let own = lookalike::web_host(origin);
    let is_own = own.is_some_and(|own| own.eq_ignore_ascii_case(host));
    let is_known = is_own || lookalike::is_of(host, &[GS1.to_owned()]);
    (!is_known && !lookalike::is_of(host, domains)).then(|| host.to_owned())
}

/// The brand that a link which is no product's seems to lead to, and doesn't.
pub async fn pretends(app: &App, code: &wire::answer::Code) -> Result<Option<String>, ApiError> {
    if !may_pretend(code) {
        return Ok(None);
    }
    let list = app.store.read(list).await?;
    let found = lookalike::pretends(&code.text, &list.brands);
    Ok(found.map(|brand| brand.name.clone()))
}

/// Whether a link is no product's, and could seem to be a brand's.
#[must_use]
pub fn may_pretend(code: &wire::answer::Code) -> bool {
    is_other(&code.form, &code.faults) && lookalike::web_host(&code.text).is_some()
}

/// The brands that name their domains.
pub fn list(db: &Db<'_>) -> store::Result<BrandList> {
    let brands = db.brands()?.into_iter();
    let told = brands.filter(|brand| !brand.domains.is_empty());
    let brands = told.map(|brand| BrandDomains {
        name: brand.name,
        domains: brand.domains,
        prefixes: brand.prefixes,
    });
    Ok(BrandList {
        brands: brands.collect(),
    })
}
