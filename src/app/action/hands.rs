//! What the mouse and the keys do inside the views.

use crate::language::text;

macro_rules! hands {
    ($($id:literal),* $(,)?) => {
        [$((concat!("hands-", $id), concat!("hands-", $id, ".does"))),*]
    };
}

const HANDS: [(&str, &str); 21] = hands![
    "wheel",
    "wheel-sideways",
    "wheel-ctrl",
    "wheel-alt",
    "drag",
    "drag-actor",
    "right-click",
    "drag-box",
    "ground",
    "inset",
    "click",
    "hover",
    "double-click",
    "tab",
    "search-field",
    "arrows",
    "strip",
    "slider",
    "lane",
    "axis",
    "folded",
];

/// What the mouse and the keys do inside the views: what is done, and its effect.
pub fn hands() -> impl Iterator<Item = (&'static str, &'static str)> {
    HANDS.into_iter().map(|(id, does)| (text(id), text(does)))
}
