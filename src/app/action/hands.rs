//! What the mouse and the keys do inside the views.

/// What the mouse and the keys do inside the views: action, effect.
pub const HANDS: [(&str, &str); 21] = [
    ("Wheel", "zooms at the pointer"),
    (
        "Shift+wheel, sideways wheel",
        "pans the timeline and the map",
    ),
    ("Ctrl+wheel, pinch", "zooms, whatever is under the pointer"),
    ("Alt+wheel", "scrolls the lanes"),
    ("Drag on the background, middle drag", "pans"),
    ("Drag an actor", "moves and pins it"),
    ("Right-click", "offers what can be done there"),
    (
        "Shift+drag on the map",
        "selects the actors in a box; with Ctrl besides what is selected",
    ),
    (
        "A group’s ground on the map",
        "a click beside an actor’s mark draws the group as one mark; a click on that opens it",
    ),
    (
        "Inset of the map",
        "a click or a drag looks at what stands there",
    ),
    (
        "Click, Ctrl+click",
        "selects; adds to the selection or takes out of it; of two actors, the details show how they are joined",
    ),
    (
        "Pointer over an item",
        "lights up what belongs to it in every view",
    ),
    ("Double-click", "zooms in there; on an item, zooms to it"),
    ("Tab", "moves to the next view or control"),
    (
        "Search field",
        "Tab completes a term, arrows and Enter go to a hit, Ctrl+Enter shows only what was found",
    ),
    (
        "Arrows, Home, End",
        "the next event in time, or neighbour on the map; first, last",
    ),
    (
        "Overview strip",
        "drag the window or its edges; click to jump",
    ),
    (
        "Slider of time",
        "a drag or a click chooses the day that the map is shown as of; Shift+drag marks a stretch; a double-click shows all times",
    ),
    (
        "Heading of a lane",
        "click collapses the lane or opens it; drag moves it; right-click offers more",
    ),
    (
        "Drag on the axis",
        "marks a stretch of time; a click beside it marks nothing",
    ),
    (
        "Click on a folded mark",
        "zooms in until it splits; where it cannot, selects what is in it",
    ),
];
