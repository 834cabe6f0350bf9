//! Lines under pictures, between the paragraphs of a story.

use super::check_blocks;

#[test]
fn a_line_that_holds_a_picture_credit_is_a_caption() {
    let lead =
        "The new tram along the harbour opens on Monday, a month ahead of plan, the city said on Friday.";
    let more = "A ticket costs two pounds. The first tram leaves at five in the morning.";
    for line in [
        "Mara Quist/Getty Images",
        "Photo by Mara Quist",
        "El tranvía, el lunes. MARA QUINTANA (EFE)",
        "El tranvía del puerto | EFE",
        "© Mara Quesnel",
        "Foto Ansa",
        "Immagine di repertorio",
        "Imagem ilustrativa",
        "תמונה להמחשה",
        "港を走る路面電車＝3日、横浜市（共同）",
        "항만 트램. 연합뉴스",
    ] {
        let caption = format!("caption: {line}");
        let (first, last) = (format!("paragraph: {lead}"), format!("paragraph: {more}"));
        check_blocks("en", &format!("{lead}\n\n{line}\n\n{more}"), &[&first, &caption, &last]);
    }
}
