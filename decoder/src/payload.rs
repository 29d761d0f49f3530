//! What a symbol carries: bytes, with the character sets that it names for them.

use crate::Charset;

/// From here on the bytes are in another character set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The first byte that it holds for.
    pub at: usize,
    /// What the bytes mean.
    pub charset: Charset,
}

/// A symbol's place among several that carry one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StructuredAppend {
    /// From 0, less than `count` in symbols that are right.
    pub index: u8,
    /// How many there are, 1 to 16.
    pub count: u8,
    /// What all symbols of a message have in common: a parity (QR Code) or a file identification
    /// (Data Matrix).
    pub id: u16,
}

/// What a symbol carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payload {
    /// The bytes as encoded; FNC1 after the first position is GS (0x1D).
    pub bytes: Vec<u8>,
    /// Which character set holds from where on; the first mark is at 0.
    pub marks: Vec<Mark>,
    /// ISO/IEC 15424, such as `]Q3` or `]d2`.
    pub symbology_identifier: [u8; 3],
    /// Where the symbol is one of several.
    pub structured_append: Option<StructuredAppend>,
}

impl Payload {
    /// The symbology identifier as text.
    #[must_use]
    pub fn symbology_identifier(&self) -> &str {
        // Only ASCII is put in.
        std::str::from_utf8(&self.symbology_identifier).unwrap_or("")
    }

    /// The text, by the symbol's ECIs or the symbology's default character set.
    ///
    /// Legacy character sets need large tables, which the browser has in its `TextDecoder`: `table`
    /// gets a label of the Encoding Standard and the bytes, and gives `None` where it knows no such
    /// label; they are shown as ISO 8859-1 then.
    #[must_use]
    pub fn text_by(&self, mut table: impl FnMut(&'static str, &[u8]) -> Option<String>) -> String {
        let mut text = String::new();
        for (index, mark) in self.marks.iter().enumerate() {
            let next = self.marks.get(index + 1).map(|mark| mark.at);
            let range = mark.at..next.unwrap_or(self.bytes.len());
            let bytes = self.bytes.get(range).unwrap_or(&[]);
            if !bytes.is_empty() {
                text.push_str(&mark.charset.text(bytes, &mut table));
            }
        }
        text
    }

    /// The text, with tables of our own.
    #[cfg(feature = "text")]
    #[must_use]
    pub fn text(&self) -> String {
        self.text_by(|label, bytes| {
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
            Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
        })
    }
}

/// A payload in the making.
pub(crate) struct Builder {
    pub(crate) bytes: Vec<u8>,
    marks: Vec<Mark>,
    /// What an ECI said, or the symbology's default.
    charset: Charset,
    pub(crate) has_eci: bool,
    pub(crate) structured_append: Option<StructuredAppend>,
}

impl Builder {
    pub(crate) fn new(charset: Charset) -> Builder {
        Builder {
            bytes: Vec::new(),
            marks: vec![Mark { at: 0, charset }],
            charset,
            has_eci: false,
            structured_append: None,
        }
    }

    /// An ECI: the character set of all that follows.
    pub(crate) fn eci(&mut self, number: u32) {
        self.has_eci = true;
        self.charset = Charset::of_eci(number);
        self.mark(self.charset);
    }

    /// Bytes of a segment that has its own character set whatever the ECI says.
    pub(crate) fn extend_in(&mut self, charset: Charset, bytes: impl Iterator<Item = u8>) {
        self.mark(charset);
        self.bytes.extend(bytes);
        self.mark(self.charset);
    }

    fn mark(&mut self, charset: Charset) {
        let at = self.bytes.len();
        while self.marks.last().is_some_and(|mark| mark.at == at) {
            self.marks.pop();
        }
        if self.marks.last().is_none_or(|mark| mark.charset != charset) {
            self.marks.push(Mark { at, charset });
        }
    }

    pub(crate) fn build(mut self, symbology_identifier: [u8; 3]) -> Payload {
        let end = self.bytes.len();
        self.marks.retain(|mark| mark.at < end || end == 0);
        Payload {
            bytes: self.bytes,
            marks: self.marks,
            symbology_identifier,
            structured_append: self.structured_append,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_from_mark_to_mark() {
        let mut builder = Builder::new(Charset::Unsaid);
        builder.bytes.extend(b"a\xc3\xa9");
        builder.extend_in(Charset::Labelled("shift_jis"), [0x93, 0xfa].into_iter());
        builder.bytes.extend(b"b");
        builder.eci(3);
        builder.bytes.extend(b"\xe9");
        builder.eci(26);
        let payload = builder.build(*b"]Q2");
        assert_eq!(payload.marks.len(), 4, "none at the end: {payload:?}");
        let text = payload.text_by(|label, bytes| Some(format!("<{label} {}>", bytes.len())));
        assert_eq!(text, "aé<shift_jis 2>bé");
        assert_eq!(payload.text_by(|_, _| None), "aé\u{93}úbé");
        #[cfg(feature = "text")]
        assert_eq!(payload.text(), "aé日bé");
    }
}
