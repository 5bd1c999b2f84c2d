/// The content of a safetensors file: named tensors, and facts about them as text.
///
/// Source: the format's description in the repository huggingface/safetensors. A file is the length of its header (8
/// bytes, little-endian), the header (JSON), and the elements of all tensors without gaps.
package struct SafetensorsFile: Sendable, Equatable {
    /// The tensors by their names.
    package var tensors: [String: StoredTensor]
    /// What the header's `__metadata__` holds.
    package var metadata: [String: String]
    /// Whether the file carries a checksum of its content, or will when it is written.
    package var isSealed: Bool

    /// The most bytes of a header, as the reference implementation has it.
    static let longestHeader = 100_000_000

    /// A content to write.
    package init(tensors: [String: StoredTensor], metadata: [String: String] = [:], isSealed: Bool = false) {
        self.tensors = tensors
        self.metadata = metadata
        self.isSealed = isSealed
    }
}
