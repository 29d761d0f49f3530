//! How large pages are over the wire.

use std::io::Write as _;

use flate2::{Compression, write::ZlibEncoder};

use super::every_page;

fn packed(text: &str) -> usize {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    packer.write_all(text.as_bytes()).unwrap();
    packer.finish().unwrap().len()
}

#[test]
fn a_page_is_small() {
    every_page(|name, html| {
        // Over the wire with gzip, which every browser reads; brotli is smaller still.
        let size = packed(html) + packed(app::STYLE);
        assert!(size < 30 * 1024, "{name}: {size} bytes with its style");
    });
}
