//! What goes into a statement and what comes out of a row, whichever engine runs it.

use super::{Result, StoreError};

/// A parameter on its way into a statement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value<'a> {
    /// Nothing.
    Null,
    /// A whole number; 0 and 1 for false and true.
    Int(i64),
    /// A number.
    Real(f64),
    /// Text.
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
    /// Where a hot row lives, for the engine that spreads its rows; the other passes over it.
    Shard(i64),
}

/// What can be a parameter.
pub(super) trait Param {
    /// As it is bound.
    fn value(&self) -> Value<'_>;
}

impl Param for i64 {
    fn value(&self) -> Value<'_> {
        Value::Int(*self)
    }
}

impl Param for u32 {
    fn value(&self) -> Value<'_> {
        Value::Int(i64::from(*self))
    }
}

impl Param for bool {
    fn value(&self) -> Value<'_> {
        Value::Int(i64::from(*self))
    }
}

impl Param for f64 {
    fn value(&self) -> Value<'_> {
        Value::Real(*self)
    }
}

impl Param for str {
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl Param for String {
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl Param for [u8] {
    fn value(&self) -> Value<'_> {
        Value::Blob(self)
    }
}

impl Param for Value<'_> {
    fn value(&self) -> Value<'_> {
        *self
    }
}

impl<T: Param + ?Sized> Param for &T {
    fn value(&self) -> Value<'_> {
        (**self).value()
    }
}

impl<T: Param> Param for Option<T> {
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, Param::value)
    }
}

/// The parameters of a statement, in its order.
pub(super) trait Params {
    /// Lends them out.
    fn lend<R>(&self, to: impl FnOnce(&[Value<'_>]) -> R) -> R;
}

impl Params for [Value<'_>; 0] {
    fn lend<R>(&self, to: impl FnOnce(&[Value<'_>]) -> R) -> R {
        to(&[])
    }
}

impl Params for () {
    fn lend<R>(&self, to: impl FnOnce(&[Value<'_>]) -> R) -> R {
        to(&[])
    }
}

impl<T: Param> Params for [T; 1] {
    fn lend<R>(&self, to: impl FnOnce(&[Value<'_>]) -> R) -> R {
        to(&[self[0].value()])
    }
}

macro_rules! params_of_tuples {
    ($(($($name:ident $index:tt),+))+) => {$(
        impl<$($name: Param),+> Params for ($($name,)+) {
            fn lend<R>(&self, to: impl FnOnce(&[Value<'_>]) -> R) -> R {
                to(&[$(self.$index.value()),+])
            }
        }
    )+};
}

params_of_tuples! {
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11)
}

/// A value in a row, lent by the engine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell<'r> {
    /// Nothing.
    Null,
    /// A whole number.
    Int(i64),
    /// A number.
    Real(f64),
    /// Text.
    Text(&'r str),
    /// Bytes.
    Blob(&'r [u8]),
}

/// A row of an answer.
pub(super) struct Row<'r> {
    cells: &'r dyn Cells,
}

/// Where an engine's row gives its values from.
pub(super) trait Cells {
    /// The value of a column, counted from 0; `None` where it is of no type that we know.
    fn cell(&self, column: usize) -> Result<Option<Cell<'_>>>;
}

impl<'r> Row<'r> {
    pub(super) fn new(cells: &'r dyn Cells) -> Row<'r> {
        Row { cells }
    }

    /// The value of a column, counted from 0.
    pub(super) fn get<T: Column>(&self, column: usize) -> Result<T> {
        self.cells
            .cell(column)?
            .and_then(T::of)
            .ok_or(StoreError::Column {
                column,
                wanted: std::any::type_name::<T>(),
            })
    }
}

impl Row<'_> {
    /// The text of a column, counted from 0, where it stands.
    pub(super) fn text(&self, column: usize) -> Result<&str> {
        match self.cells.cell(column)? {
            Some(Cell::Text(text)) => Ok(text),
            _ => Err(StoreError::Column {
                column,
                wanted: "text",
            }),
        }
    }
}

/// What a value in a row can be read as.
pub(super) trait Column: Sized {
    /// `None` where the value is no such thing.
    fn of(cell: Cell<'_>) -> Option<Self>;
}

impl Column for i64 {
    fn of(cell: Cell<'_>) -> Option<i64> {
        match cell {
            Cell::Int(number) => Some(number),
            _ => None,
        }
    }
}

impl Column for u32 {
    fn of(cell: Cell<'_>) -> Option<u32> {
        i64::of(cell)?.try_into().ok()
    }
}

impl Column for bool {
    fn of(cell: Cell<'_>) -> Option<bool> {
        match i64::of(cell)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Column for f64 {
    fn of(cell: Cell<'_>) -> Option<f64> {
        match cell {
            Cell::Real(number) => Some(number),
            _ => None,
        }
    }
}

impl Column for String {
    fn of(cell: Cell<'_>) -> Option<String> {
        match cell {
            Cell::Text(text) => Some(text.to_owned()),
            _ => None,
        }
    }
}

impl Column for Vec<u8> {
    fn of(cell: Cell<'_>) -> Option<Vec<u8>> {
        match cell {
            Cell::Blob(bytes) => Some(bytes.to_vec()),
            _ => None,
        }
    }
}

impl<const N: usize> Column for [u8; N] {
    fn of(cell: Cell<'_>) -> Option<[u8; N]> {
        match cell {
            Cell::Blob(bytes) => bytes.try_into().ok(),
            _ => None,
        }
    }
}

impl<T: Column> Column for Option<T> {
    fn of(cell: Cell<'_>) -> Option<Option<T>> {
        match cell {
            Cell::Null => Some(None),
            cell => T::of(cell).map(Some),
        }
    }
}
