//! Signs and codes of currencies, which no language owns.

/// ISO 4217 codes that a number may be written with. Left out are those that are words in capitals: ALL, TOP,
/// CUP, PEN, MOP, SOS.
const CODES: &str = "
    AED AFN AMD AOA ARS AUD AZN BAM BDT BGN BHD BIF BND BOB BRL BWP BYN CAD CDF CHF CLP CNY COP CRC CZK DEM
    DJF DKK DOP DZD EGP ERN ETB EUR FJD FRF GBP GEL GHS GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD
    IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
    MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SLE SRD SSP SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV
    WST XAF XCD XOF XPF YER ZAR ZMW ZWG
";

/// Codes that the table of the calendar has beyond [`CODES`].
const NAMED: &str = "ALL TOP CUP PEN MOP SOS";

/// Currency signs with their code. Texts in every language use them.
pub(super) const SIGNS: [(&str, &str); 31] = [
    ("$", "USD"),
    ("＄", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("￡", "GBP"),
    ("¥", "JPY"),
    ("￥", "JPY"),
    ("₩", "KRW"),
    ("￦", "KRW"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₫", "VND"),
    ("₦", "NGN"),
    ("₱", "PHP"),
    ("₵", "GHS"),
    ("₸", "KZT"),
    ("₾", "GEL"),
    ("₼", "AZN"),
    ("֏", "AMD"),
    ("฿", "THB"),
    ("៛", "KHR"),
    ("₭", "LAK"),
    ("৳", "BDT"),
    ("₡", "CRC"),
    ("₲", "PYG"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
    ("R$", "BRL"),
];

/// Letters before a dollar sign, with the code of that dollar: the "US" of "US$".
pub(super) const DOLLARS: [(&str, &str); 15] = [
    ("US", "USD"),
    ("U.S.", "USD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("Can", "CAD"),
    ("HK", "HKD"),
    ("NZ", "NZD"),
    ("NT", "TWD"),
    ("R", "BRL"),
    ("S", "SGD"),
    ("J", "JMD"),
    ("TT", "TTD"),
    ("Z", "ZWG"),
];

/// Short magnitudes as amounts have them beside a sign of currency: "$5m", "20 M€", "1,3 Md€", "250k".
pub(super) fn short_magnitude(letters: &str) -> Option<u32> {
    Some(match letters {
        "k" | "K" => 3,
        "m" | "M" | "mn" | "Mn" | "mln" | "Mln" | "mio" | "Mio" | "MM" | "mm" => 6,
        "b" | "B" | "bn" | "Bn" | "BN" | "Md" | "Mds" | "md" | "mrd" | "Mrd" | "mld" | "Mld" | "MRD" => 9,
        "tn" | "trn" | "Tn" => 12,
        _ => return None,
    })
}

/// Returns the ISO 4217 codes that a number may be written with.
pub(super) fn codes() -> impl Iterator<Item = &'static str> {
    CODES.split_ascii_whitespace()
}

/// Returns the code of the table of the calendar as a constant.
pub(super) fn constant(code: &str) -> Option<&'static str> {
    codes().chain(NAMED.split_ascii_whitespace()).find(|known| *known == code)
}
