//! The rules that no compiler checks; each says why when it is broken.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::{Context as _, Result, bail};

use crate::{
    bench,
    command::{command, output},
};

/// A source file with its path from the root, in forward slashes.
struct Source {
    path: String,
    text: String,
}

/// What is wrong, and where.
type Complaint = String;

/// A rule looks at one file.
type Rule = fn(&Source) -> Vec<Complaint>;

const RULES: &[Rule] = &[
    engines_stay_in_their_folder,
    sql_stays_in_the_store,
    the_browser_stays_at_the_edge,
    pure_crates_stay_pure,
    no_inline_style_or_script,
    nothing_from_elsewhere,
    every_dependency_has_its_reason,
    long_files_say_why,
    nothing_unfinished,
    no_machine_s_paths,
];

/// Looks at every file that git knows or would know.
pub fn run(root: &Path) -> Result<()> {
    let mut complaints = Vec::new();
    let sources = sources(root)?;
    for source in &sources {
        for rule in RULES {
            let found = rule(source);
            complaints.extend(
                found
                    .into_iter()
                    .map(|text| format!("{}: {text}", source.path)),
            );
        }
    }
    for complaint in &complaints {
        println!("  {complaint}");
    }
    if !complaints.is_empty() {
        bail!("{} complaints", complaints.len());
    }
    println!("  {} files are tidy", sources.len());
    let dist = root.join("dist");
    if !dist.is_dir() {
        return Ok(());
    }
    if is_of_before(root, &sources)? {
        // What was built of other sources says nothing about these; the tests look at what they build.
        println!("  dist was built of other sources: its worker is not looked at");
        return Ok(());
    }
    let count = bench::worker_is_free_of_character_sets(&dist)?;
    println!("  {count} wasm files of the worker hold no character sets");
    Ok(())
}

/// Whether what is in `dist` was built before a crate that the worker is made of changed.
fn is_of_before(root: &Path, sources: &[Source]) -> Result<bool> {
    const PARTS: [&str; 4] = ["decoder/", "gs1/", "wire/", "worker/"];
    let changed_at = |path: PathBuf| -> Result<SystemTime> {
        let data = fs::metadata(&path).with_context(|| format!("looking at {}", path.display()))?;
        Ok(data.modified()?)
    };
    let Ok(built_at) = changed_at(root.join("dist/index.html")) else {
        return Ok(true);
    };
    for source in sources.iter().filter(|source| source.is_below(&PARTS)) {
        if changed_at(root.join(&source.path))? > built_at {
            return Ok(true);
        }
    }
    Ok(false)
}

fn sources(root: &Path) -> Result<Vec<Source>> {
    let list = output(command("git").current_dir(root).args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
    ]))?;
    let mut sources = Vec::new();
    for name in list.lines() {
        let path: PathBuf = root.join(name);
        let is_text = [
            ".rs", ".toml", ".js", ".ts", ".mjs", ".css", ".html", ".md", ".ftl", ".json",
            ".jsonl", ".svg",
        ]
        .iter()
        .any(|ending| name.ends_with(ending));
        if is_text && path.is_file() {
            let text = fs::read_to_string(&path).with_context(|| format!("reading {name}"))?;
            sources.push(Source {
                path: name.to_owned(),
                text,
            });
        }
    }
    Ok(sources)
}

impl Source {
    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// This file names what it forbids.
    fn is_tidy(&self) -> bool {
        self.path == "xtask/src/tidy.rs"
    }

    fn is_below(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// Lines of code with their numbers, comments left out.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate();
        lines
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(index, line)| (index + 1, line))
    }

    fn complain(&self, is_wrong: impl Fn(&str) -> bool, why: &str) -> Vec<Complaint> {
        let wrong = self.code().filter(|(_, line)| is_wrong(line));
        wrong
            .map(|(number, line)| format!("{number}: {why}: `{}`", line.trim()))
            .collect()
    }
}

/// Their names and types must not leak: they are to be replaced part by part.
fn engines_stay_in_their_folder(source: &Source) -> Vec<Complaint> {
    if !source.is_rust() || source.is_tidy() || source.is_below(&["decoder/src/engine/"]) {
        return Vec::new();
    }
    let names_one = |line: &str| {
        ["rqrr::", "rxing::", "use rqrr", "use rxing"]
            .iter()
            .any(|name| {
                // `engine::rxing::` is the seam's own module.
                line.match_indices(name)
                    .any(|(at, _)| !line[..at].ends_with("engine::"))
            })
    };
    source.complain(names_one, "engines are named only in decoder/src/engine")
}

