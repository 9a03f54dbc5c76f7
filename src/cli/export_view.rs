//! What `export` draws: the view that was left in the window or saved there, with what the call says.

use crate::file;
use crate::index::Index;
use crate::language::say;
use crate::scene::{Size, size};
use crate::story::{Date, ItemId, ItemKind};
use crate::timeline;
use crate::view::{Kept, View, Window, place_of};

use super::args::Export;

/// The extent that the arguments ask for, in points.
pub(super) fn size_of(export: &Export) -> Size {
    let asked = export.page.map_or(export.size, |paper| paper.0);
    size(asked.width, asked.height)
}

/// The view that lies beside the story: what was arranged by hand and, where that is asked for, what was saved
/// under a name.
pub(super) fn kept_view(export: &Export, kept: &Kept) -> Result<View, String> {
    let mut view = View::default();
    kept.restore(&mut view);
    let Some(name) = &export.saved else {
        return Ok(view);
    };
    let Some(saved) = place_of(&kept.saved, name).and_then(|place| kept.saved.get(place)) else {
        let names = kept.saved.iter().map(|saved| saved.name.as_str());
        let help = match file::nearest(name, names.clone()) {
            Some(nearest) => say!("cli-saved-meant", name = nearest),
            None if kept.saved.is_empty() => say!("cli-saved-none").to_owned(),
            None => say!(
                "cli-saved-views",
                names = names.collect::<Vec<_>>().join(", ")
            ),
        };
        let unknown = say!("cli-saved", name = name);
        return Err(format!("{unknown}\n{help}"));
    };
    saved.show_in(&mut view);
    Ok(view.following(view.window))
}

/// `view` with what the arguments describe.
pub(super) fn view_of(export: &Export, index: &Index, mut view: View) -> Result<View, String> {
    if !export.select.is_empty() {
        view.selection.clone_from(&export.select);
    }
    if let Some(date) = &export.as_of {
        (view.as_of, view.since) = (Some(as_of(date)), None);
    }
    view.voices |= export.voices;
    for id in &export.select {
        if index.resolve(id).is_none() {
            return Err(unknown(index, id, "--select"));
        }
    }
    if let Some(actor) = &export.focus {
        let actor = actor.strip_prefix("actor/").unwrap_or(actor);
        let id = ItemId::new(ItemKind::Actor, actor);
        if index.resolve(&id).is_none() {
            return Err(unknown(index, &id, "--focus"));
        }
        view.focus = export.hops;
        view.focus_on = Some(id);
    }
    if let Some(window) = window(export, index)? {
        view.window = Some(window);
    }
    Ok(view)
}

/// The last instant of a date: as of June is as June had left things.
fn as_of(date: &Date) -> i64 {
    let (first, last) = date.span().finite().unwrap_or_default();
    last.0.saturating_sub(1).max(first.0)
}

/// The stretch of time asked for; an end that is not given is the story's.
fn window(export: &Export, index: &Index) -> Result<Option<Window>, String> {
    if export.from.is_none() && export.to.is_none() {
        return Ok(None);
    }
    let size = size_of(export);
    let whole = timeline::fit_window(index, size);
    let edge = |date: &Option<Date>, pick: fn(i64, i64) -> i64| {
        let (first, last) = date.as_ref()?.span().finite()?;
        Some(pick(first.0, last.0))
    };
    let from = edge(&export.from, |first, _| first).unwrap_or(whole.from);
    let to = edge(&export.to, |_, last| last).unwrap_or(whole.to);
    if from >= to {
        return Err(say!("cli-from-after-to").to_owned());
    }
    Ok(Some(Window { from, to }))
}

fn unknown(index: &Index, id: &ItemId, argument: &str) -> String {
    let story = index.story();
    let ids: Vec<&str> = match id.kind {
        ItemKind::Event => story.events().map(|r| r.id).collect(),
        ItemKind::Actor => story.actors().map(|r| r.id).collect(),
        ItemKind::Relation => story.relations().map(|r| r.id).collect(),
        ItemKind::Passage => story.passages().map(|r| r.id).collect(),
        ItemKind::Source => story.sources().map(|r| r.id).collect(),
    };
    let nearest = file::nearest(&id.id, ids);
    let help = nearest.map_or_else(String::new, |nearest| {
        let item = format!("{}/{nearest}", id.kind.word());
        format!("\n{}", say!("cli-item-meant", item = item))
    });
    let unknown = say!(
        "cli-item",
        argument = argument,
        kind = id.kind.word(),
        id = id.id.to_string()
    );
    format!("{unknown}{help}")
}
