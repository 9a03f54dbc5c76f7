//! What a story is: records, dates and ids. No input or output, no user interface.

mod accepted;
pub mod build;
pub mod calendar;
pub mod date;
pub mod id;
pub mod kind;
pub mod list;
pub mod model;
mod of_item;
pub(crate) mod reason;
pub(crate) mod rows;
mod sentence;
mod step;
pub(crate) mod texts;
pub(crate) mod versions;
mod whole;
pub mod words;

pub use accepted::{Accepted, acceptable};
pub use date::{Date, DateError};
pub use id::{
    ActorIx, EventIx, Id, Item, ItemId, ItemIdError, ItemKind, PassageIx, RelationIx, SourceIx,
};
pub use list::List;
pub use model::{
    Actor, Basis, Bearing, Dating, DrawnAs, Event, EventLink, Evidence, Participant, Passage,
    Relation, Source, Status, Voice,
};
pub use step::{
    LONGEST_CAPTION, LONGEST_FILTER, LONGEST_TITLE, MOST_HOPS, MOST_SELECTED, MOST_STEPS, Shown,
    Step, StepLanes,
};
pub(crate) use whole::Finders;
pub use whole::Story;
