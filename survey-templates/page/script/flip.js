// Both images in one place, one in view at a time, where the study shows them so.

const flip = {
  isOn: plan.view.mode === "flip",
  /** The side in view. */
  side: "left",
  /** The sides of the pair that were in view. */
  seen: new Set(),
  /** When what is seen changed last, by an exchange or a new pair, in milliseconds of the page's clock. */
  since: -1000,

  /** Puts what answers into the page: the image itself shows the other one. */
  offer() {
    document.body.classList.toggle("flipped", this.isOn)
    for (const id of ["flip", "exchange"]) byId(id).hidden = !this.isOn
    if (!this.isOn) return
    byId("hint-stacked").remove()
    byId("pair").addEventListener("click", () => this.exchange())
  },

  /** A pair begins with the left one. */
  begin() {
    this.seen = new Set(["left"])
    this.show("left")
  },

  show(side) {
    this.side = side
    byId("pair").dataset.side = side
    for (const each of ["left", "right"]) {
      byId(`choose-${each}`).setAttribute("aria-current", String(each === side))
    }
  },

  /** Whether both were in view, so that they can be compared. */
  get isSeen() { return !this.isOn || this.seen.size === 2 },

  /** Shows the other one, never more than three times a second: what flashes oftener can cause seizures (WCAG 2.3.1). */
  exchange() {
    const now = performance.now()
    if (!this.isOn || !trial.isLookedAt || now - this.since < 334 || !tabLock.isMine()) return
    this.since = now
    this.show(this.side === "left" ? "right" : "left")
    trial.session.record("flip", { trial: trial.number, choice: this.side })
    if (this.seen.has(this.side)) return
    this.seen.add(this.side)
    trial.acceptSoon(trial.turn)
  },

  /** Space exchanges the images, but where the focus is on a button that it presses. */
  press(event) {
    if (!this.isOn || event.key !== " " || screens.isPressed(event)) return false
    event.preventDefault()
    if (!event.repeat) this.exchange()
    return true
  },

  clicks: {
    exchange: () => flip.exchange(),
    "choose-left": () => trial.choose("left"),
    "choose-right": () => trial.choose("right"),
  },
}
