//! Swedish. Function words, reporting verbs and phrases of web pages, chosen by hand.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    stop_words: "\
        alla allt alltså än ändå annan annat andra att av bara berättar bland blev bli blir blivit både \
        börjar da dag dagar de dem den denna deras dess dessa det detta dig din dit du där därför då \
        efter eftersom ej eller en enligt er ett fick fler flera fram från få får för före första förra \
        gick ges göra gör ha hade han hans har helt henne hennes hon honom hos hur här i icke idag igen \
        igår in inför ingen inget inom inte ja jag ju kan kl kommer kunde kunna man med medan mellan men \
        mer mest mig min mot mycket måste nu ny nya när någon något några och också om oss på redan \
        samma samt sedan senast senaste si sig sin sina sitt själv ska skrev skriver skulle som säger \
        sade sa så sådan tid till tidigare två tre under upp ut utan vad var vara varför varit varje \
        vars vem vi vid vilken vill vilka väl år åren åt även över måndag tisdag onsdag torsdag fredag \
        lördag söndag",
    orphan_openings: &[
        "han",
        "hon",
        "den",
        "det",
        "de",
        "dem",
        "hans",
        "hennes",
        "deras",
        "dess",
        "detta",
        "denna",
        "dessa",
        "men",
        "och",
        "också",
        "dessutom",
        "däremot",
        "samtidigt",
        "därför",
        "sedan",
        "då",
        "så",
        "dock",
        "ändå",
        "där",
        "båda",
        "bolaget",
        "företaget",
    ],
    boilerplate: &["läs också", "läs även", "läs mer", "klicka här", "följ oss", "foto:", "annons"],
    cues: &[
        "anklaga",
        "avtal",
        "bekräfta",
        "beslutade",
        "beslutat",
        "dog ",
        "dödad",
        "dödades",
        "döm",
        "enligt ",
        "för första gången",
        "förbju",
        "godkän",
        "greps",
        "gripen",
        "kommer att",
        "meddelade",
        "polisen",
        "rapport",
        "ska ",
        "skada",
        "studie",
        "totalt",
        "utred",
        "vann ",
        "varna",
        "väntas",
        "åtala",
    ],
    opens_speech_with_dash: true,
    ..Profile::NONE
};
