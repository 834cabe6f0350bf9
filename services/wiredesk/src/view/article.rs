//! One event as text, from top to bottom.

use std::io::{self, Write};

use formats::Enriched;
use messages::{
    ArticleText, Block, BlockKind, Dateline, Entities, EntityType, Excerpt, Field, Language, LanguageSpan,
    Mention, Outcome, Segments, Summary, UNDETERMINED,
};
use owo_colors::Style;

use super::{names, page::Page};

/// The number of names, dates or keywords listed before "and 5 more".
const LISTED: usize = 12;

/// The types of names with their labels, in the order shown.
const NAMES: [(EntityType, &str); 4] = [
    (EntityType::Per, "people"),
    (EntityType::Org, "organisations"),
    (EntityType::Loc, "places"),
    (EntityType::Misc, "other names"),
];

/// The types of dates and amounts with their labels, in the order shown.
const AMOUNTS: [(&[EntityType], &str); 2] = [
    (&[EntityType::Date, EntityType::Time], "dates"),
    (&[EntityType::Money, EntityType::Percent, EntityType::Quantity], "amounts"),
];

/// An event and the page that it is written on.
pub(super) struct View<'e, 'o, W> {
    event: &'e Enriched,
    text: ArticleText<'e>,
    page: Page<'o, W>,
}

impl<'e, 'o, W: Write> View<'e, 'o, W> {
    pub(super) fn new(event: &'e Enriched, page: Page<'o, W>) -> Self {
        Self { event, text: ArticleText::new(&event.article), page }
    }

    pub(super) fn write(mut self) -> io::Result<()> {
        self.headline()?;
        self.page.labelled("id", &self.event.article.id, Style::new().dimmed())?;
        if let Some(language) = &self.event.language {
            self.language(language)?;
        }
        if let Some(segments) = &self.event.segments {
            self.structure(segments)?;
        }
        if let Some(summary) = &self.event.summary {
            self.summary(summary)?;
        }
        if let Some(entities) = &self.event.entities {
            self.entities(entities)?;
        }
        if let Some(summary) = &self.event.summary {
            self.keywords(summary)?;
        }
        self.notes()?;
        self.page.gap()
    }

    /// Writes the headline as sent, else as found in the body, else the first line of the body.
    fn headline(&mut self) -> io::Result<()> {
        let sent = self.event.article.headline.as_deref().filter(|headline| !headline.trim().is_empty());
        let found = self.blocks(BlockKind::Headline).next().map(|block| self.text_of(block));
        let bold = Style::new().bold();
        match sent.or(found) {
            Some(headline) => self.page.paragraph(headline, bold),
            None => self.page.paragraph(&opening(&self.event.article.body), bold.italic()),
        }
    }

    fn language(&mut self, language: &Language) -> io::Result<()> {
        self.page.labelled("language", &in_words(language), Style::new())?;
        if !language.paragraphs.is_empty() {
            let mixed: Vec<String> =
                language.paragraphs.iter().map(|span| self.language_span(span)).collect();
            self.page.labelled("mixed", &mixed.join("; "), Style::new())?;
        }
        Ok(())
    }

    fn language_span(&self, span: &LanguageSpan) -> String {
        let name = names::language(&span.tag).unwrap_or("undetermined");
        format!("{name} “{}”", opening(self.text.slice(Field::Body, span.span())))
    }

    /// Writes the byline, the datelines, and the number of paragraphs, sentences and tokens.
    fn structure(&mut self, segments: &Segments) -> io::Result<()> {
        let found = self.blocks(BlockKind::Byline).next().map(|block| self.text_of(block));
        let byline = self.event.article.byline.as_deref().or(found).unwrap_or_default();
        self.page.labelled("byline", byline, Style::new())?;
        for dateline in segments.blocks.iter().filter_map(|block| block.dateline.as_ref()) {
            self.page.labelled("dateline", &dateline_text(dateline), Style::new())?;
        }
        let count = |kind| segments.blocks.iter().filter(|block| block.kind == kind).count();
        let mut structure = vec![
            counted(count(BlockKind::Paragraph), "paragraph"),
            counted(segments.sentences.len(), "sentence"),
        ];
        structure.extend(segments.tokens.as_ref().map(|tokens| counted(tokens.len(), "token")));
        if count(BlockKind::Trailer) > 0 {
            structure.push("trailer".to_owned());
        }
        self.page.labelled("structure", &structure.join(", "), Style::new())
    }

    /// Writes the chosen sentences one by one, or the summary's text if the event has no sentences.
    fn summary(&mut self, summary: &Summary) -> io::Result<()> {
        self.page.heading("Summary")?;
        let sentences: Vec<&str> =
            summary.sentences.iter().filter_map(|index| self.sentence(*index)).collect();
        match (sentences.as_slice(), summary.text.as_str()) {
            ([], "") => self.page.indented("none"),
            ([], text) => self.page.indented(text),
            (sentences, _) => sentences.iter().try_for_each(|sentence| self.page.indented(sentence)),
        }
    }

