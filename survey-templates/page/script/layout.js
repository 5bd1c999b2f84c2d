// How the images stand and how large they are: the same for all of a pair and for every trial, the largest that the study's
// rules and the window allow. Side by side, or one above the other where that makes them larger.

const layout = {
  /** Side of each image as shown, in device pixels. */
  shownPixels: 0,
  /** The device pixels of a CSS pixel for which the pair was fitted. */
  ratio: devicePixelRatio,
  /** Whether the images stand one above the other: the left one, which is the first, above. */
  isStacked: false,
  /** Whether the window has no room for images as large as the study wants them. */
  isSmall: false,

  /** Below this side in CSS pixels the page grows beyond the window, and is scrolled to the images. */
  floor: 96,

  /** Fits the pair into the stage. */
  fit() {
    const stage = byId("stage")
    if (stage.clientWidth === 0) return
    this.ratio = devicePixelRatio
    const [before, scrolled] = [this.kind, scrollY]
    const { size, max_scale: most, min, context } = plan.view
    // A least size that is more than the largest enlargement gives is what the study wants all the same.
    const wanted = size === "fit" ? Math.max(most * plan.image_px, (min ?? 0) / devicePixelRatio)
      : size === "1:1" ? plan.image_px / devicePixelRatio : size === "degrees" ? calibration.side : size
    const least = Math.min(min ?? (size === "fit" ? 0 : Infinity), Math.floor(wanted * devicePixelRatio))
    const floor = Math.max(Math.min(this.floor, wanted), least / devicePixelRatio)
    // A reference counts as an image: above the pair, between the two, or above both where these are stacked.
    const byCount = { 1: ["1x1"], 2: ["2x1", "1x2"], 3: ["2x2", "3x1", "1x3"] }
    const shapes = byCount[(flip.isOn ? 1 : 2) + Number(context === "reference")]
      // Grades name the left and the right image.
      .filter(shape => !plan.rules.graded || !shape.startsWith("1x"))
    let best
    for (const isTight of [false, true]) {
      document.body.classList.toggle("tight", isTight)
      best = undefined
      for (const shape of shapes) {
        this.stand(shape)
        const room = this.room(stage, shape, isTight, floor)
        const pixels = this.whole(Math.min(room, wanted) * devicePixelRatio, floor * devicePixelRatio, isTight)
        if (best === undefined || pixels > best.pixels) best = { shape, pixels }
      }
      if (best.pixels >= Math.floor(floor * devicePixelRatio)) break
    }
    this.stand(best.shape)
    this.isStacked = this.stacks(best.shape)
    this.isSmall = best.pixels < least
    this.shownPixels = Math.max(best.pixels, 1)
    document.documentElement.style.setProperty("--side", `${this.shownPixels / devicePixelRatio}px`)
    // What was measured without scrolling forgot where the page stood.
    scrollTo(0, scrolled)
    trial.laidOut(before !== this.kind)
  },

  /** The window, pair and language for which the pair was fitted, and how often since the stage changed under it. */
  fitted: { key: "", times: 0 },

  /** The stage has another size, maybe by fitting itself: in one window that is answered a few times, so that it comes to rest. */
  refit() {
    const key = [innerWidth, innerHeight, devicePixelRatio, trial.number, texts.language].join()
    this.fitted = { key, times: key === this.fitted.key ? this.fitted.times + 1 : 0 }
    if (this.fitted.times < 3) this.fit()
  },

  /** On another screen the window may have the same size in CSS pixels, which no event tells. */
  look() {
    if (this.ratio !== devicePixelRatio) this.fit()
  },

  /** What a person would call another layout. */
  get kind() { return [this.isStacked, this.isSmall, document.body.classList.contains("tight")].join() },

  /** Scrolls a page that is larger than the window to the images. */
  reveal() {
    if (!document.body.classList.contains("tight")) return
    const isWhole = byId("pair").clientHeight <= innerHeight
    document.querySelector(isWhole ? "#pair" : "#pair .picture").scrollIntoView({ block: "nearest" })
  },

  /** Whether images that stand in so many columns and rows are one above the other. */
  stacks(shape) { return !flip.isOn && shape.startsWith("1x") },

  /** Lets the images stand in so many columns and rows. */
  stand(shape) {
    byId("pair").dataset.shape = shape
    document.body.dataset.layout = this.stacks(shape) ? "stacked" : "side-by-side"
    keyHints.show(this.stacks(shape))
  },

  /** The side in CSS pixels that each image can have, standing so; where the page is tight as long as all are in view at once. */
  room(stage, shape, isTight, floor) {
    const [columns, rows] = shape.split("x").map(Number)
    const { columnGap, rowGap } = getComputedStyle(byId("pair"))
    const extra = side => Math.max(...Array.from(document.querySelectorAll(".slot"), slot =>
      slot.getBoundingClientRect()[side] - slot.querySelector(".picture").getBoundingClientRect()[side]))
    const width = (stage.clientWidth - (columns - 1) * parseFloat(columnGap)) / columns - extra("width")
    const height = ((isTight ? innerHeight : stage.clientHeight) - (rows - 1) * parseFloat(rowGap)) / rows
    const below = extra("height")
    // Where not even the captions fit beside them, the images are what is in view.
    return Math.max(1, Math.min(width, isTight && height - below < floor ? Math.min(height - 12, floor) : height - below))
  },

  /**
   * The side in device pixels, at most `most`: a whole number a pixel where images are enlarged, unless that is less than
   * `floor`; where the page is tight no more than is needed for that.
   */
  whole(most, floor, isTight) {
    const pixels = Math.floor(most + 0.01)
    const wanted = isTight ? Math.min(pixels, Math.ceil(floor)) : pixels
    if (plan.view.size !== "fit") return wanted
    const scale = isTight ? Math.ceil(floor / plan.image_px) : Math.floor(pixels / plan.image_px)
    const whole = scale * plan.image_px
    return scale >= 1 && whole <= pixels && whole >= Math.floor(floor) ? whole : wanted
  },
}

/** The keys that answer as the images stand: the arrows point at them, and no difference has one that points at none. */
const keyHints = {
  show(isStacked) {
    const keys = isStacked ? ["↑", "↓", "G"] : ["←", "→", "↓"]
    const arrows = isStacked ? ["ArrowUp F", "ArrowDown J", "G"] : ["ArrowLeft F", "ArrowRight J", "ArrowDown"]
    for (const [index, id] of ["left", "right", "tie"].entries()) {
      const button = byId(id)
      if (!plan.rules.graded) letterKeys.name(button, arrows[index])
      button.querySelector(".arrow").textContent = keys[index]
      if (id === "tie") continue
      const side = isStacked ? { left: "upper", right: "lower" }[id] : id
      button.setAttribute("aria-label", texts.of(`${side}_image`))
      button.querySelector(".side").textContent = texts.of(side)
    }
  },
}
