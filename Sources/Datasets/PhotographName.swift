/// Which files of a source may be photographs, by their names; whether they are, their bytes say later.
enum PhotographName {
    /// The path with its parts joined by single slashes, if it ends in .jpg, .jpeg or .png (in any case) and no part of
    /// it is hidden (`.name`) or a Macintosh's resource fork (`__MACOSX`); else nil.
    static func candidate(_ path: String) -> String? {
        let parts = path.split(separator: "/").filter { $0 != "." }
        guard let file = parts.last, let dot = file.lastIndex(of: ".") else { return nil }
        guard ["jpg", "jpeg", "png"].contains(file[file.index(after: dot)...].lowercased()) else { return nil }
        guard !parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) else { return nil }
        return parts.joined(separator: "/")
    }

    /// The path without its last part: the folder above the file, "" at the top.
    static func folder(of name: String) -> String {
        name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
    }
}
