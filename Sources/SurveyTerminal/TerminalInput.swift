/// What comes from a terminal, taken apart: keys, changes of focus, and reports, which are never mistaken for keys.
package enum TerminalInput: Sendable, Hashable {
    /// A key was pressed.
    case key(Key)
    /// The window has the person's attention, or lost it (xterm's focus reporting).
    case focus(Bool)
    /// The terminal's answer to a question, or a sequence of no interest; whole, with its escape.
    case report(String)

    // Whether it answers what is in view: any key but those that stop the survey.
    var isAnswer: Bool {
        if case .key(let key) = self { !key.stops } else { false }
    }

    /// Takes a stream of bytes apart. A sequence may come in pieces.
    package struct Parser: Sendable {
        private enum State {
            case ground
            case escape
            // CSI and SS3: what follows the escape so far.
            case control
            // OSC, DCS, APC, PM, SOS: until BEL or ST.
            case string
            // The bytes of a character that has not ended.
            case character(missing: Int)
        }

        private var state = State.ground
        private var held: [UInt8] = []

        /// A parser that has seen nothing.
        package init() {}

        /// Whether an unfinished sequence is held; after a pause ``flush()`` drops it (a lone Escape key).
        package var isWaiting: Bool { !held.isEmpty }

        /// Drops an unfinished sequence.
        package mutating func flush() {
            state = .ground
            held = []
        }

        /// What these bytes and the ones held complete.
        package mutating func take(_ bytes: some Sequence<UInt8>) -> [TerminalInput] {
            bytes.compactMap { take($0) }
        }

        private mutating func take(_ byte: UInt8) -> TerminalInput? {
            // Ctrl-C gets through whatever stands before it.
            if byte == 0x03 {
                flush()
                return .key(.interrupt)
            }
            switch state {
            case .ground: return begin(byte)
            case .escape: return escape(byte)
            case .control: return control(byte)
            case .string: return string(byte)
            case .character(let missing): return character(byte, missing: missing)
            }
        }

        private mutating func begin(_ byte: UInt8) -> TerminalInput? {
            switch byte {
            case 0x1B: hold(byte, .escape)
            case 0x08, 0x7F: return .key(.backspace)
            case 0x0A, 0x0D: return .key(.enter)
            case 0x1A: return .key(.suspend)
            case 0x20...0x7E: return .key(.character(Character(Unicode.Scalar(byte))))
            case 0xC2...0xDF: hold(byte, .character(missing: 1))
            case 0xE0...0xEF: hold(byte, .character(missing: 2))
            case 0xF0...0xF4: hold(byte, .character(missing: 3))
            default: break
            }
            return nil
        }

        private mutating func hold(_ byte: UInt8, _ next: State) {
            held.append(byte)
            state = next
        }

        private mutating func escape(_ byte: UInt8) -> TerminalInput? {
            switch Unicode.Scalar(byte) {
            case "[", "O": hold(byte, .control)
            case "P", "]", "X", "^", "_": hold(byte, .string)
            case "\u{1B}": break
            default: flush()  // Alt with a key
            }
            return nil
        }

        private mutating func control(_ byte: UInt8) -> TerminalInput? {
            if byte == 0x1B {
                flush()
                return begin(byte)
            }
            held.append(byte)
            guard (0x40...0x7E).contains(byte) else { return nil }
            let sequence = String(decoding: held, as: UTF8.self)
            flush()
            switch sequence.dropFirst() {
            case "[D", "OD": return .key(.left)
            case "[C", "OC": return .key(.right)
            case "[A", "OA": return .key(.up)
            case "[B", "OB": return .key(.down)
            case "OM": return .key(.enter)
            case "[I": return .focus(true)
            case "[O": return .focus(false)
            default: return .report(sequence)
            }
        }

        private mutating func string(_ byte: UInt8) -> TerminalInput? {
            held.append(byte)
            let ended = byte == 0x07 || (byte == UInt8(ascii: "\\") && held.dropLast().last == 0x1B)
            guard ended else { return nil }
            defer { flush() }
            return .report(String(decoding: held, as: UTF8.self))
        }

        private mutating func character(_ byte: UInt8, missing: Int) -> TerminalInput? {
            guard (0x80...0xBF).contains(byte) else {
                flush()
                return begin(byte)
            }
            hold(byte, .character(missing: missing - 1))
            guard missing == 1 else { return nil }
            let text = String(decoding: held, as: UTF8.self)
            flush()
            return text.first.map { .key(.character($0)) }
        }
    }
}

extension String {
    /// Whether this is a terminal's answer to "which device are you?" (DA1).
    var isDeviceAttributes: Bool { hasPrefix("\u{1B}[?") && hasSuffix("c") }
}
