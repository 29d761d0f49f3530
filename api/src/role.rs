//! Who may do what: role × permission → yes or no. The same table stands in DESIGN.md.

use crate::organisation::Kind;

/// What a member of an organisation is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Role {
    /// Runs a brand's side of everything.
    BrandManager,
    /// Watches what the packs say, and recalls.
    Quality,
    /// Texts, pictures, campaigns.
    Marketing,
    /// Looks at packs where they are.
    Inspector,
    /// Sells packs.
    Shop,
    /// Takes packs back.
    ReturnsDesk,
    /// Dispenses medicine.
    Pharmacist,
    /// Makes one thing of another: roasts, fills, repacks, recycles.
    Processor,
    /// Reads what was done, and changes nothing.
    Auditor,
    /// Looks after the people and the machines of a partner or an authority.
    Manager,
    /// Runs this server.
    Operator,
}

/// One thing that is allowed or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Permission {
    /// Invite people, change their roles, remove them.
    Members,
    /// Make and revoke API keys.
    Keys,
    /// Let authorities look into products, and end it.
    Grants,
    /// Look into what brands have granted.
    Granted,
    /// Read the access log.
    AccessLog,
    /// Admit partners and authorities, suspend them, invite their first people.
    Organisations,
    /// Products, batches, texts and pictures.
    Records,
    /// Issue serials and print labels.
    Identities,
    /// Publish and end recalls.
    Recalls,
    /// See signs of cloning and diversion.
    Signals,
    /// Campaigns and what people say back.
    Campaigns,
    /// Write events of what passes through one's hands.
    Events,
    /// Inspect packs and keep evidence.
    Inspections,
    /// Lead those who inspect: the lists that they choose from, and their devices.
    Inspectors,
    /// Decide claims under recalls, receipts and disputes.
    Claims,
    /// Dispense medicine.
    Dispensing,
    /// Tell sales at the desk, and undo them.
    Selling,
    /// Judge returns and take packs back.
    Returns,
    /// Tell what became of packs: recycled, destroyed, made into something else.
    Processing,
}

impl Role {
    /// All of them, in the order of the table.
    pub const ALL: [Role; 11] = [
        Role::BrandManager,
        Role::Quality,
        Role::Marketing,
        Role::Inspector,
        Role::Shop,
        Role::ReturnsDesk,
        Role::Pharmacist,
        Role::Processor,
        Role::Auditor,
        Role::Manager,
        Role::Operator,
    ];

    /// As it is stored, and typed on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Role::BrandManager => "brand-manager",
            Role::Quality => "quality",
            Role::Marketing => "marketing",
            Role::Inspector => "inspector",
            Role::Shop => "shop",
            Role::ReturnsDesk => "returns-desk",
            Role::Pharmacist => "pharmacist",
            Role::Processor => "processor",
            Role::Auditor => "auditor",
            Role::Manager => "manager",
            Role::Operator => "operator",
        }
    }

    /// From its identifier.
    #[must_use]
    pub fn parse(id: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.id() == id)
    }

    /// The roles that an organisation of a kind can give.
    #[must_use]
    pub fn of(kind: Kind) -> &'static [Role] {
        match kind {
            Kind::Operator => &[Role::Operator, Role::Auditor],
            Kind::Brand => &[
                Role::BrandManager,
                Role::Quality,
                Role::Marketing,
                Role::Inspector,
                Role::Shop,
                Role::ReturnsDesk,
                Role::Pharmacist,
                Role::Processor,
                Role::Auditor,
            ],
            Kind::Partner => &[
                Role::Manager,
                Role::Shop,
                Role::ReturnsDesk,
                Role::Pharmacist,
                Role::Processor,
                Role::Inspector,
                Role::Auditor,
            ],
            Kind::Authority => &[Role::Manager, Role::Inspector, Role::Auditor],
        }
    }

    /// Whether the role holds the permission, in its own organisation.
    #[must_use]
    pub fn allows(self, permission: Permission) -> bool {
        use Permission as P;
        match self {
            Role::BrandManager => !matches!(
                permission,
                P::Granted | P::Organisations | P::Inspections | P::Dispensing
            ),
            Role::Quality => matches!(
                permission,
                P::Records
                    | P::Recalls
                    | P::Signals
                    | P::Inspections
                    | P::Inspectors
                    | P::Claims
                    | P::Returns
            ),
            Role::Marketing => matches!(permission, P::Records | P::Campaigns),
            Role::Inspector => matches!(permission, P::Granted | P::Signals | P::Inspections),
            Role::Shop => matches!(permission, P::Events | P::Selling),
            Role::ReturnsDesk => matches!(permission, P::Events | P::Claims | P::Returns),
            Role::Pharmacist => matches!(permission, P::Events | P::Dispensing),
            Role::Processor => matches!(permission, P::Identities | P::Events | P::Processing),
            Role::Auditor => matches!(permission, P::Granted | P::AccessLog | P::Signals),
            Role::Manager => matches!(
                permission,
                P::Members | P::Keys | P::Granted | P::AccessLog | P::Inspectors
            ),
            Role::Operator => matches!(permission, P::Members | P::AccessLog | P::Organisations),
        }
    }
}

