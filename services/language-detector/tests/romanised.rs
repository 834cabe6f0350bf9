//! Languages of other scripts in Latin letters are never reliable, whatever language they resemble.
//!
//! The sentences and headlines were written for this test, in the spellings of chats and forums.

use language_detector::LanguageDetector;

/// Checks that none of `texts` is reliable, alone or as one article.
fn check(texts: &[&str]) {
    let detector = LanguageDetector::new();
    let together = texts.join(" ");
    for text in texts.iter().copied().chain([together.as_str()]) {
        let found = detector.detect("", text, None);
        let named = found.candidates.first().map(|best| (best.language.tag, best.confidence));
        assert!(!found.reliable, "{text:?} was called {named:?}");
        assert_eq!(found.script, "Latn");
    }
}

#[test]
fn hindi() {
    check(&[
        "Sarkar ne kisanon ke liye nayi yojana ka elan kiya",
        "Dilli mein bhari barish se sadkon par pani bhar gaya",
        "Pradhan mantri ne kaha ki desh ki arthvyavastha mazboot hai",
        "Aaj shaam tak result aa jayega, sab log intezaar kar rahe hain",
        "Bharat ne Australia ko paanch wicket se haraya",
        "Mumbai ki local train mein bheed, yatri pareshan",
        "Yeh film dekhne ke baad mujhe bahut accha laga yaar",
        "Petrol ke daam phir badhe, aam aadmi par bojh",
        "Vipaksh ne sansad mein hungama kiya aur bahar chala gaya",
        "Kya aapko pata hai ki kal bank band rahega",
        "Shiksha mantri ne pariksha ki nayi tareekhon ki ghoshna ki",
        "Gaon ke logon ne purane pul ki marammat ki maang ki hai",
    ]);
}

#[test]
fn urdu() {
    check(&[
        "Wazir e azam ne qaum se khitab karte hue kaha ke mulk ko mushkilat ka samna hai",
        "Karachi mein bijli ki bandish se shehri pareshan hain",
        "Adalat ne mulzim ki zamanat ki darkhwast mustarad kar di",
        "Pakistan ne doosra test match jeet liya",
        "Hukumat ne petrol ki qeemat mein izafa kar diya hai",
        "Mujhe samajh nahi aa raha ke yeh masla kaise hal hoga",
        "Lahore mein dhund ki wajah se parwazein mansookh",
        "Sadar ne naye qanoon par dastakhat kar diye",
        "Police ne do afraad ko giraftar kar liya",
        "Aap ki dua se sab theek hai, bachay school ja rahe hain",
    ]);
}

#[test]
fn arabic() {
    check(&[
        "el 7okouma 2arraret terfa3 as3ar el benzin mel bokra",
        "ana mesh fahem leh el nas za3lana men el mawdoo3 da",
        "ra2ees el wozara ebtada zeyara rasmeya le baghdad",
        "el matar sakker el toro2 w el madares 2efelet el yom",
        "wallah ya akhi el wad3 sa3b awi el ayam di",
        "al hukuma taqul inna al jisr al qadim sayughlaq al shahr al qadim",
        "montakhab masr keseb el match etnen wahed",
        "shu akhbarak habibi, kif el 3eile w el shoghol",
        "el shorta masket etnen mashboheen fel 7adsa",
        "inshallah bokra nesafer el eskenderia ma3 el welad",
    ]);
}

#[test]
fn greek() {
    check(&[
        "I kyvernisi anakoinose simera nea metra gia tin oikonomia",
        "O prothypourgos tha synantisei tous ypourgous tin Triti",
        "den katalavaino giati oloi milane gia auto to thema",
        "Ischyres vroches stin Athina, kleistoi dromoi kai provlimata",
        "Kalimera se olous, ti kanete simera",
        "H omada kerdise ton agona me dyo gkol sto telos",
        "oi times ton kafsimon anevikan pali auti tin evdomada",
        "Apergia sta ploia avrio, xwris dromologia ta nisia",
        "Ta sxoleia tha meinoun kleista logw tou xioniou",
        "eixame poly wraio kairo sto nisi kai fagame psari",
    ]);
}

#[test]
fn russian() {
    check(&[
        "Pravitelstvo obyavilo o novykh merakh podderzhki ekonomiki",
        "Prezident vstretilsya s ministrom oborony v Moskve",
        "ya ne ponimayu pochemu vse ob etom govoryat",
        "V gorode proshel silnyy dozhd, dorogi zatopleny",
        "Privet, kak dela, chto novogo u vas doma",
        "Tseny na benzin snova vyrosli na etoy nedele",
        "Sbornaya vyigrala match so schetom dva odin",
        "Politsiya zaderzhala dvukh podozrevaemykh posle pozhara",
        "Shkoly zavtra budut zakryty iz-za snegopada",
        "Zhiteli trebuyut otremontirovat staryy most cherez reku",
    ]);
}

#[test]
fn others() {
    check(&[
        "dolat elam kard ke gheymate benzin az farda ziad mishavad",
        "man nemidunam chera hame darbareye in mozu harf mizanand",
        "Shorkar notun ain ghoshona korlo, manush khub khushi",
        "Ami bujhte parchi na keno sobai eto raag koreche",
        "Arasu puthiya thittam arivithathu, makkal magizhchi adainthanar",
        "Uryad oholosyv novi zakhody pidtrymky ekonomiky krayiny",
        "Pravitelstvoto obyavi novi merki za ikonomikata na stranata",
        "Seifu wa kyou atarashii keizai taisaku wo happyou shimashita",
        "Zhengfu jintian xuanbu le xin de jingji cuoshi",
        "Jeongbuneun oneul saeroun gyeongje daechaegeul balpyohaetda",
        "Ha memshala hodia al tochnit chadasha lekalkala",
        "Ratthaban prakat matrakan setthakit mai wan ni",
    ]);
}
