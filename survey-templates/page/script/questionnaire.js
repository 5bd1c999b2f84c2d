// The questions about the person: those before the first pair on one page, those after the last on another. Each answer is
// recorded as it is given; what can be answered is said by QuestionnaireItem in Sources/Study.

/** The number that somebody wrote with the digits of their keyboard; NaN where it is none. */
function writtenNumber(text) {
  const plain = text.normalize("NFKC").trim()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) & 15))
    .replace(/[,\u066b]/, ".").replace("\u2212", "-")
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN
}

const questionnaire = {
  /** Which questions are shown: `before`, `after`, or null. */
  name: null,
  /** Whose answers these are. */
  session: null,
  /** By question, what is chosen or written as it stands: names of choices, points or a text, each in a list. */
  entries: new Map(),
  /** The questions whose answer is missing or cannot be taken, since the person wanted to go on. */
  faulty: new Set(),
  done: () => {},
  /** Called before an answer is recorded; false where nothing can be. */
  begun: () => true,

  get items() { return this.name === null ? [] : plan[this.name] },

  /** Asks the questions called `name`, with the answers that `session` has; `done` is called when the person goes on. */
  show(name, session, done) {
    // What somebody wrote who sat here before is none of this person's.
    if (this.session !== session) this.entries.clear()
    Object.assign(this, { name, session, done })
    this.faulty.clear()
    for (const { id, kind } of this.items) {
      const answer = session.answer(id)
      const entry = answer === undefined ? [] : Array.isArray(answer) ? answer : [String(answer)]
      if (!this.entries.has(id) || answer !== undefined) this.entries.set(id, entry)
      if (kind === "text" && answer === undefined) this.entries.set(id, [])
    }
    screens.show("questions", { id: "questions-title", key: `${name}_title`, values: {} })
    this.fill()
  },

  /** Writes the questions in the language shown now, as they are answered so far. */
  fill() {
    const focused = document.activeElement?.id
    byId("asked").replaceChildren(...this.items.map(item => this.question(item)))
    byId("questions-leave").textContent = texts.of(this.name === "before" ? "decline" : "stop_here")
    if (focused) byId(focused)?.focus()
  },

  /** The element of one question. */
  question(item) {
    const set = document.createElement("fieldset")
    const hints = [item.required ? null : "optional", item.kind === "choices" ? "choose_several" : null].filter(key => key)
    const isFaulty = this.faulty.has(item.id)
    const parts = hints.map(key => this.part("p", "hint", texts.of(key)))
    const input = item.kind === "number" || item.kind === "text" ? this.field(item) : this.choices(item)
    const fault = this.part("p", "fault", isFaulty ? this.fault(item) : "")
    fault.setAttribute("role", "alert")
    for (const [index, part] of [...parts, fault].entries()) part.id = `about-${item.id}-${index}`
    set.setAttribute("aria-describedby", [...parts, fault].map(part => part.id).join(" "))
    const legend = this.part("legend", "", item.text[texts.language])
    legend.id = `legend-${item.id}`
    set.append(legend, ...parts, input, fault)
    return set
  },

  part(tag, name, text) {
    const element = document.createElement(tag)
    element.className = name
    element.textContent = text
    return element
  },

  /** A line to write a number or a text into. */
  field(item) {
    const input = document.createElement("input")
    Object.assign(input, { id: `field-${item.id}`, type: "text", autocomplete: "off", dir: "auto" })
    if (item.kind === "number") input.inputMode = item.whole && item.min >= 0 ? "numeric" : "decimal"
    else input.maxLength = item.characters
    input.value = this.entries.get(item.id)[0] ?? ""
    input.setAttribute("aria-labelledby", `legend-${item.id}`)
    this.mark(input, item)
    input.addEventListener("input", () => this.entries.set(item.id, input.value.trim() === "" ? [] : [input.value.trim()]))
    input.addEventListener("change", () => this.keep(item))
    return input
  },

  /** Boxes to choose among names or points. */
  choices(item) {
    const isScale = item.kind === "scale"
    const box = this.part("div", isScale ? "points" : "options", "")
    const names = isScale ? Array.from({ length: item.points }, (_, index) => String(index + 1)) : item.options.map(option => option.id)
    const words = name => isScale ? name : item.options.find(option => option.id === name).text[texts.language]
    const end = wordings => this.part("span", "end", wordings?.[texts.language] ?? "")
    if (isScale) box.append(end(item.low))
    for (const [index, name] of names.entries()) box.append(this.choice(item, name, words(name), index))
    if (isScale) box.append(end(item.high))
    // One that was chosen by mistake can be taken back.
    if (!item.required && item.kind !== "choices") box.append(this.choice(item, "", texts.of("no_answer"), names.length))
    return box
  },

  choice(item, name, words, index) {
    const label = document.createElement("label")
    const input = document.createElement("input")
    const isSeveral = item.kind === "choices"
    Object.assign(input, { id: `field-${item.id}-${index}`, type: isSeveral ? "checkbox" : "radio", name: `field-${item.id}`, value: name })
    input.checked = this.entries.get(item.id).includes(name)
    this.mark(input, item)
    input.addEventListener("change", () => {
      const others = this.entries.get(item.id).filter(other => other !== name)
      const chosen = input.checked ? [...others, name] : others
      const order = (item.options ?? []).map(option => option.id)
      this.entries.set(item.id, isSeveral ? chosen.sort((one, other) => order.indexOf(one) - order.indexOf(other)) : [name])
      this.keep(item)
    })
    label.append(input, this.part("span", "", words))
    return label
  },

  mark(input, item) { input.setAttribute("aria-invalid", String(this.faulty.has(item.id))) },

  /** What is answered as it stands: as events have it, undefined for no answer, NaN for what is no number. */
  value(item) {
    const entry = this.entries.get(item.id).filter(name => name !== "")
    if (entry.length === 0) return undefined
    if (item.kind === "choices") return entry
    if (item.kind === "number") return writtenNumber(entry[0])
    return item.kind === "scale" ? Number(entry[0]) : entry[0]
  },

  /** Whether the question is answered as it can be, or skipped where it may be. */
  isSound(item) {
    const value = this.value(item)
    if (value === undefined) return !item.required
    return item.kind !== "number" || value >= item.min && value <= item.max && (!item.whole || Number.isInteger(value))
  },

  fault(item) {
    if (this.value(item) === undefined) return texts.of("answer_missing")
    return texts.of(item.whole ? "whole_fault" : "number_fault", { least: item.min, most: item.max })
  },

  /** Records the answer to a question, where it is another than before. */
  keep(item) {
    if (!this.isSound(item)) return
    const [value, before] = [this.value(item), this.session.answer(item.id)]
    if (JSON.stringify(value) === JSON.stringify(before) || !this.begun() || !tabLock.isMine()) return
    this.session.record("answer", { question: item.id, value: value ?? [] })
  },

  /** Goes on, where all that is required is answered; else says what is missing, and goes there. */
  goOn() {
    this.faulty = new Set(this.items.filter(item => !this.isSound(item)).map(item => item.id))
    for (const item of this.items) this.keep(item)
    if (this.faulty.size === 0) return this.done()
    this.fill()
    const first = this.items.find(item => this.faulty.has(item.id))
    const field = byId(`field-${first.id}`) ?? byId(`field-${first.id}-0`)
    field.focus()
  },

  /** The question of `before` whose answer does not admit the person, by its id; the rules are those of AdmittedAnswers. */
  get screening() {
    return Object.keys(plan.admit.answers).find(id => {
      const [answer, admitted] = [this.session.answer(id), plan.admit.answers[id]]
      if (answer === undefined) return true
      if (Array.isArray(admitted)) return ![answer].flat().some(name => admitted.includes(name))
      return answer < (admitted.min ?? -Infinity) || answer > (admitted.max ?? Infinity)
    })
  },
}
