import Files

extension FileName {
    /// What to say of a name in a folder; nil where it is UTF-8.
    func fault(in folder: String) -> String? {
        guard text == nil else { return nil }
        return "the file name “\(self)” in \(folder) is not UTF-8 (\\x.. are the bytes that are not); rename it"
    }
}
