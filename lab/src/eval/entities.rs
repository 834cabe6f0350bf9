//! Evaluates entity tagging on column files: exact spans, by type and over persons, places and organisations.

use std::{collections::BTreeMap, sync::Arc};

use entity_tagger::{
    EntityTagger, gazetteer::Gazetteer, mentions::RuleModel, mentions::trained::shipped_languages,
};
use lab_report::{Report, Table, percent};
use messages::{EntityType, Stage as _, StageName, UNDETERMINED};

use super::names::{CORE, Name, Score, given, names, of_types};
use super::traps::{
    self,
    errors::{ErrorCounts, errors},
};
use super::{compare, consistency};
use crate::{
    corpus::{
        Corpora,
        columns::{self, Composed},
    },
    metrics::{calibration, matching::Counts},
    pipeline::Pipeline,
    progress::Progress,
};

/// The corpora: name, file, language, and whether the corpus has the type MISC.
pub(crate) const CORPORA: &[(&str, &str, &str, bool)] = &[
    ("UNER English PUD dev", "uner_en_pud_dev", "en", false),
    ("UNER English EWT dev (learnt from)", "uner_en_ewt_dev", "en", false),
    ("GMB dev (silver)", "gmb_4class_dev", "en", true),
    ("WikiGold (learnt from)", "wikigold", "en", true),
    ("GermEval 2014 dev (learnt from)", "germeval14_dev", "de", true),
    ("UNER Portuguese Bosque dev", "uner_pt_bosque_dev", "pt", false),
    ("UNER Croatian SET dev", "uner_hr_set_dev", "hr", false),
    ("UNER Swedish Talbanken dev", "uner_sv_talbanken_dev", "sv", false),
    ("Webbnyheter 2012 dev", "sv_webbnyheter_dev", "sv", true),
    ("MobIE dev", "de_mobie_dev", "de", false),
    ("CESS-ESP dev", "es_cess_dev", "es", true),
    ("NKJP dev", "pl_nkjp_dev", "pl", false),
    ("factRuEval dev", "ru_factrueval_dev", "ru", false),
    ("Russian WikiNER dev (silver)", "ru_wikiner_dev", "ru", true),
    ("ANERcorp dev", "ar_anercorp_dev", "ar", false),
    ("Turkish Wiki NER dev", "tr_wikiner_dev", "tr", true),
    ("UNER Chinese GSD dev", "zh_uner_gsd_dev", "zh", false),
    ("UNER Chinese GSDSIMP dev", "zh_uner_gsdsimp_dev", "zh", false),
    ("Stockmark Japanese dev", "ja_stockmark_dev", "ja", true),
    ("UD Japanese GSD dev", "ja_gsd_dev", "ja", true),
    ("KLUE Korean dev", "ko_klue_dev", "ko", false),
    ("ThaiNER dev", "th_thainer_dev", "th", false),
    ("RONEC dev", "ro_ronec_dev", "ro", false),
    ("NYTK-NerKor dev", "hu_nerkor_dev", "hu", true),
    ("Turku NER dev", "fi_turku_dev", "fi", true),
    ("NorNE Bokmål dev", "nb_norne_dev", "nb", true),
    ("NorNE Nynorsk dev", "nn_norne_dev", "nn", true),
    ("UNER Danish DDT dev", "da_ddt_dev", "da", true),
    ("idner-news dev", "id_idner_dev", "id", false),
    ("NERGRIT dev", "id_nergrit_dev", "id", false),
    ("HiNER dev", "hi_hiner_dev", "hi", true),
    ("IL-NER Hindi dev", "hi_ilner_dev", "hi", true),
    ("Bengali-NER dev", "bn_bengaliner_dev", "bn", false),
    ("IL-NER Urdu dev", "ur_ilner_dev", "ur", true),
    ("EBIQUITY Nepali dev", "ne_ebiquity_dev", "ne", false),
    ("FullStack-LV dev", "lv_fullstack_dev", "lv", true),
    ("EstNER dev", "et_estner_dev", "et", true),
    ("UNER Serbian SET dev", "sr_set_dev", "sr", true),
    ("UNER Slovak SNK dev", "sk_snk_dev", "sk", false),
    ("KazNERD dev", "kk_kaznerd_dev", "kk", true),
    ("ArmTDP-NER dev", "hy_armtdp_dev", "hy", true),
];

