//! Texts in Chinese characters: whether they are Cantonese, and which form of the characters they use.

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

#[cfg(test)]
mod tests {
    use super::*;

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
