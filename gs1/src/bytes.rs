//! Sets of bytes, as tables.

/// Which bytes are meant.
pub(crate) struct ByteSet([bool; 256]);

impl ByteSet {
    /// These.
    pub(crate) const fn of(bytes: &[u8]) -> ByteSet {
        let mut has = [false; 256];
        let mut at = 0;
        while at < bytes.len() {
            has[bytes[at] as usize] = true;
            at += 1;
        }
        ByteSet(has)
    }

    /// These, and the letters and digits of ASCII.
    pub(crate) const fn alphanumeric_and(bytes: &[u8]) -> ByteSet {
        let mut set = ByteSet::of(bytes);
        let mut byte = 0;
        while byte < 128 {
            if (byte as u8).is_ascii_alphanumeric() {
                set.0[byte] = true;
            }
            byte += 1;
        }
        set
    }

    pub(crate) fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }
}
