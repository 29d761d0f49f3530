//! Locale files → tables of messages; included by the build scripts of whoever says something.
//!
//! `FOLDER/*/*.ftl` (Fluent) become one table of patterns a locale, and a typed method for each
//! message; a key or a variable that one locale has and another lacks fails the build.

use std::{collections::BTreeMap, fmt::Write as _, fs};

use fluent_syntax::ast;

/// What becomes of the text of a locale file.
type Say = fn(&str) -> String;

/// A message: its pattern in our notation, and its variables in order.
type Messages = BTreeMap<String, (String, Vec<String>)>;

/// The Rust of these files' messages: `KEYS`, a table a locale (the pseudo-locale's among them), and an
/// `impl Words` of typed methods. The first locale is the one that the others are compared with; files
/// named `staff` may be missing in the others, and are the first one's then.
pub fn generate(folder: &str, locales: &[&str], files: &[&str], staff: &str) -> String {
    let read = |locale: &str, say: Say| {
        let mut messages = Messages::new();
        for file in files {
            let path = format!("{folder}/{locale}/{file}.ftl");
            let is_there = *file != staff || fs::exists(&path).is_ok_and(|exists| exists);
            let path = if is_there {
                path
            } else {
                format!("{folder}/{}/{file}.ftl", locales[0])
            };
            read_file(&path, say, &mut messages);
        }
        messages
    };
    let all: Vec<Messages> = locales
        .iter()
        .map(|locale| read(locale, str::to_owned))
        .collect();
    for (locale, messages) in locales.iter().zip(&all) {
        compare(&all[0], &format!("{folder}/{locale}"), messages);
    }
    let mut pseudo = read(locales[0], accented);
    for (text, _) in pseudo.values_mut() {
        *text = format!("[{text}]");
    }
    let named = locales
        .iter()
        .copied()
        .zip(&all)
        .chain([("en-XA", &pseudo)]);
    rust(&named.collect::<Vec<_>>())
}

/// English in accents, each vowel twice: about a third longer, as German and Finnish are.
fn accented(text: &str) -> String {
    const PLAIN: &str = "AEIOUYNCSZaeiouyncsz";
    const ACCENTED: &str = "ÀÉÎÖÛÝÑÇŠŽàéîöûýñçšž";
    let mut out = String::new();
    for character in text.chars() {
        let accent = PLAIN
            .chars()
            .zip(ACCENTED.chars())
            .find(|(plain, _)| *plain == character);
        let accent = accent.map_or(character, |(_, accent)| accent);
        out.push(accent);
        if "aeiou".contains(character) {
            out.push(accent);
        }
    }
    out
}

fn read_file(path: &str, say: Say, messages: &mut Messages) {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let resource = fluent_syntax::parser::parse(text.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
    for entry in resource.body {
        let ast::Entry::Message(message) = entry else {
            continue;
        };
        let id = message.id.name.to_owned();
        let pattern = message
            .value
            .unwrap_or_else(|| panic!("{path}: `{id}` has no text"));
        let mut variables = Vec::new();
        let text = notation(&pattern, say, &mut variables, &format!("{path}: `{id}`"));
        if messages.insert(id.clone(), (text, variables)).is_some() {
            panic!("{path}: `{id}` is there twice");
        }
    }
}

/// `{name}` for a variable, `{name?0=…|one=…|other=…}` for a choice by number.
fn notation(
    pattern: &ast::Pattern<&str>,
    say: Say,
    variables: &mut Vec<String>,
    at: &str,
) -> String {
    let mut out = String::new();
    let mut variable = |name: &str| {
        if !variables.iter().any(|known| known == name) {
            variables.push(name.to_owned());
        }
    };
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => {
                assert!(
                    !value.contains(['{', '}', '|']),
                    "{at}: braces and bars are ours"
                );
                out.push_str(&say(value));
            }
            ast::PatternElement::Placeable { expression } => match expression {
                ast::Expression::Inline(ast::InlineExpression::VariableReference { id }) => {
                    variable(id.name);
                    let _ = write!(out, "{{{}}}", id.name);
                }
                ast::Expression::Select {
                    selector: ast::InlineExpression::VariableReference { id },
                    variants,
                } => {
                    variable(id.name);
                    let choices = variants.iter().map(|variant| {
                        let key = match &variant.key {
                            ast::VariantKey::Identifier { name } => name.to_string(),
                            ast::VariantKey::NumberLiteral { value } => value.to_string(),
                        };
                        let mut inner = Vec::new();
                        let text = notation(&variant.value, say, &mut inner, at);
                        inner.iter().for_each(|name| variable(name));
                        format!("{key}={text}")
                    });
                    let choices: Vec<String> = choices.collect();
                    let _ = write!(out, "{{{}?{}}}", id.name, choices.join("|"));
                }
                _ => panic!("{at}: only variables and choices by number are used here"),
            },
        }
    }
    variables.sort();
    out
}

fn compare(reference: &Messages, locale: &str, messages: &Messages) {
    for (id, (_, variables)) in reference {
        match messages.get(id) {
            None => panic!("{locale}: `{id}` is missing"),
            Some((_, others)) if others != variables => {
                panic!("{locale}: `{id}` has the variables {others:?}, not {variables:?}")
            }
            Some(_) => {}
        }
    }
    if let Some(extra) = messages.keys().find(|id| !reference.contains_key(*id)) {
        panic!("{locale}: `{extra}` is in no other locale");
    }
}

fn rust(locales: &[(&str, &Messages)]) -> String {
    let (_, reference) = &locales[0];
    let mut out = String::new();
    let _ = writeln!(
        out,
        "/// The ids, sorted.\nstatic KEYS: [&str; {}] = [",
        reference.len()
    );
    for id in reference.keys() {
        let _ = writeln!(out, "    {id:?},");
    }
    out.push_str("];\n");
    for (locale, messages) in locales {
        let name = locale.to_uppercase().replace('-', "_");
        let _ = writeln!(out, "static {name}: [&str; {}] = [", messages.len());
        for (text, _) in messages.values() {
            let _ = writeln!(out, "    {text:?},");
        }
        out.push_str("];\n");
    }
    out.push_str("#[allow(missing_docs, reason = \"the id says it\")]\nimpl Words {\n");
    for (index, (id, (_, variables))) in reference.iter().enumerate() {
        let name = id.replace('-', "_");
        if variables.is_empty() {
            let _ = writeln!(
                out,
                "    #[must_use] pub fn {name}(self) -> &'static str {{ self.pattern({index}) }}"
            );
        } else {
            let parameters: Vec<String> = variables
                .iter()
                .map(|variable| format!("{}: impl std::fmt::Display", variable.replace('-', "_")))
                .collect();
            let values: Vec<String> = variables
                .iter()
                .map(|variable| {
                    format!("({variable:?}, {}.to_string())", variable.replace('-', "_"))
                })
                .collect();
            let _ = writeln!(
                out,
                "    #[must_use] pub fn {name}(self, {}) -> String {{ self.fill({index}, &[{}]) }}",
                parameters.join(", "),
                values.join(", ")
            );
        }
    }
    out.push_str("}\n");
    out
}
