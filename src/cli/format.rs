//! What the name of a file to be written asks for.

use std::path::Path;

use crate::language::say;

/// What a file's name asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Svg,
    Png,
    Pdf,
    Html,
    Ron,
    Json,
    Positions,
    /// The ledger of claims as comma-separated values.
    Claims,
    /// The same as a table in Markdown.
    ClaimsTable,
    /// A chronology with citations, in Markdown.
    Chronology,
}

impl Format {
    pub(super) fn of(path: &Path) -> Result<Self, String> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let lower = name.to_lowercase();
        let known = [
            (".positions.csv", Self::Positions),
            (".claims.csv", Self::Claims),
            (".claims.md", Self::ClaimsTable),
            (".md", Self::Chronology),
            (".svg", Self::Svg),
            (".png", Self::Png),
            (".pdf", Self::Pdf),
            (".html", Self::Html),
            (".htm", Self::Html),
            (".ron", Self::Ron),
            (".json", Self::Json),
        ];
        known
            .into_iter()
            .find(|(end, _)| lower.ends_with(end) && lower.len() > end.len())
            .map(|(_, format)| format)
            .ok_or_else(|| {
                let file = path.display().to_string();
                say!("cli-format", file = file)
            })
    }

    pub(super) fn is_figure(self) -> bool {
        matches!(self, Self::Svg | Self::Png | Self::Pdf | Self::Html)
    }
}
