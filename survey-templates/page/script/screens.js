// What is on the screen: one section at a time.

const screens = {
  shown: null,
  filled: [],

  /** Shows the section `id` alone, its texts filled in where `fills` say so, and moves the focus to its heading. */
  show(id, ...fills) {
    const changed = this.shown !== id
    this.shown = id
    this.filled = fills
    this.refill()
    document.body.dataset.screen = id
    byId("progress").hidden = id !== "trial"
    byId("count").hidden = id !== "trial"
    for (const section of document.querySelectorAll("main > section")) section.hidden = section.id !== id
    // In a trial the focus returns to the question, so that no side is a key press nearer than the other.
    const focused = document.activeElement || document.body
    const inside = focused === document.body || focused.closest(".choice, #grades, #flip") !== null
    const heading = document.querySelector(`#${id} [tabindex="-1"]`)
    if ((changed || inside) && heading !== null) heading.focus({ preventScroll: true })
    if (changed) scrollTo(0, 0)
  },

  /** Whether a key that was pressed presses what has the focus. */
  isPressed(event) { return event.target instanceof Element && event.target.closest("button, a, summary") !== null },

  /** Writes the texts of the shown section in the language shown now. */
  refill() {
    for (const { id, key, values } of this.filled) texts.put(byId(id), key, values)
  },
}
