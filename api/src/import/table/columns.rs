//! The columns of each kind of table, and what stands in them.

use super::super::{Kind, Problem};

/// What stands in a column's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Text as it is.
    Text,
    /// Text in a language: the name ends in `.LANGUAGE`, or in nothing for English.
    Words,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Several values, with blanks between them.
    List,
}

/// A column of a file: where in the record its cells go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) path: Vec<String>,
    pub(super) cell: Cell,
}

/// The fields of a kind: `#` stands for a number from 1, `!` marks what must be there.
type Fields = &'static [(&'static str, Cell)];

const BRANDS: Fields = &[
    ("id!", Cell::Text),
    ("name!", Cell::Text),
    ("prefixes", Cell::List),
    ("gln", Cell::Text),
    ("contact.email", Cell::Text),
    ("contact.phone", Cell::Text),
    ("contact.url", Cell::Text),
    ("domains", Cell::List),
    ("origins", Cell::List),
    ("registers_sold_only", Cell::Boolean),
    ("thresholds.max_speed_kmh", Cell::Number),
    ("thresholds.min_travel_km", Cell::Number),
    ("thresholds.household_sessions", Cell::Number),
    ("thresholds.max_sessions", Cell::Number),
    ("thresholds.watch_markets", Cell::Boolean),
    ("thresholds.reports_sales", Cell::Boolean),
    ("thresholds.burst_from", Cell::Number),
    ("thresholds.suspect_from", Cell::Number),
    ("thresholds.told_from", Cell::Number),
];

const PRODUCTS: Fields = &[
    ("brand", Cell::Text),
    ("gtin!", Cell::Text),
    ("name!", Cell::Words),
    ("sector!", Cell::Text),
    ("description", Cell::Words),
    ("usage", Cell::Words),
    ("picture", Cell::Text),
    ("allergens", Cell::Words),
    ("compare.#", Cell::Words),
    ("compare.#.part", Cell::Words),
    ("compare.#.look", Cell::Words),
    ("compare.#.at.x", Cell::Number),
    ("compare.#.at.y", Cell::Number),
    ("printed.picture", Cell::Text),
    ("printed.batch.x", Cell::Number),
    ("printed.batch.y", Cell::Number),
    ("printed.date.x", Cell::Number),
    ("printed.date.y", Cell::Number),
    ("printed.serial.x", Cell::Number),
    ("printed.serial.y", Cell::Number),
    ("printed.hint", Cell::Words),
    ("safety_critical", Cell::Boolean),
    ("safety.meanwhile", Cell::Words),
    ("safety.ask", Cell::Words),
    ("safety.contact.email", Cell::Text),
    ("safety.contact.phone", Cell::Text),
    ("safety.contact.url", Cell::Text),
    ("serials!", Cell::Text),
    ("serials_since", Cell::Text),
    ("warranty_months", Cell::Number),
    ("registration_points", Cell::Number),
    ("returns.remedies", Cell::List),
    ("returns.days", Cell::Number),
    ("returns.contact.email", Cell::Text),
    ("returns.contact.phone", Cell::Text),
    ("returns.contact.url", Cell::Text),
    ("returns.text", Cell::Words),
    ("returns.rights", Cell::Words),
    ("parts.#.name", Cell::Words),
    ("parts.#.material", Cell::Text),
    ("parts.#.grams", Cell::Number),
    ("parts.#.recycled_percent", Cell::Number),
    ("parts.#.reusable", Cell::Boolean),
    ("parts.#.markets", Cell::List),
    ("parts.#.advice", Cell::Words),
    ("parts.#.local.#.country", Cell::Text),
    ("parts.#.local.#.advice", Cell::Words),
    ("parts.#.local.#.deposit.amount", Cell::Number),
    ("parts.#.local.#.deposit.currency", Cell::Text),
    ("parts.#.local.#.deposit.scheme", Cell::Text),
    ("replaces", Cell::List),
];

const BATCHES: Fields = &[
    ("gtin!", Cell::Text),
    ("batch!", Cell::Text),
    ("produced", Cell::Text),
    ("expiry", Cell::Text),
    ("best_before", Cell::Text),
    ("markets", Cell::List),
    ("origin", Cell::Words),
    ("advice", Cell::Words),
    ("allergens", Cell::Words),
    ("safety", Cell::Words),
    ("serving", Cell::Words),
    ("storage", Cell::Words),
    ("dose", Cell::Words),
    ("care", Cell::Words),
    ("counts_from", Cell::Text),
];

const UNITS: Fields = &[
    ("gtin!", Cell::Text),
    ("batch!", Cell::Text),
    ("serial!", Cell::Text),
    ("issued_on", Cell::Text),
    ("state", Cell::Text),
    ("correction", Cell::Boolean),
];

