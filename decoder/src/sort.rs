//! Sorting by a number, compiled once: the standard library's sort is another 5 KB of wasm for each
//! type that it is used with.

/// Sorts by a number, the least first; what is equal stays in its order.
pub(crate) fn by_key<T: Clone>(items: &mut Vec<T>, key: impl Fn(&T) -> f32) {
    let mut order: Vec<(f32, usize)> = items.iter().map(key).zip(0..).collect();
    sort(&mut order);
    *items = order.iter().map(|(_, at)| items[*at].clone()).collect();
}

fn sort(order: &mut [(f32, usize)]) {
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn least_first_and_stable() {
        let mut words = vec!["ccc", "a", "bb", "b", "aaa"];
        by_key(&mut words, |word| word.len() as f32);
        assert_eq!(words, ["a", "b", "bb", "ccc", "aaa"]);
    }
}
