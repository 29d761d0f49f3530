//! What a unit's checks amount to, as it is stored: [`CheckState`] ↔ text.
//!
//! Every look-up reads one of these and every check writes one, so the text is made for that: lists
//! in lists, each with a mark of its own, numbers in hexadecimal. As JSON, reading it took longer
//! than all else that the database does for a look-up.
//!
//! ```text
//! state    = sessions "|" professional "|" returned "|" dismissed "|" travel "|" first "|" recent
//! dismissed, recent = each item and ";"
//! travel   = from ":" to ":" km ":" ms ":" source, or nothing
//! first    = sighting, or nothing
//! sighting = at "," session "," (at - since) "," place
//! place    = source ":" country ":" lat ":" lon ":" accuracy_m ":" name, or nothing
//! ```
//!
//! A mark inside a name is written `%XX`; an optional part that is missing is empty, and a name that
//! is there begins with `=`.

mod older;

use std::fmt::Write as _;

use trace::{CheckState, Country, Instant, Place, PlaceSource, Point, Sighting, Signal, Travel};

use super::{Result, StoreError};

/// A state as it was read, with the text that it was read from.
///
/// Who counts one more check gives it back: it is written in the place of that very text, so nobody
/// has to read it again.
#[derive(Clone, Debug, Default)]
pub struct ReadState {
    /// What the checks amount to.
    pub state: CheckState,
    /// As it was stored; empty where it was not.
    pub(super) stored: String,
}

impl ReadState {
    pub(super) fn read(stored: Option<String>) -> Result<ReadState> {
        let state = stored.as_deref().map(stored_state).transpose()?;
        Ok(ReadState {
            state: state.unwrap_or_default(),
            stored: stored.unwrap_or_default(),
        })
    }
}

/// What is stored of a state.
pub(super) fn state_text(state: &CheckState) -> String {
    let mut out = String::with_capacity(64 + 40 * state.recent.len());
    for count in [state.sessions, state.professional, state.returned] {
        put_number(&mut out, u64::from(count));
        out.push('|');
    }
    for signal in &state.dismissed {
        out.push_str(signal.name());
        out.push(';');
    }
    out.push('|');
    if let Some(travel) = &state.travel {
        put_travel(&mut out, travel);
    }
    out.push('|');
    if let Some(first) = &state.first {
        put_sighting(&mut out, first);
    }
    out.push('|');
    for sighting in &state.recent {
        put_sighting(&mut out, sighting);
        out.push(';');
    }
    out
}

/// The state that this text was stored for.
pub(super) fn stored_state(text: &str) -> Result<CheckState> {
    if text.starts_with('{') {
        return older::read(text);
    }
    read(text).ok_or(StoreError::State)
}

fn read(text: &str) -> Option<CheckState> {
    let mut text = Cursor(text);
    let mut count = || -> Option<u32> {
        let count = text.number()?.try_into().ok()?;
        text.eat('|')?;
        Some(count)
    };
    let (sessions, professional, returned) = (count()?, count()?, count()?);
    let mut dismissed = Vec::new();
    while !text.is_at('|') {
        // One that this program doesn't know is left out.
        dismissed.extend(Signal::from_name(text.word()));
        text.eat(';')?;
    }
    text.eat('|')?;
    let travel = text.unless('|', travel)?;
    text.eat('|')?;
    let first = text.unless('|', sighting)?;
    text.eat('|')?;
    let mut recent = Vec::new();
    while !text.0.is_empty() {
        recent.push(sighting(&mut text)?);
        text.eat(';')?;
    }
    Some(CheckState {
        sessions,
        first,
        recent,
        travel,
        professional,
        returned,
        dismissed,
    })
}

/// What is still to be read. Whatever reads returns `None` for what it can't.
struct Cursor<'t>(&'t str);

impl<'t> Cursor<'t> {
    fn is_at(&self, mark: char) -> bool {
        self.0.starts_with(mark)
    }

    fn eat(&mut self, mark: char) -> Option<()> {
        self.0 = self.0.strip_prefix(mark)?;
        Some(())
    }

