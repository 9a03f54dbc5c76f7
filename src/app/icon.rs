//! The program's icon, for the window's frame and the task bar.

use eframe::egui::IconData;

use crate::scene::png::square;

/// The side of the picture, in pixels.
const SIDE: u16 = 64;

/// The icon, drawn from the picture that packages install; nothing where it cannot be drawn.
#[must_use]
pub fn icon() -> Option<IconData> {
    let picture = square(include_str!("../../assets/icon.svg"), SIDE)?;
    Some(IconData {
        rgba: picture.rgba,
        width: picture.width,
        height: picture.height,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_has_clear_corners_and_a_full_middle() {
        let icon = icon().unwrap();
        let alpha = |x: usize, y: usize| icon.rgba[(y * usize::from(SIDE) + x) * 4 + 3];
        assert_eq!(icon.rgba.len(), usize::from(SIDE) * usize::from(SIDE) * 4);
        assert_eq!(alpha(0, 0), 0);
        assert_eq!(alpha(32, 32), 255);
    }
}
