/// How often `small` must be doubled to give `large`, which is `small` times a power of two.
func doublings(from small: Int, to large: Int) -> Int {
    let doublings = (large / small).trailingZeroBitCount
    precondition(small << doublings == large, "\(large) is \(small) times a power of two")
    return doublings
}
