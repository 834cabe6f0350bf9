//! Extractors that refuse a request as the rest of the API does: with a [`Problem`].

use axum::{
    extract::{
        FromRequest, FromRequestParts, Request,
        rejection::{
            BytesRejection, FormRejection, JsonRejection, PathRejection, QueryRejection, RawFormRejection,
        },
    },
    http::{StatusCode, request::Parts},
};

use crate::problem::Problem;

/// An extractor of axum, such as `Query<T>`, that refuses with a [`Problem`].
pub(crate) struct Checked<E>(pub(crate) E);

impl<S, E> FromRequestParts<S> for Checked<E>
where
    S: Send + Sync,
    E: FromRequestParts<S>,
    Problem: From<E::Rejection>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        Ok(Self(E::from_request_parts(parts, state).await?))
    }
}

impl<S, E> FromRequest<S> for Checked<E>
where
    S: Send + Sync,
    E: FromRequest<S>,
    Problem: From<E::Rejection>,
{
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        Ok(Self(E::from_request(request, state).await?))
    }
}

/// Each rejection of axum has a status and a sentence that names the wrong member.
macro_rules! problem_of {
    ($($rejection:ty),+) => {
        $(impl From<$rejection> for Problem {
            fn from(rejection: $rejection) -> Self {
                refused(rejection.status(), rejection.body_text())
            }
        })+
    };
}

problem_of!(BytesRejection, FormRejection, JsonRejection, PathRejection, QueryRejection, RawFormRejection);

fn refused(status: StatusCode, sentence: String) -> Problem {
    let code = match status {
        StatusCode::PAYLOAD_TOO_LARGE => "too_large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "unsupported_media_type",
        StatusCode::UNPROCESSABLE_ENTITY => "invalid_body",
        _ => "invalid_request",
    };
    Problem::new(status, code, sentence)
}
