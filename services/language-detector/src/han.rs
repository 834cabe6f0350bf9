//! Texts in Chinese characters: Chinese, Cantonese or Japanese, and which form of the characters.

/// Written in simplified Chinese only: neither traditional nor Japanese forms.
const SIMPLIFIED: &str = "这们说时对发经济与长开门问间东车马见书华业习乡买产亲亿仅从仓价众优伤传伟让议认论许设评诉词试该语误请读谈谁边达过运还进远连选遗钱银铁错闻关队阳阴际随题颜风飞饭饮饰驻验鱼鸟龙为实现动务应导项观场产张报军战围刘邓农击红级约纪纳组织结给绝统续维总罗军监规视觉计订讨训记讲诺课调责败货质贸费资赛赞赢轻较输办协单卫历压县双变号员听启吴呼响团园图圆圣块坚坏执扩扬护担拥损换据";

/// Written in traditional Chinese only: neither simplified nor today's Japanese forms.
const TRADITIONAL: &str = "這說們對發經濟會國學來點萬當從樣實應廣體關獨黨將號氣總戰單圖讓歲變讀黃邊專屬處轉戶臺灣訊爭稱價勞勵圍團圓壓壞姊從徵惡戀戲拋據擊擔擴擇攝數斷晉晝會權檢歐歷歸殘每沒洩淺淨滿澤濕為燈營獎獲獸產畫發盜盡眾碼礙禮稅穩竊粵縣縱繼續聯聲聽職與舉艦藝藥蘇處號蠻衛裝裡製覺覽觀觸証譯證護讚變賣賴軟轉辦辭遙遞郵鄰醫釋銳鋼錄鐵鑄關隊隱雙雜電靈靜顏顯飲館驅驗體髮鬥鬧點黨齊龍龜";

/// Written in Japanese only.
const JAPANESE: &str = "経済対発円県図売読続駅労圧戦総様実応関気広働込団価児帰従択権検険験歩歳毎渋渉焼犠畑絵緑縄鉄銭録闘霊黒黙両仮伝処剤剣勧厳単囲壊変奨営専届峠巣帯庁弾徳恵悪戻払扱拡挙捜掲揺撃桜沢浜満滞瀬猟獣産疎穏窓粋継縦聴脳臓芸荘薬蔵覚観訳証譲豊転軽辺遅遥郷酔釈陥隠雑静頼顔顕駆騒髪鶏齢";

/// Written in Cantonese, hardly ever in standard Chinese.
const CANTONESE: &str = "嘅咗唔佢喺冇啲嚟嗰咁乜噉哋俾睇咩啦嘢畀啱諗攞瞓㗎";

/// What telltale characters say about a text in Chinese characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Telltales {
    pub(crate) simplified: usize,
    pub(crate) traditional: usize,
    pub(crate) japanese: usize,
    pub(crate) cantonese: usize,
    /// Characters other than ASCII.
    all: usize,
}

impl Telltales {
    /// Counts the telltale characters of `words`.
    pub(crate) fn of(words: &str) -> Self {
        let mut telltales = Self::default();
        for character in words.chars().filter(|character| !character.is_ascii()) {
            telltales.all += 1;
            let japanese = JAPANESE.contains(character);
            let (simplified, traditional) = (SIMPLIFIED.contains(character), TRADITIONAL.contains(character));
            // A form that stands in two lists tells nothing.
            telltales.japanese += usize::from(japanese && !simplified && !traditional);
            telltales.simplified += usize::from(simplified && !japanese && !traditional);
            telltales.traditional += usize::from(traditional && !japanese && !simplified);
            telltales.cantonese += usize::from(CANTONESE.contains(character));
        }
        telltales
    }

    /// Whether Cantonese characters are as frequent as in Cantonese, where every tenth is one; Chinese quotes one
    /// now and then.
    pub(crate) fn are_cantonese(self) -> bool {
        self.cantonese * 40 >= self.all.max(1)
    }

    /// Whether so few characters may be Cantonese without showing one of its own: of forty, one text in seventy.
    pub(crate) fn may_hide_cantonese(self) -> bool {
        self.all < 40
    }

    /// The script code of a Chinese text: `Hans` or `Hant` where characters decide, else `Hani`.
    pub(crate) fn chinese_script(self) -> &'static str {
        // Names are quoted in their own form now and then, so a bare majority does not decide.
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
        assert_eq!(Telltales::of(words).chinese_script(), expected, "script of {words:?}");
    }

    #[test]
    fn telltale_characters_decide_the_form_of_chinese() {
        check("中国经济增长放缓", "Hans");
        check("台灣經濟成長趨緩", "Hant");
        check("北京今天下雨", "Hani");
    }

    #[test]
    fn japanese_forms_tell_japanese() {
        let telltales = Telltales::of("政府経済対策発表");
        assert!(telltales.japanese >= 4 && telltales.simplified == 0 && telltales.traditional == 0);
    }

    #[test]
    fn cantonese_writes_characters_of_its_own() {
        assert_eq!(Telltales::of("佢哋喺香港嘅屋企").cantonese, 4);
        assert!(
            Telltales::of("佢哋喺香港嘅屋企").are_cantonese() && !Telltales::of("兩國關係").are_cantonese()
        );
    }
}
