//! One table a language: adding one adds a file and a row here.

mod de;
mod en;
mod es;
mod fr;
mod pt;

use super::vocabulary::Table;

/// Every language with a table.
pub(super) const TABLES: [&Table; 5] = [&en::TABLE, &de::TABLE, &fr::TABLE, &es::TABLE, &pt::TABLE];

/// Currency signs and ISO 4217 codes, in every language.
pub(super) const CURRENCY_SIGNS: [(&str, &str); 30] = [
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("￥", "JPY"),
    ("₩", "KRW"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₫", "VND"),
    ("₦", "NGN"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
    ("R$", "BRL"),
    ("USD", "USD"),
    ("EUR", "EUR"),
    ("GBP", "GBP"),
    ("JPY", "JPY"),
    ("CHF", "CHF"),
    ("CNY", "CNY"),
    ("RUB", "RUB"),
    ("SEK", "SEK"),
    ("NOK", "NOK"),
    ("DKK", "DKK"),
    ("PLN", "PLN"),
    ("BRL", "BRL"),
    ("MXN", "MXN"),
    ("HRK", "HRK"),
];

/// Signs and digits alone, for every other language. Most of them write the decimal comma.
pub(super) const BARE: Table = Table {
    language: "",
    months: [""; 12],
    weekdays: [""; 7],
    days: &[],
    next: "",
    last: "",
    this: "",
    units: [""; 4],
    numbers: &[],
    scales: &[],
    currencies: &[],
    measures: &[("km", "km"), ("kg", "kg"), ("км", "km"), ("кг", "kg")],
    percent: "",
    per: "",
    of: "",
    before_date: "",
    ago: "",
    ago_before: "",
    edges: "",
    clock: "",
    future: "",
    past: "",
    future_endings: "",
    past_endings: "",
    capitals: false,
    decimal_comma: true,
};
