//! The timeline: scale, ticks, lanes, rows, how dates are drawn, overview. Pure, without a user
//! interface.
//!
//! What hangs on the story alone is made once: a [`Stack`] of lanes whose rows hold at every zoom. A
//! [`Layout`] is what of it shows in one window, and costs what the window costs.

mod around;
mod backdrop;
mod density;
mod events;
mod fold;
mod footprint;
mod jump;
mod labels;
mod lanes;
mod layout;
mod legend;
mod margins;
mod nav;
mod overview;
mod pack;
mod place;
mod range;
mod rows;
mod scale;
mod scene;
mod shape;
mod stack;
mod ticks;

pub use backdrop::{Backdrop, Behind};
pub use density::Density;
pub use fold::{Ribbon, RibbonPart};
pub use footprint::Footprint;
pub use jump::{JumpError, Landing, Standpoint, jump};
pub use labels::{Candidate, Spot, spots};
pub use lanes::{Lane, lanes};
pub use layout::{
    Below, Label, LaneBand, Layout, Placed, Request, Run, events_in, fit_window, layout, row_of,
};
pub use legend::legend_entries;
pub use margins::{Beyond, Sign, signs};
pub use nav::{event_after, event_before, window_of, window_to};
pub use overview::{Overview, Part, overview};
pub use pack::{Extent, pack, pack_within};
pub use range::{lies_in, outside};
pub use scale::Scale;
pub use scene::{Drawing, scene};
pub use stack::{Stack, StackRequest, StackedLane, fitting};
pub use ticks::{Axis, AxisTick, Step, axis};
