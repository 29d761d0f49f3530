//! Luma → symbols: what is asked of a look at one picture.

use crate::{
    Luma, Symbol, Symbology,
    budget::{Budget, Clock, Deadline},
    search::Search,
};

/// How much a picture is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// A camera frame: the next one comes soon.
    Frame,
    /// A still photograph: everything is tried.
    Still,
}

impl Effort {
    /// Looks at one module that are spent at the most, where [`Options::work`] says nothing else.
    fn work(self) -> u64 {
        match self {
            Effort::Frame => 6_000_000,
            Effort::Still => 40_000_000,
        }
    }
}

/// What to look for.
#[derive(Clone, Debug)]
pub struct Options {
    /// How much the picture is worth. Default: a camera frame.
    pub effort: Effort,
    /// Symbols at the most; the search ends when they are read. Default 64.
    pub max_symbols: usize,
    /// Work after which the search ends with what it has, in looks at one module (roughly ten
    /// nanoseconds each natively). Default: by the effort.
    pub work: Option<u64>,
    /// A clock, and how long each look may take by it, single pictures and a stream's frames alike.
    /// Default: none.
    pub clock: Option<Clock>,
    /// The kinds of symbol. Default: all.
    pub symbologies: Vec<Symbology>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            effort: Effort::Frame,
            max_symbols: 64,
            work: None,
            clock: None,
            symbologies: vec![
                Symbology::QrCode,
                Symbology::MicroQrCode,
                Symbology::RectangularMicroQrCode,
                Symbology::DataMatrix,
            ],
        }
    }
}

/// Below this many pixels, everything is cheap.
const TINY: usize = 320 * 240;

/// Every symbol in the picture: those that were read, then those that were only seen.
///
/// Nothing found is an empty list. The order is that of the search, not of the picture. For frames of
/// a camera, which come one after the other, see [`crate::Stream`].
#[must_use]
pub fn scan(luma: &Luma<'_>, options: &Options) -> Vec<Symbol> {
    let mut search = Search::new(options, options.clock.map(Deadline::of));
    search.look_in_every_way(luma);
    search.finish(luma)
}

impl Search<'_> {
    /// All that is worth it for a picture alone.
    pub(crate) fn look_in_every_way(&mut self, luma: &Luma<'_>) {
        // What frames said together is for frames that are looked at in one way.
        let memory = self.memory.take();
        let work = self.options.work.unwrap_or(self.options.effort.work());
        self.budget = Budget::new(work, self.deadline);
        self.may_have_data_matrix = luma.width() * luma.height() <= TINY;
        self.look(luma);
        self.memory = memory;
    }
}
