//! Chinese, Mandarin and Cantonese.
//!
//! Chinese does not abbreviate its own words with a stop.

use super::common::FOREIGN_ABBREVIATIONS;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(FOREIGN_ABBREVIATIONS),
    words: SharedWords {
        speech_clause_endings: &[
            "说", "說", "问道", "問道", "写道", "寫道", "笑道", "答道", "喊道", "叹道", "嘆道", "反问",
            "反問", "问", "問", "表示", "指出", "强调", "強調", "坦言", "回忆", "回憶", "感叹", "感嘆",
            "补充", "補充", "解释", "解釋", "呼吁", "呼籲", "直言", "透露", "介绍", "介紹",
        ],
        speech_clause_exceptions: &["据", "據"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_labels: &["记者", "記者", "文", "作者", "撰文", "本报记者"],
        reporter_titles: &["记者", "記者", "本报记者", "本報記者", "通讯员"],
        credit_openings: &["编辑：", "編輯：", "责任编辑", "責任編輯", "（责任编辑", "（編輯"],
        notice_openings: &["本文来源"],
        end_marks: &["（完）", "(完)", "【完】", "（终）", "（終）", "【終】"],
        caption_openings: &["图：", "图为", "图片：", "圖：", "圖為"],
        caption_credits: &["摄", "攝"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        places_after_reporters: &[
            "台北", "臺北", "新北", "桃園", "台中", "臺中", "台南", "臺南", "高雄", "基隆", "新竹", "苗栗",
            "彰化", "南投", "雲林", "嘉義", "屏東", "宜蘭", "花蓮", "台東", "臺東", "澎湖", "金門", "馬祖",
            "連江", "東京", "首爾", "北京", "上海", "香港", "曼谷", "華盛頓", "紐約", "洛杉磯", "舊金山",
            "倫敦", "巴黎", "柏林", "布魯塞爾", "日內瓦", "新加坡", "吉隆坡", "雅加達", "馬尼拉", "雪梨",
            "多倫多", "莫斯科",
        ],
        agencies: &["xinhua", "cna"],
        caseless_agencies: &[
            "新华社", "新華社", "中新社", "中央社", "法新社", "路透社", "美联社", "美聯社",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
