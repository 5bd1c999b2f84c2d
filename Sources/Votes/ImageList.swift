/// Images by number, in the order in which they came up.
///
/// An image is known by its method and its name: methods often give their files the same names (`0001.png`).
package struct ImageList: Sendable, Hashable {
    /// One image.
    package struct Image: Sendable, Hashable {
        /// Number of its method's name.
        package let method: Int32
        /// Number of its name, among ``ImageList/names``.
        package let name: Int32
    }

    /// The images; the number of each is its place.
    package private(set) var images: [Image] = []
    /// Their names.
    package var names = NameList()
    private var numbers: [Image: Int32] = [:]
    /// The image that last came up under each name, or ``VoteTable/none``.
    private var latest: [Int32] = []

    /// No images.
    package init() {}

    /// The number of the image with the name `name` (a number among ``names``) of `method`, a new one where it came up
    /// first; ``VoteTable/none`` where `name` is none.
    package mutating func number(of name: Int32, method: Int32) -> Int32 {
        guard name >= 0 else { return VoteTable.none }
        if name < latest.count, latest[Int(name)] >= 0, images[Int(latest[Int(name)])].method == method {
            return latest[Int(name)]
        }
        while latest.count <= name { latest.append(VoteTable.none) }
        let image = Image(method: method, name: name)
        let number = numbers[image] ?? Int32(images.count)
        if number == images.count {
            numbers[image] = number
            images.append(image)
        }
        latest[Int(name)] = number
        return number
    }

    /// The name of the image with a number.
    package func name(of number: Int32) -> String { names.names[Int(images[Int(number)].name)] }

    /// The place of each image in the order of their names, those with the same name in the order of their methods'.
    ///
    /// - Parameter methods: the names of methods.
    package func ranks(methods: NameList) -> [Int32] {
        let (ofNames, ofMethods) = (names.ranks, methods.ranks)
        let order = images.indices.sorted { one, other in
            let (one, other) = (images[one], images[other])
            return (ofNames[Int(one.name)], ofMethods[Int(one.method)])
                < (ofNames[Int(other.name)], ofMethods[Int(other.method)])
        }
        var ranks = [Int32](repeating: 0, count: images.count)
        for (rank, number) in order.enumerated() { ranks[number] = Int32(rank) }
        return ranks
    }
}
