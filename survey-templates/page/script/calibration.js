// How large a millimetre is on this screen, where the study shows images at degrees of visual angle: people fit a frame to a
// bank card, as in Li et al., Controlling for participants' viewing distance (Scientific Reports, 2020).

const calibration = {
  /** A bank card in millimetres (ISO/IEC 7810, ID-1). */
  card: { long: 85.6, short: 53.98 },
  /** Device pixels for each millimetre, as measured; enlarging the page changes nothing of the screen. Null where nothing was. */
  measured: null,
  done: () => {},

  /** The same, else as CSS takes it to be. */
  get density() { return this.measured ?? 96 / 25.4 * devicePixelRatio },

  /** The side of an image in CSS pixels. */
  get side() {
    const { degrees, distance_cm: distance } = plan.view
    return 20 * distance * Math.tan(degrees * Math.PI / 360) * this.density / devicePixelRatio
  },

  /** The device pixels of a CSS pixel of the frame, which two fingers enlarge too. */
  get zoom() { return devicePixelRatio * (window.visualViewport?.scale ?? 1) },

  /** Asks for the card, where that is needed and the session has no answer; then calls `done`. */
  ask(session, done) {
    const kept = plan.view.size === "degrees" ? session.answer("view.px_per_mm") : "none"
    // What another person fitted is nothing of this one.
    this.measured = typeof kept === "number" ? kept : null
    if (kept !== undefined) return done()
    this.done = done
    screens.show("calibration")
    this.draw()
  },

  /**
   * Draws the frame, upright where the window is narrower than a card. It begins too small, and fits only where it was moved:
   * nothing is taken for measured that nobody measured.
   */
  draw() {
    const range = byId("card-size")
    byId("card-fits").disabled = this.measured === null
    const css = this.density / this.zoom * (this.measured === null ? 0.6 : 1)
    range.value = String(css)
    const isUpright = innerWidth < 520
    const style = byId("card").style
    style.inlineSize = `${(isUpright ? this.card.short : this.card.long) * css}px`
    style.blockSize = `${(isUpright ? this.card.long : this.card.short) * css}px`
  },

  /** Takes what the person fitted, or that they have no card: then a millimetre is as large as CSS takes it to be. */
  take(hasCard) {
    if (!begin() || !tabLock.isMine()) return
    if (hasCard) this.fit()
    else this.measured = null
    session.record("answer", {
      question: "view.px_per_mm", value: hasCard ? Math.round(this.density * 1000) / 1000 : "none",
    })
    this.done()
  },

  /** The slider was moved. */
  fit() {
    this.measured = Number(byId("card-size").value) * this.zoom
    this.draw()
  },

  clicks: {
    "card-fits": () => calibration.take(true),
    "no-card": () => calibration.take(false),
  },
}
