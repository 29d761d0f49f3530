//! What a source is cut into on its way to the store: lines, rows and events.
//!
//! Reading knows no store and putting in knows no file, so that a transaction can hold as many
//! pieces as is good for it, and can be tried again.

use csv::ByteRecord;

use super::{Problem, events, feature, lines, log::Log, notice, record::Importer, table::Table};
use crate::{epcis::Described, store};

/// How a source is to be understood.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    /// JSON Lines.
    Records,
    /// A table with these columns.
    Table(Table),
    /// An EPCIS document.
    Events,
    /// Notices of an authority.
    Notices,
    /// Recycling points of OpenStreetMap.
    Features,
}

/// A piece of a source.
#[derive(Debug)]
pub(super) enum Piece {
    /// A line of JSON Lines, with its number.
    Line(usize, Vec<u8>),
    /// A line of a table.
    Row(ByteRecord),
    /// An event of a document.
    Event(Box<events::Read>),
    /// What a document's header says of a thing.
    Described(Box<Described>),
    /// A notice, with its number in the document.
    Notice(usize, Box<notice::Notice>),
    /// A feature of a collection, with its number in it.
    Feature(usize, Box<feature::Read>),
    /// What can't be read, with its line where that is known.
    Fault(Option<usize>, Problem),
}

/// Bytes that an event is taken for, wherever many are held at once.
const EVENT: usize = 1 << 10;

impl Piece {
    /// About how many bytes it holds.
    pub(super) fn size(&self) -> usize {
        match self {
            Piece::Line(_, line) => line.len(),
            Piece::Row(row) => row.as_slice().len(),
            Piece::Event(_)
            | Piece::Described(_)
            | Piece::Notice(..)
            | Piece::Feature(..)
            | Piece::Fault(..) => EVENT,
        }
    }
}

/// Where the pieces of a source go.
pub(super) trait Sink {
    /// Comes before the first piece.
    fn begin(&mut self, shape: Shape);

    /// The next piece.
    fn take(&mut self, piece: Piece) -> store::Result<()>;
}

impl Importer<'_, '_> {
    /// Puts a piece in.
    pub(super) fn piece(
        &mut self,
        shape: &Shape,
        piece: &Piece,
        log: &mut Log<'_>,
    ) -> store::Result<()> {
        match (piece, shape) {
            (Piece::Line(number, line), _) => lines::put(self, *number, line, log),
            (Piece::Row(row), Shape::Table(table)) => table.put(self, row, log),
            // A row without a table is never made.
            (Piece::Row(_), _) => Ok(()),
            (Piece::Event(event), _) => events::put(self, event, log),
            (Piece::Described(described), _) => events::describe(self, described, log),
            (Piece::Notice(number, notice), _) => notice::put(self, *number, notice, log),
            (Piece::Feature(number, feature), _) => feature::put(self, *number, feature, log),
            (Piece::Fault(line, problem), _) => {
                log.problem(&self.source.name, *line, problem.clone());
                Ok(())
            }
        }
    }
}
