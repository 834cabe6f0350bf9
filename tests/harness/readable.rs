//! Shows an enriched article as text for people. The snapshots contain this text.

use std::fmt::{self, Display, Formatter};

use messages::{
    ArticleSummarized, ArticleText, Block, BlockKind, Dateline, Entity, EntityType, Field, Mention, Outcome,
    Sentence,
};
use text::{Offsets, Span};

/// Shows `event`, with brackets around its mentions.
pub fn readable(event: &ArticleSummarized) -> impl Display + '_ {
    Readable { event, text: ArticleText::new(&event.article) }
}

struct Readable<'e> {
    event: &'e ArticleSummarized,
    text: ArticleText<'e>,
}

impl Display for Readable<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        self.language(out)?;
        for (index, block) in self.event.segments.blocks.iter().enumerate() {
            self.block(out, index, block)?;
        }
        self.entities(out)?;
        self.amounts(out)?;
        self.summary(out)?;
        self.provenance(out)
    }
}

impl Readable<'_> {
    fn language(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let language = &self.event.language;
        let doubt = if language.reliable { "" } else { " (not reliable)" };
        writeln!(out, "language {} {} {:.2}{doubt}", language.tag, language.script, language.confidence)?;
        for paragraph in &language.paragraphs {
            let text = self.text.slice(Field::Body, paragraph.span());
            writeln!(out, "  {} {:.2} {}", paragraph.tag, paragraph.confidence, opening(text))?;
        }
        Ok(())
    }

    fn block(&self, out: &mut Formatter<'_>, index: usize, block: &Block) -> fmt::Result {
        let field = if block.field == Field::Headline { " (field)" } else { "" };
        writeln!(out, "\n{}{field}", kind(block.kind))?;
        if let Some(dateline) = &block.dateline {
            writeln!(out, "       {}", self.bracketed(block.field, block.span()))?;
            return parts(out, dateline);
        }
        let sentences = self.event.segments.sentences.iter().enumerate();
        for (number, sentence) in sentences.filter(|(_, sentence)| sentence.block == index) {
            writeln!(out, "  {number:>3}  {}", self.sentence(sentence))?;
        }
        Ok(())
    }

    fn sentence(&self, sentence: &Sentence) -> String {
        self.bracketed(self.event.segments.field_of(sentence), sentence.span())
    }

    /// Returns the text of `span` on one line, with each mention as `[text|TYPE entity]`.
    fn bracketed(&self, field: Field, span: text::CodePoints) -> String {
        let mut line = String::new();
        let mut reached = span.start;
        let inside = |mention: &&Mention| {
            mention.field == field && span.start <= mention.start && mention.end <= span.end
        };
        for mention in self.event.entities.mentions.iter().filter(inside) {
            let before = text::CodePoints { start: reached, end: mention.start };
            line.push_str(self.text.slice(field, before));
            line.push_str(&label(mention));
            reached = mention.end;
        }
        line.push_str(self.text.slice(field, text::CodePoints { start: reached, end: span.end }));
        on_one_line(&line)
    }

    fn entities(&self, out: &mut Formatter<'_>) -> fmt::Result {
        writeln!(out, "\nentities")?;
        for (number, entity) in self.event.entities.entities.iter().enumerate() {
            let Entity { name, entity_type, salience, mentions, links, link_confidence } = entity;
            write!(
                out,
                "  {number:>3}  {} {} ×{mentions} {salience:.2}",
                entity_type.as_str(),
                on_one_line(name)
            )?;
            for (scheme, id) in links {
                write!(out, " {scheme}:{id}")?;
            }
            if let Some(confidence) = link_confidence {
                write!(out, " link {confidence:.2}")?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    /// Writes dates and amounts with their values.
    fn amounts(&self, out: &mut Formatter<'_>) -> fmt::Result {
        writeln!(out, "\ndates and amounts")?;
        let mentions = self.event.entities.mentions.iter();
        for mention in mentions.filter(|mention| !mention.entity_type.is_name()) {
            let value = mention.value.as_ref().map(|value| format!(" = {value}")).unwrap_or_default();
            writeln!(out, "       {} {}{value}", mention.entity_type.as_str(), on_one_line(&mention.text))?;
        }
        Ok(())
    }

    fn summary(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let summary = &self.event.summary;
        writeln!(out, "\nsummary {:?}", summary.sentences)?;
        writeln!(out, "       {}", on_one_line(&summary.text))?;
        let keywords: Vec<String> =
            summary.keywords.iter().map(|keyword| format!("{} {:.2}", keyword.text, keyword.score)).collect();
        writeln!(out, "\nkeywords\n       {}", keywords.join(" · "))
    }

    fn provenance(&self, out: &mut Formatter<'_>) -> fmt::Result {
        writeln!(out, "\nprovenance")?;
        for line in &self.event.provenance {
            let outcome = if line.outcome == Outcome::Ok { "ok" } else { "skipped" };
            write!(out, "       {} {outcome}", line.stage)?;
            for code in line.reason.iter().chain(&line.limits) {
                write!(out, " {code}")?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Byline => "byline",
        BlockKind::Dateline => "dateline",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Subheading => "subheading",
        BlockKind::Item => "item",
        BlockKind::Caption => "caption",
        BlockKind::Pullquote => "pullquote",
        BlockKind::Trailer => "trailer",
        BlockKind::Furniture => "furniture",
        BlockKind::Other => "other",
    }
}

fn parts(out: &mut Formatter<'_>, dateline: &Dateline) -> fmt::Result {
    let parts = [("place", &dateline.place), ("date", &dateline.date), ("source", &dateline.source)];
    for (name, part) in parts {
        if let Some(part) = part {
            writeln!(out, "       {name}: {}", part.text)?;
        }
    }
    Ok(())
}

fn label(mention: &Mention) -> String {
    let Mention { text, entity_type, entity, .. } = mention;
    let number = entity.map(|entity| format!(" {entity}")).unwrap_or_default();
    let name = if *entity_type == EntityType::Other { "?" } else { entity_type.as_str() };
    format!("[{text}|{name}{number}]")
}

/// Escapes line breaks and tabs, so that a sentence is one line.
fn on_one_line(text: &str) -> String {
    text.replace('\r', "␍").replace('\n', "␊").replace('\t', "␉")
}

/// Returns the first few words.
fn opening(text: &str) -> String {
    const LENGTH: usize = 48;
    let offsets = Offsets::new(text);
    let end = offsets.code_points().min(LENGTH);
    let bytes = offsets.to_bytes(text::CodePoints { start: 0, end }).unwrap_or(Span::whole(text));
    let more = if end < offsets.code_points() { "…" } else { "" };
    format!("{}{more}", on_one_line(bytes.of(text)))
}
