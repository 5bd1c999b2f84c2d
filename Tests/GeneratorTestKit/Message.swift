import Tensors

/// What the error says with which `body` ends; `no error` where it ends well.
@TensorThread
package func message(_ body: @TensorThread () throws -> Void) -> String {
    do {
        try body()
        return "no error"
    } catch {
        return "\(error)"
    }
}