impl Permission {
    /// All of them, in the order of the table.
    pub const ALL: [Permission; 19] = [
        Permission::Members,
        Permission::Keys,
        Permission::Grants,
        Permission::Granted,
        Permission::AccessLog,
        Permission::Organisations,
        Permission::Records,
        Permission::Identities,
        Permission::Recalls,
        Permission::Signals,
        Permission::Campaigns,
        Permission::Events,
        Permission::Inspections,
        Permission::Inspectors,
        Permission::Claims,
        Permission::Dispensing,
        Permission::Selling,
        Permission::Returns,
        Permission::Processing,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written apart from the rule, as DESIGN.md has it: a row a role, a letter a permission.
    const TABLE: &str = "
                     Mem Key Gra Gtd Log Org Rec Ide Rcl Sig Cam Eve Ins Led Cla Dis Sel Ret Pro
        brand-manager yes yes yes -   yes -   yes yes yes yes yes yes -   yes yes -   yes yes yes
        quality       -   -   -   -   -   -   yes -   yes yes -   -   yes yes yes -   -   yes -
        marketing     -   -   -   -   -   -   yes -   -   -   yes -   -   -   -   -   -   -   -
        inspector     -   -   -   yes -   -   -   -   -   yes -   -   yes -   -   -   -   -   -
        shop          -   -   -   -   -   -   -   -   -   -   -   yes -   -   -   -   yes -   -
        returns-desk  -   -   -   -   -   -   -   -   -   -   -   yes -   -   yes -   -   yes -
        pharmacist    -   -   -   -   -   -   -   -   -   -   -   yes -   -   -   yes -   -   -
        processor     -   -   -   -   -   -   -   yes -   -   -   yes -   -   -   -   -   -   yes
        auditor       -   -   -   yes yes -   -   -   -   yes -   -   -   -   -   -   -   -   -
        manager       yes yes -   yes yes -   -   -   -   -   -   -   -   yes -   -   -   -   -
        operator      yes -   -   -   yes yes -   -   -   -   -   -   -   -   -   -   -   -   -
    ";

    #[test]
    fn every_cell() {
        let rows: Vec<Vec<&str>> = TABLE
            .lines()
            .map(|line| line.split_whitespace().collect())
            .filter(|row: &Vec<&str>| row.len() == 1 + Permission::ALL.len())
            .collect();
        assert_eq!(rows.len(), Role::ALL.len());
        for (row, role) in rows.iter().zip(Role::ALL) {
            assert_eq!(row[0], role.id());
            for (cell, permission) in row[1..].iter().zip(Permission::ALL) {
                assert_eq!(
                    role.allows(permission),
                    *cell == "yes",
                    "{role:?} {permission:?}"
                );
            }
        }
    }

    #[test]
    fn the_table_of_the_design_is_this_one() {
        let design = include_str!("../../DESIGN.md");
        for role in Role::ALL {
            let start = format!("| `{}` |", role.id());
            let row = design.lines().find_map(|line| line.strip_prefix(&start));
            let row = row.unwrap_or_else(|| panic!("no row of {role:?}"));
            let cells: Vec<&str> = row
                .trim_end_matches('|')
                .split('|')
                .map(str::trim)
                .collect();
            assert_eq!(cells.len(), Permission::ALL.len(), "{role:?}");
            for (cell, permission) in cells.iter().zip(Permission::ALL) {
                assert_eq!(
                    *cell == "✓",
                    role.allows(permission),
                    "{role:?} {permission:?}"
                );
            }
        }
    }

    #[test]
    fn identifiers_are_read_back() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.id()), Some(role));
        }
        assert_eq!(Role::parse("owner"), None);
    }

    #[test]
    fn every_kind_has_somebody_who_invites() {
        for kind in Kind::ALL {
            let roles = Role::of(kind);
            assert!(
                roles.iter().any(|role| role.allows(Permission::Members)),
                "{kind:?}"
            );
        }
        for role in Role::ALL {
            assert!(
                Kind::ALL.iter().any(|kind| Role::of(*kind).contains(&role)),
                "{role:?}"
            );
        }
    }

    /// What only makes sense in one kind of organisation is held by nobody elsewhere: the operator
    /// reads nobody's records, and nobody but the operator admits anybody.
    #[test]
    fn the_operator_is_apart() {
        for kind in [Kind::Brand, Kind::Partner, Kind::Authority] {
            let roles = Role::of(kind);
            assert!(
                !roles
                    .iter()
                    .any(|role| role.allows(Permission::Organisations))
            );
        }
        assert!(!Role::Operator.allows(Permission::Records));
        assert!(!Role::Operator.allows(Permission::Granted));
    }
}
