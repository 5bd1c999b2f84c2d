// A survey that shows images beside each other exchanges none.
const flip = { isOn: false, isSeen: true, begin() {}, offer() {}, exchange() {}, press: () => false }
