extension PageWords {
    /// Before the counts of images that could not be shown.
    var failedImages: String {
        word(
            "Images that people could not be shown, by condition and method; their pairs were skipped and have no votes",
            "表示できなかった画像の数（条件と方法ごと。その組は飛ばされ、票がない）")
    }
}
