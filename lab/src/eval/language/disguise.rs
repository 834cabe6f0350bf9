//! Text as feeds deliver it: in markup, with addresses, in capitals.

type Disguise = fn(&str) -> String;

/// All disguises by name, the plain text first.
pub(super) const ALL: &[(&str, Disguise)] = &[
    ("plain text", str::to_owned),
    ("HTML", html),
    ("URLs and handles", social),
    ("agency credit", credit),
    ("ALL CAPS", str::to_uppercase),
];

fn html(text: &str) -> String {
    format!(
        "<div class=\"article-body\"><p class=\"lead\"><strong>{text}</strong>&nbsp;<a href=\"https://news.example.com/\
         world/2019/04/24/story.html?utm_source=feed&amp;utm_medium=rss\" target=\"_blank\" rel=\"noopener\"><img \
         src=\"/media/photo-1280x720.jpg\" alt=\"\"/></a></p></div>"
    )
}

fn social(text: &str) -> String {
    format!(
        "@newsdesk {text} https://news.example.com/world/2019/04/24/story.html #breaking #news via @world_desk"
    )
}

fn credit(text: &str) -> String {
    format!("(Reuters) - {text} [photo: Getty Images/AFP]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_disguise_contains_the_text() {
        for (name, wrap) in ALL {
            let wrapped = wrap("Regn i Oslo").to_lowercase();
            assert!(wrapped.contains("regn i oslo"), "{name}");
        }
    }
}
