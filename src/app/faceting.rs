//! Facets of the story on screen: counted off the thread that paints where there is much of it.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use eframe::egui::Context;

use crate::index::facets::{Counts, Facets};
use crate::index::{Index, Query};

use super::background;

/// Records up to which facets are counted between two frames.
const AT_ONCE: usize = 4000;

/// What the facets say, and of what.
#[derive(Clone)]
pub struct Counted {
    base: Arc<Index>,
    filter: String,
    /// The values of each field.
    pub facets: Arc<Facets>,
    /// How many of what the filter leaves have each.
    pub counts: Arc<Counts>,
}

/// The facets of the story on screen.
#[derive(Default)]
pub struct Faceting {
    held: Option<Counted>,
    coming: Option<Coming>,
}

struct Coming {
    base: Arc<Index>,
    filter: String,
    answer: Receiver<Counted>,
}

impl Faceting {
    /// Lets go of what was counted.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// The facets of `base` where it is filtered by `filter`; the last ones of the same story until these are
    /// counted. A filter that cannot be read is none.
    pub fn now(&mut self, ctx: &Context, base: &Arc<Index>, filter: &str) -> Option<Counted> {
        if let Some(coming) = &self.coming
            && let Ok(counted) = coming.answer.try_recv()
        {
            self.held = Some(counted);
            self.coming = None;
        }
        let held = self.held.as_ref();
        let is = |counted: &&Counted| Arc::ptr_eq(&counted.base, base) && counted.filter == filter;
        if let Some(counted) = held.filter(is) {
            return Some(counted.clone());
        }
        let known = held.filter(|counted| Arc::ptr_eq(&counted.base, base));
        let facets = known.map(|counted| Arc::clone(&counted.facets));
        let story = base.story();
        if story.events().len() + story.relations().len() + story.actors().len() <= AT_ONCE {
            self.held = Some(count(Arc::clone(base), filter.to_owned(), facets));
            return self.held.clone();
        }
        let is_asked = self
            .coming
            .as_ref()
            .is_some_and(|coming| Arc::ptr_eq(&coming.base, base) && coming.filter == filter);
        if !is_asked {
            let (of, text) = (Arc::clone(base), filter.to_owned());
            self.coming = Some(Coming {
                base: Arc::clone(base),
                filter: filter.to_owned(),
                answer: background::begin(ctx, move || count(of, text, facets)),
            });
        }
        let same =
            |counted: &&Counted| Arc::ptr_eq(counted.base.shared_story(), base.shared_story());
        self.held.as_ref().filter(same).cloned()
    }
}

fn count(base: Arc<Index>, filter: String, facets: Option<Arc<Facets>>) -> Counted {
    let facets = facets.unwrap_or_else(|| Arc::new(Facets::new(&base)));
    let query = Query::parse(&filter).unwrap_or_default();
    Counted {
        counts: Arc::new(facets.count(&base, &query)),
        facets,
        base,
        filter,
    }
}
