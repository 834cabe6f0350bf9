//! Whether the account has room for what will be created. Pure, and checked before anything is created.

use async_nats::jetstream::{account::Account, stream::Config};

use super::{errors::SetupError, units};

/// A stream as it is stored, if it is, and as it is wanted.
pub(super) type Wanted<'c> = (Option<&'c Config>, &'c Config);

/// Returns the limit of the account that the wanted streams exceed.
///
/// The account does not tell how much storage the server has. If that is too little, the server refuses a
/// stream later.
pub(super) fn shortage(account: &Account, streams: &[Wanted<'_>]) -> Option<SetupError> {
    too_large(account, streams).or_else(|| too_many(account, streams)).or_else(|| too_much(account, streams))
}

fn too_large(account: &Account, streams: &[Wanted<'_>]) -> Option<SetupError> {
    let limit = account.limits.storage_max_stream_bytes.filter(|limit| *limit > 0)?;
    let (_, largest) = streams.iter().rev().max_by_key(|(_, wanted)| wanted.max_bytes)?;
    (largest.max_bytes > limit).then(|| {
        let cause = format!(
            "stream {} shall hold {}, but the account allows {} a stream (`store_max_stream_bytes`)",
            largest.name,
            units::size(largest.max_bytes),
            units::size(limit)
        );
        SetupError::no_room(cause, "give a smaller `--max-bytes`, or raise the account's limit")
    })
}

fn too_many(account: &Account, streams: &[Wanted<'_>]) -> Option<SetupError> {
    let limit = usize::try_from(account.limits.max_streams.filter(|limit| *limit > 0)?).ok()?;
    let missing = streams.iter().filter(|(stored, _)| stored.is_none()).count();
    (account.streams + missing > limit).then(|| {
        let cause = format!(
            "{missing} streams are missing, but the account has {} of the {limit} that it may have (`max_streams`)",
            account.streams
        );
        SetupError::no_room(cause, "raise the account's limit: a pipeline has eight streams")
    })
}

fn too_much(account: &Account, streams: &[Wanted<'_>]) -> Option<SetupError> {
    // An account with tiers reports zero. The server refuses what exceeds a tier.
    let limit = account.limits.max_storage.filter(|limit| *limit > 0)?;
    let added: i64 = streams
        .iter()
        .map(|(stored, wanted)| reserved(wanted).saturating_sub(stored.map_or(0, reserved)))
        .fold(0, i64::saturating_add);
    let left = limit.saturating_sub(i64::try_from(account.reserved_storage).unwrap_or(i64::MAX));
    (added > 0 && added > left).then(|| {
        let cause = format!(
            "the streams need {} more, but the account has {} left of {} (`max_file`)",
            units::rounded(added),
            units::rounded(left),
            units::rounded(limit)
        );
        SetupError::no_room(
            cause,
            "give a smaller `--max-bytes` for each stream, or raise the account's limit",
        )
    })
}

/// Returns the bytes that a stream reserves on all servers together, as the server counts them.
fn reserved(config: &Config) -> i64 {
    let copies = i64::try_from(config.num_replicas.max(1)).unwrap_or(i64::MAX);
    config.max_bytes.max(0).saturating_mul(copies)
}

#[cfg(test)]
mod tests {
    use async_nats::jetstream::account::Limits;

    use super::*;

    fn stream(max_bytes: i64, num_replicas: usize) -> Config {
        Config { name: "A".into(), max_bytes, num_replicas, ..Config::default() }
    }

    fn account(limits: Limits) -> Account {
        Account { limits, streams: 2, reserved_storage: 1 << 30, ..Account::default() }
    }

    #[track_caller]
    fn check(limits: Limits, streams: &[Wanted<'_>], expected: Option<&str>) {
        let found = shortage(&account(limits), streams).map(|error| error.to_string());
        match (&found, expected) {
            (None, None) => {}
            (Some(found), Some(expected)) if found.contains(expected) && found.contains('`') => {}
            _ => panic!("{found:?}, not {expected:?}"),
        }
    }

    #[test]
    fn names_the_limit_that_is_exceeded() {
        let (small, large) = (stream(1 << 30, 1), stream(1 << 30, 3));
        let storage = |bytes| Limits { max_storage: Some(bytes), ..Limits::default() };
        let new = [(None, &small), (None, &small)];
        check(Limits::default(), &new, None);
        check(storage(3 << 30), &new, None);
        check(storage(2 << 30), &new, Some("need 2.0 GiB more, but the account has 1.0 GiB left of 2.0 GiB"));
        check(storage(3 << 30), &[(Some(&small), &large)], None);
        check(storage(2 << 30), &[(Some(&small), &large)], Some("need 2.0 GiB more"));
        check(storage(0), &new, None);
        let streams = |number| Limits { max_streams: Some(number), ..Limits::default() };
        check(streams(4), &new, None);
        check(streams(3), &new, Some("2 streams are missing, but the account has 2 of the 3"));
        let each = |bytes| Limits { storage_max_stream_bytes: Some(bytes), ..Limits::default() };
        check(each(0), &new, None);
        check(each(1 << 30), &new, None);
        check(each(1 << 20), &new, Some("shall hold 1 GiB, but the account allows 1 MiB a stream"));
    }
}
