//! Character references: `&eacute;`, `&#233;`, `&#xe9;`.

/// Longest reference, in bytes: `&thetasym;` by name, `&#x10FFFF;` by number, and some room.
const LONGEST: usize = 12;

/// Reads the reference at the start of `text`, which begins with `&`.
///
/// Returns its character and its length in bytes. The character is `None` if the name is not in the table
/// or the number is not a character. The reference is markup in any case.
pub(super) fn reference(text: &str) -> Option<(Option<char>, usize)> {
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let (digits, radix) = digits(number)?;
            u32::from_str_radix(digits, radix).ok().and_then(numbered)
        }
        None if is_name(name) => named(name),
        None => return None,
    };
    Some((character, end + ";".len()))
}

fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn named(name: &str) -> Option<char> {
    let row = NAMED.binary_search_by(|(known, _)| known.cmp(&name)).ok()?;
    NAMED.get(row).map(|(_, character)| *character)
}

/// Splits the digits of `x42F` or `1071` from their radix. Returns `None` if there are none, or other
/// characters.
fn digits(number: &str) -> Option<(&str, u32)> {
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    (!digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix))).then_some((digits, radix))
}

/// Returns the character of a code point. As in every browser, 128 to 159 are those of Windows-1252.
fn numbered(code: u32) -> Option<char> {
    match code {
        0 => None,
        0x80..=0x9f => WINDOWS_1252.chars().nth(code as usize - 0x80),
        _ => char::from_u32(code),
    }
}

