//! CSV: a header and a record a line → the store.
//!
//! A column is named as the field of the record: `name.en` for a text in a language, `contact.email`
//! for a part, `parts.1.material` for an item of a list. `docs/import.md` lists them.

mod columns;
mod row;

use std::{
    cell::Cell,
    io::{self, BufRead, Read},
    rc::Rc,
};

use csv::ByteRecord;
use wire::import::Record;

use super::{
    Kind, Problem,
    log::Log,
    piece::{Piece, Shape, Sink},
    problems::Problems,
    record::Importer,
    units::Told,
};
use crate::store::{self, UnitState};
use columns::Column;
use row::{boolean, cells, stage};

pub(super) use columns::kind_of;

/// The longest line that is read, in bytes: a quote that nobody closed must not fill the memory.
const MAX_ROW: usize = 16 * 1024 * 1024;

/// What separates cells: the one that the header has the most of.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Byte order mark, as spreadsheets write it before UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Reads no more than a line may have; what has been read is forgotten with each line.
struct Bounded {
    inner: Box<dyn BufRead>,
    left: Rc<Cell<usize>>,
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 {
            return Err(io::Error::other(format!(
                "a line is longer than {MAX_ROW} bytes; is a quote open?"
            )));
        }
        let length = buffer.len().min(left);
        let read = self.inner.read(&mut buffer[..length])?;
        self.left.set(left - read);
        Ok(read)
    }
}

/// The separator of a file, by its first line.
pub(super) fn delimiter(header: &[u8]) -> u8 {
    let count = |delimiter: u8| header.iter().filter(|byte| **byte == delimiter).count();
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b',')
}

/// The names of the columns in a first line.
pub(super) fn header(line: &[u8]) -> Vec<String> {
    let line = line.strip_prefix(MARK).unwrap_or(line);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter(line))
        .from_reader(line);
    let mut record = ByteRecord::new();
    // What can't be read has no columns that anybody knows.
    let _ = reader.read_byte_record(&mut record);
    names(&record)
}

fn names(record: &ByteRecord) -> Vec<String> {
    record
        .iter()
        .map(|name| String::from_utf8_lossy(name).trim().to_owned())
        .collect()
}

/// A table's columns.
#[derive(Clone, Debug)]
pub(super) struct Table {
    kind: Kind,
    names: Vec<String>,
    columns: Vec<Column>,
    /// Where the cells of a unit are, by [`UNIT`].
    unit: [Option<usize>; UNIT.len()],
}

/// What is told of a unit.
const UNIT: [&str; 6] = [
    "gtin",
    "batch",
    "serial",
    "issued_on",
    "state",
    "correction",
];

pub(super) fn read(
    kind: Kind,
    mut reader: Box<dyn BufRead>,
    sink: &mut dyn Sink,
) -> store::Result<()> {
    let delimiter = match reader.fill_buf() {
        Ok(head) => {
            let is_marked = head.starts_with(MARK);
            let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
            let delimiter = delimiter(line);
            if is_marked {
                reader.consume(MARK.len());
            }
            delimiter
        }
        // The first line tells it.
        Err(_) => b',',
    };
    let left = Rc::new(Cell::new(MAX_ROW));
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(1 << 16)
        .from_reader(Bounded {
            inner: reader,
            left: left.clone(),
        });
    let mut rows = Rows {
        reader,
        left,
        room: (0, 0),
    };
    let names = match rows.next() {
        Ok(Some(row)) => names(&row),
        Ok(None) => return Ok(()),
        Err(fault) => return sink.take(fault),
    };
    match columns::known(kind, &names) {
        Ok(columns) => sink.begin(Shape::Table(Table {
            kind,
            unit: UNIT.map(|name| names.iter().position(|known| known == name)),
            names,
            columns,
        })),
        Err(problems) => {
            for problem in problems {
                sink.take(Piece::Fault(Some(1), problem))?;
            }
            return Ok(());
        }
    }
    loop {
        match rows.next() {
            Ok(Some(row)) => sink.take(Piece::Row(row))?,
            Ok(None) => return Ok(()),
            Err(fault) => return sink.take(fault),
        }
    }
}

/// A file on the way through its lines.
struct Rows {
    reader: csv::Reader<Bounded>,
    left: Rc<Cell<usize>>,
    /// What the last line took, in bytes and cells: the next one hardly takes more.
    room: (usize, usize),
}

impl Rows {
    /// The next line; `None` where there is none, and a fault where it can't be read.
    fn next(&mut self) -> Result<Option<ByteRecord>, Piece> {
        self.left.set(MAX_ROW);
        let (bytes, cells) = self.room;
        let mut row = ByteRecord::with_capacity(bytes + 8, cells);
        match self.reader.read_byte_record(&mut row) {
            Ok(is_there) => {
                self.room = (row.as_slice().len(), row.len());
                Ok(is_there.then_some(row))
            }
            Err(error) => {
                let line = self.reader.position().line() as usize;
                let what = match error.into_kind() {
                    csv::ErrorKind::Io(error) => error.to_string(),
                    other => format!("{other:?}"),
                };
                let problem = Problem::new("", format!("can't be read: {what}"), "check the file");
                Err(Piece::Fault(Some(line), problem))
            }
        }
    }
}

/// Says so where a line has more or fewer cells than the header.
fn fits(row: &ByteRecord, names: &[String], problems: &mut Problems) -> bool {
    let fits = row.len() == names.len();
    if !fits {
        problems.add(
            "",
            format!("has {} cells; the header has {}", row.len(), names.len()),
            "quote cells that hold the separator, and leave none out",
        );
    }
    fits
}

impl Table {
    /// Puts a line in.
    pub(super) fn put(
        &self,
        importer: &mut Importer<'_, '_>,
        row: &ByteRecord,
        log: &mut Log<'_>,
    ) -> store::Result<()> {
        log.line();
        // Where it begins, from 1.
        let line = row.position().map_or(0, |at| at.line() as usize);
        let mut problems = Problems::default();
        if fits(row, &self.names, &mut problems) {
            if self.kind == Kind::Units {
                self.unit(importer, row, line, &mut problems, log)?;
            } else if let Some(record) =
                row::record(importer, self.kind, &self.columns, row, &mut problems)
            {
                importer.put(record, line, log)?;
            }
        }
        for problem in problems.0 {
            importer.problem(line, problem, log);
        }
        Ok(())
    }

    /// A unit, without a record of it.
    fn unit(
        &self,
        importer: &mut Importer<'_, '_>,
        row: &ByteRecord,
        line: usize,
        problems: &mut Problems,
        log: &mut Log<'_>,
    ) -> store::Result<()> {
        let [gtin, batch, text, issued_on, state, correction] =
            cells(row, self.unit, &self.names, problems);
        let serial = problems.cset82("serial", text);
        let stage = stage("state", state, problems);
        let is_corrected = boolean("correction", correction, problems);
        let told = Told {
            gtin,
            batch,
            issued_on: Some(issued_on).filter(|date| !date.is_empty()),
            state: stage.map(|stage| UnitState {
                stage,
                is_corrected: is_corrected == Some(true),
            }),
        };
        match serial.filter(|_| problems.0.is_empty()) {
            Some(serial) => importer.unit(&told, serial, line, log),
            None => Ok(()),
        }
    }
}

/// A record of one line, by way of the same JSON that a line of JSON Lines has.
type Json = serde_json::Map<String, serde_json::Value>;

fn from_json(fields: Json) -> Result<Record, serde_json::Error> {
    serde_json::from_value(serde_json::Value::Object(fields))
}
