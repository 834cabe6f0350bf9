//! Who spoke, behind a Chinese quotation: `“……。”她说。`

/// The longest clause that names a speaker, in characters.
const LONGEST_CLAUSE: usize = 40;

/// What such a clause ends with.
#[rustfmt::skip] // Rows of words, not one word a line.
const SPEECH_VERBS: &[&str] = &[
    "说", "說", "问道", "問道", "写道", "寫道", "笑道", "答道", "喊道", "叹道", "嘆道", "反问", "反問", "问", "問", "表示", "指出", "强调",
    "強調", "坦言", "回忆", "回憶", "感叹", "感嘆", "补充", "補充", "解释", "解釋", "呼吁", "呼籲", "直言", "透露", "介绍", "介紹",
];

/// Whether the clause at the head of `rest` says who spoke: up to its first mark it ends with a verb
/// of speech. `据介绍，` opens a sentence of its own, and `她说：` a quotation.
pub(super) fn names_speaker(rest: &str) -> bool {
    let Some((end, mark)) = rest.char_indices().take(LONGEST_CLAUSE).find(|(_, c)| !c.is_alphanumeric())
    else {
        return false;
    };
    let clause = rest.get(..end).unwrap_or("");
    matches!(mark, '。' | '！' | '，')
        && !clause.starts_with(['据', '據'])
        && SPEECH_VERBS.iter().any(|verb| clause.ends_with(verb))
}
