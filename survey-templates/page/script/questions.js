// The questions about a pair, one after the other while it stays in view.

const questions = {
  /** The ids in their order; null for the only one of a study that names none. */
  all: plan.questions.length > 0 ? plan.questions : [null],
  /** The one that is asked. */
  asked: plan.questions[0] ?? null,

  wording(id) { return texts.of(id === null ? "question" : `question ${id}`) },

  ask(id) {
    this.asked = id
    this.show()
  },

  show() {
    const question = document.getElementById("question")
    question.textContent = steps.instruction(trial.session, trial.number) ?? this.wording(this.asked)
    question.classList.toggle("long", question.textContent.length > 120)
    const total = this.all.length
    const part = document.getElementById("part")
    // Practice asks the first question alone.
    part.hidden = total < 2 || trial.session !== null && steps.isPractice(trial.session, trial.number)
    part.textContent = texts.of("question_progress", { n: this.all.indexOf(this.asked) + 1, total })
    document.getElementById("wordings").replaceChildren(...this.all.map(id => texts.node(["p", [this.wording(id)]], {})))
  },
}