    /// In hexadecimal.
    fn number(&mut self) -> Option<u64> {
        let mut number: u64 = 0;
        let mut length = 0;
        for digit in self.0.bytes() {
            let digit = match digit {
                b'0'..=b'9' => digit - b'0',
                b'a'..=b'f' => digit - b'a' + 10,
                _ => break,
            };
            length += 1;
            number = number << 4 | u64::from(digit);
        }
        self.0 = self.0.get(length..)?;
        (1..=16).contains(&length).then_some(number)
    }

    /// Everything before the next mark.
    fn word(&mut self) -> &'t str {
        let mark = |byte: u8| matches!(byte, b'|' | b';' | b',' | b':');
        let end = self.0.bytes().position(mark).unwrap_or(self.0.len());
        // A mark is a letter of its own in UTF-8.
        let (word, rest) = self.0.split_at(end);
        self.0 = rest;
        word
    }

    fn real(&mut self) -> Option<Option<f64>> {
        match self.word() {
            "" => Some(None),
            number => number.parse().ok().map(Some),
        }
    }

    fn name(&mut self) -> Option<String> {
        let decoded = percent_encoding::percent_decode_str(self.word()).decode_utf8();
        decoded.ok().map(std::borrow::Cow::into_owned)
    }

    /// `Some(None)` where the mark that ends it comes at once.
    fn unless<T>(
        &mut self,
        mark: char,
        read: impl FnOnce(&mut Cursor<'t>) -> Option<T>,
    ) -> Option<Option<T>> {
        if self.is_at(mark) {
            return Some(None);
        }
        read(self).map(Some)
    }
}

fn put_sighting(out: &mut String, sighting: &Sighting) {
    put_number(out, sighting.at.0.cast_unsigned());
    out.push(',');
    put_number(out, sighting.session);
    out.push(',');
    // Nothing for a session that looked once, as nearly all did.
    if sighting.since != sighting.at {
        let before = sighting.at.0.wrapping_sub(sighting.since.0);
        put_number(out, before.cast_unsigned());
    }
    out.push(',');
    if let Some(place) = &sighting.place {
        put_place(out, place);
    }
}

fn sighting(text: &mut Cursor<'_>) -> Option<Sighting> {
    let at = text.number()?.cast_signed();
    text.eat(',')?;
    let session = text.number()?;
    text.eat(',')?;
    let before = text.unless(',', Cursor::number)?.unwrap_or(0);
    text.eat(',')?;
    let has_place = !text.0.is_empty() && !text.is_at(';') && !text.is_at('|');
    let place = match has_place {
        true => Some(place(text)?),
        false => None,
    };
    Some(Sighting {
        at: Instant(at),
        since: Instant(at.wrapping_sub(before.cast_signed())),
        session,
        place,
    })
}

fn put_place(out: &mut String, place: &Place) {
    put_number(out, source_number(place.source));
    out.push(':');
    if let Some(country) = place.country {
        // Writing to a string can't fail.
        let _ = write!(out, "{country}");
    }
    let degrees = [
        place.point.map(|point| point.lat),
        place.point.map(|point| point.lon),
        place.accuracy_m,
    ];
    for number in degrees {
        out.push(':');
        if let Some(number) = number {
            // The shortest that reads back as the same.
            let _ = write!(out, "{number:?}");
        }
    }
    out.push(':');
    if let Some(name) = &place.name {
        out.push('=');
        put_name(out, name);
    }
}

fn place(text: &mut Cursor<'_>) -> Option<Place> {
    let source = source_of(text.number()?);
    text.eat(':')?;
    let country = Country::new(text.word());
    let mut real = || -> Option<Option<f64>> {
        text.eat(':')?;
        text.real()
    };
    let (lat, lon, accuracy_m) = (real()?, real()?, real()?);
    text.eat(':')?;
    let name = match text.eat('=') {
        Some(()) => Some(text.name()?),
        None => None,
    };
    Some(Place {
        source,
        country,
        point: lat.zip(lon).and_then(|(lat, lon)| Point::new(lat, lon)),
        accuracy_m,
        name,
    })
}