    fn sentence(&self, index: usize) -> Option<&'e str> {
        let segments = self.event.segments.as_ref()?;
        let sentence = segments.sentences.get(index)?;
        Some(self.text.slice(segments.field_of(sentence), sentence.span()))
    }

    fn entities(&mut self, entities: &Entities) -> io::Result<()> {
        self.page.heading("Entities")?;
        for (kind, label) in NAMES {
            let of_kind = entities.entities.iter().filter(|entity| entity.entity_type == kind);
            let names: Vec<String> = of_kind.map(|entity| times(&entity.name, entity.mentions)).collect();
            self.page.labelled(&under_heading(label), &listed(&names), Style::new())?;
        }
        for (kinds, label) in AMOUNTS {
            self.page.labelled(&under_heading(label), &listed(&amounts(entities, kinds)), Style::new())?;
        }
        if entities.mentions.is_empty() {
            self.page.indented("none")?;
        }
        Ok(())
    }

    fn keywords(&mut self, summary: &Summary) -> io::Result<()> {
        let keywords: Vec<String> = summary.keywords.iter().map(|keyword| keyword.text.clone()).collect();
        if keywords.is_empty() {
            return Ok(());
        }
        self.page.heading("Keywords")?;
        self.page.indented(&listed(&keywords))
    }

    /// Writes what each stage skipped or could not do.
    fn notes(&mut self) -> io::Result<()> {
        let event = self.event;
        let limited =
            event.provenance.iter().filter(|by| by.outcome == Outcome::Skipped || !by.limits.is_empty());
        for (number, by) in limited.enumerate() {
            if number == 0 {
                self.page.heading("Notes")?;
            }
            let reason = by.reason.iter().map(|reason| format!("skipped: {}", names::limit(reason)));
            let words: Vec<String> = reason.chain(by.limits.iter().map(|code| names::limit(code))).collect();
            self.page.labelled(
                &under_heading(by.stage.as_str()),
                &words.join("; "),
                Style::new().yellow(),
            )?;
        }
        Ok(())
    }

    fn blocks(&self, kind: BlockKind) -> impl Iterator<Item = &'e Block> + use<'e, W> {
        let blocks = self.event.segments.iter().flat_map(|segments| &segments.blocks);
        blocks.filter(move |block| block.kind == kind)
    }

    fn text_of(&self, block: &Block) -> &'e str {
        self.text.slice(block.field, block.span())
    }
}

/// Describes a language: "English (en), Latin script, 99 % sure".
fn in_words(language: &Language) -> String {
    let Language { tag, script, confidence, reliable, .. } = language;
    let script = names::script(script);
    if tag == UNDETERMINED {
        return format!("undetermined, {script}");
    }
    let name = names::language(tag).map_or_else(|| tag.clone(), |name| format!("{name} ({tag})"));
    let doubt = if *reliable { "" } else { ", doubtful" };
    format!("{name}, {script}, {:.0} % sure{doubt}", confidence * 100.0)
}

/// Joins place, date and source of a dateline: "SEOUL · The Korea Herald/ANN".
fn dateline_text(dateline: &Dateline) -> String {
    let excerpts: [&Option<Excerpt>; 3] = [&dateline.place, &dateline.date, &dateline.source];
    let texts: Vec<&str> = excerpts.into_iter().flatten().map(|excerpt| excerpt.text.as_str()).collect();
    texts.join(" · ")
}

/// Lists dates or amounts of `kinds`, each once, with its normalized value if that differs from the text.
fn amounts(entities: &Entities, kinds: &[EntityType]) -> Vec<String> {
    let mut seen: Vec<(String, usize)> = Vec::new();
    for mention in entities.mentions.iter().filter(|mention| kinds.contains(&mention.entity_type)) {
        let amount = with_value(mention);
        match seen.iter_mut().find(|(known, _)| *known == amount) {
            Some((_, count)) => *count += 1,
            None => seen.push((amount, 1)),
        }
    }
    seen.into_iter().map(|(amount, count)| times(&amount, count)).collect()
}

/// Adds the normalized value to a mention's text: "3 May (= 2026-05-03)".
fn with_value(mention: &Mention) -> String {
    match &mention.value {
        Some(value) if *value != mention.text => format!("{} (= {value})", mention.text),
        _ => mention.text.clone(),
    }
}

/// Adds the number of mentions to a name: "Oslo ×2".
fn times(name: &str, count: usize) -> String {
    if count > 1 { format!("{name} ×{count}") } else { name.to_owned() }
}

/// Joins the first names and the number of the others: "a, b, c and 5 more".
fn listed(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(LISTED).map(String::as_str).collect();
    let more = names.len().saturating_sub(LISTED);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{rest}", shown.join(", "))
}

/// Indents a label that is under a heading.
fn under_heading(label: &str) -> String {
    format!("  {label}")
}

/// Adds a count to a noun: "3 sentences".
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Returns the first line of `text`, cut after 60 characters.
fn opening(text: &str) -> String {
    const LENGTH: usize = 60;
    let line = text.trim().lines().next().unwrap_or_default();
    let start: String = line.chars().take(LENGTH).collect();
    if start.len() < line.len() { format!("{start}…") } else { start }
}
