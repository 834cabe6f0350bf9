//! Texts in Chinese characters: whether they are Cantonese, which form of the characters they use, and whether
//! their characters allow Chinese or Japanese.

use std::sync::LazyLock;

use crate::han_sets::TRADITIONAL as ONLY_TRADITIONAL;
use crate::han_sets::{
    JAPANESE as ONLY_JAPANESE, NOT_SIMPLIFIED, NOT_TRADITIONAL, SIMPLIFIED as ONLY_SIMPLIFIED,
};

/// Characters of simplified Chinese that differ from the traditional and the Japanese form.
const SIMPLIFIED: &str = "这们说时对发经济与长开门问间东车马见书华业习乡买产亲亿仅从仓价众优伤传伟让议认论许设评诉词试该语误请读谈谁边达过运还进远连选遗钱银铁错闻关队阳阴际随题颜风飞饭饮饰驻验鱼鸟龙为实现动务应导项观场产张报军战围刘邓农击红级约纪纳组织结给绝统续维总罗军监规视觉计订讨训记讲诺课调责败货质贸费资赛赞赢轻较输办协单卫历压县双变号员听启吴呼响团园图圆圣块坚坏执扩扬护担拥损换据";

/// Characters of traditional Chinese that differ from the simplified and today's Japanese form.
const TRADITIONAL: &str = "這說們對發經濟會國學來點萬當從樣實應廣體關獨黨將號氣總戰單圖讓歲變讀黃邊專屬處轉戶臺灣訊爭稱價勞勵圍團圓壓壞姊從徵惡戀戲拋據擊擔擴擇攝數斷晉晝會權檢歐歷歸殘每沒洩淺淨滿澤濕為燈營獎獲獸產畫發盜盡眾碼礙禮稅穩竊粵縣縱繼續聯聲聽職與舉艦藝藥蘇處號蠻衛裝裡製覺覽觀觸証譯證護讚變賣賴軟轉辦辭遙遞郵鄰醫釋銳鋼錄鐵鑄關隊隱雙雜電靈靜顏顯飲館驅驗體髮鬥鬧點黨齊龍龜";

/// Characters of Japanese that differ from both Chinese forms.
const JAPANESE: &str = "経済対発円県図売読続駅労圧戦総様実応関気広働込団価児帰従択権検険験歩歳毎渋渉焼犠畑絵緑縄鉄銭録闘霊黒黙両仮伝処剤剣勧厳単囲壊変奨営専届峠巣帯庁弾徳恵悪戻払扱拡挙捜掲揺撃桜沢浜満滞瀬猟獣産疎穏窓粋継縦聴脳臓芸荘薬蔵覚観訳証譲豊転軽辺遅遥郷酔釈陥隠雑静頼顔顕駆騒髪鶏齢";

/// Characters of written Cantonese that standard Chinese hardly uses.
const CANTONESE: &str = "嘅咗唔佢喺冇啲嚟嗰咁乜噉哋俾睇咩啦嘢畀啱諗攞瞓㗎";

/// Counts of the characters that only one way of writing uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct CharacterForms {
    simplified: usize,
    traditional: usize,
    cantonese: usize,
    /// All characters except ASCII.
    all: usize,
}

impl CharacterForms {
    /// Counts the characters of `words`.
    pub(crate) fn count(words: &str) -> Self {
        let mut forms = Self::default();
        for character in words.chars().filter(|character| !character.is_ascii()) {
            forms.all += 1;
            // A form in two lists decides nothing.
            let is_japanese = JAPANESE.contains(character);
            let (simplified, traditional) = (SIMPLIFIED.contains(character), TRADITIONAL.contains(character));
            forms.simplified += usize::from(simplified && !is_japanese && !traditional);
            forms.traditional += usize::from(traditional && !is_japanese && !simplified);
            forms.cantonese += usize::from(CANTONESE.contains(character));
        }
        forms
    }

    /// Reports whether the text has enough Cantonese characters to be Cantonese.
    ///
    /// In Cantonese about every tenth character is one. Chinese quotes one now and then.
    pub(crate) fn are_cantonese(self) -> bool {
        self.cantonese * 40 >= self.all.max(1)
    }

