//! The report of an inspection for people: pages with every entry, its times, its photographs, and what
//! all of it does not prove.

use std::collections::BTreeMap;

use evidence::{Digest, Entry, photos};
use label::{Block, write_report};

use crate::{
    clock::rfc3339_ms,
    error::ApiError,
    inspection_report::{cells, entries},
    inspection_said::Lexicon,
    inspection_totals::totals,
    store::InspectionLine,
};

/// The pages, as PDF.
///
/// # Errors
/// [`ApiError::Internal`] where they can't be written.
pub fn pdf(
    inspection: &str,
    lines: &[InspectionLine],
    devices: &[(String, String)],
    pictures: &BTreeMap<Digest, Vec<u8>>,
    origin: &str,
    lexicon: &Lexicon,
) -> Result<Vec<u8>, ApiError> {
    let words = lexicon.words();
    let read: Vec<(&InspectionLine, Entry)> = entries(lines).collect();
    let mut blocks = vec![Block::Title(
        words.desk_inspection_report_title().to_owned(),
    )];
    if let Some((_, first)) = read.first() {
        let [_, _, _, purpose, _, _, place, _] = cells(&first.act);
        blocks.push(Block::Heading(place));
        blocks.push(Block::Line(purpose));
    }
    blocks.push(Block::Small(format!("{inspection} · {origin}")));
    for (name, key) in devices {
        blocks.push(Block::Small(format!("{name}: {key}")));
    }
    for table in totals(lines, lexicon).tables(words) {
        blocks.push(Block::Heading(table.title.to_owned()));
        blocks.push(Block::Small(table.head.join(" · ")));
        let rows = table.rows.into_iter();
        let rows = rows.map(|row| {
            let cells: Vec<String> = row.into_iter().filter(|cell| !cell.is_empty()).collect();
            Block::Line(cells.join(" · "))
        });
        blocks.extend(rows);
        blocks.extend(table.below.map(Block::Line));
    }
    for (line, entry) in &read {
        let said = lexicon.say(line, entry);
        blocks.push(Block::Heading(format!("{}. {}", entry.sequence, said.what)));
        blocks.push(Block::Line(said.parts.join(" · ")));
        blocks.extend(said.marks.into_iter().map(Block::Line));
        blocks.push(Block::Small(words.inspection_said_by(said.by)));
        let received = rfc3339_ms(line.received_at).unwrap_or_default();
        let times = words.desk_inspection_times(&entry.at, &received);
        blocks.push(Block::Small(times));
        if let Some(place) = entry.place {
            let at = format!(
                "{:.5}, {:.5} (±{:.0} m)",
                place.latitude, place.longitude, place.accuracy_m
            );
            blocks.push(Block::Small(words.desk_inspection_place(at)));
        }
        for digest in photos(&entry.act) {
            match pictures.get(&digest) {
                Some(bytes) => {
                    // What is no JPEG of colors stands in the archive beside this.
                    if let Some((width, height)) = jpeg_size(bytes) {
                        blocks.push(Block::Picture {
                            jpeg: bytes.clone(),
                            width,
                            height,
                        });
                    }
                }
                None => {
                    let missing = words.desk_inspection_photo_missing();
                    blocks.push(Block::Small(missing.to_owned()));
                }
            }
            blocks.push(Block::Small(format!("SHA-256 {digest}")));
        }
    }
    let is_lacking = blocks.iter().any(|block| match block {
        Block::Title(text) | Block::Heading(text) | Block::Line(text) | Block::Small(text) => {
            label::lacks(text)
        }
        Block::Picture { .. } => false,
    });
    if is_lacking {
        let letters = words.desk_inspection_letters();
        blocks.push(Block::Line(letters.to_owned()));
    }
    blocks.push(Block::Heading(
        words.desk_inspection_not_proven_title().to_owned(),
    ));
    blocks.push(Block::Line(words.desk_inspection_not_proven().to_owned()));
    blocks.push(Block::Line(
        words.desk_inspection_verify(format!("{origin}/inspect/verify")),
    ));
    let foot = format!("{inspection} · {origin}");
    write_report(Vec::new(), &foot, &blocks).map_err(|error| ApiError::Internal(error.into()))
}

/// Width and height in pixels of a JPEG of three colors, by its frame header (ITU-T T.81, B.2.2); nothing
/// of it is decoded. `None` for anything else.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let [0xff, marker, high, low, ..] = *rest else {
            return None;
        };
        let length = usize::from(u16::from_be_bytes([high, low]));
        // SOF0 to SOF15 but for DHT, JPG and DAC, which lie among them.
        if (0xc0..=0xcf).contains(&marker) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let [_, _, _, _, _, h1, h2, w1, w2, colors, ..] = *rest else {
                return None;
            };
            let size = (
                u32::from(u16::from_be_bytes([w1, w2])),
                u32::from(u16::from_be_bytes([h1, h2])),
            );
            return (colors == 3 && size.0 > 0 && size.1 > 0).then_some(size);
        }
        rest = rest.get(2 + length..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_header_says_how_large_a_picture_is() {
        let mut jpeg = vec![0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2];
        jpeg.extend([0xff, 0xc0, 0, 17, 8, 0x04, 0xb0, 0x06, 0x40, 3, 1, 0x22, 0]);
        assert_eq!(jpeg_size(&jpeg), Some((1600, 1200)));
        jpeg[17] = 1;
        assert_eq!(jpeg_size(&jpeg), None, "gray");
        assert_eq!(jpeg_size(b"\xff\xd8\xff"), None);
        assert_eq!(jpeg_size(b"\x89PNG"), None);
        // A segment that claims more than there is, and one of no length at all.
        assert_eq!(jpeg_size(b"\xff\xd8\xff\xe0\xff\xff\x00\x00"), None);
        assert_eq!(jpeg_size(b"\xff\xd8\xff\xe0\x00\x00\xff\xd9"), None);
    }
}
