//! Digital Links, plain and compressed, and EPC URNs.

use gs1::{FaultKind, Form, parse};

use crate::check;

#[test]
fn digital_links() {
    check(
        "https://id.gs1.org/01/09506000134352/21/A1",
        "01=09506000134352 21=A1",
    );
    check(
        "HTTPS://EXAMPLE.COM/01/09506000134352/10/L7/21/A1?17=270131",
        "01=09506000134352 10=L7 21=A1 17=270131",
    );
    check(
        "https://a.example/some/path/01/9506000134352",
        "01=09506000134352 ! short-gtin \"9506000134352\"",
    );
    check(
        "https://a.example/8004/95201234567?01=9506000134352",
        "8004=95201234567 01=09506000134352",
    );
    check(
        "https://a.example/01/09506000134352/",
        "01=09506000134352 ! trailing-slash \"/\"",
    );
    check(
        "https://a.example/01/09506000134352/21/x%2Fy%25",
        "01=09506000134352 21=x/y%",
    );
    check(
        "https://a.example/01/09506000134352/21/A1/10/L7",
        "01=09506000134352 21=A1 10=L7 ! qualifier-order \"21/A1/10\"",
    );
    check(
        "https://a.example/01/09506000134352/22/A/235/B",
        "01=09506000134352 22=A 235=B ! qualifier-order \"22/A/235\"",
    );
    check(
        "https://a.example/01/09506000134353",
        "01=09506000134353 ! incorrect-check-digit \"3\"",
    );
    check(
        "https://a.example/01/0950600013435%33",
        "01=09506000134353 ! incorrect-check-digit \"%33\"",
    );
    check(
        "https://a.example/01/09506000134352?21=A1",
        "01=09506000134352 ! not-an-attribute \"21\"",
    );
    check(
        "https://a.example/01/09506000134352?10=L7",
        "01=09506000134352 10=L7 ! belongs-in-path \"10\"",
    );
    check(
        "https://a.example/01/09506000134352?17=270131&17=270131",
        "01=09506000134352 17=270131 17=270131 ! repeated-ai \"270131\"",
    );
    check(
        "https://a.example/01/09506000134352?17=270131;3103=000195",
        "01=09506000134352 17=270131 3103=000195",
    );
    check(
        "https://a.example/01/09506000134352?4040=1",
        "01=09506000134352 ! unknown-ai \"4040\"",
    );
    check(
        "https://a.example/01/09506000134352/21/%zz",
        "01=09506000134352 21=%zz",
    );
    check(
        "https://a.example/01/09506000134352/21/%ff",
        "01=09506000134352 21=\u{fffd} ! not-cset-82 \"%ff\"",
    );
    check(
        "https://a.example/01/09506000134352/21/A 1",
        "01=09506000134352 21=A 1 ! illegal-uri-character \" \" ! not-cset-82 \" \"",
    );
    check(
        "HtTps://a.example/01/09506000134352",
        "01=09506000134352 ! mixed-case-scheme \"HtTps://\"",
    );
    check(
        "https://me@a.example/01/09506000134352",
        "01=09506000134352 ! illegal-uri-host \"me@a.example\"",
    );
    check(
        "https://a.example/01/09506000134352/17/270131",
        "01=09506000134352 17=270131 ! not-a-qualifier \"17\"",
    );
    check(
        "https://a.example/00/106141412345678908/10/AB",
        "00=106141412345678908 10=AB ! not-a-qualifier \"10\"",
    );
    check(
        "https://a.example/01/09506000134352/21/%ffABCDEFGH",
        "01=09506000134352 21=\u{fffd}ABCDEFGH ! not-cset-82 \"%ff\"",
    );
    // A batch that looks like a key.
    check(
        "https://a.example/01/09506000134352/10/00/",
        "01=09506000134352 10=00 ! trailing-slash \"/\"",
    );
    check(
        "https://a.example?x=1",
        "! no-gs1-data \"https://a.example?x=1\"",
    );
    check("https://a.example/", "! no-gs1-data \"https://a.example/\"");
    let text = "https://a.example/p/01/09506000134352?linkType=gs1:pip&x=1+2&y#part";
    let (message, faults) = parse(text, None);
    assert_eq!(faults, []);
    assert_eq!(message.form, Form::DigitalLink);
    assert_eq!(message.host(), Some("a.example"));
    let link = message.link.as_ref().unwrap();
    assert_eq!(link.stem, "https://a.example/p");
    assert_eq!(link.other_pairs, ["linkType=gs1:pip", "x=1+2", "y"]);
    assert_eq!(link.other("x").as_deref(), Some("1 2"));
    assert_eq!(link.other("y").as_deref(), Some(""));
    assert_eq!(link.other("z"), None);
    // Nothing of it is lost.
    assert_eq!(message.digital_link(&link.stem).as_deref(), Some(text));
}