    /// Reports whether the text is so short that it may be Cantonese without a Cantonese character.
    ///
    /// Of texts with forty characters, one in seventy has none.
    pub(crate) fn may_hide_cantonese(self) -> bool {
        self.all < 40
    }

    /// Returns the ISO 15924 code of a Chinese text: `Hans` or `Hant`, or `Hani` if the characters do not
    /// decide.
    pub(crate) fn chinese_script(self) -> &'static str {
        // Texts quote names in their original form, so a bare majority does not decide.
        if self.simplified > 2 * self.traditional {
            "Hans"
        } else if self.traditional > 2 * self.simplified {
            "Hant"
        } else {
            "Hani"
        }
    }
}

/// The languages that the characters of a text without kana allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Allowed {
    /// Chinese: some characters are in no Japanese text.
    Chinese,
    /// Japanese: no form of Chinese has all the characters.
    Japanese,
    /// Both: all characters are common, or those of both languages are mixed.
    Both,
}

/// The first character of the table of characters, and one past the last.
const TABLE: std::ops::Range<u32> = 0x4e00..0xa000;

/// The set of each character, as a bit: only simplified, only traditional, only Japanese, not simplified, not
/// traditional.
static SETS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut sets = vec![0; TABLE.len()];
    let listed = [ONLY_SIMPLIFIED, ONLY_TRADITIONAL, ONLY_JAPANESE, NOT_SIMPLIFIED, NOT_TRADITIONAL];
    for (bit, characters) in listed.into_iter().enumerate() {
        for character in characters.chars() {
            let place = u32::from(character).wrapping_sub(TABLE.start) as usize;
            if let Some(set) = sets.get_mut(place) {
                *set |= 1 << bit;
            }
        }
    }
    sets
});

/// Returns the languages that the characters of `words` allow.
///
/// A character of simplified or traditional Chinese alone excludes Japanese. `辞` is not in traditional Chinese
/// and `長` not in simplified, so both together are Japanese.
pub(crate) fn allowed(words: &str) -> Allowed {
    let mut counts = [0_usize; 5];
    for character in words.chars().filter(|character| !character.is_ascii()) {
        let place = u32::from(character).wrapping_sub(TABLE.start) as usize;
        let set = SETS.get(place).copied().unwrap_or(0);
        for (bit, count) in counts.iter_mut().enumerate() {
            *count += usize::from(set & (1 << bit) != 0);
        }
    }
    let [simplified, traditional, japanese, not_simplified, not_traditional] = counts;
    let chinese = simplified.max(traditional);
    if chinese > japanese {
        Allowed::Chinese
    } else if japanese > chinese || (chinese == 0 && not_simplified > 0 && not_traditional > 0) {
        Allowed::Japanese
    } else {
        Allowed::Both
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_one_language_exclude_the_other() {
        let check = |words: &str, expected: Allowed| assert_eq!(allowed(words), expected, "{words:?}");
        check("央行降息", Allowed::Both);
        check("铁路罢工结束", Allowed::Chinese);
        check("鐵路罷工結束", Allowed::Chinese);
        check("鉄道労組決着", Allowed::Japanese);
        check("会長続投", Allowed::Japanese);
        check("会長", Allowed::Japanese);
        check("", Allowed::Both);
    }

    fn check(words: &str, expected: &str) {
        assert_eq!(CharacterForms::count(words).chinese_script(), expected, "script of {words:?}");
    }

    #[test]
    fn characters_of_one_form_decide_the_script_of_chinese() {
        check("中国经济增长放缓", "Hans");
        check("台灣經濟成長趨緩", "Hant");
        check("北京今天下雨", "Hani");
    }

    #[test]
    fn japanese_forms_count_for_neither_chinese_script() {
        let forms = CharacterForms::count("政府経済対策発表");
        assert_eq!((forms.simplified, forms.traditional), (0, 0));
    }

    #[test]
    fn recognizes_cantonese_by_its_characters() {
        assert_eq!(CharacterForms::count("佢哋喺香港嘅屋企").cantonese, 4);
        assert!(
            CharacterForms::count("佢哋喺香港嘅屋企").are_cantonese()
                && !CharacterForms::count("兩國關係").are_cantonese()
        );
    }
}
