//! What entries say, in words: the identifiers that devices write down → sentences of a language, with a
//! mark where an entry names what nobody knows.

use std::collections::{BTreeMap, BTreeSet};

use app::Words;
use evidence::{
    Act, Consignment, Counted, Custody, CustodyKind, Decision, Digest, Entry, Finding, Judged,
    Severity,
};

use crate::{
    answer::text,
    code::Code,
    inspection_list::{List, Lists},
    inspection_report::entries,
    store::{self, Db, InspectionLine},
};

/// What one needs to say what the entries of an inspection say.
#[derive(Clone, Debug)]
pub struct Lexicon {
    words: Words,
    lists: Lists,
    /// By member.
    people: BTreeMap<String, String>,
    /// By GTIN.
    products: BTreeMap<String, String>,
    /// The entry of a digest: its number on its device.
    numbers: BTreeMap<Digest, u64>,
    withdrawn: BTreeSet<Digest>,
}

/// An entry in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What was done.
    pub what: String,
    /// What it says, part by part.
    pub parts: Vec<String>,
    /// Who wrote it, by name.
    pub by: String,
    /// What a reader should know beside it.
    pub marks: Vec<String>,
}

impl Lexicon {
    /// For the lines of an inspection.
    pub fn of(
        db: &Db<'_>,
        organisation: &str,
        lines: &[InspectionLine],
        words: Words,
    ) -> store::Result<Lexicon> {
        let words = words.of_desk();
        let mut lexicon = Lexicon {
            words,
            lists: Lists::of(db, organisation)?,
            people: BTreeMap::new(),
            products: BTreeMap::new(),
            numbers: BTreeMap::new(),
            withdrawn: BTreeSet::new(),
        };
        for (line, entry) in entries(lines) {
            lexicon.numbers.insert(Digest(line.digest), entry.sequence);
            if let Act::Withdrawn { of } = &entry.act {
                lexicon.withdrawn.insert(*of);
            }
            // The name of somebody of another organisation is none of this one's business.
            if !lexicon.people.contains_key(&entry.inspector)
                && let Some(name) = db.member_name(organisation, &entry.inspector)?
            {
                lexicon.people.insert(entry.inspector.clone(), name);
            }
            for gtin in gtins(&entry.act) {
                if !lexicon.products.contains_key(gtin.as_str())
                    && let Some(product) = db.product(&gtin)?
                {
                    let name = text(&product.record.name, words.locale.tag());
                    let name = name.unwrap_or_default();
                    lexicon.products.insert(gtin.to_string(), name);
                }
            }
        }
        Ok(lexicon)
    }

    /// The language.
    #[must_use]
    pub fn words(&self) -> Words {
        self.words
    }

    /// Whether an entry was withdrawn later.
    #[must_use]
    pub fn is_withdrawn(&self, line: &InspectionLine) -> bool {
        self.withdrawn.contains(&Digest(line.digest))
    }

    /// An entry in words.
    #[must_use]
    pub fn say(&self, line: &InspectionLine, entry: &Entry) -> Said {
        let words = self.words;
        let mut marks = Vec::new();
        if self.is_withdrawn(line) {
            marks.push(words.inspection_mark_withdrawn().to_owned());
        }
        if line.is_strangers {
            marks.push(words.inspection_mark_stranger().to_owned());
        }
        if line.after_lock {
            marks.push(words.inspection_mark_after_lock().to_owned());
        }
        let kind = kind(&entry.act);
        let mut parts = self.parts(&entry.act, &mut marks);
        parts.retain(|part| !part.trim().is_empty());
        let by = self.people.get(&entry.inspector);
        Said {
            what: self.word("inspection-entry", kind),
            parts,
            by: by.unwrap_or(&entry.inspector).clone(),
            marks,
        }
    }

    fn parts(&self, act: &Act, marks: &mut Vec<String>) -> Vec<String> {
        let words = self.words;
        match act {
            Act::Opened {
                purpose,
                shop,
                team,
                consignment,
                ..
            } => {
                let team = (!team.is_empty()).then(|| words.inspection_said_team(team.join(", ")));
                vec![
                    purpose.clone(),
                    shop.name.clone(),
                    shop.address.clone(),
                    shop.gln.clone().unwrap_or_default(),
                    self.consignment(consignment.as_ref()),
                    team.unwrap_or_default(),
                ]
            }
            Act::Checked(judged) => self.judged(judged),
            Act::Rechecked { now, differs, .. } => {
                let mut parts = self.judged(now);
                if *differs {
                    parts.push(words.inspection_said_differs().to_owned());
                }
                parts
            }
            Act::Found(finding) => self.finding(finding, marks),
            Act::Withdrawn { of } => vec![match self.numbers.get(of) {
                Some(number) => words.inspection_said_entry(number.to_string()),
                None => of.to_string(),
            }],
            Act::Custody(custody) => self.custody(custody, marks),
            Act::Counted(counted) => self.counted(counted),
            Act::Decided {
                decision,
                ground,
                note,
                consignment,
            } => vec![
                self.decision(*decision),
                self.consignment(consignment.as_ref()),
                self.term(List::Ground, ground, marks),
                note.clone(),
            ],
            Act::Closed { note } => vec![note.clone()],
        }
    }

    fn consignment(&self, consignment: Option<&Consignment>) -> String {
        let said = consignment.map(|it| self.words.inspection_said_consignment(it.id()));
        said.unwrap_or_default()
    }

