// Both images enlarged in step, where the study lets people look closer before they answer.

const enlarge = {
  isOn: plan.view.enlarge === true,
  /** How many times as large. */
  times: 1,
  /** What of the images is in the middle, in hundredths from the left and from above. */
  place: { x: 50, y: 50 },
  /** The fingers on the images, by their ids, and how far apart two were. */
  fingers: new Map(),
  apart: 0,
  /** Whether a finger moved over the images, so that lifting it chooses none. */
  isMoved: false,

  offer() {
    document.body.classList.toggle("enlargeable", this.isOn)
    for (const id of ["enlarge", "hint-enlarge"]) byId(id).hidden = !this.isOn
    if (!this.isOn) return
    const pair = byId("pair")
    pair.addEventListener("pointerdown", event => this.touch(event))
    pair.addEventListener("pointermove", event => this.move(event))
    pair.addEventListener("pointerup", event => this.fingers.delete(event.pointerId))
    pair.addEventListener("pointercancel", event => this.fingers.delete(event.pointerId))
    // What a finger that moved lets go of is no choice; keys and programs that press for people choose.
    pair.addEventListener("click", event => this.isMoved && event.detail > 0 && event.stopImmediatePropagation(), true)
  },

  /** How many times as large the button makes the images. */
  get next() { return this.times === 4 ? 1 : this.times * 2 },

  /** A pair begins as large as it is. */
  begin() {
    this.fingers.clear()
    this.isMoved = false
    this.show(1, { x: 50, y: 50 })
  },

  /** Shows both images so many times as large, with the part at `place`, or the nearest that there is, in the middle. */
  show(times, { x, y }) {
    const within = part => Math.max(0, Math.min(100, part))
    const place = { x: within(x), y: within(y) }
    Object.assign(this, { times, place })
    const style = byId("pair").style
    style.setProperty("--times", String(times))
    style.setProperty("--place", `${place.x}% ${place.y}%`)
    byId("times").textContent = `${this.next}×`
  },

  /** Enlarges both images so many times, at most four times. */
  set(times) {
    if (!this.isOn || !trial.isLookedAt || times === this.times || times < 1 || times > 4 || !tabLock.isMine()) return
    this.show(times, this.place)
    trial.session.record("enlarge", { trial: trial.number, value: times })
  },

  touch(event) {
    if (this.fingers.size === 0) this.isMoved = false
    if (event.pointerType !== "mouse") this.fingers.set(event.pointerId, event)
    if (this.fingers.size === 2) this.apart = this.distance
  },

  get distance() {
    const [one, other] = [...this.fingers.values()]
    return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)
  },

  /** A mouse shows the part that it is over; a finger moves the images with it, and two enlarge them. */
  move(event) {
    const slot = flip.isOn ? byId("left") : event.target instanceof Element && event.target.closest(".slot")
    if (!slot) return
    const picture = slot.querySelector(".picture")
    const { left, top, width, height } = picture.getBoundingClientRect()
    if (event.pointerType === "mouse") {
      if (this.times === 1) return
      return this.show(this.times, { x: (event.clientX - left) / width * 100, y: (event.clientY - top) / height * 100 })
    }
    const before = this.fingers.get(event.pointerId)
    if (before === undefined) return
    this.fingers.set(event.pointerId, event)
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY]
    if (Math.hypot(dx, dy) > 2) this.isMoved = true
    if (this.fingers.size === 2) {
      const ratio = this.distance / this.apart
      if (ratio < 0.75 || ratio > 1.33) {
        this.set(ratio > 1 ? this.times * 2 : this.times / 2)
        this.apart = this.distance
      }
    } else if (this.times > 1) {
      const most = this.times - 1
      this.show(this.times, {
        x: this.place.x - dx / width / most * 100, y: this.place.y - dy / height / most * 100,
      })
    }
  },

  /** + and - enlarge; with Shift the arrows move. */
  press(event) {
    const steps = { ArrowLeft: [-20, 0], ArrowRight: [20, 0], ArrowUp: [0, -20], ArrowDown: [0, 20] }
    const step = event.shiftKey ? steps[event.key] : undefined
    const factor = ["+", "="].includes(event.key) || event.code === "NumpadAdd" ? 2
      : ["-", "−"].includes(event.key) || event.code === "NumpadSubtract" ? 0.5 : null
    if (!this.isOn || step === undefined && factor === null) return false
    event.preventDefault()
    if (factor !== null) this.set(this.times * factor)
    else if (this.times > 1) this.show(this.times, { x: this.place.x + step[0], y: this.place.y + step[1] })
    return true
  },

  clicks: {
    enlarge: () => enlarge.set(enlarge.next),
  },
}
