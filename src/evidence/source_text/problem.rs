//! Why the words of a source could not be had.

use std::io;

/// Why the words of a source could not be had. Each says in a sentence what is wrong and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The name is more than the bare name of a file.
    #[error(
        "The name of a source must be the bare name of a file beside the story, without a folder; put the file there and name it so."
    )]
    Name,
    /// There is no such file.
    #[error(
        "There is no file of this name beside the story; copy it into the story's folder or correct the name."
    )]
    Missing,
    /// The file is a link to somewhere else.
    #[error(
        "The file is a link that leads out of the story's folder; put a copy of the file there instead."
    )]
    Outside,
    /// It is a folder, a pipe or a device.
    #[error("This is a folder, a pipe or a device, not a file; name a file that holds text.")]
    NotAFile,
    /// The file is longer than a source may be.
    #[error(
        "The file is larger than 64 MiB, the most that a source may have; keep only the part that is quoted."
    )]
    TooLarge,
    /// The Markdown text is longer than one may be.
    #[error(
        "The file is larger than 8 MiB, the most that a Markdown source may have; keep only the part that is quoted, or save it as .txt."
    )]
    LongMarkdown,
    /// Its words are more than a source may have, though the file is not too large.
    #[error(
        "The file holds more than 64 MiB of text or a million paragraphs, the most that a source may have; keep only the part that is quoted."
    )]
    TooLong,
    /// The texts that were read before are as much as a story may have.
    #[error(
        "The texts of all sources are larger than 512 MiB together, the most that a story may have; divide the story."
    )]
    TooMuch,
    /// The system refused.
    #[error("The file could not be read ({0}); check that you may open it.")]
    Unreadable(#[source] io::Error),
    /// Its name ends in nothing that can be read.
    #[error(
        "The words of a source can be read from files that end in .txt, .md, .html or .pdf; save it as one of these."
    )]
    UnknownKind,
    /// It holds something else than its name says.
    #[error(
        "The file does not hold text as its name says; open it in the program that made it and save it as UTF-8 text or PDF."
    )]
    NotText,
    /// There is nothing to quote.
    #[error(
        "The file has no words that can be read; if it shows scanned pages, have their text recognised first."
    )]
    NoWords,
    /// The PDF is damaged.
    #[error("The file is a damaged PDF; open it in a PDF viewer and save it anew.")]
    Broken,
    /// The PDF needs a password.
    #[error("The PDF asks for a password; save a copy without one.")]
    Locked,
    /// It took too much memory.
    #[error(
        "Reading the file takes more memory than it may; it is damaged or made to do harm. Save its text as .txt to quote it."
    )]
    TooHard,
    /// It took too long.
    #[error(
        "Reading the file takes longer than it may; it is damaged or made to do harm. Save its text as .txt to quote it."
    )]
    Timeout,
    /// PDF files are read by a second process, which could not be started.
    #[error(
        "The part of the program that reads PDF files could not be started ({0}); install the program anew."
    )]
    NoHelper(#[source] io::Error),
    /// The reading was cancelled.
    #[error("The reading was cancelled.")]
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