/// One place knows the tables, so that a second database can be put under it.
fn sql_stays_in_the_store(source: &Source) -> Vec<Complaint> {
    if !source.is_below(&["api/src/"]) || source.is_below(&["api/src/store"]) {
        return Vec::new();
    }
    let is_sql = |line: &str| {
        let line = line.to_ascii_lowercase();
        [
            "\"select ",
            "\"insert into ",
            "\"update ",
            "\"delete from ",
            "rusqlite",
        ]
        .iter()
        .any(|start| line.contains(start))
    };
    source.complain(is_sql, "SQL lives in api/src/store")
}

/// Components are rendered on the server too.
fn the_browser_stays_at_the_edge(source: &Source) -> Vec<Complaint> {
    let edge = [
        "app/src/browser",
        "app/src/camera.rs",
        "app/src/main.rs",
        "inspector/src/browser",
        "worker/",
    ];
    if !source.is_rust() || source.is_tidy() || source.is_below(&edge) {
        return Vec::new();
    }
    source.complain(
        |line| line.contains("web_sys"),
        "web_sys is used at the browser's edge only",
    )
}

/// The same rule on the server, on the phone and in a test.
fn pure_crates_stay_pure(source: &Source) -> Vec<Complaint> {
    if !source.is_rust()
        || !source.is_below(&[
            "gs1/src/",
            "trace/src/",
            "decoder/src/",
            "issue/src/",
            "signed/src/",
            "offline/src/",
            "simulate/src/",
        ])
        // What a server takes is JSON.
        || source.path == "simulate/src/written.rs"
    {
        return Vec::new();
    }
    let is_impure = |line: &str| {
        [
            "std::fs",
            "std::net",
            "std::env",
            "SystemTime",
            "std::time::Instant",
            "serde",
            "getrandom",
            "println!",
        ]
        .iter()
        .any(|name| line.contains(name))
    };
    source.complain(
        is_impure,
        "no files, network, clock, randomness or JSON in here",
    )
}

/// The Content-Security-Policy forbids them.
fn no_inline_style_or_script(source: &Source) -> Vec<Complaint> {
    if source.is_tidy() || !(source.is_rust() || source.path.ends_with(".html")) {
        return Vec::new();
    }
    let is_view = source.is_below(&["app/src/", "api/src/"]) || source.path == "index.html";
    if !is_view {
        return Vec::new();
    }
    source.complain(
        |line| {
            line.contains(" style=\"")
                || line.contains(" style=format")
                || line.contains("onclick=")
        },
        "the page's policy blocks inline styles and handlers",
    )
}

/// Everything that a page needs is served by us.
fn nothing_from_elsewhere(source: &Source) -> Vec<Complaint> {
    if !(source.is_below(&["public/", "app/styles/"]) || source.path == "index.html") {
        return Vec::new();
    }
    source.complain(
        |line| {
            let line = line.replace("http://www.w3.org/", "");
            line.contains("http://") || line.contains("https://") || line.contains("@import")
        },
        "nothing is fetched from another place",
    )
}

/// A dependency that nobody can defend is one too many.
fn every_dependency_has_its_reason(source: &Source) -> Vec<Complaint> {
    if source.path != "Cargo.toml" {
        return Vec::new();
    }
    let mut complaints = Vec::new();
    let mut is_in = false;
    let mut has_reason = false;
    for line in source.text.lines() {
        match line.trim() {
            section if section.starts_with('[') => {
                is_in = section == "[workspace.dependencies]";
                has_reason = false;
            }
            "" => has_reason = false,
            comment if comment.starts_with('#') => has_reason = true,
            entry if is_in && entry.contains('=') && !has_reason => {
                complaints.push(format!("no reason above `{entry}`"));
            }
            _ => {}
        }
    }
    complaints
}

