//! The map of relations: graph, arrangement, camera, scene. Pure, without a user interface.

mod arrange;
pub mod camera;
mod clock;
mod crowd;
mod curve;
mod force;
mod graph;
mod labels;
pub mod layout;
mod legend;
mod nav;
mod scene;
mod separate;
mod stress;
mod untangle;

pub use arrange::{Arrangement, Request, arrange};
pub use clock::{Changes, Clock, HEIGHT as CLOCK_HEIGHT, Handle, clock};
pub use force::{Change, Force, InForce, in_force};
pub use graph::{Edge, Graph, Node};
pub use legend::legend_entries;
pub use nav::neighbour_toward;
pub use scene::{Drawing, scene};
