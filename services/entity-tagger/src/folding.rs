//! Letters without their marks: "São Tomé" and "Sao Tome" are one name.

/// Marked Latin letters by the plain one they are met as.
const MARKED: [(&str, &str); 26] = [
    ("àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "a"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęěẹẻẽếềểễệə", "e"),
    ("ĝğġģǧ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįıỉị", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľłŀ", "l"),
    ("ñńņňŋ", "n"),
    ("òóôõöøōŏőơọỏốồổỗộớờởỡợ", "o"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ţťțŧ", "t"),
    ("ùúûüũūŭůűųưụủứừửữự", "u"),
    ("ŵ", "w"),
    ("ýÿŷỳỵỷỹ", "y"),
    ("źżž", "z"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ß", "ss"),
    ("þ", "th"),
    ("ĳ", "ij"),
    ("ǆ", "dz"),
    ("\u{307}", ""),
];

/// A name in lower case without the marks on its letters.
pub(crate) fn folded(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        let plain = (!letter.is_ascii()).then(|| MARKED.iter().find(|(marked, _)| marked.contains(letter)));
        match plain.flatten() {
            Some((_, plain)) => folded.push_str(plain),
            None => folded.push(letter),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_on_letters_make_no_difference() {
        for (name, plain) in
            [("São Tomé", "sao tome"), ("Łódź", "lodz"), ("Nguyễn", "nguyen"), ("Ødegaard", "odegaard")]
        {
            assert_eq!(folded(name), plain);
        }
        assert_eq!(folded("Москва"), "москва");
    }
}
