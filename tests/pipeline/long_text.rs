//! The time for hostile texts grows linearly with their length.

use std::{
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
};

use messages::{Article, ArticleReceived, Stage};
use pipeline_tests::{DEADLINE, chain};

/// The largest payload that a NATS server accepts by default.
const LENGTH: usize = 1 << 20;

/// Runs the chain on `piece`, repeated to a mebibyte. Quadratic work would take days, so the deadline can be
/// far from both.
fn check(piece: &str) {
    let body = piece.repeat(LENGTH / piece.len());
    let received = ArticleReceived { article: Article::from_body(body) };
    let (done, end) = channel();
    thread::spawn(move || done.send(chain().process(received).map(drop)));
    match end.recv_timeout(DEADLINE) {
        Ok(outcome) => outcome.expect("any text is processed"),
        Err(RecvTimeoutError::Timeout) => panic!("{piece:?} repeated is not done after {DEADLINE:?}"),
        Err(RecvTimeoutError::Disconnected) => panic!("{piece:?} repeated makes a stage panic"),
    }
}

macro_rules! linear {
    ($($name:ident: $piece:expr),+ $(,)?) => {$(
        #[test]
        fn $name() {
            check($piece);
        }
    )+};
}

linear! {
    dots: ".",
    opening_quotation_marks: "“",
    straight_quotation_marks: "\"",
    opening_brackets: "(",
    closing_brackets: ")",
    angle_brackets: "<",
    ampersands: "&",
    line_breaks_and_letters: "A\n",
    paragraphs: "Rain fell.\n\n",
    one_word: "a",
    one_capital: "A",
    abbreviations: "Mr. ",
    initials: "A.",
    digits: "1",
    amounts: "$1 ",
    names: "Kim Jong-un met Vladimir Putin. ",
    organisations: "Bank of ",
    hyphens: "a-",
    han: "北",
    han_sentences: "北京下雨。",
    combining_marks: "\u{301}",
    emoji: "👩‍👩‍👧‍👦",
    datelines: "PARIS, 3 May (Reuters) - ",
    comments: "<!--",
    addresses: "https://a.example/",
}
