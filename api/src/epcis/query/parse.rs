//! Parameters → [`Query`].

use serde_json::{Map, Value};
use trace::Instant;

use super::{
    Query,
    condition::{Bound, Comparison, Condition},
    described,
    extension::Field,
    wrong,
};
use crate::{
    clock::parse_rfc3339,
    epcis::{Context, Exception, Word, term},
    store::{Order, Sort},
};

/// Values of one parameter, at the most.
const MAX_VALUES: usize = 500;

/// From the query part of an address, decoded; a parameter that stands there twice adds its values.
pub fn from_pairs(pairs: &[(String, String)], context: &Context) -> Result<Query, Exception> {
    let mut given: Vec<(&str, Vec<String>)> = Vec::new();
    for (name, value) in pairs {
        let values = value.split('|').map(str::to_owned);
        match given.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => known.extend(values),
            None => given.push((name, values.collect())),
        }
    }
    read(given, context)
}

/// From the JSON of a named query.
pub fn from_json(query: &Map<String, Value>) -> Result<Query, Exception> {
    let context = Context::of(query.get("@context"));
    let mut given = Vec::new();
    for (name, value) in query.iter().filter(|(name, _)| *name != "@context") {
        let values = match value {
            Value::Array(items) => items.iter().map(scalar).collect(),
            // `EXISTS_` parameters have no value of their own.
            Value::Null => Some(vec![String::new()]),
            one => scalar(one).map(|text| vec![text]),
        };
        let values =
            values.ok_or_else(|| wrong(name, "must be a text, a number or a list of them"))?;
        given.push((&name[..], values));
    }
    read(given, &context)
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

fn read(given: Vec<(&str, Vec<String>)>, context: &Context) -> Result<Query, Exception> {
    let mut query = Query::default();
    for (name, values) in given {
        if values.len() > MAX_VALUES {
            return Err(wrong(name, "has more than 500 values; ask in parts"));
        }
        parameter(
            &mut query,
            &Given {
                name,
                values,
                context,
            },
        )?;
    }
    if query.limit.is_some() && query.max.is_some() {
        return Err(wrong(
            "maxEventCount",
            "can't be given together with `eventCountLimit`",
        ));
    }
    if query.limit.is_some() && !query.is_ordered() {
        return Err(wrong("eventCountLimit", "needs `orderBy`"));
    }
    if query.order.is_some() && !query.is_ordered() {
        return Err(wrong("orderDirection", "needs `orderBy`"));
    }
    Ok(query)
}

/// A parameter as it was given.
struct Given<'g> {
    name: &'g str,
    values: Vec<String>,
    context: &'g Context,
}

impl Given<'_> {
    fn one(&self) -> Result<&str, Exception> {
        match &self.values[..] {
            [one] => Ok(one),
            _ => Err(wrong(self.name, "takes one value")),
        }
    }

    fn time(&self) -> Result<Instant, Exception> {
        parse_rfc3339(self.one()?).ok_or_else(|| {
            wrong(
                self.name,
                "must be a date and time with offset, as 2026-11-24T10:20:30Z",
            )
        })
    }

    fn count(&self) -> Result<u64, Exception> {
        let count: Option<u64> = self.one()?.parse().ok();
        count
            .filter(|count| *count > 0)
            .ok_or_else(|| wrong(self.name, "must be a whole number above 0"))
    }

    fn numbers(&self) -> Result<Vec<f64>, Exception> {
        let numbers: Option<Vec<f64>> = self.values.iter().map(|text| text.parse().ok()).collect();
        numbers.ok_or_else(|| wrong(self.name, "must be a number"))
    }

    fn terms(&self, names: &[&str], form: impl Fn(&str) -> String) -> Condition {
        let terms = self.values.iter().flat_map(|value| {
            let value = form(value);
            names
                .iter()
                .map(move |name| ((*name).to_owned(), value.clone()))
        });
        Condition::Terms(terms.collect())
    }

    fn words(&self, name: &str, word: Word) -> Condition {
        self.terms(&[name], |text| word.written_out(text, self.context))
    }

    /// A number, a time, or any of several texts.
    fn bound(&self) -> Bound {
        if let [one] = &self.values[..] {
            if let Ok(number) = one.parse() {
                return Bound::Number(number);
            }
            if let Some(time) = parse_rfc3339(one) {
                return Bound::Time(time);
            }
        }
        self.texts()
    }

    /// As they are, and in the one form of identifiers.
    fn texts(&self) -> Bound {
        let forms = self.values.iter().flat_map(|text| {
            let written = term::identifier(&self.context.value(text));
            [text.clone(), written]
        });
        Bound::Texts(forms.collect())
    }
}

