//! CoNLL-U. `tests/formats/check.py` reads it with the package `conllu`.

use super::articles::{TEXTS, article, written};
use crate::{Enriched, Format, FormatError, OffsetUnit};

fn conllu(article: &Enriched) -> String {
    written(Format::Conllu, article, OffsetUnit::CodePoints)
}

#[test]
fn a_sentence_has_comments_and_one_line_for_each_token() {
    insta::assert_snapshot!(conllu(&article(Some("[LOC Oslo] rain"), "[PER Kari Dahl]: wet.\n")), @r"
    # newdoc id = a-1
    # language = en
    # newpar
    # sent_id = a-1-1
    # field = headline
    # text = Oslo rain
    1	Oslo	_	_	_	_	_	_	_	NER=B-LOC|TokenRange=0:4
    2	rain	_	_	_	_	_	_	_	SpaceAfter=No|TokenRange=5:9

    # newpar
    # sent_id = a-1-2
    # field = body
    # text = Kari Dahl: wet.
    1	Kari	_	_	_	_	_	_	_	NER=B-PER|TokenRange=0:4
    2	Dahl	_	_	_	_	_	_	_	NER=I-PER|SpaceAfter=No|TokenRange=5:9
    3	:	_	_	_	_	_	_	_	TokenRange=9:10
    4	wet	_	_	_	_	_	_	_	SpaceAfter=No|TokenRange=11:14
    5	.	_	_	_	_	_	_	_	SpacesAfter=\n|TokenRange=14:15
    ");
}

#[test]
fn every_line_has_ten_columns_whatever_the_article_contains() {
    for text in TEXTS {
        let mut odd = article(Some(text), text);
        odd.article.id = "a\tb\nc".to_owned();
        for line in conllu(&odd).lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            assert_eq!(line.split('\t').count(), 10, "{line:?}");
        }
    }
}

#[test]
fn two_names_side_by_side_each_begin_with_b() {
    let text = conllu(&article(None, "[LOC Oslo] [LOC Bergen] [PER Ada]"));
    assert_eq!(text.matches("NER=B-").count(), 3, "{text}");
    assert_eq!(text.matches("NER=I-").count(), 0, "{text}");
}

#[test]
fn an_article_without_tokens_is_refused() {
    let mut untokenized = article(None, "Rain.");
    untokenized.segments.as_mut().unwrap().tokens = None;
    let refused = Format::Conllu.article(&untokenized, OffsetUnit::CodePoints);
    assert_eq!(refused, Err(FormatError::NoTokens));
    assert!(FormatError::NoTokens.to_string().contains("--tokens"));
}