const PLACES: Fields = &[
    ("id!", Cell::Text),
    ("name!", Cell::Text),
    ("kind", Cell::Text),
    ("street", Cell::Text),
    ("town!", Cell::Text),
    ("country!", Cell::Text),
    ("lat!", Cell::Number),
    ("lon!", Cell::Number),
    ("holder", Cell::Text),
    ("hours", Cell::Text),
    ("picture", Cell::Text),
    ("accepts", Cell::List),
    ("returns", Cell::List),
    ("return_products", Cell::List),
    ("remedies", Cell::List),
];

const STATES: Fields = &[
    ("gtin!", Cell::Text),
    ("batch!", Cell::Text),
    ("state!", Cell::Text),
    ("first", Cell::Number),
    ("count", Cell::Number),
    ("correction", Cell::Boolean),
];

const RECALLS: Fields = &[
    ("id!", Cell::Text),
    ("gtin!", Cell::Text),
    ("batches", Cell::List),
    ("serials", Cell::List),
    ("on!", Cell::Text),
    ("hazard!", Cell::Words),
    ("instruction!", Cell::Words),
    ("remedies!", Cell::List),
    ("contact.email", Cell::Text),
    ("contact.phone", Cell::Text),
    ("contact.url", Cell::Text),
    ("number", Cell::Text),
    ("identification", Cell::Words),
    ("sold", Cell::Words),
    ("produced.from", Cell::Text),
    ("produced.to", Cell::Text),
    ("expires.from", Cell::Text),
    ("expires.to", Cell::Text),
];

const LINKS: Fields = &[
    ("brand", Cell::Text),
    ("id!", Cell::Text),
    ("gtin", Cell::Text),
    ("variant", Cell::Text),
    ("batch", Cell::Text),
    ("serial", Cell::Text),
    ("serials.from", Cell::Text),
    ("serials.to", Cell::Text),
    ("key", Cell::Text),
    ("link_type!", Cell::Text),
    ("href!", Cell::Text),
    ("title!", Cell::Text),
    ("languages", Cell::List),
    ("media_type", Cell::Text),
    ("context", Cell::List),
    ("default_link", Cell::Boolean),
    ("default_link_multi", Cell::Boolean),
    ("preferred", Cell::Boolean),
];

const CERTIFICATES: Fields = &[
    ("brand", Cell::Text),
    ("id!", Cell::Text),
    ("kind!", Cell::Text),
    ("title!", Cell::Text),
    ("gtin", Cell::Text),
    ("batch", Cell::Text),
    ("place", Cell::Text),
    ("number", Cell::Text),
    ("issuer", Cell::Text),
    ("from", Cell::Text),
    ("until", Cell::Text),
    ("href", Cell::Text),
];

const DOCUMENTS: Fields = &[
    ("brand", Cell::Text),
    ("id!", Cell::Text),
    ("kind!", Cell::Text),
    ("title!", Cell::Text),
    ("gtin", Cell::Text),
    ("batch", Cell::Text),
    ("place", Cell::Text),
    ("event", Cell::Text),
    ("href", Cell::Text),
    ("picture", Cell::Text),
    ("language", Cell::Text),
    ("public", Cell::Boolean),
];

fn fields(kind: Kind) -> Fields {
    match kind {
        Kind::Brands => BRANDS,
        Kind::Products => PRODUCTS,
        Kind::Batches => BATCHES,
        Kind::Units => UNITS,
        Kind::Places | Kind::ReturnPoints | Kind::RecyclingPlaces => PLACES,
        Kind::Recalls => RECALLS,
        Kind::Links => LINKS,
        Kind::States => STATES,
        Kind::Certificates => CERTIFICATES,
        Kind::Documents => DOCUMENTS,
        Kind::Records | Kind::Events | Kind::Notices | Kind::Features => &[],
    }
}

/// The kind of table that these columns fit best.
pub(in super::super) fn kind_of(names: &[String]) -> Kind {
    [
        Kind::Products,
        Kind::Batches,
        Kind::Places,
        Kind::Recalls,
        Kind::Links,
        Kind::Brands,
        Kind::States,
        Kind::Documents,
        Kind::Certificates,
    ]
    .into_iter()
    .fold(Kind::Units, |best, kind| {
        if faults(kind, names) < faults(best, names) {
            kind
        } else {
            best
        }
    })
}

fn faults(kind: Kind, names: &[String]) -> usize {
    known(kind, names).map_or_else(|problems| problems.len(), |_| 0)
}

