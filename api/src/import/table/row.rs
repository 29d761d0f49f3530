//! A line of a table: cells → a record.

use csv::ByteRecord;
use serde_json::{Map, Number, Value};
use trace::Stage;
use wire::import::Record;

use super::{
    super::{Kind, problems::Problems, record::Importer},
    Json,
    columns::{Cell, Column},
    from_json,
};

/// The record of a line; `None` where something is wrong with it.
pub(super) fn record(
    importer: &Importer<'_, '_>,
    kind: Kind,
    columns: &[Column],
    row: &ByteRecord,
    problems: &mut Problems,
) -> Option<Record> {
    let mut fields = Map::new();
    for (column, cell) in columns.iter().zip(row) {
        let name = column.path.join(".");
        let text = text(cell, &name, problems).trim();
        if text.is_empty() {
            continue;
        }
        if let Some(value) = value(column.cell, &name, text, problems) {
            put(&mut fields, &column.path, value);
        }
    }
    let mut fields = lists(fields);
    complete(importer, kind, &mut fields);
    if !problems.0.is_empty() {
        return None;
    }
    from_json(fields)
        .map_err(|error| {
            problems.add(
                "",
                format!("not a record of {kind}: {error}"),
                "fill the cell, or correct it",
            );
        })
        .ok()
}

/// What a table need not say, because its kind or the command does.
fn complete(importer: &Importer<'_, '_>, kind: Kind, fields: &mut Json) {
    let mut set = |name: &str, value: Value| {
        fields.entry(name).or_insert(value);
    };
    let (record, place) = match kind {
        Kind::Brands => ("brand", None),
        Kind::Products => ("product", None),
        Kind::Batches => ("batch", None),
        Kind::Units => ("units", None),
        Kind::Recalls => ("recall", None),
        Kind::Links => ("link", None),
        Kind::States => ("state", None),
        Kind::Certificates => ("certificate", None),
        Kind::Documents => ("document", None),
        Kind::ReturnPoints => ("place", Some("shop")),
        Kind::RecyclingPlaces => ("place", Some("recycling")),
        Kind::Places | Kind::Records | Kind::Events | Kind::Notices | Kind::Features => {
            ("place", None)
        }
    };
    set("type", record.into());
    if let Some(place) = place {
        set("kind", place.into());
    }
    match kind {
        Kind::Brands => set("prefixes", Value::Array(Vec::new())),
        Kind::Products | Kind::Links | Kind::Certificates | Kind::Documents => {
            if let Some(brand) = &importer.source.brand {
                set("brand", brand.as_str().into());
            }
        }
        _ => {}
    }
}

fn text<'c>(cell: &'c [u8], name: &str, problems: &mut Problems) -> &'c str {
    std::str::from_utf8(cell).unwrap_or_else(|_| {
        problems.add(name, "is not UTF-8", "save the file as UTF-8");
        ""
    })
}

/// The texts of some columns, empty where there is none.
pub(super) fn cells<'r, const N: usize>(
    row: &'r ByteRecord,
    places: [Option<usize>; N],
    names: &[String],
    problems: &mut Problems,
) -> [&'r str; N] {
    places.map(|place| {
        let cell = place.and_then(|place| Some((row.get(place)?, &names[place])));
        match cell {
            Some((cell, name)) => text(cell, name, problems).trim(),
            None => "",
        }
    })
}

fn value(cell: Cell, name: &str, text: &str, problems: &mut Problems) -> Option<Value> {
    match cell {
        Cell::Text | Cell::Words => Some(text.into()),
        Cell::List => Some(text.split_whitespace().collect::<Vec<_>>().into()),
        Cell::Boolean => boolean(name, text, problems).map(Value::Bool),
        Cell::Number => number(name, text, problems).map(Value::Number),
    }
}

pub(super) fn boolean(name: &str, text: &str, problems: &mut Problems) -> Option<bool> {
    match text {
        "" => None,
        "true" | "TRUE" | "1" => Some(true),
        "false" | "FALSE" | "0" => Some(false),
        _ => {
            problems.add(
                name,
                format!("`{text}` is neither true nor false"),
                "write `true` or `false`",
            );
            None
        }
    }
}

fn number(name: &str, text: &str, problems: &mut Problems) -> Option<Number> {
    let number = match text.parse::<u64>() {
        Ok(whole) => Some(Number::from(whole)),
        Err(_) => text.parse().ok().and_then(Number::from_f64),
    };
    if number.is_none() {
        problems.add(
            name,
            format!("`{text}` is no number"),
            "write digits, with a point before decimals",
        );
    }
    number
}

pub(super) fn stage(name: &str, text: &str, problems: &mut Problems) -> Option<Stage> {
    if text.is_empty() {
        return None;
    }
    let stage = Stage::ALL.into_iter().find(|stage| stage.name() == text);
    if stage.is_none() {
        let names = Stage::ALL.map(Stage::name).join(", ");
        problems.add(
            name,
            format!("`{text}` is no state of a unit"),
            &format!("use one of: {names}"),
        );
    }
    stage
}

/// Puts a value at the end of its path.
fn put(fields: &mut Json, path: &[String], value: Value) {
    match path {
        [] => {}
        [name] => {
            fields.insert(name.clone(), value);
        }
        [name, rest @ ..] => {
            let inner = fields
                .entry(name.as_str())
                .or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}

/// Objects whose names are numbers are lists, in the order of the numbers.
fn lists(fields: Json) -> Json {
    fields
        .into_iter()
        .map(|(name, value)| (name, list(value)))
        .collect()
}

fn list(value: Value) -> Value {
    let Value::Object(fields) = value else {
        return value;
    };
    let mut numbered: Vec<(u8, Value)> = Vec::new();
    for (name, value) in &fields {
        match name.parse() {
            Ok(number) => numbered.push((number, list(value.clone()))),
            Err(_) => return Value::Object(lists(fields)),
        }
    }
    numbered.sort_by_key(|(number, _)| *number);
    numbered.into_iter().map(|(_, value)| value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_objects_and_lists() {
        let mut fields = Map::new();
        for (path, value) in [
            ("name.en", "Tea"),
            ("parts.10.material", "metal"),
            ("parts.2.material", "paper"),
            ("parts.2.name.en", "Box"),
        ] {
            let path: Vec<String> = path.split('.').map(str::to_owned).collect();
            put(&mut fields, &path, value.into());
        }
        assert_eq!(
            Value::Object(lists(fields)),
            serde_json::json!({
                "name": {"en": "Tea"},
                "parts": [{"material": "paper", "name": {"en": "Box"}}, {"material": "metal"}],
            })
        );
    }

    #[test]
    fn cells_are_read_by_their_kind() {
        let check = |cell, text, expected: Option<Value>| {
            let mut problems = Problems::default();
            assert_eq!(value(cell, "x", text, &mut problems), expected, "{text}");
            assert_eq!(problems.0.is_empty(), expected.is_some(), "{text}");
        };
        check(Cell::Number, "12", Some(12.into()));
        check(Cell::Number, "12.5", Some(12.5.into()));
        check(Cell::Number, "-1.25", Some((-1.25).into()));
        check(Cell::Number, "1,5", None);
        check(Cell::Number, "inf", None);
        check(Cell::Boolean, "TRUE", Some(true.into()));
        check(Cell::Boolean, "yes", None);
        check(Cell::List, "PL  DE", Some(vec!["PL", "DE"].into()));
    }
}
