//! Sorting by a number: the standard library's sort is another 5 to 10 KB of wasm for each type that
//! it is used with.

/// Sorts by a number, the least first; what is equal stays in its order.
pub(crate) fn by_key<T: Clone>(items: &mut Vec<T>, key: impl Fn(&T) -> f32) {
    let mut order: Vec<(f32, usize)> = items.iter().map(key).zip(0..).collect();
    sort(&mut order);
    *items = order.iter().map(|(_, at)| items[*at].clone()).collect();
}

/// By a heap: small, and never slow.
fn sort(order: &mut [(f32, usize)]) {
    let is_less =
        |a: &(f32, usize), b: &(f32, usize)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).is_lt();
    let sink = |heap: &mut [(f32, usize)], mut at: usize| {
        loop {
            let mut most = at;
            for below in [2 * at + 1, 2 * at + 2] {
                if below < heap.len() && is_less(&heap[most], &heap[below]) {
                    most = below;
                }
            }
            if most == at {
                return;
            }
            heap.swap(at, most);
            at = most;
        }
    };
    for at in (0..order.len() / 2).rev() {
        sink(order, at);
    }
    for end in (1..order.len()).rev() {
        order.swap(0, end);
        sink(&mut order[..end], 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn least_first_and_stable() {
        let mut words = vec!["ccc", "a", "bb", "b", "aaa"];
        by_key(&mut words, |word| word.len() as f32);
        assert_eq!(words, ["a", "b", "bb", "ccc", "aaa"]);
        let mut numbers: Vec<u32> = (0..500).map(|at| at * 211 % 500).collect();
        by_key(&mut numbers, |number| *number as f32);
        assert!(numbers.is_sorted());
    }
}
