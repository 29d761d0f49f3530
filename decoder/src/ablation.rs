//! Stages of the search, which a bench leaves out one at a time to see what each earns. Without the feature
//! `ablation` none is ever left out, and nothing of this is in what is built.

/// A stage of the search in one picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Our search for QR Codes.
    Finders,
    /// Our search for Data Matrix symbols.
    Sides,
    /// Micro QR Codes at lone finder patterns.
    MicroQr,
    /// rMQR symbols at lone finder patterns.
    Rmqr,
    /// Three of the four rules by which modules are told apart.
    Rules,
    /// Corners and bends of QR Codes that are moved until they fit.
    Closely,
    /// What each alignment pattern of a QR Code says of the modules around it.
    Aligned,
    /// Levels for faint print.
    Faint,
    /// Levels of smaller surroundings.
    Means,
    /// Half and a quarter of the size.
    Smaller,
    /// Twice the size.
    Larger,
    /// rxing's search for QR Codes.
    RxingQr,
    /// rxing's edge tracer for Data Matrix symbols.
    RxingTracer,
    /// rqrr's search for QR Codes, for photographs.
    Rqrr,
    /// Places beside Data Matrix symbols that were read, for photographs.
    Beside,
}

impl Stage {
    /// All of them.
    #[cfg(feature = "ablation")]
    pub const ALL: [Stage; 14] = [
        Stage::Finders,
        Stage::Sides,
        Stage::MicroQr,
        Stage::Rmqr,
        Stage::Rules,
        Stage::Closely,
        Stage::Aligned,
        Stage::Faint,
        Stage::Means,
        Stage::Smaller,
        Stage::Larger,
        Stage::RxingQr,
        Stage::RxingTracer,
        Stage::Rqrr,
        Stage::Beside,
    ];

    #[cfg(feature = "ablation")]
    pub(crate) fn is_left_out(self) -> bool {
        LEFT_OUT.get() == Some(self)
    }

    #[cfg(not(feature = "ablation"))]
    #[allow(clippy::unused_self, reason = "as with the feature")]
    pub(crate) const fn is_left_out(self) -> bool {
        false
    }
}

#[cfg(feature = "ablation")]
thread_local! {
    static LEFT_OUT: std::cell::Cell<Option<Stage>> = const { std::cell::Cell::new(None) };
}

/// From now on this thread's searches go without that stage, or with all of them.
#[cfg(feature = "ablation")]
pub fn leave_out(stage: Option<Stage>) {
    LEFT_OUT.set(stage);
}
