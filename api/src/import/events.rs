//! EPCIS documents in an import: each event through the same reading and storing as the capture
//! interface, one at a time, however many the document holds.

use std::{
    fmt,
    io::{BufRead, Read as _},
};

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::{
    Problem,
    log::Log,
    piece::{Piece, Shape, Sink},
    record::Importer,
};
use crate::{
    capture, clock,
    epcis::{self, Context, Described, Incoming, Reading},
    store::{self, CaptureFault, Change, StoreError, Stored},
};

/// An event that was read, or what is wrong with it.
pub(super) type Read = Result<Incoming, Vec<CaptureFault>>;

/// The brand that captures a source's events: the one that was named, or the only one there is.
pub(super) fn brand(
    importer: &Importer<'_, '_>,
    named: Option<&str>,
) -> store::Result<Result<String, Problem>> {
    let problem = |what: String| {
        Ok(Err(Problem::new(
            "brand",
            what,
            "name one that is imported with `--brand`",
        )))
    };
    if let Some(named) = named.or(importer.source.brand.as_deref()) {
        return match importer.tx.brand(named)? {
            Some(brand) => Ok(Ok(brand.id)),
            None => problem(format!("`{named}` is not known here")),
        };
    }
    match &importer.tx.brands()?[..] {
        [only] => Ok(Ok(only.id.clone())),
        _ => problem("it is not said whose events these are".to_owned()),
    }
}

/// Reads a document, an event at a time.
pub(super) fn read(mut reader: Box<dyn BufRead>, sink: &mut dyn Sink) -> store::Result<()> {
    sink.begin(Shape::Events);
    let mut document = Document {
        sink,
        events: 0,
        place: String::new(),
        context: None,
        waiting: Vec::new(),
        header: Header::default(),
        master_data: None,
        failed: None,
    };
    skip_mark(&mut reader);
    let read = match is_xml(&mut reader) {
        true => read_xml(reader, &mut document)?,
        false => {
            let mut json = serde_json::Deserializer::from_reader(reader);
            (&mut document)
                .deserialize(&mut json)
                .and_then(|()| json.end())
                .map_err(|error| {
                    let line = Some(error.line()).filter(|line| *line > 0);
                    let what = format!("not an EPCIS document in JSON: {error}");
                    (line, Problem::new("", what, "write an EPCIS document"))
                })
        }
    };
    if read.is_ok() {
        document.rest()?;
    }
    let Document {
        sink,
        header,
        failed,
        ..
    } = document;
    if let Some(error) = failed {
        return Err(error);
    }
    match read {
        Ok(()) => header
            .problems()
            .into_iter()
            .try_for_each(|problem| sink.take(Piece::Fault(None, problem))),
        Err((line, problem)) => sink.take(Piece::Fault(line, problem)),
    }
}

/// A document in XML is held whole: this many bytes at the most, and as many parts of it.
const MAX_XML: usize = 64 * 1024 * 1024;
const MAX_XML_NODES: u32 = 10_000_000;

fn is_xml(reader: &mut Box<dyn BufRead>) -> bool {
    let head = reader.fill_buf().unwrap_or_default();
    head.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
}

/// Reads a document in XML, whose faults have no line: they are those of the JSON that it stands for.
fn read_xml(
    reader: Box<dyn BufRead>,
    document: &mut Document<'_>,
) -> store::Result<Result<(), (Option<usize>, Problem)>> {
    let fault = |what: String, advice: &str| Ok(Err((None, Problem::new("", what, advice))));
    let mut text = String::new();
    if let Err(error) = reader.take(MAX_XML as u64 + 1).read_to_string(&mut text) {
        let what = format!("the XML can't be read: {error}");
        return fault(what, "write it in UTF-8");
    }
    if text.len() > MAX_XML {
        let what = format!("the XML is larger than {MAX_XML} bytes");
        return fault(
            what,
            "import it in parts, or in JSON, which may have any size",
        );
    }
    let value = match epcis::from_xml_within(&text, MAX_XML_NODES) {
        Ok(value) => value,
        Err(exception) => {
            return fault(exception.detail, "write an EPCIS document of 2.0 or 1.2");
        }
    };
    let read = document.deserialize(value);
    Ok(read.map_err(|error| {
        let what = format!("not an EPCIS document in XML: {error}");
        (None, Problem::new("", what, "write an EPCIS document"))
    }))
}

/// Puts an event of a document in.
pub(super) fn put(
    importer: &mut Importer<'_, '_>,
    event: &Read,
    log: &mut Log<'_>,
) -> store::Result<()> {
    log.line();
    match brand_of_document(importer, log)? {
        Some(brand) => importer.event(&brand, event, None, None, log),
        None => Ok(()),
    }
}

/// Puts what a document's header says of a thing in.
pub(super) fn describe(
    importer: &mut Importer<'_, '_>,
    described: &Described,
    log: &mut Log<'_>,
) -> store::Result<()> {
    log.line();
    if let Some(brand) = brand_of_document(importer, log)? {
        log.count(importer.tx.describe(&brand, "", described)?);
    }
    Ok(())
}

/// Whose a document is, which is told wrong once.
fn brand_of_document(
    importer: &mut Importer<'_, '_>,
    log: &mut Log<'_>,
) -> store::Result<Option<String>> {
    let brand = match importer.kept.events_of.take() {
        Some(brand) => brand,
        None => match brand(importer, None)? {
            Ok(brand) => Some(brand),
            Err(problem) => {
                log.problem(&importer.source.name, None, problem);
                None
            }
        },
    };
    importer.kept.events_of = Some(brand.clone());
    Ok(brand)
}

