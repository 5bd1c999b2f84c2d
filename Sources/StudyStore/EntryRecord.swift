/// One image of a generation, without its bytes.
package struct EntryRecord: Sendable, Hashable {
    /// Index in the generation, from 0.
    package var index: Int
    /// Where the image comes from.
    package var origin: PoolImage.Origin
    /// SHA-256 of the PNG.
    package var sha256: String
    /// Width in pixels.
    package var width: Int
    /// Height in pixels.
    package var height: Int
}
