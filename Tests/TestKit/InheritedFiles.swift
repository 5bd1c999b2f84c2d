import Glibc

extension posix_spawn_file_actions_t {
    /// Closes the descriptors from `first` on in a program to be started.
    ///
    /// Foundation knows that a command has ended by a socket that closes: whoever is started at that moment and inherits
    /// it would keep the command's end from being seen.
    mutating func closeInherited(from first: Int32) {
        typealias CloseFrom = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32
        // In glibc from 2.34 on, which shows it only to GNU sources.
        guard let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else { return }
        _ = unsafeBitCast(symbol, to: CloseFrom.self)(&self, first)
    }
}
