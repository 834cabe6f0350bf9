//! Nkeys and credentials, which change while a worker runs.

use std::{fs, path::Path, process::Command};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use messages::StageName;
use nkeys::KeyPair;
use pipeline_tests::{Binaries, NatsServer, Process, articles_folder};
use serde_json::{Value, json};

/// Starts a worker with the secret `first` in a file that `variable` names. Then it restarts the server with
/// `second` instead, and writes that into the file. The worker must go on.
///
/// Each secret comes with the configuration of the server that accepts it alone.
fn check(variable: &str, first: (&str, &str), second: (&str, &str)) {
    let binaries = Binaries::built();
    let file = tempfile::NamedTempFile::new().unwrap();
    let with_secret = |mut command: Command| {
        command.env(variable, file.path());
        command
    };
    let tool = |url: &str, arguments: &[&str]| {
        let (status, stdout, stderr) = Process::run(with_secret(binaries.wiredesk(url, arguments)));
        assert!(status.success(), "{variable}: {arguments:?}: {stderr}");
        stdout
    };
    write(file.path(), first.0);
    let mut server = NatsServer::start_configured(first.1);
    tool(server.url(), &["setup"]);
    let mut worker = Process::start(with_secret(binaries.worker(StageName::Detect, server.url())));
    worker.wait_for_stderr("ready");
    server.configure(second.1);
    server.restart();
    worker.wait_for_stderr("NATS refuses the connection, reading the secrets again");
    write(file.path(), second.0);
    let published = tool(server.url(), &["publish", &articles_folder().to_string_lossy()]).lines().count();
    let arguments = ["results", "--stage", "detect", "--follow", "--count", &published.to_string()];
    assert_eq!(tool(server.url(), &arguments).lines().count(), published);
    assert!(worker.is_running(), "{}", worker.stderr());
}

fn write(file: &Path, secret: &str) {
    fs::write(file, secret).expect("a secret can be written");
}

fn seed(pair: &KeyPair) -> String {
    pair.seed().expect("a new pair has its seed")
}

#[test]
fn a_worker_goes_on_with_a_new_nkey() {
    let [first, second] = [KeyPair::new_user(), KeyPair::new_user()];
    let accepting =
        |pair: &KeyPair| format!("authorization {{ users: [{{ nkey: {} }}] }}\n", pair.public_key());
    check("NATS_NKEY", (&seed(&first), &accepting(&first)), (&seed(&second), &accepting(&second)));
}

#[test]
fn a_worker_goes_on_with_new_credentials() {
    let (operator, account, system) =
        (KeyPair::new_operator(), KeyPair::new_account(), KeyPair::new_account());
    let [first, second] = [KeyPair::new_user(), KeyPair::new_user()];
    let accepting_all_but = |revoked: &KeyPair| {
        let newspaper = json!({"limits": limits(), "revocations": {revoked.public_key(): 4_102_444_800_u64}});
        format!(
            "operator: {}\nsystem_account: {}\nresolver: MEMORY\nresolver_preload: {{ {}: {}, {}: {} }}\n",
            token(
                &operator,
                &operator.public_key(),
                "operator",
                json!({"system_account": system.public_key()})
            ),
            system.public_key(),
            account.public_key(),
            token(&operator, &account.public_key(), "account", newspaper),
            system.public_key(),
            token(&operator, &system.public_key(), "account", json!({"limits": without_storage()})),
        )
    };
    let credentials = |user: &KeyPair| {
        let token =
            token(&account, &user.public_key(), "user", json!({"subs": -1, "data": -1, "payload": -1}));
        format!(
            "-----BEGIN NATS USER JWT-----\n{token}\n------END NATS USER JWT------\n\n\
             -----BEGIN USER NKEY SEED-----\n{}\n------END USER NKEY SEED------\n",
            seed(user)
        )
    };
    check(
        "NATS_CREDS",
        (&credentials(&first), &accepting_all_but(&second)),
        (&credentials(&second), &accepting_all_but(&first)),
    );
}

fn without_storage() -> Value {
    json!({
        "subs": -1, "data": -1, "payload": -1, "imports": -1, "exports": -1, "wildcards": true, "conn": -1,
        "leaf": -1,
    })
}

fn limits() -> Value {
    let mut limits = without_storage();
    for limit in ["mem_storage", "disk_storage", "streams", "consumer"] {
        limits[limit] = (-1).into();
    }
    limits
}

/// Returns a JWT as NATS uses them, in which `issuer` says what `subject` may do.
fn token(issuer: &KeyPair, subject: &str, kind: &str, mut nats: Value) -> String {
    nats["type"] = kind.into();
    nats["version"] = 2.into();
    let claims = json!({
        "jti": subject, "iat": 1_700_000_000, "iss": issuer.public_key(), "sub": subject, "name": kind,
        "nats": nats,
    });
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(&json!({"typ": "JWT", "alg": "ed25519-nkey"})), part(&claims));
    let signature = issuer.sign(signed.as_bytes()).expect("a pair with a seed signs");
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}
