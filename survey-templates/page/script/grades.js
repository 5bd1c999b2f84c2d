// The scale of grades: a button each, from the left image much better (-3) to the right one much better (3).

const grades = {
  buttons: [],

  /** Puts the scale into the page, where the survey asks for grades. */
  offer() {
    document.body.classList.toggle("graded", plan.rules.graded)
    const group = byId("grades")
    group.hidden = !plan.rules.graded
    if (group.hidden) return
    // The images are no buttons to answer with, and the scale has the same keys whichever way they stand.
    byId("hint-stacked").remove()
    const names = ["left_much", "left", "left_slightly", null, "right_slightly", "right", "right_much"]
    this.buttons = names.map((name, index) => {
      const button = document.createElement("button")
      const [key, label] = [document.createElement("kbd"), document.createElement("span")]
      button.disabled = true
      button.setAttribute("aria-keyshortcuts", String(index + 1))
      key.textContent = String(index + 1)
      label.dataset.text = name === null ? "tie" : `grade_${name}`
      button.append(key, label)
      button.addEventListener("click", event => event.detail > 1 || trial.grade(index - 3))
      return button
    })
    group.append(...this.buttons)
  },

  /** Takes a key of the scale: 1 to 7, by what it writes or by its place, answer; arrows move along it. */
  press(event) {
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: 0 }
    const digit = /^[1-7]$/.test(event.key) ? event.key : /^Digit([1-7])$/.exec(event.code)?.[1]
    if (!plan.rules.graded || !(event.key in steps) && digit === undefined) return false
    event.preventDefault()
    if (event.repeat && digit !== undefined) return true
    if (digit !== undefined) trial.grade(Number(digit) - 4)
    else this.move(steps[event.key])
    return true
  },

  /** Moves the focus from the middle on, or by 0 to the middle. */
  move(step) {
    const from = step === 0 ? -1 : this.buttons.indexOf(document.activeElement)
    this.buttons[Math.max(0, Math.min(6, (from < 0 ? 3 : from) + step))].focus()
  },
}