/// Both kinds of what a sensor element holds.
const EITHER: &[&str] = &["sensorMetadata", "sensorReport"];
const METADATA: &[&str] = &["sensorMetadata"];
const REPORT: &[&str] = &["sensorReport"];

/// Values of sensor reports with a unit of measure behind them.
const MEASURED: [&str; 6] = [
    "minValue",
    "maxValue",
    "meanValue",
    "sDev",
    "percValue",
    "value",
];

fn parameter(query: &mut Query, given: &Given<'_>) -> Result<(), Exception> {
    let condition = match given.name {
        "GE_eventTime" => return set(&mut query.from, given.time()?),
        "LT_eventTime" => return set(&mut query.until, given.time()?),
        "GE_recordTime" => return set(&mut query.recorded_from, given.time()?),
        "LT_recordTime" => return set(&mut query.recorded_until, given.time()?),
        "eventCountLimit" => return set(&mut query.limit, given.count()?),
        "maxEventCount" => return set(&mut query.max, given.count()?),
        "orderBy" => {
            let sort = match given.one()? {
                "eventTime" => Sort::EventTime,
                "recordTime" => Sort::RecordTime,
                other => {
                    let field = Field::parse(other, given.context).ok_or_else(|| {
                        let told = "must be `eventTime`, `recordTime` or the name of an extension \
                                    with its prefix";
                        wrong("orderBy", told)
                    })?;
                    return set(&mut query.order_by_field, field);
                }
            };
            return set(&mut query.order_by, sort);
        }
        "orderDirection" => {
            let order = match given.one()? {
                "ASC" => Order::Ascending,
                "DESC" => Order::Descending,
                _ => return Err(wrong("orderDirection", "must be `ASC` or `DESC`")),
            };
            return set(&mut query.order, order);
        }
        "eventType" => given.terms(&["eventType"], str::to_owned),
        "EQ_action" => actions(given)?,
        _ => match indexed(given)
            .or(described::read(given.name, &given.values, given.context))
            .or(sensor(given)?)
            .or(quantity(given)?)
            .or(error(given)?)
        {
            Some(condition) => condition,
            None => extension(given)?,
        },
    };
    query.conditions.push(condition);
    Ok(())
}

fn set<T>(field: &mut Option<T>, value: T) -> Result<(), Exception> {
    *field = Some(value);
    Ok(())
}

fn actions(given: &Given<'_>) -> Result<Condition, Exception> {
    let is_action = |text: &String| matches!(&text[..], "ADD" | "OBSERVE" | "DELETE");
    match given.values.iter().all(is_action) {
        true => Ok(Condition::Actions(given.values.clone())),
        false => Err(wrong("EQ_action", "must be `ADD`, `OBSERVE` or `DELETE`")),
    }
}

/// What has an index of its own.
fn indexed(given: &Given<'_>) -> Option<Condition> {
    let thing = |names: &[&str]| Some(given.terms(names, term::pattern_of));
    let class = |names: &[&str]| Some(given.terms(names, term::thing_of));
    let plain = |name: &str| Some(given.terms(&[name], term::identifier));
    match given.name {
        "EQ_bizStep" => Some(given.words("bizStep", Word::BizStep)),
        "EQ_disposition" => Some(given.words("disposition", Word::Disposition)),
        "EQ_persistentDisposition_set" => {
            Some(given.words("persistentDisposition_set", Word::Disposition))
        }
        "EQ_persistentDisposition_unset" => {
            Some(given.words("persistentDisposition_unset", Word::Disposition))
        }
        "EQ_readPoint" => plain("readPoint"),
        "EQ_bizLocation" => plain("bizLocation"),
        "WD_readPoint" => Some(described::within("readPoint", &given.values)),
        "WD_bizLocation" => Some(described::within("bizLocation", &given.values)),
        "EQ_transformationID" => plain("transformationID"),
        "MATCH_epc" => thing(&["epc"]),
        "MATCH_parentID" => thing(&["parentID"]),
        "MATCH_inputEPC" => thing(&["inputEPC"]),
        "MATCH_outputEPC" => thing(&["outputEPC"]),
        "MATCH_anyEPC" => thing(&["epc", "parentID", "inputEPC", "outputEPC"]),
        "MATCH_epcClass" => class(&["epcClass"]),
        "MATCH_inputEPCClass" => class(&["inputEPCClass"]),
        "MATCH_outputEPCClass" => class(&["outputEPCClass"]),
        "MATCH_anyEPCClass" => class(&["epcClass", "inputEPCClass", "outputEPCClass"]),
        "EQ_eventID" => Some(given.terms(&["eventID"], str::to_owned)),
        "EQ_correctiveEventID" => Some(given.terms(&["correctiveEventID"], str::to_owned)),
        "EXISTS_errorDeclaration" => Some(given.terms(&["errorDeclaration"], |_| "1".to_owned())),
        "EXISTS_sensorElementList" => Some(given.terms(&["sensorElementList"], |_| "1".to_owned())),
        name => {
            let kind = ["EQ_bizTransaction_", "EQ_source_", "EQ_destination_"]
                .iter()
                .any(|stem| name.starts_with(stem));
            kind.then(|| given.terms(&[&name[3..]], term::identifier))
        }
    }
}