fn skip_mark(reader: &mut Box<dyn BufRead>) {
    let mark = "\u{feff}".as_bytes();
    // What can't be read is told by whoever reads on.
    if reader.fill_buf().is_ok_and(|head| head.starts_with(mark)) {
        let _ = reader
            .by_ref()
            .take(mark.len() as u64)
            .read_to_end(&mut Vec::new());
    }
}

/// What a document says of itself.
#[derive(Default)]
struct Header {
    kind: Option<String>,
    version: Option<String>,
    created: Option<String>,
    has_list: bool,
}

impl Header {
    fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut wrong = |is_right: bool, field: &str, what: &str| {
            if !is_right {
                problems.push(Problem::new(field, what, "correct the document"));
            }
        };
        wrong(
            matches!(
                self.kind.as_deref(),
                Some("EPCISDocument" | "EPCISQueryDocument")
            ),
            "/type",
            "must be `EPCISDocument` or `EPCISQueryDocument`",
        );
        wrong(
            matches!(self.version.as_deref(), Some("2.0" | "2.0.0" | "2.0.1")),
            "/schemaVersion",
            "must be `2.0`",
        );
        let is_dated = self
            .created
            .as_deref()
            .is_some_and(|text| clock::parse_rfc3339(text).is_some());
        wrong(
            is_dated,
            "/creationDate",
            "must be a date and time with offset",
        );
        wrong(
            self.has_list,
            "/epcisBody/eventList",
            "must be a list of events",
        );
        problems
    }
}

/// A document on its way through.
struct Document<'d> {
    sink: &'d mut dyn Sink,
    events: usize,
    /// Where the list is.
    place: String,
    /// What its prefixes stand for, once it has said so.
    context: Option<Context>,
    /// Events that came before that.
    waiting: Vec<Value>,
    header: Header,
    /// Its `epcisHeader`, which is read where its prefixes are known.
    master_data: Option<Value>,
    /// What ended it that is not the document's fault.
    failed: Option<StoreError>,
}

impl Document<'_> {
    /// What its header says, and the events of a document that says at its end what its prefixes stand for,
    /// or never.
    fn rest(&mut self) -> store::Result<()> {
        let context = self.context.get_or_insert_default();
        if let Some(header) = self.master_data.take() {
            let (described, faults) = epcis::read_header(&header, context);
            for described in described {
                self.sink.take(Piece::Described(Box::new(described)))?;
            }
            for fault in faults {
                let problem = Problem::new(fault.pointer, fault.detail, "correct the header");
                self.sink.take(Piece::Fault(None, problem))?;
            }
        }
        for event in std::mem::take(&mut self.waiting) {
            self.event(event)?;
        }
        Ok(())
    }

    fn event(&mut self, event: Value) -> store::Result<()> {
        let Some(context) = &self.context else {
            self.waiting.push(event);
            return Ok(());
        };
        let pointer = format!("{}/{}", self.place, self.events);
        let event = Incoming::read(&event, context, Reading::Captured, &pointer);
        self.events += 1;
        self.sink.take(Piece::Event(Box::new(event)))
    }
}

impl Importer<'_, '_> {
    /// Puts an event in; `at` is when it first came to a server, where that is known.
    pub(super) fn event(
        &mut self,
        brand: &str,
        event: &Read,
        at: Option<trace::Instant>,
        line: Option<usize>,
        log: &mut Log<'_>,
    ) -> store::Result<()> {
        let capture = format!("import:{}", self.source.name);
        let at = at.unwrap_or(self.now);
        let stored = match event {
            Ok(event) => capture::store_one(self.tx, brand, event, &capture, at)?,
            Err(faults) => Err(faults.clone()),
        };
        match stored {
            Ok(Stored::Added) => log.count(Change::Added),
            Ok(_) => log.count(Change::Unchanged),
            Err(faults) => {
                for fault in faults {
                    let problem = Problem::new(fault.pointer, fault.detail, "correct the event");
                    log.problem(&self.source.name, line, problem);
                }
            }
        }
        Ok(())
    }
}

/// Reads the document's own object.
impl<'de> DeserializeSeed<'de> for &mut Document<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Document<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an EPCIS document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "type" => self.header.kind = text(map.next_value()?),
                "schemaVersion" => self.header.version = text(map.next_value()?),
                "creationDate" => self.header.created = text(map.next_value()?),
                "@context" => self.context = Some(Context::of(Some(&map.next_value()?))),
                "epcisHeader" => self.master_data = Some(map.next_value()?),
                "epcisBody" => {
                    "/epcisBody".clone_into(&mut self.place);
                    map.next_value_seed(Body(self))?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// Reads the object around the list.
struct Body<'b, 'd>(&'b mut Document<'d>);

impl<'de> DeserializeSeed<'de> for Body<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Body<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with `eventList`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "eventList" => {
                    self.0.place.push_str("/eventList");
                    map.next_value_seed(List(&mut *self.0))?;
                }
                // As an EPCISQueryDocument has it.
                "queryResults" | "resultsBody" => {
                    self.0.place.push('/');
                    self.0.place.push_str(&name);
                    map.next_value_seed(Body(&mut *self.0))?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// Reads the list, an event at a time.
struct List<'b, 'd>(&'b mut Document<'d>);

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of events")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.0.header.has_list = true;
        while let Some(event) = list.next_element::<Value>()? {
            if let Err(error) = self.0.event(event) {
                self.0.failed = Some(error);
                return Err(de::Error::custom("the store failed"));
            }
        }
        Ok(())
    }
}
