//! A told story as a page that one steps through.

use std::fmt::Write as _;

use crate::index::Index;
use crate::language::say;
use crate::scene::svg::{escaped, fragment, to_svg_within};
use crate::scene::{Sheet, fonts};

use super::super::StepFigures;
use super::{Head, Writer, below, chrome, document, faces, figure};

/// `steps` as an HTML document, as [`to_html`](super::to_html) makes one of a single figure.
///
/// Each step is a section with its words and its views. The script shows one at a time, with keys and buttons
/// to go on; without scripts, and on paper, they stand one below the other, joined by links.
#[must_use]
pub fn to_html_steps(index: &Index, steps: &[StepFigures], dark: bool) -> String {
    let sheets: Vec<&Sheet> = steps
        .iter()
        .flat_map(|step| step.views.iter().map(|drawn| &drawn.sheet))
        .collect();
    let story = index.story();
    let writer = Writer::new(index, &sheets);
    let (details, tables) = (writer.details(), writer.tables());
    let mut words = String::new();
    let mut told = String::new();
    for number in 1..=steps.len() {
        section(&mut told, &writer, steps, number);
    }
    let _ = write!(
        words,
        "<header id=\"told\">\n<h1>{}</h1>\n<p class=\"quiet\">{}</p>\n\
         <nav aria-label=\"{}\"><ol>\n",
        escaped(&story.title),
        escaped(&story.summary),
        escaped(say!("figure-html-steps"))
    );
    for (step, number) in steps.iter().zip(1..) {
        let name = name(step, number);
        let _ = writeln!(
            words,
            "<li><a href=\"#step-{number}\">{}</a></li>",
            escaped(&name)
        );
    }
    words += "</ol></nav>\n</header>\n";
    let mut body = format!("{words}<div id=\"top\">\n<div id=\"steps\">\n{told}</div>\n");
    below(&mut body, &details, &tables, say!("figure-html-all-steps"));
    let captions = steps.iter().map(|step| step.words.caption.as_str());
    let captions: String = captions.collect();
    let of = say!("figure-step-of", number = steps.len(), count = steps.len());
    let chrome = chrome();
    let letters = format!("{words}{captions}{details}{tables}{chrome}{of}");
    let scenes = sheets.iter().map(|sheet| &sheet.scene);
    let head = Head {
        language: &story.language,
        title: &story.title,
        dark,
        faces: fonts::embedded_of(scenes) + &faces(&letters),
    };
    document(&head, &body)
}

/// What a step is called; its number where it has no title.
fn name(step: &StepFigures, number: usize) -> String {
    if step.words.title.is_empty() {
        say!("figure-html-step", number = number)
    } else {
        step.words.title.clone()
    }
}

fn section(out: &mut String, writer: &Writer<'_>, steps: &[StepFigures], number: usize) {
    let Some(step) = steps.get(number - 1) else {
        return;
    };
    let select: Vec<String> = step
        .selection
        .iter()
        .map(|item| fragment(&writer.id(*item)))
        .collect();
    let _ = write!(
        out,
        "<section class=\"step\" id=\"step-{number}\" aria-labelledby=\"step-{number}-name\" \
         data-select=\"{}\">\n<div class=\"words\" tabindex=\"-1\">\n<p class=\"quiet\">{}</p>\n\
         <h2 id=\"step-{number}-name\">{}</h2>\n",
        escaped(&select.join(" ")),
        escaped(&say!(
            "figure-step-of",
            number = number,
            count = steps.len()
        )),
        escaped(&name(step, number))
    );
    for paragraph in step
        .words
        .caption
        .split('\n')
        .filter(|line| !line.trim().is_empty())
    {
        let _ = writeln!(out, "<p class=\"told\">{}</p>", escaped(paragraph));
    }
    *out += "</div>\n<p class=\"turn\">";
    if number > 1 {
        let _ = write!(
            out,
            "<a class=\"button\" rel=\"prev\" href=\"#step-{}\" title=\"{}\">{}</a>",
            number - 1,
            escaped(say!("figure-html-previous.key")),
            escaped(say!("figure-html-previous"))
        );
    }
    if number < steps.len() {
        let _ = write!(
            out,
            "<a class=\"button\" rel=\"next\" href=\"#step-{}\" title=\"{}\">{}</a>",
            number + 1,
            escaped(say!("figure-html-next.key")),
            escaped(say!("figure-html-next"))
        );
    }
    *out += "</p>\n";
    for (drawn, n) in step.views.iter().zip(1..) {
        let prefix = format!("step-{number}-{n}-");
        *out += &figure(&to_svg_within(&drawn.sheet, &prefix));
    }
    *out += "</section>\n";
}
