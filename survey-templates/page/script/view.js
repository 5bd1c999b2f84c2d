// What people see beside the images is recorded: how these stand, how much they are enlarged, the grey around them, the screen.

const view = {
  /** Lets the page have the study's grey while a pair is shown, with texts that can be read on it. */
  begin() {
    const grey = plan.view.surround
    if (grey === undefined) return
    const style = document.documentElement.style
    style.setProperty("--surround", `rgb(${grey},${grey},${grey})`)
    // Where black and white are as far from it (WCAG's contrast), at a luminance of 0.18.
    style.setProperty("--on-surround", grey > 117 ? "#000" : "#fff")
    document.body.classList.add("surrounded")
  },

  /** The grey around the images, 0 to 255; the colour of a browser that has its own. */
  get surround() {
    const colour = getComputedStyle(byId("stage")).backgroundColor
    const channels = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
    return channels.every(channel => channel === channels[0]) ? channels[0] : colour
  },

  /** Records what differs from what the session has last. */
  record(session) {
    const seen = {
      "view.layout": flip.isOn ? "flip" : layout.isStacked ? "stacked" : "side-by-side",
      "view.scale": Math.round(layout.shownPixels / plan.image_px * 10000) / 10000,
      "view.surround": this.surround,
      "view.screen": screenText(),
    }
    for (const [question, value] of Object.entries(seen)) {
      const last = session.answer(question) ?? (question === "view.screen" ? session.header.screen : undefined)
      if (last !== value) session.record("answer", { question, value })
    }
  },
}

/** The screen in CSS pixels, and the device pixels of one, which change where the page is enlarged. */
function screenText() { return `${screen.width}x${screen.height}@${devicePixelRatio}` }
