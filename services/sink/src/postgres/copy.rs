//! Rows in the binary format of COPY, which PostgreSQL reads with the least work: its documentation of COPY, "Binary
//! Format". Pure.

use bytes::{BufMut, Bytes, BytesMut};

/// What the format begins with. No flags and no extension of the header follow.
const SIGNATURE: &[u8] = b"PGCOPY\n\xff\r\n\0";
/// What stands in place of a length where a value is missing.
const MISSING: i32 = -1;
/// What stands in place of a number of columns at the end.
const END: i16 = -1;
/// What a value of the type jsonb begins with: the version of its binary form, which is text.
const JSONB: u8 = 1;

/// The most bytes of a message. The database works on one while the next one is on its way.
const MESSAGE: usize = 64 << 10;

/// The values of a column, one for each row.
pub(super) trait Column {
    /// Returns the number of values.
    fn len(&self) -> usize;

    /// Writes the length and the bytes of the value of a row.
    fn put(&self, row: usize, into: &mut BytesMut);
}

/// A value of a column.
pub(super) trait Value {
    /// Writes the length and the bytes of the value.
    fn put(&self, into: &mut BytesMut);
}

/// JSON as text, for a column of the type jsonb.
pub(super) struct Json<'c, S>(pub(super) &'c [S]);

/// Returns rows with the values of all columns, as the messages that the database is sent.
pub(super) fn rows(columns: &[&dyn Column]) -> Vec<Bytes> {
    let mut bytes = BytesMut::new();
    bytes.put_slice(SIGNATURE);
    bytes.put_i32(0);
    bytes.put_i32(0);
    // A table has at most 1,600 columns.
    let count = i16::try_from(columns.len()).unwrap_or(i16::MAX);
    for row in 0..columns.first().map_or(0, |column| column.len()) {
        bytes.put_i16(count);
        for column in columns {
            column.put(row, &mut bytes);
        }
    }
    bytes.put_i16(END);
    let mut left = bytes.freeze();
    let mut messages = Vec::new();
    while !left.is_empty() {
        messages.push(left.split_to(left.len().min(MESSAGE)));
    }
    messages
}

impl<V: Value> Column for Vec<V> {
    fn len(&self) -> usize {
        self.len()
    }

    fn put(&self, row: usize, into: &mut BytesMut) {
        self.get(row).put(into);
    }
}

impl<S: AsRef<str>> Column for Json<'_, S> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn put(&self, row: usize, into: &mut BytesMut) {
        let text = self.0.get(row).map(AsRef::as_ref).unwrap_or_default();
        put_length(1 + text.len(), into);
        into.put_u8(JSONB);
        into.put_slice(text.as_bytes());
    }
}

/// Writes the length of a value. An article has at most some megabytes.
fn put_length(length: usize, into: &mut BytesMut) {
    into.put_i32(i32::try_from(length).unwrap_or(i32::MAX));
}

impl Value for str {
    fn put(&self, into: &mut BytesMut) {
        put_length(self.len(), into);
        into.put_slice(self.as_bytes());
    }
}

impl Value for String {
    fn put(&self, into: &mut BytesMut) {
        self.as_str().put(into);
    }
}

impl Value for i32 {
    fn put(&self, into: &mut BytesMut) {
        put_length(size_of::<Self>(), into);
        into.put_i32(*self);
    }
}

impl Value for f64 {
    fn put(&self, into: &mut BytesMut) {
        put_length(size_of::<Self>(), into);
        into.put_f64(*self);
    }
}

impl<V: Value + ?Sized> Value for &V {
    fn put(&self, into: &mut BytesMut) {
        (**self).put(into);
    }
}

impl<V: Value> Value for Option<V> {
    fn put(&self, into: &mut BytesMut) {
        match self {
            Some(value) => value.put(into),
            None => into.put_i32(MISSING),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_without_rows_has_a_beginning_and_an_end() {
        let none = Vec::<i32>::new();
        assert_eq!(rows(&[&none]).concat(), b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0\xff\xff");
    }

    #[test]
    fn a_row_counts_its_values_and_each_value_its_bytes() {
        let (texts, numbers, reals) = (vec!["é", "x"], vec![Some(7), None], vec![0.5, 0.0]);
        let all = rows(&[&texts, &numbers, &reals, &Json(&["{}", "[]"])]).concat();
        let expected = [
            &b"\0\x04"[..],
            b"\0\0\0\x02\xc3\xa9",
            b"\0\0\0\x04\0\0\0\x07",
            b"\0\0\0\x08\x3f\xe0\0\0\0\0\0\0",
            b"\0\0\0\x03\x01{}",
            b"\0\x04",
            b"\0\0\0\x01x",
            b"\xff\xff\xff\xff",
            b"\0\0\0\x08\0\0\0\0\0\0\0\0",
            b"\0\0\0\x03\x01[]",
            b"\xff\xff",
        ];
        assert_eq!(all[19..], expected.concat());
    }

    #[test]
    fn many_rows_are_several_messages() {
        let texts = vec!["x".repeat(40_000); 4];
        let lengths: Vec<usize> = rows(&[&texts]).iter().map(Bytes::len).collect();
        assert_eq!(lengths, [MESSAGE, MESSAGE, 19 + 4 * 40_006 + 2 - 2 * MESSAGE]);
    }
}
