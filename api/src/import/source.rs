//! Where an import comes from: files of a folder, or bytes that are built in.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Cursor, Read},
    path::{Path, PathBuf},
};

use super::{feature, notice, table};

/// One file to import.
#[derive(Debug)]
pub struct Source {
    /// As the report names it.
    pub name: String,
    /// What is in it.
    pub content: Content,
    /// Where its records' pictures are.
    pub pictures: Pictures,
    /// The brand that captures its events, for an EPCIS document.
    pub brand: Option<String>,
}

/// What a source holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// JSON Lines: a record a line, each naming its kind.
    Records,
    /// An EPCIS document.
    Events,
    /// Notices of an authority: openFDA's, CPSC's or Safety Gate's JSON.
    Notices,
    /// OpenStreetMap's recycling points: a GeoJSON FeatureCollection.
    Features,
    /// CSV of brands.
    Brands,
    /// CSV of products.
    Products,
    /// CSV of batches.
    Batches,
    /// CSV of units, a line each.
    Units,
    /// CSV of places of any kind.
    Places,
    /// CSV of shops and others that take recalled products back.
    ReturnPoints,
    /// CSV of places that take materials back.
    RecyclingPlaces,
    /// CSV of recalls.
    Recalls,
    /// CSV of links to what is found elsewhere.
    Links,
    /// CSV of how far batches and ranges of issued serials have come.
    States,
    /// CSV of certificates.
    Certificates,
    /// CSV of documents and pictures.
    Documents,
}

impl Kind {
    /// In a sentence.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Records => "records",
            Kind::Events => "events",
            Kind::Notices => "notices",
            Kind::Features => "features",
            Kind::Brands => "brands",
            Kind::Products => "products",
            Kind::Batches => "batches",
            Kind::Units => "units",
            Kind::Places => "places",
            Kind::ReturnPoints => "return points",
            Kind::RecyclingPlaces => "recycling places",
            Kind::Recalls => "recalls",
            Kind::Links => "links",
            Kind::States => "states",
            Kind::Certificates => "certificates",
            Kind::Documents => "documents",
        }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// What is in a source.
#[derive(Debug)]
pub enum Content {
    /// A file, read in a stream.
    File(PathBuf),
    /// Standard input, read in a stream.
    Stdin,
    /// Text that is here already.
    Text(String),
}

impl Source {
    /// Whether it gives the same again when it is read again: a pipe does not.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        match &self.content {
            Content::File(path) => path.metadata().is_ok_and(|found| found.is_file()),
            Content::Stdin => false,
            Content::Text(_) => true,
        }
    }
}

/// Where pictures are found by name.
#[derive(Clone, Debug)]
pub enum Pictures {
    /// In a folder.
    Folder(PathBuf),
    /// Built in: names and bytes.
    Embedded(&'static [(&'static str, &'static [u8])]),
}

/// How much of a file is looked at to know what it holds, in bytes: a header's longest line.
const HEAD: usize = 1 << 16;

impl Source {
    /// Every file that a path stands for: itself, or those of a folder, what others refer to first;
    /// `-` is standard input.
    pub fn of_path(path: &Path, brand: Option<&str>) -> io::Result<Vec<Source>> {
        if path == Path::new("-") {
            return Ok(vec![Source {
                name: "standard input".to_owned(),
                content: Content::Stdin,
                pictures: Pictures::Folder(PathBuf::from("pictures")),
                brand: brand.map(str::to_owned),
            }]);
        }
        if !path.is_dir() {
            return Ok(vec![Source::of_file(path, brand)]);
        }
        let mut found = Vec::new();
        let mut folders = vec![path.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder)? {
                let entry = entry?.path();
                let ending = entry.extension().and_then(|ending| ending.to_str());
                if entry.file_name().is_some_and(|name| name == "pictures") {
                    continue;
                }
                if entry.is_dir() {
                    folders.push(entry);
                } else if matches!(
                    ending,
                    Some("jsonl" | "csv" | "json" | "geojson" | "jsonld" | "xml")
                ) {
                    let source = Source::of_file(&entry, brand);
                    let kind = source
                        .open()
                        .and_then(|mut reader| source.kind(&mut reader))?;
                    found.push((rank(kind), entry, source));
                }
            }
        }
        found.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        Ok(found.into_iter().map(|(.., source)| source).collect())
    }

