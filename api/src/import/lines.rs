//! JSON Lines: a record a line → the store.

use std::io::{BufRead, Read as _};

use wire::import::Record;

use super::{
    Problem,
    log::Log,
    piece::{Piece, Shape, Sink},
    record::Importer,
};
use crate::store;

/// The longest line that is read, in bytes.
const MAX_LINE: usize = 16 * 1024 * 1024;

pub(super) fn read(mut reader: Box<dyn BufRead>, sink: &mut dyn Sink) -> store::Result<()> {
    sink.begin(Shape::Records);
    for number in 1.. {
        let mut line = Vec::new();
        let mut limited = (&mut reader).take(MAX_LINE as u64 + 1);
        let stopped = match limited.read_until(b'\n', &mut line) {
            Ok(0) => return Ok(()),
            Ok(read) if read > MAX_LINE => Some((
                format!("the line is longer than {MAX_LINE} bytes"),
                "split its list over several lines",
            )),
            Ok(_) => None,
            Err(error) => Some((format!("can't be read: {error}"), "check the file")),
        };
        if let Some((what, advice)) = stopped {
            let problem = Problem::new("", what, advice);
            return sink.take(Piece::Fault(Some(number), problem));
        }
        if !line.iter().all(u8::is_ascii_whitespace) {
            sink.take(Piece::Line(number, line))?;
        }
    }
    Ok(())
}

pub(super) fn put(
    importer: &mut Importer<'_, '_>,
    number: usize,
    line: &[u8],
    log: &mut Log<'_>,
) -> store::Result<()> {
    log.line();
    match serde_json::from_slice::<Record>(line) {
        Ok(record) => importer.put(record, number, log),
        Err(error) => {
            let problem = Problem::new(
                "",
                format!("not a record: {error}"),
                "write one JSON object a line, with `type` and the fields of that type",
            );
            importer.problem(number, problem, log);
            Ok(())
        }
    }
}
