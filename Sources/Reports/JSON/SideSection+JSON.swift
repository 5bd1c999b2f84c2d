import Analysis
import Preference

extension SideSection {
    /// The section's element of `side`.
    var json: JSONValue {
        let clustered = bias.flatMap { $0.clustered.mapError(Missing.init) }
        let people = bias.value.map { bias in
            zip(self.people, bias.people).sorted { $0.0 < $1.0 }.compactMap { name, person -> JSONValue? in
                guard case .success(let person) = person else { return nil }
                return .object([.init("participant", .string(name)), .init("p_holm", .number(person.holmP))])
            }
        }
        return .object(
            [
                .init("condition", .text(condition)), .init("left", .integer(left)), .init("right", .integer(right)),
                .init("left_share", .optional(bias.value.flatMap { try? $0.left.rate.get() })),
                .init("naive_p", .optional(bias.value?.naiveP)), .init("clustered_p", .optional(clustered.value?.p)),
                .init("people", .array(people ?? [])),
            ] + clustered.reason)
    }
}
