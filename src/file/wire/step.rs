//! A step of the story as its file spells it.

use std::io;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;

use crate::story::{self, Shown};

use super::{Step, date};

impl<'a> Step<'a> {
    pub(super) fn of(story: &'a story::Story, step: &'a story::Step) -> Self {
        let items = step.select.iter();
        Self {
            title: (&step.title).into(),
            caption: (&step.caption).into(),
            from: date(step.from.as_ref()),
            to: date(step.to.as_ref()),
            as_of: date(step.as_of.as_ref()),
            select: items
                .map(|item| story.id_of(*item).to_string().into())
                .collect(),
            focus: step.focus.map(|actor| story.actor(actor).id.into()),
            hops: step.hops,
            filter: (&step.filter).into(),
            lanes: step.lanes.map(|lanes| lanes.word().into()),
            show: (step.show != Shown::default()).then(|| step.show.word().into()),
        }
    }
}

/// `steps` as the field of a story file in RON, to be put into one: `steps: [ Step(...), ]`.
///
/// # Errors
/// Never; the serialiser reserves the right.
pub fn steps_to_ron(story: &story::Story, steps: &[story::Step]) -> io::Result<String> {
    #[derive(Serialize)]
    struct Story<'a> {
        steps: Vec<Step<'a>>,
    }
    let config = PrettyConfig::new()
        .struct_names(true)
        .indentor("    ")
        .new_line("\n")
        .depth_limit(3);
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let whole = Story {
        steps: steps.iter().map(|step| Step::of(story, step)).collect(),
    };
    let text = options
        .to_string_pretty(&whole, config)
        .map_err(io::Error::other)?;
    let field = text.strip_prefix("Story(\n").unwrap_or(&text);
    let field = field.strip_suffix(')').unwrap_or(field);
    Ok(field.to_owned())
}