/// A comparison and what follows it.
fn compared(name: &str) -> Option<(Comparison, &str)> {
    let comparison = match name.get(..3)? {
        "EQ_" => Comparison::Eq,
        "GT_" => Comparison::Gt,
        "GE_" => Comparison::Ge,
        "LT_" => Comparison::Lt,
        "LE_" => Comparison::Le,
        _ => return None,
    };
    Some((comparison, &name[3..]))
}

fn sensor(given: &Given<'_>) -> Result<Option<Condition>, Exception> {
    let Some((comparison, field)) = compared(given.name) else {
        return Ok(None);
    };
    let condition = |parts, bound, unit: Option<&str>| {
        let name = field.split('_').next().unwrap_or(field).to_owned();
        Ok(Some(Condition::Sensor(
            parts,
            name,
            comparison,
            bound,
            unit.map(str::to_owned),
        )))
    };
    let is_eq = comparison == Comparison::Eq;
    match field {
        "time" => condition(EITHER, Bound::Time(given.time()?), None),
        "startTime" | "endTime" => condition(METADATA, Bound::Time(given.time()?), None),
        "type" if is_eq => {
            let forms = given.values.iter().flat_map(|text| {
                [
                    Word::Gs1.bare(text, given.context),
                    Word::Gs1.written_out(text, given.context),
                    text.clone(),
                ]
            });
            condition(REPORT, Bound::Texts(forms.collect()), None)
        }
        "deviceID" | "dataProcessingMethod" | "bizRules" if is_eq => {
            condition(EITHER, given.texts(), None)
        }
        "microorganism" | "chemicalSubstance" | "stringValue" | "booleanValue"
        | "hexBinaryValue" | "uriValue"
            if is_eq =>
        {
            condition(REPORT, given.texts(), None)
        }
        "percRank" => condition(REPORT, Bound::Number(number(given)?), None),
        _ => match field.split_once('_') {
            Some((name, unit)) if MEASURED.contains(&name) && !unit.is_empty() => {
                let bound = match is_eq {
                    true => Bound::Numbers(given.numbers()?),
                    false => Bound::Number(number(given)?),
                };
                condition(REPORT, bound, Some(unit))
            }
            _ => Ok(None),
        },
    }
}

fn number(given: &Given<'_>) -> Result<f64, Exception> {
    match given.numbers()?[..] {
        [number] => Ok(number),
        _ => Err(wrong(given.name, "takes one value")),
    }
}

fn quantity(given: &Given<'_>) -> Result<Option<Condition>, Exception> {
    let Some((comparison, field)) = compared(given.name) else {
        return Ok(None);
    };
    let unit = match field.strip_prefix("quantity") {
        Some("") => None,
        Some(rest) => match rest.strip_prefix('_') {
            Some(unit) if !unit.is_empty() => Some(unit.to_owned()),
            _ => return Ok(None),
        },
        None => return Ok(None),
    };
    Ok(Some(Condition::Quantity(
        comparison,
        given.numbers()?,
        unit,
    )))
}

fn error(given: &Given<'_>) -> Result<Option<Condition>, Exception> {
    Ok(Some(match given.name {
        "GE_errorDeclarationTime" | "GE_errorDeclaration_Time" => {
            Condition::DeclaredAt(Comparison::Ge, given.time()?)
        }
        "LT_errorDeclarationTime" | "LT_errorDeclaration_Time" => {
            Condition::DeclaredAt(Comparison::Lt, given.time()?)
        }
        "EQ_errorReason" => Condition::Reasons(given.values.clone()),
        _ => return Ok(None),
    }))
}

fn extension(given: &Given<'_>) -> Result<Condition, Exception> {
    let unknown = || wrong(given.name, "is none that this server knows");
    if let Some(rest) = given.name.strip_prefix("EXISTS_") {
        let field = Field::parse(rest, given.context).ok_or_else(unknown)?;
        return Ok(Condition::HasExtension(field));
    }
    let (comparison, rest) = compared(given.name).ok_or_else(unknown)?;
    let field = Field::parse(rest, given.context).ok_or_else(unknown)?;
    let bound = given.bound();
    if comparison != Comparison::Eq && matches!(bound, Bound::Texts(_)) {
        return Err(wrong(given.name, "must be a number or a date and time"));
    }
    Ok(Condition::Extension(field, comparison, bound))
}
