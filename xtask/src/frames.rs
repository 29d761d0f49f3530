//! Videos for Chromium's fake camera: symbols as a hand-held phone sees them.

use std::{
    fs::{self, File},
    io::BufWriter,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use label::{
    Modules, Request, Symbology, encode,
    scene::{Picture, Pose, Scene, Y4m, structured_append, wobble},
};
use serde_json::Value;

const FRAMES_PER_S: u32 = 10;

/// Of a video that says nothing else.
const FRAMES: u64 = 12;

/// What to make.
#[derive(clap::Args)]
pub struct Options {
    /// A JSON list of videos: `{"name", "symbology": "QrCode" | "DataMatrix", "gs1", "rectangular",
    /// "inverted", "mirrored", "content", "kind": "print" | "unreadable" | "none",
    /// "center": [0.5, 0.5] (in widths and heights of the picture), "width", "height",
    /// "frames"}`, or `{"name", "photo": PATH}` for a photograph, or `{"name", "packs": [{"symbology",
    /// "gs1", "rectangular", "content"}, …], "columns": 4}` for a shelf, or `{"name", "parts": [TEXT, …]}` for
    /// QR Codes that say something together, shown one after the other.
    #[arg(long)]
    pub spec: PathBuf,
    /// Where the `.y4m` files go.
    #[arg(long)]
    pub out: PathBuf,
}

/// Writes a video for each entry.
pub fn run(options: &Options) -> Result<()> {
    fs::create_dir_all(&options.out)?;
    let spec: Value = serde_json::from_str(&fs::read_to_string(&options.spec)?)?;
    for (index, video) in spec
        .as_array()
        .context("the list is no list")?
        .iter()
        .enumerate()
    {
        let name = video["name"].as_str().context("a video has no name")?;
        let path = options.out.join(format!("{name}.y4m"));
        make(video, index as u64 + 1, &path).with_context(|| format!("making `{name}`"))?;
        println!("{}", path.display());
    }
    Ok(())
}

fn make(video: &Value, seed: u64, path: &Path) -> Result<()> {
    let number = |name: &str, default: u64| video[name].as_u64().unwrap_or(default) as usize;
    let (width, height) = (number("width", 1280), number("height", 720));
    let out = BufWriter::new(File::create(path)?);
    let mut y4m = Y4m::new(out, width, height, FRAMES_PER_S)?;
    for index in 0..number("frames", FRAMES) {
        let picture = match video["photo"].as_str() {
            Some(photo) => framed(&photograph(photo)?, width, height, index),
            None => scene(video, width, height, index, seed)?.render(),
        };
        y4m.frame(&picture)?;
    }
    Ok(())
}

fn scene(video: &Value, width: usize, height: usize, index: usize, seed: u64) -> Result<Scene> {
    let flag = |name: &str| video[name].as_bool().unwrap_or(false);
    let mut scene = Scene::new(width, height);
    (scene.blur, scene.noise, scene.shade) = (0.7, 4.0, 0.3);
    (scene.clutter, scene.seed) = (4, seed * 1000 + index as u64);
    let kind = video["kind"].as_str().unwrap_or("print");
    if kind == "none" {
        scene.clutter = 30;
        return Ok(scene);
    }
    if let Some(packs) = video["packs"].as_array() {
        scene.symbols = shelf(video, packs, (width, height), index, seed)?;
        scene.clutter = 0;
        return Ok(scene);
    }
    let modules = match video["parts"].as_array() {
        // One after the other, as a hand shows them.
        Some(parts) => {
            let texts = parts
                .iter()
                .map(|part| part.as_str().context("a part is no text"));
            let symbols = structured_append(&texts.collect::<Result<Vec<_>>>()?);
            let mut symbols = symbols.context("a part is too long, or there are too many")?;
            let frames = video["frames"].as_u64().unwrap_or(FRAMES) as usize;
            symbols.swap_remove(index * symbols.len() / frames)
        }
        None => symbol(video)?,
    };
    let across = modules.cols().max(modules.rows()) as f64;
    let center = |axis: usize, size: usize| {
        let share = video["center"][axis].as_f64().unwrap_or(0.5);
        share * size as f64
    };
    let pose = Pose {
        center: (center(0, width), center(1, height)),
        module: (height as f64 * 0.5 / across).min(9.0),
        rotation: 7.0,
        tilt: (12.0, -8.0),
        is_inverted: flag("inverted"),
        is_mirrored: flag("mirrored"),
        ..Pose::upright(width, height, 1.0)
    };
    if kind == "unreadable" {
        // Finder patterns survive this, most modules don't.
        scene.blur = pose.module * 0.62;
        scene.noise = 14.0;
    }
    scene.symbols = vec![(modules, wobble(&pose, index, seed), 4.0)];
    Ok(scene)
}

fn symbol(of: &Value) -> Result<Modules> {
    let flag = |name: &str| of[name].as_bool().unwrap_or(false);
    let symbology = match (of["symbology"].as_str(), flag("rectangular")) {
        (Some("QrCode"), _) => Symbology::QrCode,
        (Some("DataMatrix"), false) => Symbology::DataMatrix,
        (Some("DataMatrix"), true) => Symbology::RectangularDataMatrix,
        _ => bail!("`symbology` must be QrCode or DataMatrix"),
    };
    let content = of["content"].as_str().context("a video has no content")?;
    Ok(encode(&Request {
        symbology,
        gs1: flag("gs1"),
        content,
    })?)
}

/// Packs in rows, each turned a little otherwise, as large as their place on the shelf lets them be.
fn shelf(
    video: &Value,
    packs: &[Value],
    (width, height): (usize, usize),
    index: usize,
    seed: u64,
) -> Result<Vec<(Modules, Pose, f64)>> {
    let columns = video["columns"].as_u64().unwrap_or(4).max(1) as usize;
    let rows = packs.len().div_ceil(columns);
    let cell = (width as f64 / columns as f64, height as f64 / rows as f64);
    let placed = packs.iter().enumerate().map(|(at, pack)| {
        let modules = symbol(pack)?;
        let across = (modules.cols().max(modules.rows()) + 8) as f64;
        let (column, row) = (at % columns, at / columns);
        let pose = Pose {
            center: ((column as f64 + 0.5) * cell.0, (row as f64 + 0.5) * cell.1),
            module: (cell.0.min(cell.1) * 0.86 / across).min(6.0),
            rotation: ((at * 37 + 11) % 17) as f64 - 8.0,
            tilt: (((at * 13) % 11) as f64 - 5.0, ((at * 7) % 9) as f64 - 4.0),
            ..Pose::upright(width, height, 1.0)
        };
        // The hand moves the whole shelf, not each pack.
        Ok((modules, wobble(&pose, index, seed), 4.0))
    });
    placed.collect()
}

fn photograph(path: &str) -> Result<Picture> {
    let image = image::open(path)
        .with_context(|| format!("reading {path}"))?
        .into_luma8();
    Ok(Picture {
        width: image.width() as usize,
        height: image.height() as usize,
        pixels: image.into_raw(),
    })
}

/// The photograph in the middle of the frame, scaled down to fit, a pixel or two off each time.
fn framed(photo: &Picture, width: usize, height: usize, index: usize) -> Picture {
    let scale = (photo.width as f64 / width as f64)
        .max(photo.height as f64 / height as f64)
        .max(1.0);
    let (inner_width, inner_height) = (photo.width as f64 / scale, photo.height as f64 / scale);
    let (left, top) = (
        (width as f64 - inner_width) / 2.0 + (index % 3) as f64,
        (height as f64 - inner_height) / 2.0 + (index % 2) as f64,
    );
    let mut pixels = vec![128; width * height];
    for y in 0..height {
        for x in 0..width {
            let (u, v) = ((x as f64 - left) * scale, (y as f64 - top) * scale);
            if u >= 0.0 && v >= 0.0 && u < photo.width as f64 && v < photo.height as f64 {
                pixels[y * width + x] = photo.pixels[v as usize * photo.width + u as usize];
            }
        }
    }
    Picture {
        width,
        height,
        pixels,
    }
}
