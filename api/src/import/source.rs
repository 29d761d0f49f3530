//! Where an import comes from: files of a folder, or bytes that are built in.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Cursor},
    path::{Path, PathBuf},
};

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

/// What is in a source.
#[derive(Debug)]
pub enum Content {
    /// A file, read in a stream.
    File(PathBuf),
    /// Text that is here already.
    Text(String),
}

/// Where pictures are found by name.
#[derive(Clone, Debug)]
pub enum Pictures {
    /// In a folder.
    Folder(PathBuf),
    /// Built in: names and bytes.
    Embedded(&'static [(&'static str, &'static [u8])]),
}

impl Source {
    /// Every file that a path stands for: itself, or the records and then the EPCIS documents of a
    /// folder, by name.
    pub fn of_path(path: &Path, brand: Option<&str>) -> io::Result<Vec<Source>> {
        if !path.is_dir() {
            return Ok(vec![Source::of_file(path, brand)]);
        }
        let mut records = Vec::new();
        let mut documents = Vec::new();
        let mut folders = vec![path.to_owned()];
        while let Some(folder) = folders.pop() {
            let mut entries: Vec<PathBuf> = std::fs::read_dir(&folder)?
                .map(|entry| entry.map(|entry| entry.path()))
                .collect::<io::Result<_>>()?;
            entries.sort();
            for entry in entries {
                match entry.extension().and_then(|extension| extension.to_str()) {
                    _ if entry.file_name().is_some_and(|name| name == "pictures") => {}
                    _ if entry.is_dir() => folders.push(entry),
                    Some("jsonl") => records.push(Source::of_file(&entry, brand)),
                    Some("jsonld" | "json") => documents.push(Source::of_file(&entry, brand)),
                    _ => {}
                }
            }
        }
        records.append(&mut documents);
        Ok(records)
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

    /// Whether it is an EPCIS document, by its name.
    #[must_use]
    pub fn is_epcis(&self) -> bool {
        [".jsonld", ".json"]
            .iter()
            .any(|ending| self.name.ends_with(ending))
    }

    pub(super) fn open(&self) -> io::Result<Box<dyn BufRead>> {
        Ok(match &self.content {
            Content::File(path) => Box::new(BufReader::new(File::open(path)?)),
            Content::Text(text) => Box::new(Cursor::new(text.clone().into_bytes())),
        })
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
