"""The corpora: which have MISC, and how much of the training text comes from each."""

from dataclasses import dataclass
from pathlib import Path

from corpus import Corpus, Sentence, read


@dataclass(frozen=True)
class Source:
    """A corpus. `share` is its part of the training text, relative to the others."""

    file: str
    share: float
    has_misc: bool = True
    silver: bool = False


# Shares follow the size of a corpus, how hard its script is, and how much its text is like news. MISC counts as absent where it is annotated
# with gaps. One German file has neither a training nor a development part: every fifth block of it is held out.
SOURCES = [
    Source("gmb_4class_train.tsv", 6, silver=True),
    Source("wikigold.tsv", 2),
    Source("uner_en_ewt_dev.tsv", 2, has_misc=False),
    Source("germeval14_dev.tsv", 3),
    Source("de_mobie_train.tsv", 0.7, has_misc=False),
    Source("es_cess_train.tsv", 3.5),
    Source("uner_pt_bosque_train.tsv", 3.5, has_misc=False),
    Source("ro_ronec_train.tsv", 5, has_misc=False),
    Source("uner_hr_set_train.tsv", 3),
    Source("sr_set_train.tsv", 2.5),
    Source("sk_snk_train.tsv", 2, has_misc=False),
    Source("pl_nkjp_train.tsv", 4.5, has_misc=False),
    Source("ru_factrueval_train.tsv", 2, has_misc=False),
    Source("ru_wikiner_train.tsv", 2, silver=True),
    Source("uner_sv_talbanken_train.tsv", 1.5, has_misc=False),
    Source("sv_webbnyheter_train.tsv", 2.5, has_misc=False),
    Source("nb_norne_train.tsv", 3),
    Source("nn_norne_train.tsv", 3.5),
    Source("da_ddt_train.tsv", 2.5),
    Source("fi_turku_train.tsv", 5),
    Source("et_estner_train.tsv", 3),
    Source("hu_nerkor_train.tsv", 5),
    Source("lv_fullstack_train.tsv", 3),
    Source("tr_wikiner_train.tsv", 5),
    Source("kk_kaznerd_train.tsv", 3),
    Source("hy_armtdp_train.tsv", 3.5),
    Source("ar_anercorp_train.tsv", 4, has_misc=False),
    Source("hi_hiner_train.tsv", 3.5),
    Source("hi_ilner_train.tsv", 1, has_misc=False),
    Source("bn_bengaliner_train.tsv", 3.5, has_misc=False),
    Source("ne_ebiquity_train.tsv", 2.5, has_misc=False),
    Source("ur_ilner_train.tsv", 2.5, has_misc=False),
    Source("id_idner_train.tsv", 2, has_misc=False),
    Source("id_nergrit_train.tsv", 2, has_misc=False),
    Source("ja_stockmark_train.jsonl", 4),
    Source("ja_gsd_train.jsonl", 2.5),
    Source("zh_uner_gsd_train.jsonl", 3, has_misc=False),
    Source("zh_uner_gsdsimp_train.jsonl", 3, has_misc=False),
    Source("ko_klue_train.jsonl", 4, has_misc=False),
    Source("th_thainer_train.jsonl", 7, has_misc=False),
]
HELD_OUT_OF = "germeval14_dev"
# Corpora that are scored but never trained on.
SCORED_ONLY = ["uner_en_pud_dev.tsv", "gmb_4class_dev.tsv"]
# The share of the text that has a space around every token, in corpora that do not say where spaces are.
SPACED = 0.1


def parted(corpus: Corpus, held_out: bool) -> Corpus:
    """Returns every fifth block of 50 sentences, or the other four."""
    sentences = [sentence for document in corpus.documents for sentence in document]
    blocks = [sentences[at : at + 50] for at in range(0, len(sentences), 50)]
    return Corpus(corpus.name, [b for i, b in enumerate(blocks) if (i % 5 == 4) == held_out], corpus.has_misc)


def training(data: Path) -> list[tuple[Source, Corpus]]:
    found = []
    for source in SOURCES:
        path = data / "entities" / source.file
        corpus = read(path, source.has_misc)
        if corpus.name == HELD_OUT_OF:
            corpus = parted(corpus, held_out=False)
        if path.suffix == ".tsv" and "SpaceAfter=No" not in path.read_text(encoding="utf-8"):
            mix_spaced(corpus, read(path, source.has_misc, spaced=True))
        found.append((source, corpus))
    return found


def mix_spaced(corpus: Corpus, spaced: Corpus):
    """Replaces some runs of sentences by the same ones with spaces around every token."""
    if len(corpus.documents) != len(spaced.documents):
        return
    for document, other in zip(corpus.documents, spaced.documents):
        for at in range(0, len(document), 24):
            if (at // 24) % round(1 / SPACED) == 0:
                document[at : at + 24] = other[at : at + 24]


def development(data: Path, words: int) -> list[Corpus]:
    """Returns the development part of each corpus, up to about `words` words (a fourth of the characters without spaces)."""
    files = SCORED_ONLY + sorted({s.file.replace("_train", "_dev") for s in SOURCES if "_train" in s.file and "gmb" not in s.file})
    corpora = [read(data / "entities" / file, True) for file in files]
    german = parted(read(data / "entities" / f"{HELD_OUT_OF}.tsv", True), held_out=True)
    return [limited(corpus, words) for corpus in [*corpora, german]]


def limited(corpus: Corpus, words: int) -> Corpus:
    kept, left = [], words
    for document in corpus.documents:
        part: list[Sentence] = []
        for sentence in document:
            if left <= 0:
                break
            left -= max(sentence.text.count(" ") + 1, len(sentence.text) // 12)
            part.append(sentence)
        if part:
            kept.append(part)
    return Corpus(corpus.name, kept, corpus.has_misc)
