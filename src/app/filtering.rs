//! What a filter leaves of the story: found off the thread that paints where there is much of it.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use eframe::egui::Context;

use crate::index::{Index, Query};
use crate::view::LeftOut;

use super::background;

/// Records up to which a filter is applied between two frames.
const AT_ONCE: usize = 4000;

/// The story as the filter leaves it.
#[derive(Default)]
pub struct Filtering {
    held: Option<Of<Arc<Index>>>,
    coming: Option<Of<Receiver<Index>>>,
}

/// What became of a filter over an index.
struct Of<T> {
    base: Arc<Index>,
    filter: String,
    left_out: LeftOut,
    what: T,
}

impl<T> Of<T> {
    fn is(&self, base: &Arc<Index>, filter: &str, left_out: LeftOut) -> bool {
        Arc::ptr_eq(&self.base, base) && self.filter == filter && self.left_out == left_out
    }
}

impl Filtering {
    /// Whether nothing is being filtered.
    pub fn is_settled(&self) -> bool {
        self.coming.is_none()
    }

    /// What `filter` leaves of `base`, or all of it, where that says what the filter leaves out; what was left
    /// before, of the same index, until that is known. A filter that cannot be read leaves everything.
    pub fn index(
        &mut self,
        ctx: &Context,
        base: &Arc<Index>,
        filter: &str,
        left_out: LeftOut,
    ) -> Arc<Index> {
        if filter.is_empty() {
            (self.held, self.coming) = (None, None);
            return Arc::clone(base);
        }
        if let Some(coming) = &self.coming
            && let Ok(index) = coming.what.try_recv()
        {
            self.held = Some(Of {
                base: Arc::clone(&coming.base),
                filter: coming.filter.clone(),
                left_out: coming.left_out,
                what: Arc::new(index),
            });
            self.coming = None;
        }
        if let Some(held) = self
            .held
            .as_ref()
            .filter(|held| held.is(base, filter, left_out))
        {
            return Arc::clone(&held.what);
        }
        let Ok(query) = Query::parse(filter) else {
            return Arc::clone(base);
        };
        let story = base.story();
        if story.events().len() + story.relations().len() + story.actors().len() <= AT_ONCE {
            let index = Arc::new(left_out.applied(base, &query));
            self.held = Some(Of {
                base: Arc::clone(base),
                filter: filter.to_owned(),
                left_out,
                what: Arc::clone(&index),
            });
            return index;
        }
        if !self
            .coming
            .as_ref()
            .is_some_and(|coming| coming.is(base, filter, left_out))
        {
            let of = Arc::clone(base);
            self.coming = Some(Of {
                base: Arc::clone(base),
                filter: filter.to_owned(),
                left_out,
                what: background::begin(ctx, move || left_out.applied(&of, &query)),
            });
        }
        // What the same story was filtered to before stays until then.
        let same =
            |held: &&Of<Arc<Index>>| Arc::ptr_eq(held.base.shared_story(), base.shared_story());
        let before = self.held.as_ref().filter(same);
        before.map_or_else(|| Arc::clone(base), |held| Arc::clone(&held.what))
    }
}
