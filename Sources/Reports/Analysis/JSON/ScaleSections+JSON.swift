import Preference

extension DavidsonSection {
    /// The section's element of `davidson`.
    var json: JSONValue {
        let rows = items.map { items in
            JSONValue.array(
                items.map { item in
                    .object([
                        .init("name", .string(item.method)), .init("log_strength", .number(item.value)),
                        .init("se", .number(item.error)),
                    ])
                })
        }
        return .object(
            [.init("condition", .text(condition)), .init("items", rows.value ?? .null)]
                + fit.members([
                    ("nu", { .number($0.nu) }), ("deviance", { .number($0.deviance) }),
                    ("df", { .integer($0.degreesOfFreedom) }),
                ]))
    }
}

extension ThurstoneSection {
    /// The section's element of `thurstone`.
    var json: JSONValue {
        let rows = items.map { items in
            JSONValue.array(
                items.map { item in
                    .object([
                        .init("name", .string(item.method)), .init("z", .number(item.value)),
                        .init("jod", .number(Thurstone.jod(item.value))),
                    ])
                })
        }
        return .object([.init("condition", .text(condition)), .init("items", rows.value ?? .null)] + rows.reason)
    }
}
