use super::shown;
use crate::{DocumentFormat, document};

const META: &str = r#"<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:NTB"><name>NTB</name></provider>
    <versionCreated>2026-05-03T08:00:00+02:00</versionCreated></itemMeta>
    <contentMeta><by>Kari Dahl</by><language tag="nb"/><headline>Regn &amp; snø</headline></contentMeta>"#;

fn read(document_text: &str) -> Vec<String> {
    shown(document(DocumentFormat::Newsml, document_text.as_bytes()))
}

#[test]
fn a_news_item_with_xhtml_is_an_article() {
    let item = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:ntb.no:20260503:1" version="2" xml:lang="nb">{META}
        <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
          <head><title>Not the text</title></head><body><h2>Mer</h2><p>Det <em>regner</em>.</p>
          <p>Fortsatt&nbsp;v&aring;t.</p><script>no()</script></body></html></inlineXML></contentSet></newsItem>"#
    );
    assert_eq!(
        read(&item),
        [": id=urn:newsml:ntb.no:20260503:1 | headline=Regn & snø | byline=Kari Dahl | \
         body=Mer\n\nDet regner.\n\nFortsatt\u{a0}våt. | source=NTB | published_at=2026-05-03T08:00:00+02:00 | \
         language=nb | source_format=newsml_g2"]
    );
}

#[test]
fn a_message_holds_items_with_nitf_and_plain_text() {
    let message = r#"<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>
        <newsItem guid="https://example.org/1"><contentSet><inlineXML><nitf><body>
          <body.head><hedline><hl1>Rain in Łódź</hl1></hedline><byline>By A. B.</byline><dateline>ŁÓDŹ, May 3</dateline></body.head>
          <body.content><p>It rains.</p><hl2>More</hl2><p>It snows.</p><media>no</media></body.content></body></nitf></inlineXML></contentSet></newsItem>
        <packageItem guid="p"/>
        <newsItem guid="2"><contentSet><inlineData contenttype="text/plain"> Plain 🌧.
Text. </inlineData></contentSet></newsItem>
        <newsItem guid="3"><contentSet><remoteContent href="x.jpg"/></contentSet></newsItem></itemSet></newsMessage>"#;
    assert_eq!(
        read(message),
        [
            "[0]: id=https://example.org/1 | headline=Rain in Łódź | byline=By A. B. | \
         body=It rains.\n\nMore\n\nIt snows. | url=https://example.org/1 | source_format=newsml_g2 | \
         dateline=ŁÓDŹ, May 3",
            "[1]: id=2 | body=Plain 🌧.\nText. | source_format=newsml_g2",
            "[2]: has no text: the newsItem has no text in its contentSet",
        ]
    );
}

#[test]
fn what_is_not_newsml_is_an_error_at_its_byte() {
    assert_eq!(
        read("<newsItem><a></newsItem>"),
        [": not readable as NewsML-G2: not well-formed or too deep at byte 13"]
    );
    assert_eq!(read("<newsMessage/>"), [": not readable as NewsML-G2: no newsItem in it"]);
}

#[test]
fn an_entity_of_the_document_is_not_expanded() {
    let bomb = r#"<!DOCTYPE newsItem [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
        <newsItem><contentSet><inlineData>&b;&b; text</inlineData></contentSet></newsItem>"#;
    assert_eq!(read(bomb), [": body=&b;&b; text | source_format=newsml_g2"]);
}
