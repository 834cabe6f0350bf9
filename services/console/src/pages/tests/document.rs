//! A page as a browser reads it.

use std::cell::RefCell;

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};

/// The start tags of a page with their attributes, and its text.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// Names of elements with their attributes.
    pub(super) elements: Vec<(String, Vec<(String, String)>)>,
    /// All text, and the text of the element whose id is `body`, while it is open.
    pub(super) text: String,
    pub(super) body: String,
    open: Vec<(String, bool)>,
    errors: Vec<String>,
}

/// Elements without an end tag.
const VOID: [&str; 4] = ["input", "link", "meta", "br"];

impl Document {
    pub(super) fn parse(html: &str) -> Self {
        let tokenizer = Tokenizer::new(Reader(RefCell::default()), TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let document = tokenizer.sink.0.into_inner();
        assert!(document.open.is_empty(), "left open: {:?}", document.open);
        assert!(document.errors.is_empty(), "{:?}", document.errors);
        document
    }

    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.elements.iter().flat_map(|(_, attributes)| attributes);
        all.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Returns the names of all elements and of their attributes, without values.
    pub(super) fn shape(&self) -> Vec<String> {
        let names = |attributes: &[(String, String)]| {
            attributes.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" ")
        };
        self.elements.iter().map(|(element, attributes)| format!("{element} {}", names(attributes))).collect()
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = tag.name.to_string();
        let attributes: Vec<(String, String)> =
            tag.attrs.iter().map(|it| (it.name.local.to_string(), it.value.to_string())).collect();
        let is_body = attributes.iter().any(|(name, value)| name == "id" && value == "body");
        if !VOID.contains(&name.as_str()) && !tag.self_closing {
            self.open.push((name.clone(), is_body));
        }
        let raw = match name.as_str() {
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            _ => TokenSinkResult::Continue,
        };
        self.elements.push((name, attributes));
        raw
    }

    fn end(&mut self, name: &str) {
        match self.open.pop() {
            Some((open, _)) if open == name => {}
            other => self.errors.push(format!("</{name}> after {other:?}")),
        }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        if self.open.iter().any(|(_, is_body)| *is_body) {
            self.body.push_str(text);
        }
    }
}

struct Reader(RefCell<Document>);

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut document = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return document.start(&tag),
            Token::TagToken(tag) => document.end(&tag.name),
            Token::CharacterTokens(text) => document.push(&text),
            Token::NullCharacterToken => document.push("\u{fffd}"),
            Token::CommentToken(_) => document.errors.push("a comment".to_owned()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
