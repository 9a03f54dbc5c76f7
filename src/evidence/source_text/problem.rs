//! Why the words of a source could not be had.

use std::io;

use crate::language::say;

/// Why the words of a source could not be had. Each says in a sentence what is wrong and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The name is more than the bare name of a file.
    #[error("{}", say!("evidence-problem-name"))]
    Name,
    /// There is no such file.
    #[error("{}", say!("evidence-problem-missing"))]
    Missing,
    /// The file is a link to somewhere else.
    #[error("{}", say!("evidence-problem-outside"))]
    Outside,
    /// It is a folder, a pipe or a device.
    #[error("{}", say!("evidence-problem-not-a-file"))]
    NotAFile,
    /// The file is longer than a source may be.
    #[error("{}", say!("evidence-problem-too-large"))]
    TooLarge,
    /// The Markdown text is longer than one may be.
    #[error("{}", say!("evidence-problem-long-markdown"))]
    LongMarkdown,
    /// Its words are more than a source may have, though the file is not too large.
    #[error("{}", say!("evidence-problem-too-long"))]
    TooLong,
    /// The texts that were read before are as much as a story may have.
    #[error("{}", say!("evidence-problem-too-much"))]
    TooMuch,
    /// The system refused.
    #[error("{}", say!("evidence-problem-unreadable", error = .0.to_string()))]
    Unreadable(#[source] io::Error),
    /// Its name ends in nothing that can be read.
    #[error("{}", say!("evidence-problem-unknown-kind"))]
    UnknownKind,
    /// It holds something else than its name says.
    #[error("{}", say!("evidence-problem-not-text"))]
    NotText,
    /// There is nothing to quote.
    #[error("{}", say!("evidence-problem-no-words"))]
    NoWords,
    /// The PDF is damaged.
    #[error("{}", say!("evidence-problem-broken"))]
    Broken,
    /// The PDF needs a password.
    #[error("{}", say!("evidence-problem-locked"))]
    Locked,
    /// It took too much memory.
    #[error("{}", say!("evidence-problem-too-hard"))]
    TooHard,
    /// It took too long.
    #[error("{}", say!("evidence-problem-timeout"))]
    Timeout,
    /// PDF files are read by a second process, which could not be started.
    #[error("{}", say!("evidence-problem-no-helper", error = .0.to_string()))]
    NoHelper(#[source] io::Error),
    /// The reading was cancelled.
    #[error("{}", say!("evidence-problem-cancelled"))]
    Cancelled,
}

impl Problem {
    /// What is wrong in a word, for scripts.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Name => "source-name",
            Self::Missing => "source-missing",
            Self::Outside => "source-outside",
            Self::NotAFile => "source-not-a-file",
            Self::TooLarge | Self::LongMarkdown | Self::TooMuch | Self::TooLong => {
                "source-too-large"
            }
            Self::Unreadable(_) => "source-unreadable",
            Self::UnknownKind => "source-unknown-kind",
            Self::NotText => "source-not-text",
            Self::NoWords => "source-no-words",
            Self::Broken => "source-broken",
            Self::Locked => "source-locked",
            Self::TooHard => "source-too-hard",
            Self::Timeout => "source-timeout",
            Self::NoHelper(_) => "source-no-helper",
            Self::Cancelled => "source-cancelled",
        }
    }
}