/// Corpora whose consistency is compared: the silver one, and some annotated by hand.
const LABELLED: &[(&str, &str)] = &[
    ("GMB train (silver)", "gmb_4class_train"),
    ("WikiGold", "wikigold"),
    ("UNER Croatian SET train", "uner_hr_set_train"),
    ("UNER Portuguese Bosque train", "uner_pt_bosque_train"),
];

const NAMES: &str = "Exact span and type, micro average over PER, LOC and ORG; then F1 by type, MISC if the corpus has it. Span: F1 if the type does \
not matter. Texts have the spaces of the corpus, or are tokens joined by spaces, one sentence per line. The corpus gives language and sentences. A corpus without \
marked documents is read sentence by sentence. Raw: micro F1 of detector, segmenter and tagger together on the same text. Rules, \
gazetteer: micro F1 without a model, by the rules of the language with the tables, and by the tables only (the language is given \
as undetermined), each with the document pass. Percent. The model was trained on the corpora marked so, and their rows are not \
results (`cargo lab train entities --fold N` scores parts held out of training).";

const CONFUSION: &str = "UNER English PUD dev: the types that gold spans were tagged as, if the span was found exactly; `–` not found.";

const ERRORS: &str =
    "UNER English PUD dev, PER, LOC and ORG: by gold type; spurious names by the type found.";

/// Runs the whole evaluation.
pub fn evaluate(corpora: &Corpora) -> anyhow::Result<Report> {
    let pipeline = Pipeline::new();
    let mut report = Report::new("Entity tagging")
        .fact("model", pipeline.model(StageName::Tag))
        .fact("corpora", "entities/*: the dev splits, and WikiGold");
    let progress = Progress::new("entities", CORPORA.len());
    let mut table = Table::new(&Score::columns("corpus", &["rules", "gazetteer"]));
    let without_model = WithoutModel::load();
    let mut scores = Table::new(&["corpus", "names found", "mean score", "right", "ECE"]);
    let (mut confusion, mut faults) = (Confusion::default(), ErrorCounts::default());
    for (number, (name, file, language, has_misc)) in CORPORA.iter().enumerate() {
        let documents = corpora.named(file)?;
        let (mut score, mut without) = (Score::default(), [Counts::default(); 2]);
        for document in &documents {
            let composed = columns::compose(document);
            without_model.add(&mut without, &composed, language)?;
            let tagged = pipeline.tagger.process(given(&composed, language))?;
            let found = names(&tagged);
            score.add(&composed, &found, &names(&pipeline.tag(&composed.text)?));
            score.judge(&composed, &tagged);
            // Confusion and errors are of PUD only: the model was not trained on it, and its labels are gold.
            if number == 0 {
                confusion.add(&composed, &found);
                faults.add(&errors(&of_types(&composed.names, &CORE), &of_types(&found, &CORE)));
            }
        }
        let mut row = score.row(name, *has_misc);
        row.extend(without.map(|counts| percent(counts.f1())));
        table.row(row);
        scores.row(score.calibration(name));
        progress.step();
    }
    report.section("Names", NAMES, table);
    report.section("Scores", SCORES, scores);
    report.section("Confusion of types", CONFUSION, confusion.table());
    report.section("Errors by kind", ERRORS, faults.table(&CORE));
    report.section("Labels at odds", consistency::NOTE, consistency::table(corpora, LABELLED)?);
    Ok(report)
}

/// The tagger without its model, for comparison: it shows what the model adds.
struct WithoutModel {
    rules: EntityTagger,
}

impl WithoutModel {
    fn load() -> Self {
        let rules = RuleModel::new(Arc::new(Gazetteer::load()));
        Self { rules: EntityTagger::with_model(Box::new(rules)) }
    }

    /// Adds the counts by rules and tables, and by tables only.
    fn add(&self, counts: &mut [Counts; 2], gold: &Composed, language: &str) -> anyhow::Result<()> {
        for (counts, language) in counts.iter_mut().zip([language, UNDETERMINED]) {
            let found = names(&self.rules.process(given(gold, language))?);
            *counts += Counts::of(&of_types(&gold.names, &CORE), &of_types(&found, &CORE));
        }
        Ok(())
    }
}

const SCORES: &str = "The mean score of the names found, the share of them that is right, and the expected calibration error (15 bins). English scores \
are calibrated on GMB dev (`cargo lab tiers` prints slope and shift), so that row is a fit. Those of the other languages are the \
model's own.";

