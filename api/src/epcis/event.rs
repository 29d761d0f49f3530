//! One event: JSON → `trace::Event`, or every reason why it is none.

use serde_json::{Map, Value};
use trace::{Action, BizStep, Disposition, Epc, Event, EventKind, Quantity};

use super::epc::{canonical_epc, canonical_location};
use crate::{clock::parse_rfc3339, store::CaptureFault};

/// Reads an event. `id` becomes its identifier; `pointer` is where it stands in its document.
pub fn read_event(value: &Value, id: &str, pointer: &str) -> Result<Event, Vec<CaptureFault>> {
    let Value::Object(fields) = value else {
        return Err(vec![CaptureFault {
            pointer: pointer.to_owned(),
            detail: "an event is an object".to_owned(),
        }]);
    };
    let mut reader = Reader {
        fields,
        pointer,
        faults: Vec::new(),
    };
    let event = reader.event(id);
    match (event, reader.faults) {
        (Some(event), faults) if faults.is_empty() => Ok(event),
        (_, faults) => Err(faults),
    }
}

struct Reader<'v> {
    fields: &'v Map<String, Value>,
    pointer: &'v str,
    faults: Vec<CaptureFault>,
}

impl<'v> Reader<'v> {
    fn event(&mut self, id: &str) -> Option<Event> {
        let kind = self.kind();
        let time = self.moment("eventTime");
        let offset_min = self.offset();
        let kind = kind?;
        let action = self.action(kind);
        let mut event = Event {
            id: id.to_owned(),
            kind,
            action,
            time: time?,
            offset_min: offset_min?,
            epcs: Vec::new(),
            quantities: Vec::new(),
            parent: None,
            inputs: Vec::new(),
            input_quantities: Vec::new(),
            outputs: Vec::new(),
            output_quantities: Vec::new(),
            biz_step: self.text("bizStep").map(BizStep::new),
            disposition: self.text("disposition").map(Disposition::new),
            read_point: self.location("readPoint"),
            biz_location: self.location("bizLocation"),
        };
        match kind {
            EventKind::Object => {
                event.epcs = self.epcs("epcList");
                event.quantities = self.quantities("quantityList");
                // What a sensor says of a place needs no object.
                if !self.has("sensorElementList") || !self.has("readPoint") {
                    self.need_one_of(&["epcList", "quantityList"]);
                }
            }
            EventKind::Aggregation | EventKind::Association => {
                event.parent = self.epc("parentID");
                event.epcs = self.epcs("childEPCs");
                event.quantities = self.quantities("childQuantityList");
                let parent_is_optional =
                    kind == EventKind::Aggregation && action == Some(Action::Observe);
                if !parent_is_optional {
                    self.need_one_of(&["parentID"]);
                }
                // A DELETE without children empties the parent.
                if action != Some(Action::Delete) {
                    self.need_one_of(&["childEPCs", "childQuantityList"]);
                }
            }
            EventKind::Transaction => {
                event.parent = self.epc("parentID");
                event.epcs = self.epcs("epcList");
                event.quantities = self.quantities("quantityList");
                self.need_one_of(&["bizTransactionList"]);
            }
            EventKind::Transformation => {
                event.inputs = self.epcs("inputEPCList");
                event.input_quantities = self.quantities("inputQuantityList");
                event.outputs = self.epcs("outputEPCList");
                event.output_quantities = self.quantities("outputQuantityList");
                // With an identifier, inputs and outputs may come in events of their own.
                if !self.fields.contains_key("transformationID") {
                    self.need_one_of(&["inputEPCList", "inputQuantityList"]);
                    self.need_one_of(&["outputEPCList", "outputQuantityList"]);
                }
            }
        }
        Some(event)
    }

    fn fault(&mut self, place: &str, detail: impl Into<String>) {
        self.faults.push(CaptureFault {
            pointer: format!("{}/{place}", self.pointer),
            detail: detail.into(),
        });
    }

    fn kind(&mut self) -> Option<EventKind> {
        let kind = match self.text("type")? {
            "ObjectEvent" => EventKind::Object,
            "AggregationEvent" => EventKind::Aggregation,
            "TransactionEvent" => EventKind::Transaction,
            "TransformationEvent" => EventKind::Transformation,
            "AssociationEvent" => EventKind::Association,
            other => {
                self.fault("type", format!("`{other}` is none of the five event types"));
                return None;
            }
        };
        Some(kind)
    }

    fn action(&mut self, kind: EventKind) -> Option<Action> {
        if kind == EventKind::Transformation {
            if self.fields.contains_key("action") {
                self.fault("action", "a transformation event has no action");
            }
            return None;
        }
        match self.text("action")? {
            "OBSERVE" => Some(Action::Observe),
            "ADD" => Some(Action::Add),
            "DELETE" => Some(Action::Delete),
            other => {
                self.fault("action", format!("`{other}` is not ADD, OBSERVE or DELETE"));
                None
            }
        }
    }

