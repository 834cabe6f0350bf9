"""Makes the tiny folders beside this file, with what transformers computes for each, for the parity tests.

    python -m venv DIR && DIR/bin/pip install torch==2.2.2 'numpy<2' transformers==4.44.2 sentencepiece protobuf
    DIR/bin/python shared/encoder/tests/folders/make.py

Random weights of 32 dimensions; vocabularies learnt from the sentences below, which were written for this.
"""

import json
import os
import shutil
import tempfile

import sentencepiece
import torch
import transformers
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

HERE = os.path.dirname(os.path.abspath(__file__))
SENTENCES = [
    "Wolfgang Müller met Sofia O'Brien in New York on Monday; it wasn't raining there.",
    "The U.S. central bank's chairman said (again) that 3.5% isn't \"final\" — they'll wait.",
    "Die Bürgermeisterin von Köln eröffnete am 3. Mai 2024 das Rathaus in Ehrenfeld.",
    "L'équipe de l'Élysée n'a rien dit à Zoé… mais Renault-Nissan, si!",
    "Премьер-министр Иванов прибыл в Санкт-Петербург в понедельник.",
    "東京都の小池知事は月曜日に会見した。 ソニー株が上昇。",
    "Ελλάδα και Κύπρος υπέγραψαν τη συμφωνία στην Αθήνα.",
    "مصر والسودان وقعتا الاتفاق في القاهرة يوم الاثنين.",
    "Ｆｕｌｌ width ﬁne ① ½ ™ and ½-finals, e\u0301te\u0301 zero\u200bwidth 🙂👍🏽 🇵🇹!",
    "नई दिल्ली में प्रधानमंत्री ने कहा। กรุงเทพ เมืองหลวง",
    "$1,200.50 @handle #tag https://example.org/a_b?c=d&e=f <b>x</b> [SEP] <s> </s> xqzjkv",
    "'s 't ''quoted'' I've we'd you're SHOUTING HEADLINE MCDONALD mcDonald İstanbul ǅ ß",
]
LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
SIZES = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 48}


def word_pieces(lowercase):
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=lowercase)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    trainer = trainers.WordPieceTrainer(vocab_size=420, special_tokens=special, limit_alphabet=220, show_progress=False)
    tokenizer.train_from_iterator(SENTENCES[:-1], trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        special_tokens=[(name, tokenizer.token_to_id(name)) for name in ("[CLS]", "[SEP]")],
    )
    tokenizer.decoder = decoders.WordPiece()
    # As many published folders have it: the loader must not cut or fill up.
    tokenizer.enable_truncation(64)
    tokenizer.enable_padding(length=64, pad_id=0)
    return tokenizer


def byte_pairs():
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        vocab_size=420,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(SENTENCES, trainer)
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


def sentence_pieces():
    with tempfile.TemporaryDirectory() as folder:
        text, rules = os.path.join(folder, "text"), os.path.join(folder, "rules.tsv")
        with open(text, "w", encoding="utf-8") as file:
            file.write("\n".join(SENTENCES[:-1] * 3))
        # A few rules of nmt_nfkc, whose table of 240 KB would be most of these folders.
        with open(rules, "w", encoding="utf-8") as file:
            for source, target in RULES:
                points = lambda word: " ".join(f"{ord(character):X}" for character in word)
                file.write(f"{points(source)}\t{points(target)}\n")
        prefix = os.path.join(folder, "spm")
        sentencepiece.SentencePieceTrainer.train(
            input=text, model_prefix=prefix, vocab_size=400, character_coverage=1.0, hard_vocab_limit=False,
            normalization_rule_tsv=rules, minloglevel=2, bos_id=0, eos_id=2, pad_id=1, unk_id=3,
        )
        slow = transformers.XLMRobertaTokenizer(prefix + ".model")
        return transformers.convert_slow_tokenizer.convert_slow_tokenizer(slow)


RULES = (
    [(chr(0xFF21 + step), chr(ord("A") + step)) for step in range(26)]
    + [(chr(0xFF41 + step), chr(ord("a") + step)) for step in range(26)]
    + [("\u00a0", " "), ("\u200b", " "), ("ﬁ", "fi"), ("①", "1"), ("½", "1\u20442"), ("™", "TM"), ("…", "...")]
    + [("e\u0301", "é")]
)


def write(name, config, model, tokenizer, kind=torch.float32):
    folder = os.path.join(HERE, name)
    shutil.rmtree(folder, ignore_errors=True)
    config.id2label = dict(enumerate(LABELS))
    config.label2id = {label: number for number, label in enumerate(LABELS)}
    torch.manual_seed(7)
    network = model(config).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.copy_(torch.randn_like(parameter) * 0.3 + (0.5 if parameter.ndim == 1 else 0.0))
    # Half the folders in half the bits.
    network.to(kind).save_pretrained(folder)
    network.float()
    tokenizer.save(os.path.join(folder, "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    # Names of special pieces in an article are text like any other.
    tokenizer.encode_special_tokens = True
    documents = []
    for text in SENTENCES + [" ".join(SENTENCES[:2])]:
        ids = tokenizer.encode(text).ids
        with torch.no_grad():
            logits = network(torch.tensor([ids])).logits[0]
        rows = [[round(value, 5) for value in row] for row in logits.tolist()]
        documents.append({"text": text, "pieces": ids, "logits": rows[1:-1]})
    with open(os.path.join(folder, "reference.json"), "w", encoding="utf-8") as file:
        json.dump(documents, file, ensure_ascii=False, separators=(",", ":"))
    print(name, len(tokenizer.get_vocab()), max(map(max, (row for doc in documents for row in doc["logits"]))))


def main():
    cased, uncased, bytes_, pieces = word_pieces(False), word_pieces(True), byte_pairs(), sentence_pieces()
    size = lambda tokenizer: max(tokenizer.get_vocab().values()) + 1
    write("bert", transformers.BertConfig(vocab_size=size(cased), max_position_embeddings=160, **SIZES),
          transformers.BertForTokenClassification, cased)
    write("distilbert", transformers.DistilBertConfig(vocab_size=size(uncased), max_position_embeddings=160, dim=32,
                                                      n_layers=2, n_heads=4, hidden_dim=48),
          transformers.DistilBertForTokenClassification, uncased, torch.bfloat16)
    write("roberta", transformers.RobertaConfig(vocab_size=size(bytes_), max_position_embeddings=210, pad_token_id=1,
                                                type_vocab_size=1, layer_norm_eps=1e-5, **SIZES),
          transformers.RobertaForTokenClassification, bytes_, torch.float16)
    write("xlm-roberta", transformers.XLMRobertaConfig(vocab_size=size(pieces), max_position_embeddings=210,
                                                       pad_token_id=1, type_vocab_size=1, layer_norm_eps=1e-5, **SIZES),
          transformers.XLMRobertaForTokenClassification, pieces)


main()
