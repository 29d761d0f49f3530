use serde_json::json;

use super::*;

#[track_caller]
fn check(event: Value, expected: &str) {
    let context = Context::of(Some(&json!({ "ex": "https://ns.example.com/epcis/" })));
    assert_eq!(pre_hash(&event, &context), expected);
}

/// The example that the reference implementation explains itself with.
#[test]
fn the_reference_example() {
    let event = json!({
        "type": "ObjectEvent",
        "eventTime": "2020-03-04T11:00:30.000+01:00",
        "recordTime": "2020-03-04T11:00:30.999+01:00",
        "eventTimeZoneOffset": "+01:00",
        "epcList": [
            "urn:epc:id:sscc:4012345.0000000333",
            "urn:epc:id:sscc:4012345.0000000111",
            "urn:epc:id:sscc:4012345.0000000222"
        ],
        "action": "OBSERVE",
        "bizStep": "departing",
        "readPoint": { "id": "urn:epc:id:sgln:4012345.00011.987" },
        "ex:myField1": { "ex:mySubField1": "2", "ex:mySubField2": "5" },
        "ex:myField2": "0",
        "ex:myField3": { "ex:mySubField3": ["3", "1"] }
    });
    let context = Context::of(Some(&json!({ "ex": "https://ns.example.com/epcis/" })));
    assert_eq!(
        event_hash(&event, &context).to_string(),
        "ni:///sha-256;6ae96341e0acc6d7a261364751f60e68278a81cdf51da0abb6b4e617014e39d7?ver=CBV2.0"
    );
}

#[test]
fn parties_transactions_and_an_extension_of_a_place() {
    check(
        json!({
            "type": "ObjectEvent",
            "eventTime": "2020-03-04T11:00:30+01:00",
            "eventTimeZoneOffset": "+01:00",
            "epcList": ["urn:epc:id:sgtin:0614141.011111.987"],
            "action": "OBSERVE",
            "bizStep": "departing",
            "disposition": "in_transit",
            "readPoint": { "ex:myField1": "AB-12", "id": "urn:epc:id:sgln:4012345.00011.0" },
            "bizTransactionList": [
                { "bizTransaction": "urn:epc:id:gdti:4012345.11111.123", "type": "po" }
            ],
            "sourceList": [{ "type": "owning_party", "source": "urn:epc:id:pgln:4012345.00000" }],
            "destinationList": [
                { "type": "owning_party", "destination": "urn:epc:id:pgln:0614141.00000" }
            ],
            "ex:userExt": "CD-34"
        }),
        "eventType=ObjectEventeventTime=2020-03-04T10:00:30.000ZeventTimeZoneOffset=+01:00\
         epcListepc=https://id.gs1.org/01/00614141111114/21/987action=OBSERVE\
         bizStep=https://ref.gs1.org/cbv/BizStep-departing\
         disposition=https://ref.gs1.org/cbv/Disp-in_transit\
         readPointid=https://id.gs1.org/414/4012345000115{https://ns.example.com/epcis/}myField1=AB-12\
         bizTransactionListtype=https://ref.gs1.org/cbv/BTT-po\
         bizTransaction=https://id.gs1.org/253/4012345111118123\
         sourceListtype=https://ref.gs1.org/cbv/SDT-owning_partysource=https://id.gs1.org/417/4012345000009\
         destinationListtype=https://ref.gs1.org/cbv/SDT-owning_party\
         destination=https://id.gs1.org/417/0614141000005\
         {https://ns.example.com/epcis/}userExt=CD-34",
    );
}

/// As the reference implementation has it, version 1.9.3.
#[test]
fn sensor_reports() {
    check(
        json!({
            "type": "ObjectEvent",
            "eventTime": "2020-04-01T15:00:00+01:00",
            "eventTimeZoneOffset": "+01:00",
            "epcList": ["urn:epc:id:sgtin:4012345.011111.9876"],
            "action": "OBSERVE",
            "bizStep": "inspecting",
            "sensorElementList": [{
                "sensorMetadata": {
                    "deviceID": "urn:epc:id:giai:4000001.111",
                    "deviceMetadata": "https://id.gs1.org/8004/4000001111"
                },
                "sensorReport": [
                    { "type": "Temperature", "value": 26, "sDev": 0.10, "uom": "CEL" },
                    { "type": "gs1:AbsoluteHumidity", "value": 12.1, "uom": "A93" },
                    {
                        "type": "Dimensionless", "value": 0.05, "uom": "C35",
                        "microorganism": "https://www.ncbi.nlm.nih.gov/taxonomy/1126011",
                        "booleanValue": true
                    }
                ]
            }]
        }),
        "eventType=ObjectEventeventTime=2020-04-01T14:00:00.000ZeventTimeZoneOffset=+01:00\
         epcListepc=https://id.gs1.org/01/04012345111118/21/9876action=OBSERVE\
         bizStep=https://ref.gs1.org/cbv/BizStep-inspecting\
         sensorElementListsensorElementsensorMetadatadeviceID=https://id.gs1.org/8004/4000001111\
         deviceMetadata=https://id.gs1.org/8004/4000001111\
         sensorReporttype=https://gs1.org/voc/AbsoluteHumidityvalue=12.1uom=A93\
         sensorReporttype=https://gs1.org/voc/Dimensionless\
         microorganism=https://www.ncbi.nlm.nih.gov/taxonomy/1126011value=0.05booleanValue=trueuom=C35\
         sensorReporttype=https://gs1.org/voc/Temperaturevalue=26sDev=0.1uom=CEL",
    );
}