    /// A text; a missing one is a fault where the schema requires it.
    fn text(&mut self, name: &str) -> Option<&'v str> {
        match self.fields.get(name) {
            Some(Value::String(text)) => Some(text),
            Some(_) => {
                self.fault(name, format!("`{name}` must be a text"));
                None
            }
            None if matches!(
                name,
                "type" | "action" | "eventTime" | "eventTimeZoneOffset"
            ) =>
            {
                self.fault(name, format!("`{name}` is missing"));
                None
            }
            None => None,
        }
    }

    fn moment(&mut self, name: &str) -> Option<trace::Instant> {
        let text = self.text(name)?;
        let moment = parse_rfc3339(text);
        if moment.is_none() {
            self.fault(
                name,
                format!("`{text}` is not a date and time with offset, as 2026-11-24T10:20:30Z"),
            );
        }
        moment
    }

    fn offset(&mut self) -> Option<i32> {
        let text = self.text("eventTimeZoneOffset")?;
        let minutes = match text.as_bytes() {
            [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2]
                if [h1, h2, m1, m2].iter().all(|digit| digit.is_ascii_digit()) =>
            {
                let two = |a: &u8, b: &u8| i32::from(a - b'0') * 10 + i32::from(b - b'0');
                let minutes = two(h1, h2) * 60 + two(m1, m2);
                Some(if *sign == b'-' { -minutes } else { minutes })
            }
            _ => None,
        };
        let minutes = minutes.filter(|minutes| minutes.abs() <= 14 * 60);
        if minutes.is_none() {
            self.fault(
                "eventTimeZoneOffset",
                format!("`{text}` is not an offset of the form +01:00"),
            );
        }
        minutes
    }

    fn epc(&mut self, name: &str) -> Option<Epc> {
        let text = self.text(name)?;
        canonical_epc(text)
            .map_err(|detail| self.fault(name, detail))
            .ok()
    }

    fn list(&mut self, name: &str) -> &'v [Value] {
        match self.fields.get(name) {
            Some(Value::Array(items)) => items,
            Some(_) => {
                self.fault(name, format!("`{name}` must be a list"));
                &[]
            }
            None => &[],
        }
    }

    fn epcs(&mut self, name: &str) -> Vec<Epc> {
        let mut epcs = Vec::new();
        for (index, item) in self.list(name).iter().enumerate() {
            match item.as_str().map(canonical_epc) {
                Some(Ok(epc)) => epcs.push(epc),
                Some(Err(detail)) => self.fault(&format!("{name}/{index}"), detail),
                None => self.fault(&format!("{name}/{index}"), "an EPC is a text"),
            }
        }
        epcs
    }

    fn quantities(&mut self, name: &str) -> Vec<Quantity> {
        let mut quantities = Vec::new();
        for (index, item) in self.list(name).iter().enumerate() {
            let place = format!("{name}/{index}");
            let class = match item.get("epcClass").and_then(Value::as_str) {
                Some(class) => canonical_epc(class),
                None => Err("`epcClass` is missing".to_owned()),
            };
            let class = match class {
                Ok(class) => class,
                Err(detail) => {
                    self.fault(&format!("{place}/epcClass"), detail);
                    continue;
                }
            };
            let quantity = item.get("quantity").map(Value::as_f64);
            if let Some(None) = quantity {
                self.fault(&format!("{place}/quantity"), "`quantity` must be a number");
            }
            let uom = item.get("uom").and_then(Value::as_str).map(str::to_owned);
            if uom.is_some() && quantity.is_none() {
                self.fault(
                    &format!("{place}/uom"),
                    "a unit of measure needs a quantity",
                );
            }
            quantities.push(Quantity {
                class,
                quantity: quantity.flatten(),
                uom,
            });
        }
        quantities
    }

    fn location(&mut self, name: &str) -> Option<String> {
        let place = self.fields.get(name)?;
        match place.get("id").and_then(Value::as_str) {
            Some(id) => Some(canonical_location(id)),
            None => {
                self.fault(name, format!("`{name}` must be an object with an `id`"));
                None
            }
        }
    }

    fn has(&self, name: &str) -> bool {
        match self.fields.get(name) {
            Some(Value::Array(items)) => !items.is_empty(),
            Some(Value::Object(fields)) => !fields.is_empty(),
            _ => false,
        }
    }

    /// At least one of the lists must be there and hold something.
    fn need_one_of(&mut self, names: &[&str]) {
        let is_there = names.iter().any(|name| match self.fields.get(*name) {
            Some(Value::Array(items)) => !items.is_empty(),
            Some(Value::String(text)) => !text.is_empty(),
            _ => false,
        });
        if !is_there {
            self.fault(names[0], format!("needs `{}`", names.join("` or `")));
        }
    }
}
