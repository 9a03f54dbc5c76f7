//! A scene as PNG, rasterised on the CPU with the bundled faces: no window, display or GPU.

use std::sync::Arc;

use resvg::{tiny_skia, usvg};

use crate::story::Story;

use super::geometry::Size;
use super::mark::{Mark, Scene};
use super::svg::to_svg;
use super::text::Face;

/// The greatest width and height of a picture, in pixels.
pub const MAX_SIDE: u32 = 16_384;

/// Why no picture came of a scene.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The picture would be empty or too large.
    #[error(
        "a picture of {width} x {height} pixels cannot be made: each side must be 1 to {MAX_SIDE}"
    )]
    Size {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// The rasteriser refused the figure.
    #[error("the figure could not be rasterised: {0}")]
    Raster(#[from] usvg::Error),
    /// The encoder failed.
    #[error("the picture could not be encoded: {0}")]
    Encode(#[from] png::EncodingError),
}

/// `scene` as a PNG file of `scale` pixels to the point.
///
/// # Errors
/// Where the picture would be empty or larger than [`MAX_SIDE`] on a side.
pub fn to_png(scene: &Scene, story: &Story, title: &str, scale: f32) -> Result<Vec<u8>, PngError> {
    let (width, height) = pixels(scene.size, scale)?;
    let options = usvg::Options {
        font_family: "Inter".to_owned(),
        fontdb: Arc::new(fonts(scene)),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(&to_svg(scene, story, title), &options)?;
    let mut pixmap =
        tiny_skia::Pixmap::new(width, height).ok_or(PngError::Size { width, height })?;
    let transform = tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    let straight: Vec<u8> = pixmap
        .pixels()
        .iter()
        .flat_map(|pixel| {
            let color = pixel.demultiply();
            [color.red(), color.green(), color.blue(), color.alpha()]
        })
        .collect();
    encode(&straight, width, height, scale)
}

/// RGBA bytes (straight alpha, row by row from the top) as a PNG file of `scale` pixels to the
/// point.
///
/// # Errors
/// Where the bytes are not `width * height * 4`.
pub fn encode(rgba: &[u8], width: u32, height: u32, scale: f32) -> Result<Vec<u8>, PngError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    // A point is 1/72 inch on paper but 1/96 on screen, where this figure was composed.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "scale is small"
    )]
    let per_meter = (scale * 96.0 / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_meter,
        yppu: per_meter,
        unit: png::Unit::Meter,
    }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rgba)?;
    writer.finish()?;
    Ok(file)
}

fn pixels(size: Size, scale: f32) -> Result<(u32, u32), PngError> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates"
    )]
    let side = |points: f32| (points * scale).round() as u32;
    let (width, height) = (side(size.width), side(size.height));
    if (1..=MAX_SIDE).contains(&width) && (1..=MAX_SIDE).contains(&height) {
        Ok((width, height))
    } else {
        Err(PngError::Size { width, height })
    }
}

/// The bundled faces, and the system's where the scene has text that the bundled ones lack.
fn fonts(scene: &Scene) -> usvg::fontdb::Database {
    let mut fonts = usvg::fontdb::Database::new();
    for face in Face::ALL {
        fonts.load_font_source(usvg::fontdb::Source::Binary(Arc::new(face.bytes())));
    }
    fonts.set_sans_serif_family(Face::Regular.family());
    fonts.set_serif_family(Face::Serif.family());
    let texts = scene
        .layers
        .iter()
        .flat_map(|layer| &layer.groups)
        .flat_map(|group| &group.marks);
    let lacking = texts.into_iter().any(|mark| match mark {
        Mark::Text(text) => !text.style.face().covers(&text.text),
        _ => false,
    });
    if lacking {
        let mut system = fontdb::Database::new();
        system.load_system_fonts();
        for face in system.faces() {
            fonts.push_face_info(face.clone());
        }
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::super::color::Rgba;
    use super::super::geometry::{Rect, point, size};
    use super::super::mark::{Anchor, Layer, Paint, TextMark};
    use super::super::text::TextStyle;
    use super::*;

    fn decoded(file: &[u8]) -> (u32, u32, Vec<u8>) {
        let mut reader = png::Decoder::new(std::io::Cursor::new(file))
            .read_info()
            .unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        (info.width, info.height, pixels)
    }

    #[test]
    fn marks_and_text_arrive_as_pixels_at_the_scale_asked_for() {
        let mut scene = Scene::new(size(40.0, 20.0), Rgba::opaque([255; 3]));
        let mut layer = Layer::new("events");
        layer.plain(vec![
            Mark::Rect {
                rect: Rect::new(0.0, 0.0, 10.0, 10.0),
                radius: 0.0,
                fill: Paint::Solid(Rgba::opaque([200, 10, 20])),
                stroke: None,
            },
            Mark::Text(TextMark {
                at: point(14.0, 15.0),
                anchor: Anchor::Start,
                text: "MM".into(),
                style: TextStyle::LabelSelected,
                color: Rgba::opaque([0; 3]),
                halo: None,
                angle: 0.0,
            }),
        ]);
        scene.layers.push(layer);
        let (width, height, pixels) = decoded(&to_png(&scene, &Story::default(), "", 2.0).unwrap());
        assert_eq!((width, height), (80, 40));
        assert_eq!(&pixels[..4], [200, 10, 20, 255]);
        assert!(
            pixels
                .chunks(4)
                .any(|p| p[0] < 60 && p[1] < 60 && p[2] < 60),
            "the text is drawn"
        );
    }

    #[test]
    fn a_picture_without_or_beyond_size_is_refused() {
        let scene = Scene::new(size(0.0, 20.0), Rgba::CLEAR);
        assert!(matches!(
            to_png(&scene, &Story::default(), "", 1.0),
            Err(PngError::Size { .. })
        ));
        let scene = Scene::new(size(9000.0, 20.0), Rgba::CLEAR);
        assert!(matches!(
            to_png(&scene, &Story::default(), "", 2.0),
            Err(PngError::Size { .. })
        ));
    }
}