    fn of_file(path: &Path, brand: Option<&str>) -> Source {
        let folder = path.parent().unwrap_or(Path::new("."));
        Source {
            name: path.display().to_string(),
            content: Content::File(path.to_owned()),
            pictures: Pictures::Folder(folder.join("pictures")),
            brand: brand.map(str::to_owned),
        }
    }

    /// What it holds, by its beginning and, where that leaves a doubt, by its name.
    pub(super) fn kind(&self, reader: &mut dyn BufRead) -> io::Result<Kind> {
        let ends_with = |ending| self.name.ends_with(ending);
        if ends_with(".jsonl") {
            return Ok(Kind::Records);
        }
        let head = reader.fill_buf()?;
        let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head);
        let first = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let begins = head.iter().find(|byte| !byte.is_ascii_whitespace());
        if begins == Some(&b'<') || ends_with(".xml") {
            return Ok(Kind::Events);
        }
        if matches!(begins, Some(b'{' | b'[')) && notice::is_document(head) {
            return Ok(Kind::Notices);
        }
        if ends_with(".geojson") || begins == Some(&b'{') && feature::is_collection(head) {
            return Ok(Kind::Features);
        }
        let is_json = begins == Some(&b'{');
        if !is_json && !ends_with(".json") && !ends_with(".jsonld") {
            return Ok(table::kind_of(&table::header(first)));
        }
        let is_record = serde_json::from_slice::<wire::import::Record>(first).is_ok();
        let is_document = ["EPCISDocument", "EPCISQueryDocument", "epcisBody"]
            .iter()
            .any(|sign| {
                let sign = sign.as_bytes();
                head.windows(sign.len()).any(|window| window == sign)
            });
        let is_named_so = ends_with(".json") || ends_with(".jsonld");
        Ok(if !is_record && (is_document || is_named_so) {
            Kind::Events
        } else {
            Kind::Records
        })
    }

    pub(super) fn open(&self) -> io::Result<Box<dyn BufRead>> {
        Ok(match &self.content {
            Content::File(path) => from_head(File::open(path)?)?,
            Content::Stdin => from_head(io::stdin().lock())?,
            Content::Text(text) => Box::new(Cursor::new(text.clone().into_bytes())),
        })
    }
}

/// With its whole head in the buffer, however little a pipe gives at once.
fn from_head(mut reader: impl Read + 'static) -> io::Result<Box<dyn BufRead>> {
    let mut head = Vec::with_capacity(HEAD);
    reader.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let all = Cursor::new(head).chain(reader);
    Ok(Box::new(BufReader::with_capacity(HEAD, all)))
}

/// Where a kind stands among the others, so that what is referred to comes first.
fn rank(kind: Kind) -> usize {
    match kind {
        Kind::Records => 0,
        Kind::Brands => 1,
        Kind::Places | Kind::ReturnPoints | Kind::RecyclingPlaces | Kind::Features => 2,
        Kind::Products => 3,
        Kind::Batches => 4,
        Kind::Units => 5,
        Kind::Recalls | Kind::Notices => 6,
        Kind::Links => 7,
        Kind::States => 8,
        Kind::Events => 9,
        // Documents of events come behind these.
        Kind::Certificates | Kind::Documents => 10,
    }
}

impl Pictures {
    /// The bytes of a picture; `None` where there is none of that name.
    pub(super) fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match self {
            Pictures::Folder(folder) => {
                // A name, never a path: an import must not read other files of the machine.
                if Path::new(name).file_name().is_none_or(|file| file != name) {
                    return Ok(None);
                }
                match std::fs::read(folder.join(name)) {
                    Ok(bytes) => Ok(Some(bytes)),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
                    Err(error) => Err(error),
                }
            }
            Pictures::Embedded(files) => {
                let found = files.iter().find(|(known, _)| *known == name);
                Ok(found.map(|(_, bytes)| bytes.to_vec()))
            }
        }
    }
}
