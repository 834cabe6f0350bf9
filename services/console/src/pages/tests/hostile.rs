//! Articles that want to be more than text. Each goes through every page.

use super::{document::Document, fixtures::pages};

/// Texts that a careless page would run, hide or be broken by.
const HOSTILE: &[&str] = &[
    // Markup and scripts
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</pre></body></html><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=\"javascript:alert(1)\"></object>",
    "<embed src=\"data:text/html,<script>alert(1)</script>\">",
    "<base href=\"//evil.example/\">",
    "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>body{display:none}</style>",
    "<form action=//evil.example><input name=csrf></form>",
    "<button formaction=\"javascript:alert(1)\">x</button>",
    "<details open ontoggle=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<p style=\"position:fixed;inset:0\">",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<plaintext>",
    "<!-- --><script>alert(1)</script><!--",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e \"e\">]>&e;",
    "<scr\0ipt>alert(1)</scr\0ipt>",
    "<<script>alert(1);//<</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62; &#x3c;b&#x3e; &amp;amp; &notanentity; &",
    // Attributes
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='",
    "\"><script>alert(1)</script>",
    "'><img src=x onerror=alert(1)>",
    "` onclick=alert(1) `",
    "x\" style=\"color:red",
    "x data-every=1 data-events=//evil.example",
    // Addresses
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "\u{1}javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//evil.example/x",
    "https://user:secret@evil.example/\"><script>",
    "../../dead/act?action=drop",
    "?entity=1&revision=x#fragment",
    "%22%3E%3Cscript%3E%00%zz",
    // JSON in HTML
    "{\"body\": \"</script><script>alert(1)</script>\"}",
    "{\"__proto__\": {\"x\": 1}, \"constructor\": \"<b>\"}",
    "\u{2028}\u{2029}\\u003cscript\\u003e",
    "{{7*7}} ${alert(1)} #{x} <%= x %>",
    // Directions, controls and marks
    "\u{202e}evil.example//:sptth\u{202c} invoice\u{202e}fdp.exe",
    "\u{2066}\u{2067}\u{2068}unclosed isolates",
    "\u{202a}\u{202b}\u{202d}unclosed embeddings مرحبا",
    "\u{200f}שלום \u{200e}<b>\u{61c}",
    "\0\u{1}\u{7}\u{8}\u{b}\u{c}\u{1b}[31m\u{7f}\u{80}\u{9f}",
    "\r\n\r \n\u{85}line\rbreaks",
    "\nfirst line is empty",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} Z\u{335}\u{336}\u{337}",
    "\u{fdd0}\u{ffff}\u{10ffff}\u{feff}\u{e000}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{1f1f3}\u{1f1f4} \u{e0001}\u{e0041}",
    "",
    " ",
];

/// What a page may load and follow.
const SCRIPTS: [&str; 2] = ["/assets/theme.js", "/assets/console.js"];

/// Attributes with addresses.
const ADDRESSES: [&str; 6] = ["href", "src", "action", "formaction", "data-events", "srcdoc"];

/// Checks that a page loads, runs and links nothing but what the page itself means to.
fn check(name: &str, text: &str, document: &Document) {
    for (element, attributes) in &document.elements {
        let of = |wanted: &str| {
            attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
        };
        if element == "script" {
            assert!(SCRIPTS.contains(&of("src").unwrap_or("inline")), "{name}: a script for {text:?}");
        }
        let harmful = ["iframe", "object", "embed", "base", "style", "template", "img", "noscript"];
        assert!(!harmful.contains(&element.as_str()), "{name}: <{element}> for {text:?}");
    }
    for (attribute, value) in document.attributes() {
        assert!(!attribute.starts_with("on") && attribute != "style", "{name}: {attribute} for {text:?}");
        if ADDRESSES.contains(&attribute) {
            let own = (value.starts_with('/') && !value.starts_with("//")) || value.starts_with('#');
            let of_the_web = value.starts_with("https://") || value.starts_with("http://");
            assert!(own || of_the_web, "{name}: {attribute}={value:?} for {text:?}");
        }
    }
}

#[test]
fn no_article_is_more_than_text_on_any_page() {
    assert!(HOSTILE.len() >= 60);
    for text in HOSTILE {
        for (name, page) in pages(text) {
            check(name, text, &Document::parse(&page.into_string()));
        }
    }
}

/// Pages differ with the text in what they link and leave out, but a text cannot add elements of its own.
#[test]
fn markup_in_an_article_adds_no_element() {
    let shapes = |text: &str| -> Vec<Vec<String>> {
        // How many words differ between two revisions is up to the text.
        let pages = pages(text).into_iter().filter(|(name, _)| *name != "compare");
        pages.map(|(_, page)| Document::parse(&page.into_string()).shape()).collect()
    };
    let pattern = "plain words here";
    let same_length = |markup: &str| markup.chars().take(pattern.len()).collect::<String>();
    for markup in ["<b>bold</b><i>x</", "<script>x</scrip", "\"onclick=\"x\"a='b", "</textarea></pre"] {
        for (plain, hostile) in shapes(pattern).into_iter().zip(shapes(&same_length(markup))) {
            assert_eq!(plain, hostile, "{markup}");
        }
    }
}