/// Returns a tagger's scores on the development sets of a language, and on documents held out of training.
pub fn scores(
    corpora: &Corpora,
    tagger: &EntityTagger,
    language: &str,
    held_out: &[(&str, columns::TaggedDocument)],
) -> anyhow::Result<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    let mut sets: BTreeMap<String, Vec<columns::TaggedDocument>> = BTreeMap::new();
    for (name, file, ..) in CORPORA.iter().filter(|(.., of, _)| *of == language) {
        sets.insert((*name).to_owned(), corpora.named(file)?);
    }
    let shipped = EntityTagger::new();
    let is_known = shipped_languages().any(|known| known == language);
    for (name, file, ..) in CORPORA.iter().filter(|(.., of, _)| is_known && *of == language) {
        let one = compare::counts(corpora, &shipped, file, language)?;
        let (gain, interval) = compare::gain(&one, &compare::counts(corpora, tagger, file, language)?);
        rows.push(vec![format!("gain over what is compiled in on {name}"), gain, interval]);
    }
    if language == "en" {
        let pipeline = Pipeline::new();
        for (name, tagger) in [("compiled in", &shipped), ("new", tagger)] {
            let [seen, held_back] = traps::f1(&pipeline, tagger)?.map(percent);
            rows.push(vec![
                format!("traps, {name}"),
                format!("seen {seen}"),
                format!("held back {held_back}"),
            ]);
        }
    }
    if !held_out.is_empty() {
        let (without, mut counts) = (WithoutModel::load(), [Counts::default(); 2]);
        for (_, document) in held_out {
            without.add(&mut counts, &columns::compose(document), language)?;
        }
        let [rules, _] = counts.map(|counts| percent(counts.f1()));
        rows.push(vec!["by rules on all that is held out".to_owned(), rules]);
    }
    for (file, document) in held_out {
        sets.entry(format!("held out of {file}")).or_default().push(document.clone());
    }
    for (name, documents) in sets {
        let mut score = Score::default();
        for document in &documents {
            let composed = columns::compose(document);
            let event = tagger.process(given(&composed, language))?;
            let found = names(&event);
            score.add(&composed, &found, &found);
            score.judge(&composed, &event);
        }
        rows.push(score.row(&name, true));
        rows.push(score.calibration(&format!("scores on {name}")));
        let fitted = calibration::fit(&score.judged);
        rows.push(vec![
            format!("calibration by {name}"),
            format!("slope {:.3}, shift {:.3}", fitted.slope, fitted.shift),
        ]);
    }
    Ok(rows)
}

/// How often each gold type was tagged as each type.
#[derive(Debug, Default)]
struct Confusion {
    counts: BTreeMap<(EntityType, Option<EntityType>), usize>,
}

impl Confusion {
    fn add(&mut self, gold: &Composed, found: &[Name]) {
        for (span, wanted) in &gold.names {
            let tagged = found.iter().find(|(other, _)| other == span).map(|(_, entity_type)| *entity_type);
            *self.counts.entry((*wanted, tagged)).or_default() += 1;
        }
    }

    fn table(&self) -> Table {
        let tagged = CORE.into_iter().chain([EntityType::Misc]).map(Some).chain([None]);
        let mut table = Table::new(&["gold", "PER", "LOC", "ORG", "MISC", "–"]);
        for wanted in CORE {
            let cells = tagged.clone().map(|tagged| self.counts.get(&(wanted, tagged)).copied().unwrap_or(0));
            table.row([wanted.as_str().to_owned()].into_iter().chain(cells.map(|count| count.to_string())));
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the cells of a table in Markdown, row by row, without its header.
    fn cells<'p>(page: &'p str, header: &str) -> Vec<Vec<&'p str>> {
        let table = page.lines().skip_while(|line| !line.starts_with(header)).skip(2);
        let rows = table.take_while(|line| line.starts_with('|'));
        rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
    }

    #[test]
    fn the_model_card_has_the_figures_of_the_results() {
        let results = include_str!("../../results/entities.md");
        let card = include_str!("../../../services/entity-tagger/MODEL_CARD.md");
        let of_card = |row: &Vec<&'static str>| [0, 12, 5, 6, 7, 8].map(|column| row[column]).to_vec();
        let measured: Vec<_> = cells(results, "| corpus ").iter().map(of_card).collect();
        assert_eq!(measured.len(), CORPORA.len());
        assert_eq!(cells(card, "| dev set |"), measured);
    }
}
