//! The page on which a person enters a token.

use maud::{DOCTYPE, Markup, html};

use super::layout::head;

/// Returns the page. `refused` says that the token before was not accepted.
pub fn page(refused: bool) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            (head("Sign in"))
            body {
                main #main {
                    section.notice {
                        h1 { "Sign in" }
                        @if refused { p.banner.bad role="alert" { "This token is not accepted." } }
                        form method="post" action="/login" {
                            label {
                                "Token"
                                input #token type="password" name="token" required autocomplete="current-password";
                            }
                            p.buttons { button type="submit" { "Sign in" } }
                        }
                        p.small { "Whoever runs the console gives out the tokens." }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_token_is_said_aloud() {
        assert!(page(true).into_string().contains("role=\"alert\""));
        assert!(!page(false).into_string().contains("role=\"alert\""));
    }
}
