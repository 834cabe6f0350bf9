//! What is wrong with a folder, in which file, and what to do.

use std::fmt;

/// Why a folder cannot be used: the file, what is wrong with it, and the fix.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {problem}; {fix}")]
pub struct FolderError {
    file: String,
    problem: String,
    fix: String,
}

impl FolderError {
    pub(super) fn new(file: &str, problem: impl fmt::Display, fix: impl fmt::Display) -> Self {
        // A file from elsewhere may have anything in it, and the sentence is for people.
        let short =
            |text: String| text.chars().take(600).filter(|character| !character.is_control()).collect();
        Self {
            file: short(file.to_owned()),
            problem: short(problem.to_string()),
            fix: short(fix.to_string()),
        }
    }
}

/// The fix where a file is cut short or of another making.
pub(super) const SAVE_AGAIN: &str =
    "copy the folder anew, or write it again with save_pretrained() of model and tokenizer";
