// A survey whose answers are no grades has no scale of them.
const grades = { buttons: [], offer() {}, press: () => false }
