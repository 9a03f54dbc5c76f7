//! A scene as PNG, rasterised on the CPU with the bundled faces: no window, display or GPU.

use std::io::Write as _;
use std::num::NonZero;
use std::thread;

use resvg::{tiny_skia, usvg};

use crate::language::say;

use super::color::Rgba;
use super::fonts;
use super::geometry::Size;
use super::sheet::Sheet;
use super::svg::{Lettering, written};
use super::typeset;

/// The greatest width and height of a picture, in pixels.
pub const MAX_SIDE: u32 = 16_384;
/// Pixels of a band: what each thread holds of a picture at once, 4 bytes each.
const BAND: u32 = 2 * 1024 * 1024;

/// Why no picture came of a scene.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The picture would be empty or too large.
    #[error(
        "{}",
        say!(
            "png-size",
            width = .width.to_string(),
            height = .height.to_string(),
            most = MAX_SIDE.to_string()
        )
    )]
    Size {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// The rasteriser refused the figure.
    #[error("{}", say!("png-raster", why = .0.to_string()))]
    Raster(#[from] usvg::Error),
    /// The encoder failed.
    #[error("{}", say!("png-encode", why = .0.to_string()))]
    Encode(#[from] png::EncodingError),
    /// Nobody waits for the picture any more.
    #[error("{}", say!("png-cancelled"))]
    Cancelled,
}

/// `sheet` as a PNG file of `scale` pixels to the point. It has no alpha where something opaque lies
/// behind the scene.
///
/// The picture is made in bands, so that memory stays at a few times 8 MiB and the file's own size,
/// however large it is. `go_on` is asked before every few bands, with the share that is done, whether
/// the picture is still wanted.
///
/// # Errors
/// Where the picture would be empty or larger than [`MAX_SIDE`] on a side, or is cancelled.
pub fn to_png(
    sheet: &Sheet,
    scale: f32,
    go_on: &mut dyn FnMut(f32) -> bool,
) -> Result<Vec<u8>, PngError> {
    let (width, height) = pixels(sheet.scene.size, scale)?;
    let mut file = Vec::new();
    let opaque = sheet.scene.background.is_opaque();
    let mut encoder = encoder(&mut file, width, height, scale, opaque);
    // Flat colours need no more.
    encoder.set_compression(png::Compression::Fast);
    encoder.set_filter(png::Filter::Up);
    let mut writer = encoder.write_header()?;
    let mut stream = writer.stream_writer_with_size(1 << 20)?;
    rasterised(sheet, scale, go_on, &mut |rows| {
        Ok(stream.write_all(rows).map_err(png::EncodingError::from)?)
    })?;
    stream.finish()?;
    writer.finish()?;
    Ok(file)
}

/// A picture as pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Row by row from the top, with straight alpha.
    pub rgba: Vec<u8>,
}

/// `sheet` as pixels, `scale` to the point; as [`to_png`].
///
/// # Errors
/// As [`to_png`].
pub fn raster(
    sheet: &Sheet,
    scale: f32,
    go_on: &mut dyn FnMut(f32) -> bool,
) -> Result<Raster, PngError> {
    let (width, height) = pixels(sheet.scene.size, scale)?;
    let opaque = sheet.scene.background.is_opaque();
    let mut rgba = Vec::with_capacity(width as usize * height as usize * 4);
    rasterised(sheet, scale, go_on, &mut |rows| {
        if opaque {
            rgba.extend(
                rows.chunks_exact(3)
                    .flat_map(|rgb| [rgb[0], rgb[1], rgb[2], 255]),
            );
        } else {
            rgba.extend_from_slice(rows);
        }
        Ok(())
    })?;
    Ok(Raster {
        width,
        height,
        rgba,
    })
}

/// Gives `take` the rows of `sheet` from the top, some at a time: RGB where something opaque lies
/// behind it, otherwise RGBA with straight alpha.
fn rasterised(
    sheet: &Sheet,
    scale: f32,
    go_on: &mut dyn FnMut(f32) -> bool,
    take: &mut dyn FnMut(&[u8]) -> Result<(), PngError>,
) -> Result<(), PngError> {
    let scene = &sheet.scene;
    let (width, height) = pixels(scene.size, scale)?;
    let fonts = fonts::for_scene(scene);
    let document = written(sheet, (Lettering::ByName, ""), Some(&fonts));
    let tree = usvg::Tree::from_str(&document, &typeset::options(&fonts))?;
    drop(document);
    let rows = (BAND / width).clamp(1, height);
    let bands: Vec<(u32, u32)> = (0..height)
        .step_by(rows as usize)
        .map(|top| (top, rows.min(height - top)))
        .collect();
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    for together in bands.chunks(threads) {
        let done = together.first().map_or(0, |(top, _)| *top);
        #[expect(clippy::cast_precision_loss, reason = "at most MAX_SIDE")]
        if !go_on(done as f32 / height as f32) {
            return Err(PngError::Cancelled);
        }
        let (tree, background) = (&tree, scene.background);
        let drawn: Vec<Option<Vec<u8>>> = thread::scope(|scope| {
            let started: Vec<_> = together
                .iter()
                .map(|&(top, rows)| {
                    scope.spawn(move || band(tree, scale, (width, top, rows), background))
                })
                .collect();
            let ended = started.into_iter().map(thread::ScopedJoinHandle::join);
            ended.map(|pixels| pixels.ok().flatten()).collect()
        });
        for pixels in drawn {
            take(&pixels.ok_or(PngError::Size { width, height })?)?;
        }
    }
    Ok(())
}

/// The pixels of `rows` rows from `top`: RGB where `background` is opaque, otherwise RGBA with
/// straight alpha.
fn band(
    tree: &usvg::Tree,
    scale: f32,
    (width, top, rows): (u32, u32, u32),
    background: Rgba,
) -> Option<Vec<u8>> {
    let mut pixmap = tiny_skia::Pixmap::new(width, rows)?;
    let opaque = background.is_opaque();
    #[expect(clippy::cast_precision_loss, reason = "at most MAX_SIDE")]
    let down = top as f32;
    let transform = tiny_skia::Transform::from_scale(scale, scale).post_translate(0.0, -down);
    resvg::render(tree, transform, &mut pixmap.as_mut());
    if !opaque {
        return Some(
            pixmap
                .pixels()
                .iter()
                .flat_map(|pixel| {
                    let color = pixel.demultiply();
                    [color.red(), color.green(), color.blue(), color.alpha()]
                })
                .collect(),
        );
    }
    let mut rgb = Vec::with_capacity(pixmap.data().len() / 4 * 3);
    for pixel in pixmap.data().chunks_exact(4) {
        rgb.extend_from_slice(&pixel[..3]);
    }
    Some(rgb)
}

/// A square picture that is kept as SVG without text, `side` pixels wide; nothing where it cannot be
/// drawn.
#[must_use]
pub fn square(svg: &str, side: u16) -> Option<Raster> {
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).ok()?;
    let mut pixels = tiny_skia::Pixmap::new(side.into(), side.into())?;
    let scale = f32::from(side) / tree.size().width();
    let transform = tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    Some(Raster {
        width: side.into(),
        height: side.into(),
        rgba: pixels.take_demultiplied(),
    })
}