    fn judged(&self, judged: &Judged) -> Vec<String> {
        let words = self.words;
        let one_in = judged
            .one_in
            .map(|n| words.inspection_said_one_in(n.to_string()));
        let source = match judged.pack {
            Some(_) => words.inspection_said_from_pack(&judged.as_of),
            None => words.inspection_said_from_server(&judged.as_of),
        };
        vec![
            self.answer(&judged.answer),
            self.code(&judged.code),
            one_in.unwrap_or_default(),
            source,
        ]
    }

    fn finding(&self, finding: &Finding, marks: &mut Vec<String>) -> Vec<String> {
        let code = finding.code.as_deref().map(|code| self.code(code));
        vec![
            self.term(List::Reason, &finding.reason, marks),
            self.severity(finding.severity),
            self.quantity(finding.quantity),
            code.unwrap_or_default(),
            finding.note.clone(),
        ]
    }

    fn custody(&self, custody: &Custody, marks: &mut Vec<String>) -> Vec<String> {
        let words = self.words;
        let items: Vec<String> = custody.items.iter().map(|item| self.code(item)).collect();
        // What is handed on was taken before, with its ground.
        let ground = match custody.what == CustodyKind::HandOver && custody.ground.is_empty() {
            true => String::new(),
            false => self.term(List::Ground, &custody.ground, marks),
        };
        vec![
            words.inspection_said_seal(&custody.seal),
            ground,
            self.quantity(custody.quantity),
            words.inspection_said_hands(&custody.from, &custody.to),
            items.join("; "),
            custody.note.clone(),
        ]
    }

    fn counted(&self, counted: &Counted) -> Vec<String> {
        let words = self.words;
        let batch = counted.lot.as_ref();
        let expiry = counted.expiry.as_ref();
        vec![
            self.product(&counted.gtin),
            batch.map_or_else(String::new, |batch| words.inspection_said_batch(batch)),
            expiry.map_or_else(String::new, |on| words.inspection_said_expires(on)),
            self.quantity(counted.quantity),
            match counted.out_of_order {
                true => words.inspection_said_out_of_order().to_owned(),
                false => String::new(),
            },
        ]
    }

    /// A reason or a ground; one that stands on no list is told as it is, and marked.
    pub(crate) fn term(&self, list: List, id: &str, marks: &mut Vec<String>) -> String {
        self.lists.say(list, id, self.words).unwrap_or_else(|| {
            marks.push(self.words.inspection_mark_unlisted(id));
            id.to_owned()
        })
    }

    /// A standing, or what a phone said.
    pub(crate) fn answer(&self, id: &str) -> String {
        self.word("inspection-answer", id)
    }

    /// How bad.
    pub(crate) fn severity(&self, severity: Severity) -> String {
        let id = match severity {
            Severity::Minor => "minor",
            Severity::Major => "major",
            Severity::Critical => "critical",
        };
        self.word("inspection-severity", id)
    }

    fn decision(&self, decision: Decision) -> String {
        let id = match decision {
            Decision::Release => "release",
            Decision::Detain => "detain",
            Decision::Seize => "seize",
        };
        self.word("inspection-decision", id)
    }

    fn quantity(&self, quantity: u32) -> String {
        self.words.inspection_said_quantity(quantity.to_string())
    }

    /// A product by its name where it is known here, with its GTIN.
    pub(crate) fn product(&self, gtin: &str) -> String {
        match self.products.get(gtin).filter(|name| !name.is_empty()) {
            Some(name) => format!("{name} ({gtin})"),
            None => gtin.to_owned(),
        }
    }

    /// What a code names; a text that names nothing is told as it is.
    fn code(&self, text: &str) -> String {
        let words = self.words;
        let code = Code::read(text, None, false);
        let Some(gtin) = code.gtin() else {
            return text.replace('\u{1d}', " ");
        };
        let mut parts = vec![self.product(gtin.as_str())];
        parts.extend(
            code.serial()
                .map(|serial| words.inspection_said_serial(serial)),
        );
        parts.extend(code.batch().map(|batch| words.inspection_said_batch(batch)));
        parts.join(", ")
    }

    fn word(&self, kind: &str, id: &str) -> String {
        let found = self.words.find(&format!("{kind}-{id}"));
        found.unwrap_or(id).to_owned()
    }
}

/// As tables and locale files name it.
#[must_use]
pub fn kind(act: &Act) -> &'static str {
    match act {
        Act::Opened { .. } => "opened",
        Act::Checked(_) => "checked",
        Act::Rechecked { .. } => "rechecked",
        Act::Found(_) => "found",
        Act::Withdrawn { .. } => "withdrawn",
        Act::Custody(custody) => match custody.what {
            CustodyKind::Seizure => "seizure",
            CustodyKind::Sample => "sample",
            CustodyKind::HandOver => "hand-over",
        },
        Act::Counted(_) => "counted",
        Act::Decided { .. } => "decided",
        Act::Closed { .. } => "closed",
    }
}

/// The products that an entry names.
fn gtins(act: &Act) -> Vec<gs1::Gtin> {
    let of_code = |text: &str| Code::read(text, None, false).gtin().copied();
    match act {
        Act::Checked(judged) | Act::Rechecked { now: judged, .. } => {
            of_code(&judged.code).into_iter().collect()
        }
        Act::Found(finding) => finding
            .code
            .as_deref()
            .and_then(of_code)
            .into_iter()
            .collect(),
        Act::Custody(custody) => {
            let items = custody.items.iter();
            items.filter_map(|item| of_code(item)).collect()
        }
        Act::Counted(counted) => counted.gtin.parse().ok().into_iter().collect(),
        _ => Vec::new(),
    }
}
