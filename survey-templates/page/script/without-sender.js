// A page whose answers are handed over as a file sends nothing, anywhere.
const sender = { isOn: false, isDone: false, pause: 0, send() {}, follow() {}, hurry() {} }