/// RGBA bytes (straight alpha, row by row from the top) as a PNG file of `scale` pixels to the
/// point.
///
/// # Errors
/// Where the bytes are not `width * height * 4`.
pub fn encode(rgba: &[u8], width: u32, height: u32, scale: f32) -> Result<Vec<u8>, PngError> {
    let mut file = Vec::new();
    let mut writer = encoder(&mut file, width, height, scale, false).write_header()?;
    writer.write_image_data(rgba)?;
    writer.finish()?;
    Ok(file)
}

fn encoder(
    file: &mut Vec<u8>,
    width: u32,
    height: u32,
    scale: f32,
    opaque: bool,
) -> png::Encoder<'_, &mut Vec<u8>> {
    let mut encoder = png::Encoder::new(file, width, height);
    encoder.set_color(if opaque {
        png::ColorType::Rgb
    } else {
        png::ColorType::Rgba
    });
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
    encoder
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

#[cfg(test)]
mod tests {
    use super::super::geometry::{Rect, point, size};
    use super::super::mark::{Anchor, Layer, Mark, Paint, Scene, TextMark};
    use super::super::text::TextStyle;
    use super::*;

    fn sheet(scene: Scene) -> Sheet {
        Sheet {
            scene,
            title: "t".into(),
            summary: String::new(),
            language: String::new(),
            notes: std::collections::HashMap::new(),
        }
    }

    fn drawn(scene: Scene, scale: f32) -> Result<Vec<u8>, PngError> {
        to_png(&sheet(scene), scale, &mut |_| true)
    }

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
        let (width, height, pixels) = decoded(&drawn(scene, 2.0).unwrap());
        assert_eq!((width, height), (80, 40));
        assert_eq!(&pixels[..3], [200, 10, 20]);
        assert!(
            pixels
                .chunks(3)
                .any(|p| p[0] < 60 && p[1] < 60 && p[2] < 60),
            "the text is drawn"
        );
    }

    #[test]
    fn pixels_are_the_files_own_and_what_is_cancelled_ends() {
        let scene = Scene::new(size(4.0, 3.0), Rgba::opaque([1, 2, 3]));
        let (_, _, file) = decoded(&drawn(scene.clone(), 1.0).unwrap());
        let raster = raster(&sheet(scene.clone()), 1.0, &mut |_| true).unwrap();
        assert_eq!((raster.width, raster.height), (4, 3));
        let colors = |pixel: &[u8]| [pixel[0], pixel[1], pixel[2]];
        assert!(
            raster
                .rgba
                .chunks(4)
                .map(colors)
                .eq(file.chunks(3).map(colors))
        );
        let ended = to_png(&sheet(scene), 1.0, &mut |_| false);
        assert!(matches!(ended, Err(PngError::Cancelled)));
    }

    #[test]
    fn a_picture_without_or_beyond_size_is_refused() {
        let scene = Scene::new(size(0.0, 20.0), Rgba::CLEAR);
        assert!(matches!(drawn(scene, 1.0), Err(PngError::Size { .. })));
        let scene = Scene::new(size(9000.0, 20.0), Rgba::CLEAR);
        assert!(matches!(drawn(scene, 2.0), Err(PngError::Size { .. })));
    }
}
