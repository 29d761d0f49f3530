//! A client that asks what the GS1-Conformant Resolver standard (1.2) asks of a resolver, over
//! HTTPS: a check a requirement, named by it.

mod client;
mod fuzz;
mod linkset;
mod redirect;
mod syntax;

/// What the brand Acme has registered.
pub const LINKS: &str = r#"
{"type":"link","brand":"acme","id":"home","link_type":"gs1:homepage","href":"https://acme.example/","title":"Acme"}
{"type":"link","brand":"acme","id":"help","link_type":"gs1:support","href":"https://help.acme.example/","title":"Help for everything"}
{"type":"link","brand":"acme","id":"tea","gtin":"09506000100012","link_type":"gs1:pip","href":"https://acme.example/tea?from=pack#top","title":"Tea","languages":["en"],"media_type":"text/html","default_link":true}
{"type":"link","brand":"acme","id":"tee","gtin":"9506000100012","link_type":"https://gs1.org/voc/pip","href":"https://acme.example/tee","title":"Tee","languages":["de"],"media_type":"text/html","default_link_multi":true}
{"type":"link","brand":"acme","id":"the","gtin":"09506000100012","link_type":"gs1:pip","href":"https://acme.example/the","title":"Thé","languages":["fr","fr-CA"],"media_type":"text/html","default_link_multi":true}
{"type":"link","brand":"acme","id":"tea-help","gtin":"09506000100012","link_type":"gs1:support","href":"https://help.acme.example/tea","title":"Help with tea"}
{"type":"link","brand":"acme","id":"manual-html","gtin":"09506000100012","link_type":"gs1:instructions","href":"https://acme.example/brewing","title":"Brewing","media_type":"text/html"}
{"type":"link","brand":"acme","id":"manual-pdf","gtin":"09506000100012","link_type":"gs1:instructions","href":"https://acme.example/brewing.pdf","title":"Brewing","media_type":"application/pdf"}
{"type":"link","brand":"acme","id":"shops-pl","gtin":"09506000100012","link_type":"gs1:hasRetailers","href":"https://acme.example/shops/pl","title":"Shops in Poland","context":["PL"]}
{"type":"link","brand":"acme","id":"shops","gtin":"09506000100012","link_type":"gs1:hasRetailers","href":"https://acme.example/shops","title":"Shops"}
{"type":"link","brand":"acme","id":"organic","gtin":"09506000100012","link_type":"gs1:certificationInfo","href":"https://certificates.example/1","title":"Organic"}
{"type":"link","brand":"acme","id":"fair","gtin":"09506000100012","link_type":"gs1:certificationInfo","href":"https://certificates.example/2","title":"Fair"}
{"type":"link","brand":"acme","id":"terms","gtin":"09506000100012","link_type":"license","href":"https://acme.example/terms","title":"Terms"}
{"type":"link","brand":"acme","id":"garden","gtin":"09506000100012","batch":"T1","link_type":"gs1:traceability","href":"https://acme.example/gardens/T1","title":"The gardens of T1"}
{"type":"link","brand":"acme","id":"box","gtin":"09506000100012","variant":"B","link_type":"gs1:whatsInTheBox","href":"https://acme.example/box","title":"The gift box"}
{"type":"link","brand":"acme","id":"passport","gtin":"09506000100012","serial":"TEA2","link_type":"gs1:dpp","href":"https://passports.example/tea2","title":"Passport","media_type":"application/json"}
{"type":"link","brand":"acme","id":"lottery","gtin":"09506000100012","serials":{"from":"TEA3","to":"TEA4"},"link_type":"gs1:promotion","href":"https://acme.example/lottery","title":"Lottery"}
{"type":"link","brand":"acme","id":"works","key":"/414/9506000900018","link_type":"gs1:locationInfo","href":"https://acme.example/works","title":"The works","default_link":true}
{"type":"link","brand":"acme","id":"gate","key":"/414/9506000900018/254/7","link_type":"gs1:openingHoursInfo","href":"https://acme.example/works/7","title":"Gate 7"}
"#;
