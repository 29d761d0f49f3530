//! Numbers, texts and lists as bytes: little-endian, lengths before what they are of.

use gs1::Date;

use super::PackError;

/// Bytes that are read from front to back.
pub struct Source<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Source<'b> {
    pub fn new(bytes: &'b [u8]) -> Source<'b> {
        Source { bytes, at: 0 }
    }

    /// The rest, without what lies behind `end`.
    pub fn until(self, end: usize) -> Source<'b> {
        let bytes = self.bytes.get(..end).unwrap_or(self.bytes);
        Source { bytes, ..self }
    }

    pub fn is_at_end(&self) -> bool {
        self.at == self.bytes.len()
    }

    /// Why it can't be read from here on.
    pub fn malformed(&self) -> PackError {
        PackError::Malformed(self.at)
    }

    pub fn take(&mut self, len: usize) -> Result<&'b [u8], PackError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let (taken, _) = rest.split_at_checked(len).ok_or(self.malformed())?;
        self.at += len;
        Ok(taken)
    }

    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], PackError> {
        let at = self.at;
        self.take(N)?
            .try_into()
            .map_err(|_| PackError::Malformed(at))
    }

    pub fn u8(&mut self) -> Result<u8, PackError> {
        self.array().map(|[byte]| byte)
    }

    pub fn u16(&mut self) -> Result<u16, PackError> {
        self.array().map(u16::from_le_bytes)
    }

    pub fn u32(&mut self) -> Result<u32, PackError> {
        self.array().map(u32::from_le_bytes)
    }

    pub fn u64(&mut self) -> Result<u64, PackError> {
        self.array().map(u64::from_le_bytes)
    }

    pub fn i64(&mut self) -> Result<i64, PackError> {
        self.array().map(i64::from_le_bytes)
    }

    pub fn flag(&mut self) -> Result<bool, PackError> {
        match self.u8()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(self.malformed()),
        }
    }

    pub fn text(&mut self) -> Result<String, PackError> {
        let len = self.u16()?;
        let at = self.at;
        let bytes = self.take(usize::from(len))?;
        let text = std::str::from_utf8(bytes).map_err(|_| PackError::Malformed(at))?;
        Ok(text.to_owned())
    }

    /// Days since 1970-01-01, or the least number for none.
    pub fn date(&mut self) -> Result<Option<Date>, PackError> {
        let days = i32::from_le_bytes(self.array()?);
        Ok((days != i32::MIN).then(|| Date::from_days(days)))
    }

    /// As many as are said to be there; no room is made for more than there are bytes.
    pub fn list<T>(
        &mut self,
        mut each: impl FnMut(&mut Source<'b>) -> Result<T, PackError>,
    ) -> Result<Vec<T>, PackError> {
        let len = self.u32()?;
        let mut list = Vec::new();
        for _ in 0..len {
            list.push(each(self)?);
        }
        Ok(list)
    }
}

/// Bytes that are written.
pub trait Sink {
    fn text(&mut self, text: &str);
    fn date(&mut self, date: Option<Date>);
    fn list<T>(&mut self, list: &[T], each: impl FnMut(&mut Self, &T));
}

impl Sink for Vec<u8> {
    /// Cut to what the length's 16 bits can say; nothing here is as long as that.
    fn text(&mut self, text: &str) {
        let mut end = text.len().min(usize::from(u16::MAX));
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        self.extend_from_slice(&(end as u16).to_le_bytes());
        self.extend_from_slice(&text.as_bytes()[..end]);
    }

    fn date(&mut self, date: Option<Date>) {
        let days = date.map_or(i32::MIN, Date::days);
        self.extend_from_slice(&days.to_le_bytes());
    }

    fn list<T>(&mut self, list: &[T], mut each: impl FnMut(&mut Self, &T)) {
        // More than four thousand million things fit into no pack.
        self.extend_from_slice(&(list.len() as u32).to_le_bytes());
        for one in list {
            each(self, one);
        }
    }
}
