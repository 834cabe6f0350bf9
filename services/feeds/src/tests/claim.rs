//! Which instance may poll a host.

use std::time::Duration;

use url::Url;

use crate::claim::{Claim, key};

const NOW: u64 = 1_800_000_000;

#[test]
fn one_instance_holds_a_host_and_its_claim_ends_by_itself() {
    let claim = Claim::made("a", NOW);
    assert_eq!(claim.wait("a", NOW), None);
    assert_eq!(claim.wait("b", NOW), Some(Duration::from_secs(20)));
    assert_eq!(claim.wait("b", NOW + 20), None);
}

#[test]
fn an_instance_can_give_a_host_up() {
    assert_eq!(Claim::default().wait("a", NOW), None);
    assert_eq!(Claim::ended("a", NOW).wait("b", NOW), None);
}

#[test]
fn the_feeds_of_a_host_share_a_key_that_any_bucket_takes() {
    let of = |url: &str| key(&Url::parse(url).unwrap());
    assert_eq!(of("https://example.org/a"), of("https://example.org:443/b?c"));
    assert_ne!(of("https://example.org/a"), of("https://example.com/a"));
    let digits = of("https://example.org/").split_off("host.".len());
    assert!(digits.len() == 32 && digits.chars().all(|digit| digit.is_ascii_hexdigit()), "{digits}");
}
