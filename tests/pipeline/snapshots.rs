//! Snapshots of every test article after all four stages, as readable text.
//!
//! A change of behaviour appears in review as text that people can judge. To accept a change, run
//! `INSTA_UPDATE=always cargo test -p pipeline-tests snapshots` and read every line of the diff.

use pipeline_tests::{Annotated, article, article_names, invariants, readable::readable};

/// Declares one test for each article, and the list of articles.
macro_rules! articles {
    ($($name:ident),+ $(,)?) => {
        $(
            #[test]
            fn $name() {
                check(&stringify!($name).replace('_', "-"));
            }
        )+

        const TESTED: &[&str] = &[$(stringify!($name)),+];
    };
}

articles![
    ar_miyah,
    de_windpark,
    el_metro,
    en_briefing_list,
    en_caps_headline,
    en_crlf_wrapped,
    en_drought_byline,
    en_emoji_quotes,
    en_ferry_strike,
    en_fr_mixed,
    en_html_left_in,
    en_long_rail_merger,
    en_tiny,
    es_terremoto,
    fr_musee,
    hi_baagh,
    it_porto,
    ja_hakodate_snow,
    ko_busan_port,
    nl_fietsbrug,
    pl_stocznia,
    pt_vinho,
    ru_baikal,
    sv_fiske,
    tr_zeytin,
    uk_tramvai,
    zh_gaotie,
];

fn check(name: &str) {
    let annotated = Annotated::new(article(name));
    invariants::check_all(&annotated);
    let shown = readable(&annotated.summarized).to_string();
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, shown);
    });
}

#[test]
fn every_article_has_its_snapshot() {
    let tested: Vec<String> = TESTED.iter().map(|name| name.replace('_', "-")).collect();
    assert_eq!(tested, article_names());
}
