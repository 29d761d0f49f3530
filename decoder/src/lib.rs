//! Luma in, symbols out: QR and Data Matrix.
