/// A way to make images: networks, one after the other.
package struct Method: Sendable, Codable, Hashable {
    /// Short name (`A`, `B`): letters, digits, `-` and `_`. Participants never see it.
    package var name: String
    /// Name for tables and reports.
    package var label: String
    /// Names of networks: the first makes an image from a latent vector, each further one enlarges it. Empty for images
    /// that come from elsewhere (`pool import`).
    package var chain: [String]

    /// A method; the label is its name if none is given.
    package init(name: String, label: String? = nil, chain: [String] = []) {
        self.name = name
        self.label = label ?? name
        self.chain = chain
    }
}
