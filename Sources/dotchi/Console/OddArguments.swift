import Files
import Foundation
import Workflows

/// Names in bytes that are not UTF-8, which Swift's texts cannot hold: what is read of the command line would be another
/// name, of which it could only be said, falsely, that there is no such file.
enum OddArguments {
    /// Why the command cannot be run; nil where all that was typed is UTF-8.
    static var fault: Failure? {
        let arguments = (1..<max(1, Int(CommandLine.argc))).compactMap { number -> FileName? in
            CommandLine.unsafeArgv[number].map {
                FileName(UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:)))
            }
        }
        if let odd = arguments.first(where: { $0.text == nil }) {
            return Failure(
                .usage,
                """
                “\(odd)” on the command line is not UTF-8 (\\x.. are the bytes that are not), and dotchi reads only names \
                that are. Rename the file or folder, as by mv or convmv, or give it a link with another name.
                """)
        }
        guard let folder = getcwd(nil, 0) else { return nil }
        defer { free(folder) }
        let place = FileName(UnsafeBufferPointer(start: folder, count: strlen(folder)).map(UInt8.init(bitPattern:)))
        guard place.text == nil else { return nil }
        return Failure(
            .noInput,
            """
            the path of this folder, “\(place)”, is not UTF-8 (\\x.. are the bytes that are not), and dotchi finds no files by \
            it. Rename that folder.
            """)
    }
}
