//! What a story is: records, dates and ids. No input or output, no user interface.

pub mod calendar;
pub mod date;
pub mod id;
pub mod kind;
pub mod model;
mod sentence;
pub mod words;

pub use date::{Date, DateError};
pub use id::{
    ActorIx, EventIx, Id, Item, ItemId, ItemIdError, ItemKind, PassageIx, RelationIx, SourceIx,
};
pub use model::{
    Actor, Basis, Bearing, Dating, DrawnAs, Event, EventLink, Evidence, Participant, Passage,
    Relation, Source, Status, Story, Voice,
};
