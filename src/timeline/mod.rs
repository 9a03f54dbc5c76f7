//! The timeline: scale, ticks, lanes, rows, how dates are drawn, overview. Pure, without a user
//! interface.

mod lanes;
mod layout;
mod legend;
mod margins;
mod nav;
mod overview;
mod pack;
mod place;
mod scale;
mod scene;
mod shape;
mod ticks;

pub use lanes::{Lane, lanes};
pub use layout::{Layout, Request, fit_window, layout};
pub use legend::legend_entries;
pub use nav::{event_after, event_before, window_of, window_to};
pub use overview::{Overview, Part, overview};
pub use pack::{Extent, pack};
pub use scale::Scale;
pub use scene::{Drawing, scene};
pub use ticks::{Axis, AxisTick, Step, axis};
