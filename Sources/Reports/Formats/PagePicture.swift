import Foundation

/// A picture of a page, which holds it as data.
package struct PagePicture: Sendable, Hashable {
    /// The picture as a PNG file.
    package var png: [UInt8]
    /// Width in pixels.
    package var width: Int
    /// Height in pixels.
    package var height: Int

    /// A picture.
    package init(png: [UInt8], width: Int, height: Int) {
        self.png = png
        self.width = width
        self.height = height
    }

    /// The picture for a page, with words for those who do not see it.
    func html(alt: String) -> String {
        "<img width=\"\(width)\" height=\"\(height)\" alt=\"\(HTML.escaped(alt))\" "
            + "src=\"data:image/png;base64,\(Data(png).base64EncodedString())\">"
    }
}
