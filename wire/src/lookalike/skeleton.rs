//! What a name looks like: letters that people take for each other become one.
//!
//! After the idea of Unicode's UTS #39, with the few letters of Latin, Cyrillic and Greek that names
//! are forged with; the whole table has no place in a page.

/// Letters that look like the first of their line.
const LIKE: [(&str, &str); 24] = [
    ("a", "àáâãäåāăąаαɑ4"),
    ("b", "вь8ƅ"),
    ("c", "çćčсϲ"),
    ("d", "ďđԁ"),
    ("e", "èéêëēėęěеєε3"),
    ("f", "ƒ"),
    ("g", "ğġģɡ9"),
    ("h", "һн"),
    ("j", "ј"),
    ("k", "кκ"),
    // One shape in many types: l, i, 1 and the upper-case I.
    ("l", "ìíîïīįıłіӏι1i|"),
    ("m", "м"),
    ("n", "ñńňпηո"),
    ("o", "òóôõöøōőоοσօ0"),
    ("p", "рρ"),
    ("q", "ԛ"),
    ("r", "řгɾ"),
    ("s", "śşšșѕ5"),
    ("t", "ťţțтτ7"),
    ("u", "ùúûüūůűųυս"),
    ("v", "ѵν"),
    ("w", "ŵԝω"),
    ("x", "хχ"),
    ("y", "ýÿуγ"),
];
/// Pairs that look like one letter.
const PAIRS: [(&str, &str); 3] = [("rn", "m"), ("vv", "w"), ("ß", "ss")];

/// The name with every letter as what it looks like.
pub(super) fn skeleton(name: &str) -> String {
    let mut name = name.to_lowercase();
    for (pair, one) in PAIRS {
        name = name.replace(pair, one);
    }
    let letters = name.chars().filter(|letter| !is_invisible(*letter));
    letters
        .map(|letter| match letter {
            'z' | 'ź' | 'ż' | 'ž' | '2' => 'z',
            other => LIKE
                .iter()
                .find(|(_, like)| like.contains(other))
                .and_then(|(letter, _)| letter.chars().next())
                .unwrap_or(other),
        })
        .collect()
}

/// Marks without a width, which a name may be told apart by and nobody sees.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}
