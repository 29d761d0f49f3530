//! What checks amount to, as it goes from one database to another.

use trace::CheckState;

use super::{
    Change, Db, Result, Serial, Tx, UnitKey,
    check_state::{state_text, stored_state},
};

impl Db<'_> {
    /// Tells what the checks of each unit amount to, by GTIN and serial, until `tell` fails.
    pub fn each_check_state(
        &self,
        mut tell: impl FnMut(&str, &Serial, CheckState) -> Result<()>,
    ) -> Result<()> {
        self.rows(
            "select product.gtin, check_state.serial, check_state.state
             from product join check_state on check_state.product = product.id
             order by product.gtin, check_state.serial",
            [],
            |row| {
                let state = stored_state(&row.get::<String>(2)?)?;
                tell(&row.get::<String>(0)?, &row.get(1)?, state)
            },
        )
        .map(drop)
    }
}

impl Tx<'_> {
    /// Adds what is known elsewhere of a unit's checks to what is known here.
    pub fn put_known_checks(&self, unit: &UnitKey, told: CheckState) -> Result<Change> {
        let known = self.check_state(unit)?;
        let state = known.clone().and(told);
        if state == known {
            return Ok(Change::Unchanged);
        }
        self.execute(
            "insert into check_state (product, serial, state/*pg , shard*/)
             values (?1, ?2, ?3/*pg , ?4*/)
             on conflict (/*pg shard, */product, serial) do update set state = excluded.state",
            (unit.product, &unit.serial, state_text(&state), unit.shard()),
        )?;
        Ok(if known == CheckState::default() {
            Change::Added
        } else {
            Change::Changed
        })
    }
}