/// Where each column goes, or what is wrong with the header.
pub(super) fn known(kind: Kind, names: &[String]) -> Result<Vec<Column>, Vec<Problem>> {
    let fields = fields(kind);
    let mut problems = Vec::new();
    let mut columns: Vec<Column> = Vec::new();
    for name in names {
        match fields
            .iter()
            .find_map(|(field, cell)| column(name, field, *cell))
        {
            Some(found) if columns.iter().any(|other| other.path == found.path) => {
                problems.push(Problem::new(
                    name,
                    "the column stands there twice",
                    "leave one of them out",
                ));
            }
            Some(found) => columns.push(found),
            None => problems.push(Problem::new(
                name,
                format!("is no column of {kind}"),
                format!("use these: {}", list(fields)),
            )),
        }
    }
    for (field, _) in fields.iter().filter(|(field, _)| field.ends_with('!')) {
        let field = field.trim_end_matches('!');
        if columns.iter().all(|column| column.path[0] != field) {
            problems.push(Problem::new(
                field,
                "the column is missing",
                format!("{kind} need it; write it into the first line"),
            ));
        }
    }
    if problems.is_empty() {
        Ok(columns)
    } else {
        Err(problems)
    }
}

fn list(fields: Fields) -> String {
    let names: Vec<String> = fields
        .iter()
        .map(|(field, cell)| {
            let name = field.trim_end_matches('!').replace('#', "1");
            match cell {
                Cell::Words => format!("{name}.en"),
                _ => name,
            }
        })
        .collect();
    names.join(", ")
}

/// The column of that name, where it is one of this field.
fn column(name: &str, field: &str, cell: Cell) -> Option<Column> {
    let mut path = Vec::new();
    let mut segments = name.split('.');
    for wanted in field.trim_end_matches('!').split('.') {
        let segment = segments.next()?;
        let is_it = match wanted {
            "#" => segment.parse::<u8>().is_ok_and(|number| number > 0),
            _ => segment == wanted,
        };
        if !is_it {
            return None;
        }
        path.push(segment.to_owned());
    }
    match (cell, segments.next()) {
        (Cell::Words, language) => {
            let language = language.unwrap_or("en");
            let is_tag = !language.is_empty()
                && language
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            if !is_tag {
                return None;
            }
            path.push(language.to_owned());
        }
        (_, Some(_)) => return None,
        (_, None) => {}
    }
    segments.next().is_none().then_some(Column { path, cell })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(header: &str) -> Vec<String> {
        header.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn tables_are_known_by_their_columns() {
        let check = |header: &str, expected: Kind| {
            assert_eq!(kind_of(&names(header)), expected, "{header}");
        };
        check("gtin,batch,serial", Kind::Units);
        check("gtin,batch,expiry,markets", Kind::Batches);
        check("gtin,batch", Kind::Batches);
        check("id,name,prefixes,contact.email", Kind::Brands);
        check("id,name,town,country,lat,lon", Kind::Places);
        check("gtin,name.de,sector,serials,parts.2.grams", Kind::Products);
        check("id,gtin,on,hazard,instruction,remedies", Kind::Recalls);
        check("id,gtin,link_type,href,title,languages", Kind::Links);
        check("gtin,serial", Kind::Units);
        check("gtin,batch,state,first", Kind::States);
        check("gtin,name,sector,colour,serials", Kind::Products);
        check("id,kind,title,gtin,batch,from,until", Kind::Certificates);
        check("id,kind,title,gtin,batch,href,public", Kind::Documents);
    }

    #[test]
    fn a_column_goes_where_its_name_says() {
        let check = |name: &str, field: &str, cell, expected: Option<&str>| {
            let path = column(name, field, cell).map(|column| column.path.join("/"));
            assert_eq!(path.as_deref(), expected, "{name}");
        };
        check("name", "name!", Cell::Words, Some("name/en"));
        check("name.pt-BR", "name!", Cell::Words, Some("name/pt-BR"));
        check("name.", "name!", Cell::Words, None);
        check("name.de.x", "name!", Cell::Words, None);
        check(
            "parts.3.grams",
            "parts.#.grams",
            Cell::Number,
            Some("parts/3/grams"),
        );
        check("parts.0.grams", "parts.#.grams", Cell::Number, None);
        check("parts.x.grams", "parts.#.grams", Cell::Number, None);
        check("gtin.x", "gtin!", Cell::Text, None);
    }

    #[test]
    fn a_header_s_faults_are_all_told() {
        let problems = known(Kind::Units, &names("gtin,gtin,colour")).unwrap_err();
        let told: Vec<String> = problems
            .iter()
            .map(|problem| format!("{}: {}", problem.field, problem.what))
            .collect();
        assert_eq!(
            told,
            [
                "gtin: the column stands there twice",
                "colour: is no column of units",
                "batch: the column is missing",
                "serial: the column is missing",
            ]
        );
    }
}
