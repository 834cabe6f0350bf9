//! A stage that fails on purpose on the articles that ask it to.

use std::time::Duration;

use messages::{Event, Rejection, Stage, StageIdentity, StageName};

/// The member of an article that names its fault.
pub(crate) const FAULT: &str = "fault";

/// A stage that first causes the fault that the article names: `panic`, `abort`, `hang` or `slow`.
pub(super) struct Faulty<S> {
    pub(super) stage: S,
    /// How long a slow article takes.
    pub(super) slow: Duration,
}

impl<S: Stage> Stage for Faulty<S> {
    type Input = S::Input;
    type Output = S::Output;

    fn identity(&self) -> &StageIdentity {
        self.stage.identity()
    }

    fn first_stage(&self) -> StageName {
        self.stage.first_stage()
    }

    #[expect(clippy::panic, clippy::disallowed_methods, reason = "this stage fails on purpose")]
    fn process(&self, input: Self::Input) -> Result<Self::Output, Rejection> {
        let fault = input.article().other.get(FAULT);
        match fault.as_ref().and_then(|fault| fault.as_str()) {
            Some("panic") => panic!("as the article asks"),
            Some("abort") => std::process::abort(),
            Some("hang") => loop {
                std::thread::park();
            },
            Some("slow") => std::thread::sleep(self.slow),
            _ => {}
        }
        self.stage.process(input)
    }
}