#[test]
fn compressed_links() {
    // Written by GS1's own toolkit.
    check("https://id.gs1.org/ARHKVAdpQg", "01=09780345418913");
    check(
        "https://id.gs1.org/GhFKk4XBoIdXiEb-CCaQ",
        "01=09506000134352 10=ABC 17=271231 21=1234",
    );
    check(
        "https://id.gs1.org/nUOrGKVJwuDQ",
        "254=AB1 414=9506000134352",
    );
    check(
        "https://id.gs1.org/DBFKk4XBoAoAAfA4gCPiJYp5E8qXmDall?17=271231",
        "01=09506000134352 21=00001 17=271231",
    );
    check(
        "https://a.example/01/09506000134352/IQUAAI",
        "01=09506000134352 21=00001",
    );
    let (message, _) = parse("https://id.gs1.org/DBFKk4XBoAoAAfA4gCPiJYp5E8qXmDall", None);
    assert_eq!(message.form, Form::CompressedDigitalLink);
    assert_eq!(
        message.digital_link("https://id.gs1.org").as_deref(),
        Some("https://id.gs1.org/01/09506000134352/21/00001?x=1&linkType=all")
    );
    // Other links are not taken for compressed ones.
    for link in [
        "https://example.com/shop",
        "https://youtu.be/dQw4w9WgXcQ",
        "https://bit.ly/3AbCdEf",
        "https://id.gs1.org/ARHKVAdpQh",
    ] {
        assert_eq!(parse(link, None).0.form, Form::OtherUri, "{link}");
    }
}

