import Study

extension AnswerEvent {
    /// The event with its id in lower case, if it can have happened.
    func checked() throws(LineFault) -> AnswerEvent {
        guard AnswerLimits.isUUID(id) else { throw LineFault("\"id\" is no UUID") }
        if let fault { throw LineFault(fault) }
        switch kind {
        case .vote:
            if trial == nil { throw LineFault("a vote without \"trial\"") }
            if choice == nil { throw LineFault("a vote without \"choice\"") }
        case .practice:
            if trial == nil { throw LineFault("practice without \"trial\"") }
            if choice == nil { throw LineFault("practice without \"choice\"") }
        case .answer where isReport:
            if trial == nil { throw LineFault("a report without \"trial\"") }
            if choice != .left, choice != .right {
                throw LineFault("a report whose \"choice\" is neither left nor right")
            }
        case .flip:
            if trial == nil { throw LineFault("a flip without \"trial\"") }
            if choice != .left, choice != .right {
                throw LineFault("a flip whose \"choice\" is neither left nor right")
            }
        case .enlarge:
            if trial == nil { throw LineFault("an enlargement without \"trial\"") }
            guard case .number(let times)? = value, times >= 1 else {
                throw LineFault("\"value\" of an enlargement is no number of at least 1")
            }
        case .shown, .imageFailed, .timeout:
            if trial == nil { throw LineFault("\"kind\" is \(kind.rawValue), but there is no \"trial\"") }
        case .language:
            guard let tag = value?.text, Language.isTag(tag) else {
                throw LineFault("\"value\" of a language is no tag as BCP 47 writes it")
            }
        case .scheme:
            guard let scheme = value?.text, AnswerLimits.schemes.contains(scheme) else {
                throw LineFault("\"value\" of a scheme is none of \(AnswerLimits.schemes.joined(separator: ", "))")
            }
        case .answer:
            guard question != nil else { throw LineFault("an answer without \"question\"") }
            guard value != nil else { throw LineFault("an answer without \"value\"") }
        case .screenedOut:
            guard value?.text?.isEmpty == false else {
                throw LineFault("\"kind\" is screened_out, but \"value\" says not why")
            }
        case .consent, .undo, .blur, .focus, .finish:
            break
        }
        var event = self
        event.id = id.lowercased()
        return event
    }
}
