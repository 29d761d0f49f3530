//! Conditions on master data: `HASATTR_bizLocation`, `EQATTR_bizLocation_cbvmda:countryCode`, and the
//! places below another (`WD_`), which only the store can say of which identifiers they hold.

use super::{
    condition::{Bound, Comparison, Condition},
    extension::Field,
};
use crate::epcis::{Context, Word, attribute, term};

/// What is asked of master data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Whatever has any of these attributes.
    Has(Vec<String>),
    /// Whatever has this attribute with any of these values.
    Is(String, Vec<String>),
    /// These, and all that is below them.
    Below(Vec<String>),
}

/// Where an event names what is described.
#[derive(Clone, Debug)]
pub(super) enum Naming {
    /// In a field of the standard's, found by these terms; how the value is written there.
    Terms(&'static [&'static str], Form),
    /// In an extension.
    Extension(Field),
}

/// How an identifier stands in a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Identifier,
    Thing,
    BizStep,
    Disposition,
}

/// The fields of the standard's whose values are words of a vocabulary; longest first where one begins
/// another.
const FIELDS: &[(&str, &[&str], Form)] = &[
    ("readPoint", &["readPoint"], Form::Identifier),
    ("bizLocation", &["bizLocation"], Form::Identifier),
    ("bizStep", &["bizStep"], Form::BizStep),
    ("disposition", &["disposition"], Form::Disposition),
    ("epcClass", &["epcClass"], Form::Thing),
    ("inputEPCClass", &["inputEPCClass"], Form::Thing),
    ("outputEPCClass", &["outputEPCClass"], Form::Thing),
    (
        "anyEPCClass",
        &["epcClass", "inputEPCClass", "outputEPCClass"],
        Form::Thing,
    ),
    (
        "source_owning_party",
        &["source_owning_party"],
        Form::Identifier,
    ),
    (
        "source_possessing_party",
        &["source_possessing_party"],
        Form::Identifier,
    ),
    ("source_location", &["source_location"], Form::Identifier),
    (
        "destination_owning_party",
        &["destination_owning_party"],
        Form::Identifier,
    ),
    (
        "destination_possessing_party",
        &["destination_possessing_party"],
        Form::Identifier,
    ),
    (
        "destination_location",
        &["destination_location"],
        Form::Identifier,
    ),
];

impl Form {
    fn of(self, id: &str) -> String {
        let words = |word: Word| word.written_out(id, &Context::default());
        match self {
            Form::Identifier => term::identifier(id),
            Form::Thing => term::thing_of(id),
            Form::BizStep => words(Word::BizStep),
            Form::Disposition => words(Word::Disposition),
        }
    }
}

impl Naming {
    /// The condition that any of these identifiers stands there.
    pub(super) fn any_of(&self, ids: &[String]) -> Condition {
        match self {
            Naming::Terms(names, form) => {
                let terms = ids.iter().flat_map(|id| {
                    let value = form.of(id);
                    let own = names.iter();
                    own.map(move |name| ((*name).to_owned(), value.clone()))
                });
                Condition::Terms(terms.collect())
            }
            Naming::Extension(field) => {
                let ids = Bound::Texts(ids.to_vec());
                Condition::Extension(field.clone(), Comparison::Eq, ids)
            }
        }
    }
}

/// A parameter about master data; `None` for any other, and for one of a field that names nothing.
pub(super) fn read(name: &str, values: &[String], context: &Context) -> Option<Condition> {
    if let Some(field) = name.strip_prefix("HASATTR_") {
        let own = FIELDS.iter().find(|(own, ..)| *own == field);
        let naming = match own {
            Some((_, terms, form)) => Naming::Terms(terms, *form),
            None => Naming::Extension(Field::parse(field, context)?),
        };
        let attributes = values.iter().map(|name| attribute(name, context));
        return Some(Condition::Described(
            naming,
            Wanted::Has(attributes.collect()),
        ));
    }
    // The standard's text has the first, its schema the second.
    let rest = name
        .strip_prefix("EQATTR_")
        .or_else(|| name.strip_prefix("EQ_ATTR_"))?;
    let own = FIELDS.iter().find_map(|(own, terms, form)| {
        let named = rest.strip_prefix(own)?.strip_prefix('_')?;
        Some((Naming::Terms(terms, *form), named))
    });
    let (naming, named) = match own {
        Some(own) => own,
        None => {
            let (field, named) = rest.split_once('_')?;
            (Naming::Extension(Field::parse(field, context)?), named)
        }
    };
    (!named.is_empty()).then(|| {
        let wanted = Wanted::Is(attribute(named, context), values.to_vec());
        Condition::Described(naming, wanted)
    })
}

/// Places, and what is below them: by their GLN, and by what master data calls their children.
pub(super) fn within(name: &'static str, values: &[String]) -> Condition {
    let terms = values.iter().map(|value| {
        let id = term::identifier(value);
        let form = match id.contains("/254/") {
            true => id,
            false => term::with_descendants(&id),
        };
        (name.to_owned(), form)
    });
    let roots = values.iter().map(|value| term::identifier(value)).collect();
    Condition::Within(name, terms.collect(), Wanted::Below(roots))
}
