//! The map of relations: graph, arrangement, camera, scene. Pure, without a user interface.

mod arrange;
mod bundles;
pub mod camera;
mod clock;
mod crowd;
mod curve;
mod fold;
mod folded;
mod force;
mod free;
mod graph;
mod group;
mod hulls;
mod inset;
mod labels;
pub mod layout;
mod left_out;
mod legend;
mod meeting;
mod memo;
mod met;
mod nav;
mod ordered;
#[cfg(test)]
mod ring;
mod scene;
mod separate;
mod size;
mod stands_for;
mod stress;
mod untangle;

pub use arrange::{Arrangement, Request, arrange};
pub use clock::{Changes, Clock, HEIGHT as CLOCK_HEIGHT, Handle, clock};
pub use force::{Change, Force, InForce, in_force};
pub use graph::{Edge, Graph, Node};
pub use group::{Group, Groups};
pub use inset::Inset;
pub use legend::legend_entries;
pub use meeting::Meeting;
pub use nav::neighbour_toward;
pub use scene::{Drawing, scene};
