package import Pictures

/// SSIM, the structural similarity of two pictures of the same size: 1 for equal ones, near 0 for unlike ones; it can be
/// slightly negative.
///
/// Source: Wang, Bovik, Sheikh, Simoncelli, "Image quality assessment: from error visibility to structural similarity",
/// IEEE Trans. Image Processing 13, 2004: a Gaussian window of 11 x 11 pixels with a standard deviation of 1.5, K1 =
/// 0.01, K2 = 0.03, L = 255, the mean over all windows that lie wholly inside.
package enum StructuralSimilarity {
    /// On luma without a border of 8 pixels, as papers on super-resolution report it (BT.601 in its studio range, 16 ...
    /// 235, in double precision: not rounded to 8 bits). Both pictures have at least 27 x 27 pixels.
    package static func luma(_ picture: PixelBuffer, _ reference: PixelBuffer) -> Double {
        LocalSimilarity(Plane(lumaOf: picture), Plane(lumaOf: reference), window: .whole).whole
    }
}
