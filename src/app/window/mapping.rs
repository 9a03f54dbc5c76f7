//! What is asked of the map's layout, sizes and groups, carried out.

use std::collections::BTreeMap;

use super::super::action::Action;
use super::App;
use crate::language::grouped;
use crate::view::{ArrangeBy, Command, GroupBy, MapChoices, SizeBy};

impl App {
    /// Carries out what is asked of the map; anything else is nobody's here.
    pub(super) fn act_on_map(&mut self, action: Action) {
        let Some(index) = self.index().cloned() else {
            return;
        };
        let view = self.tab.history.view();
        let MapChoices {
            size,
            group,
            meetings,
            folds,
            inset,
            ..
        } = view.map;
        let command = match action {
            Action::ArrangeDistances => Command::Arrange(ArrangeBy::Distances),
            Action::ArrangeCommunities => Command::Arrange(ArrangeBy::Communities),
            Action::ArrangeRings => Command::Arrange(ArrangeBy::Rings(self.selected_actors())),
            Action::ArrangeLayers => Command::Arrange(ArrangeBy::Layers(None)),
            Action::ArrangeColumns => Command::Arrange(ArrangeBy::Columns),
            Action::NextSize => Command::SizeBy(after(&SizeBy::ALL, size)),
            Action::NextGroups => Command::GroupBy(after(&GroupBy::ALL, group)),
            Action::CollapseGroups => {
                let held = self.tab.map.arrangement();
                let groups = held.map(|held| held.graph.groups(&index, group));
                let groups = groups.iter().flat_map(|groups| &groups.groups);
                Command::CollapseGroups(groups.map(|group| group.kept.clone()).collect())
            }
            Action::OpenGroups => Command::CollapseGroups(Vec::new()),
            Action::Meetings => Command::ShowMeetings(!meetings),
            Action::Fold => Command::Fold(!folds),
            Action::Inset => Command::ShowInset(!inset),
            Action::FocusAll => Command::Focus(0),
            Action::FocusOne => Command::Focus(1),
            Action::FocusTwo => Command::Focus(2),
            Action::FocusThree => Command::Focus(3),
            Action::UnpinAll => Command::UnpinAll,
            Action::ShowHidden => Command::ShowHidden,
            Action::Hide => {
                let hide = Command::Hide(self.selected_actors());
                self.tab
                    .history
                    .apply_together([hide, Command::ClearSelection]);
                return;
            }
            Action::Renew => {
                self.tab.map.renew(&self.ctx, &index, &self.measurer, view);
                return;
            }
            _ => return,
        };
        self.tab.history.end_gesture();
        self.tab.history.apply(command);
        self.tab.history.end_gesture();
    }

    /// The kinds of directed relations: as they stand in the file, and with how many there are; those with
    /// the most first.
    pub(super) fn directed_kinds(&self) -> Vec<(String, String)> {
        let Some(index) = self.index() else {
            return Vec::new();
        };
        let mut counts: BTreeMap<&str, (u64, String)> = BTreeMap::new();
        for (ix, relation) in index.story().relations_with_ix() {
            if relation.directed {
                let held = counts
                    .entry(relation.kind)
                    .or_insert_with(|| (0, index.relation_label(ix)));
                held.0 += 1;
            }
        }
        let mut kinds: Vec<_> = counts.into_iter().collect();
        kinds.sort_by(|a, b| b.1.0.cmp(&a.1.0).then(a.0.cmp(b.0)));
        let named = |(kind, (count, name)): (&str, (u64, String))| {
            (kind.to_owned(), format!("{name}  {}", grouped(count)))
        };
        kinds.into_iter().map(named).collect()
    }
}

/// The choice after `current`; the first after the last.
fn after<T: Copy + PartialEq>(choices: &[T], current: T) -> T {
    let at = choices.iter().position(|choice| *choice == current);
    let next = at.map_or(0, |at| (at + 1) % choices.len());
    choices.get(next).copied().unwrap_or(current)
}