#[test]
fn quantities_dispositions_and_master_data() {
    check(
        json!({
            "type": "ObjectEvent",
            "eventTime": "2019-10-21T14:58:56.000+02:00",
            "eventTimeZoneOffset": "+02:00",
            "quantityList": [
                { "uom": "KGM", "quantity": 600.0, "epcClass": "urn:epc:class:lgtin:4054739.099914.20160711" }
            ],
            "action": "ADD",
            "persistentDisposition": { "unset": ["completeness_inferred"], "set": ["completeness_verified"] },
            "ilmd": { "cbvmda:lotNumber": "A1", "ex:grading": "A" },
            "ex:list": [{ "ex:b": 1.50 }, "x"],
            "ex:empty": {},
            "rdfs:comment": "left out"
        }),
        "eventType=ObjectEventeventTime=2019-10-21T12:58:56.000ZeventTimeZoneOffset=+02:00\
         quantityListquantityElementepcClass=https://id.gs1.org/01/04054739999148/10/20160711\
         quantity=600uom=KGMaction=ADD\
         persistentDispositionset=https://ref.gs1.org/cbv/Disp-completeness_verified\
         unset=https://ref.gs1.org/cbv/Disp-completeness_inferred\
         ilmd{https://ns.example.com/epcis/}grading=A{urn:epcglobal:cbv:mda}lotNumber=A1\
         {https://ns.example.com/epcis/}empty{https://ns.example.com/epcis/}list=x\
         {https://ns.example.com/epcis/}list{https://ns.example.com/epcis/}b=1.5",
    );
}

fn harvest() -> Value {
    json!({
        "type": "ObjectEvent", "action": "OBSERVE",
        "eventTime": "2026-01-10T08:00:00.000Z", "eventTimeZoneOffset": "+00:00",
        "epcList": ["https://id.gs1.org/01/09506000134352/21/A1", "urn:epc:id:sscc:9506000.0000000001"],
        "bizStep": "shipping", "ex:a": { "ex:b": "1", "ex:c": [1, 2] }
    })
}

#[track_caller]
fn same(event: Value, context: Value) {
    let first = Context::of(Some(&json!({ "ex": "https://ns.example.com/epcis/" })));
    let second = Context::of(Some(&context));
    assert_eq!(pre_hash(&event, &second), pre_hash(&harvest(), &first));
}

#[test]
fn the_same_event_in_another_dress() {
    let own = json!({ "ex": "https://ns.example.com/epcis/" });
    let changed = |field: &str, value: Value| {
        let mut event = harvest();
        event[field] = value;
        event
    };
    same(changed("eventID", json!("urn:uuid:1")), own.clone());
    same(
        changed("recordTime", json!("2026-02-01T00:00:00Z")),
        own.clone(),
    );
    same(
        changed("eventTime", json!("2026-01-10T09:00:00+01:00")),
        own.clone(),
    );
    same(
        changed("bizStep", json!("urn:epcglobal:cbv:bizstep:shipping")),
        own.clone(),
    );
    same(
        changed(
            "epcList",
            json!([
                "https://id.gs1.org/00/095060000000000015",
                "urn:epc:id:sgtin:9506000.013435.A1"
            ]),
        ),
        own.clone(),
    );
    same(
        changed(
            "errorDeclaration",
            json!({ "declarationTime": "2026-02-01T00:00:00Z" }),
        ),
        own,
    );
    let mut event = harvest();
    let inner = event.as_object_mut().and_then(|event| event.remove("ex:a"));
    assert!(inner.is_some());
    event["other:a"] = json!({ "other:c": [2, 1], "other:b": "1.0" });
    event["@context"] = json!([{ "other": "https://ns.example.com/epcis/" }]);
    same(
        event,
        json!("https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"),
    );
}

#[test]
fn another_event_has_another_hash() {
    let context = Context::of(Some(&json!({ "ex": "https://ns.example.com/epcis/" })));
    let first = event_hash(&harvest(), &context);
    for (field, value) in [
        ("action", json!("ADD")),
        ("eventTime", json!("2026-01-10T08:00:00.001Z")),
        ("epcList", json!([])),
        ("ex:a", json!({ "ex:b": "2", "ex:c": [1, 2] })),
        ("ex:d", json!("new")),
    ] {
        let mut event = harvest();
        event[field] = value;
        assert_ne!(event_hash(&event, &context), first, "{field}");
    }
}