/// The characters of the bytes 0x80 to 0x9f in Windows-1252. Source: the HTML standard, "numeric character
/// reference end state".
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The named references that texts use: those of HTML 4, and of HTML 5 those for ASCII, Latin and Cyrillic
/// letters and for punctuation. In the order of their bytes. Source: the HTML standard, "named character
/// references".
#[rustfmt::skip] // Rows of names, not one name a line.
const NAMED: [(&str, char); 546] = [
    ("AElig", 'Æ'), ("AMP", '&'), ("Aacute", 'Á'), ("Abreve", 'Ă'), ("Acirc", 'Â'), ("Acy", 'А'),
    ("Agrave", 'À'), ("Alpha", 'Α'), ("Amacr", 'Ā'), ("Aogon", 'Ą'), ("Aring", 'Å'), ("Atilde", 'Ã'),
    ("Auml", 'Ä'), ("Bcy", 'Б'), ("Beta", 'Β'), ("CHcy", 'Ч'), ("COPY", '©'), ("Cacute", 'Ć'),
    ("Ccaron", 'Č'), ("Ccedil", 'Ç'), ("Ccirc", 'Ĉ'), ("Cdot", 'Ċ'), ("Cedilla", '¸'), ("CenterDot", '·'),
    ("Chi", 'Χ'), ("DJcy", 'Ђ'), ("DScy", 'Ѕ'), ("DZcy", 'Џ'), ("Dagger", '‡'), ("Dcaron", 'Ď'),
    ("Dcy", 'Д'), ("Delta", 'Δ'), ("Dot", '¨'), ("DoubleDot", '¨'), ("Dstrok", 'Đ'), ("ENG", 'Ŋ'),
    ("ETH", 'Ð'), ("Eacute", 'É'), ("Ecaron", 'Ě'), ("Ecirc", 'Ê'), ("Ecy", 'Э'), ("Edot", 'Ė'),
    ("Egrave", 'È'), ("Emacr", 'Ē'), ("Eogon", 'Ę'), ("Epsilon", 'Ε'), ("Eta", 'Η'), ("Euml", 'Ë'),
    ("Fcy", 'Ф'), ("GJcy", 'Ѓ'), ("GT", '>'), ("Gamma", 'Γ'), ("Gbreve", 'Ğ'), ("Gcedil", 'Ģ'),
    ("Gcirc", 'Ĝ'), ("Gcy", 'Г'), ("Gdot", 'Ġ'), ("HARDcy", 'Ъ'), ("Hat", '^'), ("Hcirc", 'Ĥ'),
    ("Hstrok", 'Ħ'), ("IEcy", 'Е'), ("IJlig", 'Ĳ'), ("IOcy", 'Ё'), ("Iacute", 'Í'), ("Icirc", 'Î'),
    ("Icy", 'И'), ("Idot", 'İ'), ("Igrave", 'Ì'), ("Imacr", 'Ī'), ("Iogon", 'Į'), ("Iota", 'Ι'),
    ("Itilde", 'Ĩ'), ("Iukcy", 'І'), ("Iuml", 'Ï'), ("Jcirc", 'Ĵ'), ("Jcy", 'Й'), ("Jsercy", 'Ј'),
    ("Jukcy", 'Є'), ("KHcy", 'Х'), ("KJcy", 'Ќ'), ("Kappa", 'Κ'), ("Kcedil", 'Ķ'), ("Kcy", 'К'),
    ("LJcy", 'Љ'), ("LT", '<'), ("Lacute", 'Ĺ'), ("Lambda", 'Λ'), ("Lcaron", 'Ľ'), ("Lcedil", 'Ļ'),
    ("Lcy", 'Л'), ("Lmidot", 'Ŀ'), ("Lstrok", 'Ł'), ("Mcy", 'М'), ("Mu", 'Μ'), ("NJcy", 'Њ'),
    ("Nacute", 'Ń'), ("Ncaron", 'Ň'), ("Ncedil", 'Ņ'), ("Ncy", 'Н'), ("NewLine", '\n'),
    ("NoBreak", '\u{2060}'), ("Ntilde", 'Ñ'), ("Nu", 'Ν'), ("OElig", 'Œ'), ("Oacute", 'Ó'), ("Ocirc", 'Ô'),
    ("Ocy", 'О'), ("Odblac", 'Ő'), ("Ograve", 'Ò'), ("Omacr", 'Ō'), ("Omega", 'Ω'), ("Omicron", 'Ο'),
    ("Oslash", 'Ø'), ("Otilde", 'Õ'), ("Ouml", 'Ö'), ("OverBar", '‾'), ("Pcy", 'П'), ("Phi", 'Φ'),
    ("Pi", 'Π'), ("PlusMinus", '±'), ("Prime", '″'), ("Psi", 'Ψ'), ("QUOT", '"'), ("REG", '®'),
    ("Racute", 'Ŕ'), ("Rcaron", 'Ř'), ("Rcedil", 'Ŗ'), ("Rcy", 'Р'), ("Rho", 'Ρ'), ("SHCHcy", 'Щ'),
    ("SHcy", 'Ш'), ("SOFTcy", 'Ь'), ("Sacute", 'Ś'), ("Scaron", 'Š'), ("Scedil", 'Ş'), ("Scirc", 'Ŝ'),
    ("Scy", 'С'), ("Sigma", 'Σ'), ("THORN", 'Þ'), ("TSHcy", 'Ћ'), ("TScy", 'Ц'), ("Tab", '\t'),
    ("Tau", 'Τ'), ("Tcaron", 'Ť'), ("Tcedil", 'Ţ'), ("Tcy", 'Т'), ("Theta", 'Θ'), ("ThinSpace", '\u{2009}'),
    ("Tstrok", 'Ŧ'), ("Uacute", 'Ú'), ("Ubrcy", 'Ў'), ("Ubreve", 'Ŭ'), ("Ucirc", 'Û'), ("Ucy", 'У'),
    ("Udblac", 'Ű'), ("Ugrave", 'Ù'), ("Umacr", 'Ū'), ("UnderBar", '_'), ("Uogon", 'Ų'), ("Upsilon", 'Υ'),
    ("Uring", 'Ů'), ("Utilde", 'Ũ'), ("Uuml", 'Ü'), ("Vcy", 'В'), ("Verbar", '‖'), ("Vert", '‖'),
    ("Wcirc", 'Ŵ'), ("Xi", 'Ξ'), ("YAcy", 'Я'), ("YIcy", 'Ї'), ("YUcy", 'Ю'), ("Yacute", 'Ý'),
    ("Ycirc", 'Ŷ'), ("Ycy", 'Ы'), ("Yuml", 'Ÿ'), ("ZHcy", 'Ж'), ("Zacute", 'Ź'), ("Zcaron", 'Ž'),
    ("Zcy", 'З'), ("Zdot", 'Ż'), ("Zeta", 'Ζ'), ("aacute", 'á'), ("abreve", 'ă'), ("acirc", 'â'),
    ("acute", '´'), ("acy", 'а'), ("aelig", 'æ'), ("af", '\u{2061}'), ("agrave", 'à'), ("alefsym", 'ℵ'),
    ("alpha", 'α'), ("amacr", 'ā'), ("amp", '&'), ("and", '∧'), ("ang", '∠'), ("angst", 'Å'),
    ("aogon", 'ą'), ("apos", '\''), ("aring", 'å'), ("ast", '*'), ("asymp", '≈'), ("atilde", 'ã'),
    ("auml", 'ä'), ("backprime", '‵'), ("bcy", 'б'), ("bdquo", '„'), ("beta", 'β'), ("bprime", '‵'),
    ("brvbar", '¦'), ("bsemi", '⁏'), ("bsol", '\\'), ("bull", '•'), ("bullet", '•'), ("cacute", 'ć'),
    ("cap", '∩'), ("caret", '⁁'), ("ccaron", 'č'), ("ccedil", 'ç'), ("ccirc", 'ĉ'), ("cdot", 'ċ'),
    ("cedil", '¸'), ("cent", '¢'), ("centerdot", '·'), ("chcy", 'ч'), ("chi", 'χ'), ("circ", 'ˆ'),
    ("circledR", '®'), ("clubs", '♣'), ("colon", ':'), ("comma", ','), ("commat", '@'), ("cong", '≅'),
    ("copy", '©'), ("crarr", '↵'), ("cup", '∪'), ("curren", '¤'), ("dArr", '⇓'), ("dagger", '†'),
    ("darr", '↓'), ("dash", '‐'), ("dcaron", 'ď'), ("dcy", 'д'), ("ddagger", '‡'), ("deg", '°'),
    ("delta", 'δ'), ("diams", '♦'), ("die", '¨'), ("div", '÷'), ("divide", '÷'), ("djcy", 'ђ'),
    ("dollar", '$'), ("dscy", 'ѕ'), ("dstrok", 'đ'), ("dzcy", 'џ'), ("eacute", 'é'), ("ecaron", 'ě'),
    ("ecirc", 'ê'), ("ecy", 'э'), ("edot", 'ė'), ("egrave", 'è'), ("emacr", 'ē'), ("empty", '∅'),
    ("emsp", '\u{2003}'), ("emsp13", '\u{2004}'), ("emsp14", '\u{2005}'), ("eng", 'ŋ'),
    ("ensp", '\u{2002}'), ("eogon", 'ę'), ("epsilon", 'ε'), ("equals", '='), ("equiv", '≡'), ("eta", 'η'),
    ("eth", 'ð'), ("euml", 'ë'), ("euro", '€'), ("excl", '!'), ("exist", '∃'), ("fcy", 'ф'), ("fnof", 'ƒ'),
    ("forall", '∀'), ("frac12", '½'), ("frac14", '¼'), ("frac34", '¾'), ("frasl", '⁄'), ("gamma", 'γ'),
    ("gbreve", 'ğ'), ("gcirc", 'ĝ'), ("gcy", 'г'), ("gdot", 'ġ'), ("ge", '≥'), ("gjcy", 'ѓ'),
    ("grave", '`'), ("gt", '>'), ("hArr", '⇔'), ("hairsp", '\u{200a}'), ("half", '½'), ("hardcy", 'ъ'),
    ("harr", '↔'), ("hcirc", 'ĥ'), ("hearts", '♥'), ("hellip", '…'), ("horbar", '―'), ("hstrok", 'ħ'),
    ("hybull", '⁃'), ("hyphen", '‐'), ("iacute", 'í'), ("ic", '\u{2063}'), ("icirc", 'î'), ("icy", 'и'),
    ("iecy", 'е'), ("iexcl", '¡'), ("igrave", 'ì'), ("ijlig", 'ĳ'), ("imacr", 'ī'), ("image", 'ℑ'),
    ("imath", 'ı'), ("infin", '∞'), ("inodot", 'ı'), ("int", '∫'), ("iocy", 'ё'), ("iogon", 'į'),
    ("iota", 'ι'), ("iquest", '¿'), ("isin", '∈'), ("it", '\u{2062}'), ("itilde", 'ĩ'), ("iukcy", 'і'),
    ("iuml", 'ï'), ("jcirc", 'ĵ'), ("jcy", 'й'), ("jsercy", 'ј'), ("jukcy", 'є'), ("kappa", 'κ'),
    ("kcedil", 'ķ'), ("kcy", 'к'), ("kgreen", 'ĸ'), ("khcy", 'х'), ("kjcy", 'ќ'), ("lArr", '⇐'),
    ("lacute", 'ĺ'), ("lambda", 'λ'), ("lang", '⟨'), ("laquo", '«'), ("larr", '←'), ("lbrace", '{'),
    ("lbrack", '['), ("lcaron", 'ľ'), ("lcedil", 'ļ'), ("lceil", '⌈'), ("lcub", '{'), ("lcy", 'л'),
    ("ldquo", '“'), ("ldquor", '„'), ("le", '≤'), ("lfloor", '⌊'), ("ljcy", 'љ'), ("lmidot", 'ŀ'),
    ("lowast", '∗'), ("lowbar", '_'), ("loz", '◊'), ("lpar", '('), ("lrm", '\u{200e}'), ("lsaquo", '‹'),
    ("lsqb", '['), ("lsquo", '‘'), ("lsquor", '‚'), ("lstrok", 'ł'), ("lt", '<'), ("macr", '¯'),
    ("mcy", 'м'), ("mdash", '—'), ("micro", 'µ'), ("midast", '*'), ("middot", '·'), ("minus", '−'),
    ("mldr", '…'), ("mu", 'μ'), ("nabla", '∇'), ("nacute", 'ń'), ("napos", 'ŉ'), ("nbsp", '\u{a0}'),
    ("ncaron", 'ň'), ("ncedil", 'ņ'), ("ncy", 'н'), ("ndash", '–'), ("ne", '≠'), ("ni", '∋'), ("njcy", 'њ'),
    ("nldr", '‥'), ("not", '¬'), ("notin", '∉'), ("nsub", '⊄'), ("ntilde", 'ñ'), ("nu", 'ν'), ("num", '#'),
    ("numsp", '\u{2007}'), ("oacute", 'ó'), ("ocirc", 'ô'), ("ocy", 'о'), ("odblac", 'ő'), ("oelig", 'œ'),
    ("ograve", 'ò'), ("oline", '‾'), ("omacr", 'ō'), ("omega", 'ω'), ("omicron", 'ο'), ("oplus", '⊕'),
    ("or", '∨'), ("ordf", 'ª'), ("ordm", 'º'), ("oslash", 'ø'), ("otilde", 'õ'), ("otimes", '⊗'),
    ("ouml", 'ö'), ("para", '¶'), ("part", '∂'), ("pcy", 'п'), ("percnt", '%'), ("period", '.'),
    ("permil", '‰'), ("perp", '⊥'), ("pertenk", '‱'), ("phi", 'φ'), ("pi", 'π'), ("piv", 'ϖ'),
    ("plus", '+'), ("plusmn", '±'), ("pm", '±'), ("pound", '£'), ("prime", '′'), ("prod", '∏'),
    ("prop", '∝'), ("psi", 'ψ'), ("puncsp", '\u{2008}'), ("qprime", '⁗'), ("quest", '?'), ("quot", '"'),
    ("rArr", '⇒'), ("racute", 'ŕ'), ("radic", '√'), ("rang", '⟩'), ("raquo", '»'), ("rarr", '→'),
    ("rbrace", '}'), ("rbrack", ']'), ("rcaron", 'ř'), ("rcedil", 'ŗ'), ("rceil", '⌉'), ("rcub", '}'),
    ("rcy", 'р'), ("rdquo", '”'), ("rdquor", '”'), ("real", 'ℜ'), ("reg", '®'), ("rfloor", '⌋'),
    ("rho", 'ρ'), ("rlm", '\u{200f}'), ("rpar", ')'), ("rsaquo", '›'), ("rsqb", ']'), ("rsquo", '’'),
    ("rsquor", '’'), ("sacute", 'ś'), ("sbquo", '‚'), ("scaron", 'š'), ("scedil", 'ş'), ("scirc", 'ŝ'),
    ("scy", 'с'), ("sdot", '⋅'), ("sect", '§'), ("semi", ';'), ("shchcy", 'щ'), ("shcy", 'ш'),
    ("shy", '\u{ad}'), ("sigma", 'σ'), ("sigmaf", 'ς'), ("sim", '∼'), ("softcy", 'ь'), ("sol", '/'),
    ("spades", '♠'), ("strns", '¯'), ("sub", '⊂'), ("sube", '⊆'), ("sum", '∑'), ("sup", '⊃'), ("sup1", '¹'),
    ("sup2", '²'), ("sup3", '³'), ("supe", '⊇'), ("szlig", 'ß'), ("tau", 'τ'), ("tcaron", 'ť'),
    ("tcedil", 'ţ'), ("tcy", 'т'), ("there4", '∴'), ("theta", 'θ'), ("thetasym", 'ϑ'),
    ("thinsp", '\u{2009}'), ("thorn", 'þ'), ("tilde", '˜'), ("times", '×'), ("tprime", '‴'), ("trade", '™'),
    ("tscy", 'ц'), ("tshcy", 'ћ'), ("tstrok", 'ŧ'), ("uArr", '⇑'), ("uacute", 'ú'), ("uarr", '↑'),
    ("ubrcy", 'ў'), ("ubreve", 'ŭ'), ("ucirc", 'û'), ("ucy", 'у'), ("udblac", 'ű'), ("ugrave", 'ù'),
    ("umacr", 'ū'), ("uml", '¨'), ("uogon", 'ų'), ("upsih", 'ϒ'), ("upsilon", 'υ'), ("uring", 'ů'),
    ("utilde", 'ũ'), ("uuml", 'ü'), ("vcy", 'в'), ("verbar", '|'), ("vert", '|'), ("wcirc", 'ŵ'),
    ("weierp", '℘'), ("xi", 'ξ'), ("yacute", 'ý'), ("yacy", 'я'), ("ycirc", 'ŷ'), ("ycy", 'ы'),
    ("yen", '¥'), ("yicy", 'ї'), ("yucy", 'ю'), ("yuml", 'ÿ'), ("zacute", 'ź'), ("zcaron", 'ž'),
    ("zcy", 'з'), ("zdot", 'ż'), ("zeta", 'ζ'), ("zhcy", 'ж'), ("zwj", '\u{200d}'), ("zwnj", '\u{200c}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: char) {
        assert_eq!(reference(text).and_then(|(character, _)| character), Some(expected), "{text}");
    }

    #[test]
    fn reads_characters_by_name_and_by_number() {
        check("&eacute;", 'é');
        check("&Ouml;l", 'Ö');
        check("&nbsp;", '\u{a0}');
        check("&gbreve;", 'ğ');
        check("&thetasym;", 'ϑ');
        check("&#1071;", 'Я');
        check("&#x42F;", 'Я');
        check("&#X1F327;", '🌧');
    }

    #[test]
    fn reads_the_numbers_of_windows_1252_as_browsers_do() {
        check("&#146;", '’');
        check("&#x80;", '€');
        check("&#159;", 'Ÿ');
    }

    #[test]
    fn a_reference_to_an_unknown_character_is_a_reference() {
        for text in ["&unknown;", "&#xFFFFFFF;", "&#0;", "&#xD800;"] {
            assert_eq!(reference(text), Some((None, text.len())), "{text}");
        }
    }

    #[test]
    fn an_ampersand_without_a_name_and_a_semicolon_is_text() {
        for text in
            ["&", "&;", "& co;", "&#;", "&#x;", "&#12a;", "&amp", "&1;", "&a-b;", "&é;", "&+12;", "&#+1;"]
        {
            assert_eq!(reference(text), None, "{text}");
        }
    }

    #[test]
    fn a_reference_has_at_most_twelve_bytes() {
        assert_eq!(reference("&#000000039;"), Some((Some('\''), 12)));
        assert_eq!(reference("&#0000000039;"), None);
        assert_eq!(reference("&CounterClockwiseContourIntegral;"), None);
    }

    #[test]
    fn names_are_in_the_order_of_their_bytes() {
        assert!(NAMED.is_sorted_by(|(one, _), (next, _)| one < next));
        assert!(NAMED.iter().all(|(name, _)| is_name(name) && name.len() + "&;".len() <= LONGEST));
    }
}