#[test]
fn epc_urns() {
    check(
        "urn:epc:id:sgtin:9506000.013435.a%2Fb",
        "01=09506000134352 21=a/b",
    );
    check(
        "urn:epc:class:lgtin:9506000.013435.L7",
        "01=09506000134352 10=L7",
    );
    check("urn:epc:idpat:sgtin:9506000.013435.*", "01=09506000134352");
    check(
        "urn:epc:id:upui:9506000.013435.X1",
        "01=09506000134352 235=X1",
    );
    check(
        "urn:epc:id:sscc:9506000.0000000001",
        "00=095060000000000015",
    );
    check("urn:epc:id:sgln:9506000.13435.0", "414=9506000134352");
    check(
        "urn:epc:id:sgln:9506000.13435.B7",
        "414=9506000134352 254=B7",
    );
    check("urn:epc:id:grai:9506000.13435.77", "8003=0950600013435277");
    check("urn:epc:id:giai:9506000.A77", "8004=9506000A77");
    check("urn:epc:id:gdti:9506000.13435.77", "253=950600013435277");
    check("urn:epc:id:cpi:9506000.P%2F1.77", "8010=9506000P/1 8011=77");
    check(
        "urn:epc:id:gsrn:9506000.0000000001",
        "8018=950600000000000019",
    );
    check(
        "urn:epc:id:itip:9506000.013435.01.02.A1",
        "8006=095060001343520102 21=A1",
    );
    for wrong in [
        "urn:epc:id:sgtin:9506000.A1",
        "urn:epc:id:sgtin:95060.013435.A1",
        "urn:epc:id:sgtin:9506000.013435.*x%é",
        "urn:epc:id:lgtin:9506000.013435.L7",
        "urn:epc:id:nothing:9506000.1",
        "urn:epc:",
    ] {
        let (message, faults) = parse(wrong, None);
        assert_eq!(message.form, Form::EpcUrn, "{wrong}");
        assert_eq!(faults[0].kind.name(), "malformed-urn", "{wrong}");
    }
    for text in [
        "urn:epc:id:sgtin:9506000.013435.a%2Fb",
        "urn:epc:class:lgtin:9506000.013435.L7",
        "urn:epc:idpat:sgtin:9506000.013435.*",
        "urn:epc:id:upui:9506000.013435.X1",
        "urn:epc:id:sscc:9506000.0000000001",
        "urn:epc:id:sgln:9506000.13435.0",
        "urn:epc:id:sgln:9506000.13435.B7",
        "urn:epc:id:pgln:9506000.13435",
        "urn:epc:id:grai:9506000.13435.77",
        "urn:epc:idpat:grai:9506000.13435.*",
        "urn:epc:id:giai:9506000.A77",
        "urn:epc:id:gdti:9506000.13435.77",
        "urn:epc:id:sgcn:9506000.13435.77",
        "urn:epc:id:cpi:9506000.P%2F1.77",
        "urn:epc:id:gsrn:9506000.0000000001",
        "urn:epc:id:gsrnp:9506000.0000000001",
        "urn:epc:id:ginc:9506000.A77",
        "urn:epc:id:gsin:9506000.000000001",
        "urn:epc:id:itip:9506000.013435.01.02.A1",
    ] {
        let (message, faults) = parse(text, None);
        assert_eq!(faults, [], "{text}");
        assert_eq!(message.epc_urn(7).as_deref(), Some(text));
    }
}

#[test]
fn what_a_link_gave_up_leaves_no_faults() {
    for link in [
        "https://a.example/01/9506000134352/product-page",
        "https://a.example/01/09506000134353/foo",
    ] {
        check(link, &format!("! no-gs1-data \"{link}\""));
    }
}

#[test]
fn hosts() {
    let host = |text: &str| {
        let (message, _) = parse(text, None);
        message.host().map(str::to_owned)
    };
    let path = "01/09506000134352";
    let check = |authority: &str, expected: &str| {
        let text = format!("https://{authority}/{path}");
        assert_eq!(host(&text).as_deref(), Some(expected), "{authority}");
    };
    check("a.example", "a.example");
    check("a.example:8080", "a.example");
    check("[2001:db8::1]:8080", "[2001:db8::1]");
    check("[::1]", "[::1]");
}

#[test]
fn too_many_elements_are_told_once() {
    let pairs = "&17=271130".repeat(400);
    let link = format!("https://a.example/01/09506000134352?{}&x=1", &pairs[1..]);
    let (message, faults) = parse(&link, None);
    assert_eq!(message.elements.len(), 64);
    let too_many = FaultKind::TooManyElements;
    let told: Vec<_> = faults
        .iter()
        .filter(|fault| fault.kind == too_many)
        .collect();
    assert_eq!(told.len(), 1);
    assert_eq!(&link[told[0].span.clone()], "17");
}

#[test]
fn a_compressed_link_holds_an_identifier_once() {
    let compressed = |text: &str| {
        let (message, _) = parse(text, None);
        let how = gs1::Compression::default();
        message.compressed_digital_link("https://a.example", &how)
    };
    // 01, and 20 twice.
    let twice = "https://a.example/ARFKk4XBoEAcgDg";
    check(twice, &format!("! no-gs1-data \"{twice}\""));
    let segment = compressed("(01)09506000134352(10)AB").unwrap();
    let (message, faults) = parse(&segment, Some("]A0".parse().unwrap()));
    assert_eq!(message.form, Form::CompressedDigitalLink);
    assert_eq!(faults, []);
    let behind = segment.replace("a.example/", "a.example/01/09506000134352/");
    assert_eq!(parse(&behind, None).0.form, Form::OtherUri, "a key twice");
}
