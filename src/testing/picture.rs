//! Pictures made by code.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// A PNG of 8 by 6 pixels.
pub fn picture() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(8, 6, Rgb([120, 80, 40])).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A JPEG of `width` by `height` pixels, red above and blue below, as a telephone stores it: lying on its
/// side (orientation 6), with the maker's name, and with where it was taken. EXIF 2.32, TIFF 6.0.
pub fn photo(width: u32, height: u32) -> Vec<u8> {
    let picture =
        RgbImage::from_fn(width, height, |_, y| if y < height / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    let bytes = bytes.into_inner();
    let exif = exif();
    let length = u16::try_from(exif.len() + 2).unwrap();
    // After the start of the image (two bytes) comes APP1.
    let mut photo = bytes[..2].to_vec();
    photo.extend([0xff, 0xe1]);
    photo.extend(length.to_be_bytes());
    photo.extend(exif);
    photo.extend(&bytes[2..]);
    photo
}

/// `Exif` with a first directory of three fields and a GPS directory of one.
fn exif() -> Vec<u8> {
    let mut tiff = b"II\x2a\x00\x08\x00\x00\x00".to_vec();
    let field = |tiff: &mut Vec<u8>, tag: u16, kind: u16, count: u32, value: u32| {
        tiff.extend(tag.to_le_bytes());
        tiff.extend(kind.to_le_bytes());
        tiff.extend(count.to_le_bytes());
        tiff.extend(value.to_le_bytes());
    };
    let first_end: u32 = 8 + 2 + 3 * 12 + 4;
    let maker = b"Sample Maker\0";
    let gps = first_end + u32::try_from(maker.len()).unwrap() + 1;
    tiff.extend(3_u16.to_le_bytes());
    field(&mut tiff, 0x010f, 2, u32::try_from(maker.len()).unwrap(), first_end);
    field(&mut tiff, 0x0112, 3, 1, 6);
    field(&mut tiff, 0x8825, 4, 1, gps);
    tiff.extend([0; 4]);
    tiff.extend(maker);
    tiff.push(0);
    tiff.extend(1_u16.to_le_bytes());
    // GPSLatitude: three fractions
    field(&mut tiff, 0x0002, 5, 3, gps + 2 + 12 + 4);
    tiff.extend([0; 4]);
    for (above, below) in [(49_u32, 1_u32), (53, 1), (1234, 100)] {
        tiff.extend(above.to_le_bytes());
        tiff.extend(below.to_le_bytes());
    }
    [b"Exif\0\0".to_vec(), tiff].concat()
}
