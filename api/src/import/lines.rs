//! JSON Lines: a record a line → the store.

use std::io::{BufRead, Read as _};

use wire::import::Record;

use super::{Problem, log::Log, record::Importer};
use crate::store;

/// The longest line that is read, in bytes.
const MAX_LINE: usize = 16 * 1024 * 1024;

pub(super) fn import(
    importer: &mut Importer<'_, '_>,
    mut reader: Box<dyn BufRead>,
    log: &mut Log<'_>,
) -> store::Result<()> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
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
            importer.problem(number, Problem::new("", what, advice), log);
            return Ok(());
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        log.line();
        match serde_json::from_slice::<Record>(&line) {
            Ok(record) => importer.put(record, number, log)?,
            Err(error) => {
                let problem = Problem::new(
                    "",
                    format!("not a record: {error}"),
                    "write one JSON object a line, with `type` and the fields of that type",
                );
                importer.problem(number, problem, log);
            }
        }
    }
    Ok(())
}
