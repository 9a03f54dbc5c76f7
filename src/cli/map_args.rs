//! How a map is laid out, sized and grouped, as arguments; what is not given is as it is kept beside the
//! story.

use clap::ValueEnum;

use crate::index::Index;
use crate::language::say;
use crate::story::ItemKind;
use crate::view::{ArrangeBy, Command, GroupBy, SizeBy, View};

/// The arguments.
#[derive(clap::Args, Debug)]
pub struct MapArgs {
    /// What decides where actors lie on the map; rings lie round --focus, or what is selected
    #[arg(long, value_enum)]
    pub arrange: Option<Arrange>,
    /// Let layers follow relations of this kind alone, as it stands in the file
    #[arg(long, value_name = "KIND")]
    pub layer_kind: Option<String>,
    /// What the size of actors on the map tells
    #[arg(long, value_enum)]
    pub size_by: Option<Size>,
    /// What gathers actors on the map into groups
    #[arg(long, value_enum)]
    pub group_by: Option<Group>,
    /// Draw this group as one mark, by its name
    #[arg(long, value_name = "GROUP")]
    pub collapse: Vec<String>,
    /// Join who took part in the same events by dotted lines
    #[arg(long)]
    pub shared_events: bool,
}

/// What decides where actors lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Arrange {
    /// How many relations lie between them.
    Distances,
    /// Who belongs together.
    Communities,
    /// Steps from those in focus, or selected.
    Rings,
    /// The direction of relations, from left to right.
    Layers,
    /// Their kind.
    Columns,
}

/// What the size of actors tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Size {
    /// Their relations, events and importance.
    Ties,
    /// Their relations.
    Relations,
    /// Their events.
    Events,
    /// The passages that they and their relations rest on.
    Passages,
    /// Nothing.
    Nothing,
}

/// What gathers actors into groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Group {
    /// Nothing.
    Nothing,
    /// What they are part of.
    Whole,
    /// Their kind.
    Kind,
    /// Their country, or the place where they sit.
    Place,
}

impl MapArgs {
    /// Gives `view` what the arguments ask for.
    ///
    /// # Errors
    /// Where a kind of relation is named that the story has not, or a group where there are none; as a
    /// sentence.
    pub fn apply(&self, index: &Index, view: &mut View) -> Result<(), String> {
        let kind = self.layer_kind.as_ref();
        if let Some(kind) = kind {
            let relations = index.story().relations_with_ix();
            let mut of_kind = relations.filter(|(_, r)| r.kind == *kind).peekable();
            if of_kind.peek().is_none() {
                return Err(say!("cli-layer-kind", kind = kind));
            }
            if !of_kind.any(|(_, r)| r.directed) {
                return Err(say!("cli-layer-direction", kind = kind));
            }
            if self.arrange.is_some_and(|by| by != Arrange::Layers) {
                return Err(say!("cli-layer-arrange").to_owned());
            }
        }
        let arrange = match self.arrange {
            Some(Arrange::Distances) => Some(ArrangeBy::Distances),
            Some(Arrange::Communities) => Some(ArrangeBy::Communities),
            Some(Arrange::Rings) => {
                let roots = view.focus_on.iter().chain(&view.selection);
                let roots = roots.filter(|id| id.kind == ItemKind::Actor);
                Some(ArrangeBy::Rings(
                    roots.map(|id| id.id.to_string()).collect(),
                ))
            }
            Some(Arrange::Layers) => Some(ArrangeBy::Layers(kind.cloned())),
            Some(Arrange::Columns) => Some(ArrangeBy::Columns),
            None => kind.map(|kind| ArrangeBy::Layers(Some(kind.clone()))),
        };
        let size = self.size_by.map(|size| match size {
            Size::Ties => SizeBy::Ties,
            Size::Relations => SizeBy::Relations,
            Size::Events => SizeBy::Events,
            Size::Passages => SizeBy::Evidence,
            Size::Nothing => SizeBy::Nothing,
        });
        let group = self.group_by.map(|group| match group {
            Group::Nothing => GroupBy::Nothing,
            Group::Whole => GroupBy::Whole,
            Group::Kind => GroupBy::Kind,
            Group::Place => GroupBy::Place,
        });
        let collapse = (!self.collapse.is_empty()).then(|| self.collapse.clone());
        let commands = [
            arrange.map(Command::Arrange),
            size.map(Command::SizeBy),
            group.map(Command::GroupBy),
            collapse.map(Command::CollapseGroups),
            self.shared_events.then_some(Command::ShowMeetings(true)),
        ];
        for command in commands.into_iter().flatten() {
            view.apply(command);
        }
        if !self.collapse.is_empty() && view.map.group == GroupBy::Nothing {
            return Err(say!("cli-collapse").to_owned());
        }
        Ok(())
    }

    /// Whether every group that is to be collapsed is among those with these `names`.
    ///
    /// # Errors
    /// Where one is not; as a sentence that lists the groups.
    pub fn check_groups(&self, names: &[&str]) -> Result<(), String> {
        let unknown = self
            .collapse
            .iter()
            .find(|name| !names.contains(&name.as_str()));
        let Some(unknown) = unknown else {
            return Ok(());
        };
        let known: Vec<&str> = names.iter().copied().take(LISTED).collect();
        Err(say!("cli-group", name = unknown, groups = known.join(", ")))
    }
}

/// Groups that a message lists.
const LISTED: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_there_is_not_is_refused_with_those_that_there_are() {
        let args = MapArgs {
            arrange: None,
            layer_kind: None,
            size_by: None,
            group_by: Some(Group::Whole),
            collapse: vec!["China".to_owned(), "Nowhere".to_owned()],
            shared_events: false,
        };
        let said = args.check_groups(&["China", "United States"]).unwrap_err();
        assert!(said.contains("`Nowhere`") && said.contains("China, United States"));
        assert!(args.check_groups(&["China", "Nowhere"]).is_ok());
    }
}
