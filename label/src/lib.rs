//! Text in, modules out: QR and Data Matrix symbols as SVG, and scenes of them as camera frames.