fn put_travel(out: &mut String, travel: &Travel) {
    put_name(out, &travel.from);
    out.push(':');
    put_name(out, &travel.to);
    // Writing to a string can't fail.
    let _ = write!(out, ":{:?}:", travel.km);
    put_number(out, travel.ms);
    out.push(':');
    put_number(out, source_number(travel.source));
}

fn travel(text: &mut Cursor<'_>) -> Option<Travel> {
    let from = text.name()?;
    text.eat(':')?;
    let to = text.name()?;
    text.eat(':')?;
    let km = text.real()??;
    text.eat(':')?;
    let ms = text.number()?;
    text.eat(':')?;
    Some(Travel {
        from,
        to,
        km,
        ms,
        source: source_of(text.number()?),
    })
}

/// In hexadecimal, without leading zeros.
fn put_number(out: &mut String, number: u64) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let count = (64 - number.leading_zeros()).div_ceil(4).max(1);
    for place in (0..count).rev() {
        let digit = (number >> (4 * place)) & 0xf;
        out.push(char::from(DIGITS[usize::try_from(digit).unwrap_or(0)]));
    }
}

fn put_name(out: &mut String, name: &str) {
    for letter in name.chars() {
        if "%|;,:=".contains(letter) {
            // Writing to a string can't fail.
            let _ = write!(out, "%{:02X}", u32::from(letter));
        } else {
            out.push(letter);
        }
    }
}

fn source_number(source: PlaceSource) -> u64 {
    match source {
        PlaceSource::Device => 0,
        PlaceSource::Typed => 1,
        PlaceSource::Address => 2,
    }
}

/// The weakest for a number that nobody wrote.
fn source_of(number: u64) -> PlaceSource {
    match number {
        0 => PlaceSource::Device,
        1 => PlaceSource::Typed,
        _ => PlaceSource::Address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paris() -> Place {
        Place {
            source: PlaceSource::Device,
            country: Country::new("FR"),
            point: Point::new(48.85, 2.35),
            accuracy_m: Some(4012.5),
            name: Some("Paris: 1|2;3,4=100%".to_owned()),
        }
    }

    fn looked(at: i64, since: i64, session: u64, place: Option<Place>) -> Sighting {
        Sighting {
            at: Instant(at),
            since: Instant(since),
            session,
            place,
        }
    }

    fn full() -> CheckState {
        let nowhere = Place {
            source: PlaceSource::Address,
            country: None,
            point: None,
            accuracy_m: None,
            name: None,
        };
        CheckState {
            sessions: 300,
            first: Some(looked(1_764_000_000_000, 1_764_000_000_000, u64::MAX, None)),
            recent: vec![
                looked(-5, -100, 0, Some(paris())),
                looked(1_764_000_000_001, 1_763_000_000_000, 7, Some(nowhere)),
            ],
            travel: Some(Travel {
                from: "Łódź".to_owned(),
                to: String::new(),
                km: 1234.5,
                ms: 60_000,
                source: PlaceSource::Typed,
            }),
            professional: 2,
            returned: 1,
            dismissed: Signal::ALL.to_vec(),
        }
    }

    #[test]
    fn a_state_comes_back_as_it_was() {
        for state in [CheckState::default(), full()] {
            let text = state_text(&state);
            assert_eq!(stored_state(&text).unwrap(), state, "{text}");
        }
    }

    #[test]
    fn the_text_of_one_check() {
        let state = CheckState {
            sessions: 1,
            first: Some(looked(255, 255, 16, None)),
            recent: vec![looked(255, 255, 16, None)],
            ..CheckState::default()
        };
        assert_eq!(state_text(&state), "1|0|0|||ff,10,,|ff,10,,;");
    }

    #[test]
    fn what_is_damaged_is_told() {
        let text = state_text(&full());
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            // Never a panic; what was cut between two sightings can't be told.
            let _ = stored_state(&text[..end]);
        }
        for wrong in [
            "",
            "1",
            "1|0|0|||ff|",
            "x|0|0||||",
            "1|0|0|||ff,10,,|ff,10;",
        ] {
            assert!(stored_state(wrong).is_err(), "{wrong}");
        }
    }
}
