// The questions about a pair, one after the other while it stays in view.

const questions = {
  /** The ids in their order; null for the only one of a study that names none. */
  all: plan.questions.length > 0 ? plan.questions : [null],
  /** The one that is asked. */
  asked: plan.questions[0] ?? null,
  /** Whether one of them is long, and all are written smaller. */
  isLong: false,

  wording(id) { return texts.of(id === null ? "question" : `question ${id}`) },

  ask(id) {
    this.asked = id
    this.show()
  },

  /** Lists the questions in the instructions, in the language shown, and keeps room for each above the pair. */
  list() {
    const wordings = this.all.map(id => this.wording(id))
    byId("wordings").replaceChildren(...wordings.map(text => texts.node(["p", [text]], {})))
    this.isLong = wordings.some(text => text.length > 120)
    const [question, ...earlier] = byId("asking").children
    for (const room of earlier) room.remove()
    if (wordings.length > 1) question.after(...wordings.map(text => this.room(text)))
  },

  room(text) {
    const room = document.createElement("p")
    Object.assign(room, { className: "wording reserve", textContent: text })
    room.setAttribute("aria-hidden", "true")
    room.classList.toggle("long", this.isLong)
    return room
  },

  show() {
    const question = byId("question")
    question.textContent = steps.instruction(trial.session, trial.number) ?? this.wording(this.asked)
    question.classList.toggle("long", this.isLong || question.textContent.length > 120)
    const total = this.all.length
    const part = byId("part")
    // Practice asks the first question alone.
    part.hidden = total < 2 || trial.session !== null && steps.isPractice(trial.session, trial.number)
    part.textContent = texts.of("question_progress", { n: this.all.indexOf(this.asked) + 1, total })
  },
}
