//! What inspectors wrote down: lists, devices, the lines of their chains as they were signed, what was
//! said about them, and photographs byte by byte.

use std::collections::BTreeMap;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use trace::Instant;
use wire::import::{
    InspectionFollowUp, InspectionLines, InspectionPhotoPart, InspectionTerm, InspectorDevice,
    Record, SealPublicKey, SignedLine,
};

use super::{Exporter, Part, Result, kept::moment};
use crate::{random, store::InspectionLine};

/// Lines in a record, at the most.
const IN_A_RECORD: usize = 200;

impl Exporter<'_, '_> {
    /// By organisation; where one brand was asked for, its own.
    pub(super) fn inspected(&mut self) -> Result<()> {
        let Some(people) = self.wants_inspections() else {
            return Ok(());
        };
        for key in self.db.seal_keys()? {
            self.line(&Record::SealPublicKey(SealPublicKey {
                public_key: key.public_key,
                since: (key.since != Instant(0)).then(|| moment(key.since)),
                retired: key.retired_at.map(moment),
            }))?;
        }
        let mut organisations = self.db.inspecting_organisations()?;
        if let Some(only) = &self.options.brand {
            organisations.retain(|organisation| organisation == only);
        }
        for organisation in &organisations {
            self.terms(organisation)?;
            if people {
                self.devices(organisation)?;
                self.inspections(organisation)?;
                self.photographs(organisation)?;
            }
        }
        if !people && self.options.parts.is_empty() {
            let left_out = self.db.inspections_count()?;
            self.left_out += usize::try_from(left_out).unwrap_or(usize::MAX);
        }
        Ok(())
    }

    /// Whether what people wrote down is wanted, too; `None` where not even the lists are.
    fn wants_inspections(&self) -> Option<bool> {
        let parts = &self.options.parts;
        match parts.contains(&Part::Inspections) || self.options.with_people {
            true => Some(true),
            false => parts.is_empty().then_some(false),
        }
    }

    fn terms(&mut self, organisation: &str) -> Result<()> {
        for term in self.db.inspection_terms(organisation)? {
            self.line(&Record::InspectionTerm(InspectionTerm {
                organisation: organisation.to_owned(),
                list: term.list,
                id: term.id,
                words: term.words,
                severity: term.severity,
                decisions: term.decisions,
                position: term.position,
                removed: term.removed_at.map(moment),
            }))?;
        }
        Ok(())
    }

    fn devices(&mut self, organisation: &str) -> Result<()> {
        for device in self.db.devices_of(organisation)? {
            self.line(&Record::InspectorDevice(InspectorDevice {
                organisation: device.organisation,
                public_key: device.public_key,
                name: device.name,
                staff: device.staff,
                registered: moment(device.registered_at),
                seen: moment(device.seen_at),
                locked: device.locked_at.map(moment),
            }))?;
        }
        Ok(())
    }

    fn inspections(&mut self, organisation: &str) -> Result<()> {
        let mut last = String::new();
        loop {
            let page = self.db.inspections_after(organisation, &last)?;
            let Some(end) = page.last() else {
                return Ok(());
            };
            last.clone_from(end);
            for inspection in page {
                for chain in in_order_of_coming(self.db.inspection_lines(&inspection)?) {
                    self.chain(organisation, chain)?;
                }
                for word in self.db.follow_ups(&inspection)?.into_iter().rev() {
                    self.line(&Record::InspectionFollowUp(InspectionFollowUp {
                        inspection: word.inspection,
                        number: word.number,
                        done: word.is_done,
                        assignee: word.assignee,
                        note: word.note,
                        by: word.written_by,
                        at: moment(word.written_at),
                    }))?;
                }
            }
        }
    }

    fn chain(&mut self, organisation: &str, lines: Vec<InspectionLine>) -> Result<()> {
        let came = |line: &InspectionLine| (line.received_at, line.after_lock, line.is_strangers);
        for together in lines.chunk_by(|one, next| came(one) == came(next)) {
            for part in together.chunks(IN_A_RECORD) {
                let Some(first) = part.first() else { continue };
                let signed = part.iter().map(|line| SignedLine {
                    entry: line.entry.clone(),
                    signature: line.signature.clone(),
                });
                self.line(&Record::InspectionLines(InspectionLines {
                    organisation: organisation.to_owned(),
                    received: moment(first.received_at),
                    after_lock: first.after_lock,
                    by_stranger: first.is_strangers,
                    lines: signed.collect(),
                }))?;
            }
        }
        Ok(())
    }

    /// Those that are whole: of the others the device has all, and sends it again.
    fn photographs(&mut self, organisation: &str) -> Result<()> {
        let mut last = Vec::new();
        loop {
            let page = self.db.whole_photos_after(organisation, &last)?;
            let Some((end, ..)) = page.last() else {
                return Ok(());
            };
            last = end.to_vec();
            for (sha256, begun, done) in page {
                let parts = self.db.inspection_photo_parts(organisation, &sha256)?;
                let size = parts.iter().map(|(_, bytes)| bytes.len() as u64).sum();
                for (at, bytes) in parts {
                    self.line(&Record::InspectionPhotoPart(InspectionPhotoPart {
                        organisation: organisation.to_owned(),
                        sha256: random::hex(&sha256),
                        size,
                        at,
                        begun: moment(begun),
                        done: moment(done),
                        base64: BASE64_STANDARD.encode(bytes),
                    }))?;
                }
            }
        }
    }
}

/// The chains of an inspection, the one that began first before the others: what it says of the visit is
/// what was believed.
fn in_order_of_coming(lines: Vec<InspectionLine>) -> Vec<Vec<InspectionLine>> {
    let mut chains: BTreeMap<[u8; 32], Vec<InspectionLine>> = BTreeMap::new();
    for line in lines {
        chains.entry(line.device).or_default().push(line);
    }
    let mut chains: Vec<Vec<InspectionLine>> = chains.into_values().collect();
    chains.sort_by_key(|chain| chain.first().map(|line| line.received_at));
    chains
}
