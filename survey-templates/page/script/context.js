// What is shown of the item of a pair: a text above the images, or a reference image beside them.

const context = {
  /** The number of the seat whose texts stand in the page. */
  seat: null,

  /** Puts the texts of all pairs of `seat` into the page, one behind the other: the longest makes room, and images stay in place. */
  prepare(seat) {
    const element = byId("context")
    element.hidden = plan.view.context !== "text"
    if (element.hidden || seat === this.seat) return
    this.seat = seat
    element.replaceChildren(...dotchi.prompts[seat].map(text => {
      const paragraph = document.createElement("p")
      paragraph.dir = "auto"
      paragraph.textContent = text
      return paragraph
    }))
  },

  /** Shows the text of the pair `number`; 0 shows none. */
  show(number) {
    const element = byId("context")
    for (const [index, paragraph] of element.querySelectorAll("p").entries()) {
      paragraph.classList.toggle("shown", index === number - 1)
      paragraph.scrollTop = 0
      // What is longer than its place is scrolled by keys too.
      paragraph.tabIndex = paragraph.scrollHeight > paragraph.clientHeight ? 0 : -1
    }
  },
}
