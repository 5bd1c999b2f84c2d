import Foundation

/// How large a terminal is.
package struct TerminalSize: Sendable, Hashable {
    /// Cells across; at least 1.
    package var columns: Int
    /// Cells down; at least 1.
    package var rows: Int
    /// Pixels of one cell.
    package var cell: Cell

    /// The pixels of one cell.
    package struct Cell: Sendable, Hashable {
        /// Pixels across.
        package var width: Int
        /// Pixels down.
        package var height: Int

        /// What is taken where nobody knows: small, so that a picture made for it never grows out of its box.
        package static let assumed = Cell(width: 8, height: 16)

        /// A cell of that many pixels, each at least 1.
        package init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }
    }

    /// A terminal of `columns` x `rows` cells.
    package init(columns: Int, rows: Int, cell: Cell = .assumed) {
        self.columns = columns
        self.rows = rows
        self.cell = cell
    }

    /// The screen of answers that are given at a terminal, `COLUMNSxROWS`; nil where the descriptor is none, or does not say.
    package static func screen(of descriptor: Int32 = STDOUT_FILENO) -> String? {
        var told = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &told) == 0, told.ws_col > 0, told.ws_row > 0 else { return nil }
        return "\(told.ws_col)x\(told.ws_row)"
    }
}
