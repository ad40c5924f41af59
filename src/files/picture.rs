//! Pictures are drawn anew: what a camera wrote beside the pixels (where, when, with what) is not kept,
//! nor anything hidden after them. A small one is made for lists.

use std::io::{BufRead, Cursor, Seek};

use bytes::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView, ImageDecoder, ImageEncoder, ImageReader, Limits};
use tokio::sync::Semaphore;

/// The most pixels a picture may have: 50 million, as the largest telephones take.
pub const MOST_PIXELS: u64 = 50_000_000;

/// The longest side that is kept, in pixels: sharp on a projector.
const LONGEST: u32 = 2560;

/// The longest side of a small picture, in pixels.
const SMALL: u32 = 480;

/// The largest colour profile that is kept, in bytes; it says how red looks, and nothing else.
const PROFILE: usize = 16 * 1024;

/// One picture at a time: fifty million pixels are 150 MB while they are drawn.
static DRAWING: Semaphore = Semaphore::const_new(1);

/// A picture, drawn anew.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Its bytes.
    pub content: Bytes,
    /// `image/jpeg` or `image/png`.
    pub media: &'static str,
    /// The small one, a JPEG.
    pub small: Bytes,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Why a picture cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// It has more than [`MOST_PIXELS`].
    #[error("too many pixels")]
    TooLarge,
    /// It is broken.
    #[error("a broken picture")]
    Broken,
}

/// Draws a picture anew, away from the threads that answer people, one at a time.
///
/// # Errors
/// Why not.
pub async fn draw(file: impl BufRead + Seek + Send + 'static) -> Result<Picture, Problem> {
    let Ok(_turn) = DRAWING.acquire().await else { return Err(Problem::Broken) };
    tokio::task::spawn_blocking(move || drawn(file)).await.unwrap_or(Err(Problem::Broken))
}

fn drawn(file: impl BufRead + Seek) -> Result<Picture, Problem> {
    let broken = |_| Problem::Broken;
    let mut reader = ImageReader::new(file).with_guessed_format().map_err(|_| Problem::Broken)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(30_000);
    limits.max_image_height = Some(30_000);
    limits.max_alloc = Some(MOST_PIXELS * 8);
    reader.limits(limits);
    let photo = matches!(reader.format(), Some(image::ImageFormat::Jpeg));
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        image::ImageError::Limits(_) => Problem::TooLarge,
        _ => Problem::Broken,
    })?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Problem::TooLarge);
    }
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| profile.len() <= PROFILE);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    if picture.width().max(picture.height()) > LONGEST {
        picture = picture.resize(LONGEST, LONGEST, image::imageops::FilterType::CatmullRom);
    }
    picture.apply_orientation(turned);
    let opaque = photo || !picture.color().has_alpha();
    // A photo stays a photo; a drawing or a screen stays sharp.
    let (content, media) = if photo {
        (jpeg(&picture, 85, profile.clone())?, "image/jpeg")
    } else {
        (png(&picture, profile.clone())?, "image/png")
    };
    let mut small = picture.thumbnail(SMALL.min(picture.width()), SMALL.min(picture.height()));
    if !opaque {
        small = on_paper(&small);
    }
    let (width, height) = picture.dimensions();
    Ok(Picture { content, media, small: jpeg(&small, 78, profile)?, width, height })
}

fn jpeg(picture: &DynamicImage, quality: u8, profile: Option<Vec<u8>>) -> Result<Bytes, Problem> {
    let mut bytes = Cursor::new(Vec::new());
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    if let Some(profile) = profile {
        let _ = encoder.set_icc_profile(profile);
    }
    picture.to_rgb8().write_with_encoder(encoder).map_err(|_| Problem::Broken)?;
    Ok(bytes.into_inner().into())
}

fn png(picture: &DynamicImage, profile: Option<Vec<u8>>) -> Result<Bytes, Problem> {
    let mut bytes = Cursor::new(Vec::new());
    let mut encoder = PngEncoder::new(&mut bytes);
    if let Some(profile) = profile {
        let _ = encoder.set_icc_profile(profile);
    }
    let picture = if picture.color().has_alpha() {
        DynamicImage::ImageRgba8(picture.to_rgba8())
    } else {
        DynamicImage::ImageRgb8(picture.to_rgb8())
    };
    picture.write_with_encoder(encoder).map_err(|_| Problem::Broken)?;
    Ok(bytes.into_inner().into())
}

/// Lays a picture one can see through on white.
fn on_paper(picture: &DynamicImage) -> DynamicImage {
    let mut paper = image::RgbaImage::from_pixel(picture.width(), picture.height(), image::Rgba([255; 4]));
    image::imageops::overlay(&mut paper, &picture.to_rgba8(), 0, 0);
    DynamicImage::ImageRgba8(paper)
}
