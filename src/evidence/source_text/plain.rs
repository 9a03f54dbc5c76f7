//! The words of a plain text.

use super::Problem;
use super::body::{Body, blocks, cleaned};

/// The paragraphs of `text`: blank lines divide them, or line ends where there are no blank lines.
pub(super) fn words(text: &str) -> Result<Body, Problem> {
    let text = cleaned(text);
    let text = text.trim();
    let mut body = Body::default();
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let text = if is_date(first) && !rest.trim().is_empty() {
        body.add_header(first.trim())?;
        rest
    } else {
        text
    };
    if blocks(text).nth(1).is_some() {
        body.add(text)?;
    } else {
        for line in text.lines() {
            body.add(line)?;
        }
    }
    Ok(body)
}

/// Whether the line only says of when the text is, as in "date 2023-06-22", and is no paragraph.
fn is_date(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (Some(key), Some(date), None) = (words.next(), words.next(), words.next()) else {
        return false;
    };
    key.trim_end_matches(':').eq_ignore_ascii_case("date")
        && date.starts_with(|c: char| c.is_ascii_digit())
        && date
            .chars()
            .all(|c| c.is_ascii_digit() || "-/.".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<String> {
        let (text, ranges) = words(text).unwrap().finish().unwrap();
        ranges
            .into_iter()
            .map(|range| text[range].to_owned())
            .collect()
    }

    #[test]
    fn blank_lines_divide_paragraphs_and_lines_within_them_stay() {
        assert_eq!(paragraphs("\n\na\nb\r\n\r\n \nc\n"), ["a\nb", "c"]);
    }

    #[test]
    fn every_line_is_a_paragraph_where_there_are_no_blank_lines() {
        assert_eq!(paragraphs("a\nb\nc\n"), ["a", "b", "c"]);
    }

    #[test]
    fn a_form_feed_ends_a_paragraph() {
        assert_eq!(paragraphs("a\nb\u{c}c"), ["a\nb", "c"]);
    }

    #[test]
    fn a_first_line_that_is_a_date_is_shown_and_not_counted() {
        let (text, ranges) = words(" date 2023-06-22 \n\n\nOne.\n\nTwo.")
            .unwrap()
            .finish()
            .unwrap();
        assert_eq!(text, "date 2023-06-22\n\nOne.\n\nTwo.");
        assert_eq!(&text[ranges[0].clone()], "One.");
        assert_eq!(paragraphs("Date: 2023\na\nb"), ["a", "b"]);
        assert_eq!(paragraphs("date 2023 a\nb"), ["date 2023 a", "b"]);
        assert_eq!(paragraphs("date 2023"), ["date 2023"]);
    }
}