/// Past that, a file holds more than one noun, or says why it does not.
fn long_files_say_why(source: &Source) -> Vec<Complaint> {
    let is_code = [".rs", ".js", ".ts", ".css"]
        .iter()
        .any(|ending| source.path.ends_with(ending));
    let lines = source.text.lines().count();
    if !is_code || lines <= 500 || source.path == "gs1/src/table.rs" {
        return Vec::new();
    }
    let head: String = source.text.lines().take(20).collect();
    if head.contains("long because") {
        return Vec::new();
    }
    vec![format!(
        "{lines} lines: split it, or say at its top what it is long because of"
    )]
}

/// What is not done is not landed; what is flaky is not hidden.
fn nothing_unfinished(source: &Source) -> Vec<Complaint> {
    if source.is_tidy() || source.path.ends_with(".md") {
        return Vec::new();
    }
    let is_unfinished = |line: &str| {
        [
            "todo!(",
            "unimplemented!(",
            "#[ignore",
            "should_panic",
            "test.skip(",
            "test.fixme",
            "waitForTimeout",
            "thread::sleep",
        ]
        .iter()
        .any(|mark| line.contains(mark))
    };
    source.complain(is_unfinished, "unfinished, skipped or timed")
}

/// The project stands alone.
fn no_machine_s_paths(source: &Source) -> Vec<Complaint> {
    if source.is_tidy() {
        return Vec::new();
    }
    // Written in pieces, so that this file does not hold what it looks for.
    let (path, beside) = (["/wo", "rk/"].concat(), ["../sha", "red"].concat());
    let is_path = |line: &str| {
        line.contains(&beside)
            || line.match_indices(&path).any(|(at, _)| {
                // `/network/` holds it, too.
                !line[..at].ends_with(|before: char| before.is_ascii_alphanumeric())
            })
    };
    source.complain(is_path, "a path of one machine")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rule: Rule, path: &str, text: &str, complaints: usize) {
        let source = Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        assert_eq!(rule(&source).len(), complaints, "{path}: {text}");
    }

    #[test]
    fn each_rule_can_fail_and_can_pass() {
        let engines = engines_stay_in_their_folder;
        check(engines, "decoder/src/scan.rs", "use rxing::Point;", 1);
        check(
            engines,
            "decoder/src/scan.rs",
            "use crate::engine::rxing::Threshold;",
            0,
        );
        check(
            engines,
            "decoder/src/engine/rxing.rs",
            "use rxing::Point;",
            0,
        );
        check(
            sql_stays_in_the_store,
            "api/src/http/verify.rs",
            "x(\"select 1\")",
            1,
        );
        check(
            sql_stays_in_the_store,
            "api/src/store/unit.rs",
            "x(\"select 1\")",
            0,
        );
        check(
            the_browser_stays_at_the_edge,
            "app/src/components/x.rs",
            "web_sys::window()",
            1,
        );
        check(
            the_browser_stays_at_the_edge,
            "app/src/browser/x.rs",
            "web_sys::window()",
            0,
        );
        check(pure_crates_stay_pure, "trace/src/x.rs", "use std::fs;", 1);
        check(
            pure_crates_stay_pure,
            "trace/src/x.rs",
            "// std::fs is not for us",
            0,
        );
        check(
            no_inline_style_or_script,
            "app/src/x.rs",
            "<p style=\"x\">",
            1,
        );
        check(
            nothing_from_elsewhere,
            "index.html",
            "<script src=https://cdn.example/>",
            1,
        );
        check(
            nothing_from_elsewhere,
            "public/icon.svg",
            "xmlns=\"http://www.w3.org/2000/svg\"",
            0,
        );
        let dependencies = every_dependency_has_its_reason;
        check(
            dependencies,
            "Cargo.toml",
            "[workspace.dependencies]\n# Why.\na = \"1\"\n",
            0,
        );
        check(
            dependencies,
            "Cargo.toml",
            "[workspace.dependencies]\n# Why.\na = \"1\"\n\nb = \"1\"\n",
            1,
        );
        check(long_files_say_why, "a.rs", &"x\n".repeat(501), 1);
        check(
            long_files_say_why,
            "a.rs",
            &format!("//! long because\n{}", "x\n".repeat(501)),
            0,
        );
        check(nothing_unfinished, "a.rs", "todo!()", 1);
        check(
            no_machine_s_paths,
            "a.md",
            &["see ../sha", "red/x"].concat(),
            1,
        );
        check(no_machine_s_paths, "a.md", "a/network/b", 0);
    }
}
