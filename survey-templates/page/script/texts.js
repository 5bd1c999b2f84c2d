// The texts in the language shown.

"use strict"

// What was loaded of the page has come: see #incomplete.
const plan = dotchi.plan
const languages = plan.languages
document.documentElement.classList.add("running")

/** The element of the page that has this id. */
const byId = id => document.getElementById(id)

/** Passes so many milliseconds. */
const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds))

const texts = {
  language: languages[0],
  /** How many trials the person will see. */
  total: 0,

  /** The text of `key`, with `{name}` replaced by the value of that name. */
  of(key, values = {}) { return this.fill(dotchi.texts[this.language][key], values) },

  fill(text, values) {
    return text.replace(/\{([a-z_]+)\}/g, (placeholder, name) => name in values ? String(values[name]) : placeholder)
  },

  /** A point in time, as the language shown writes it. */
  time(milliseconds) {
    let known
    try {
      [known] = Intl.DateTimeFormat.supportedLocalesOf(this.language)
    } catch {
      // A tag that a study may have and no browser knows.
    }
    return `\u2068${new Date(milliseconds).toLocaleString(known, { dateStyle: "medium", timeStyle: "short" })}\u2069`
  },

  /** Puts the text of `key` into `element`: as it stands where it is one line, else the paragraphs and lists of it. */
  put(element, key, values = {}) {
    const parts = dotchi.texts[this.language][key] ?? []
    if (typeof parts === "string") element.textContent = this.fill(parts, values)
    else element.replaceChildren(...parts.map(part => this.node(part, values)))
  },

  /** What a part of prose says: a text, or `[tag, content]` with the address of a link or the first number of a list. */
  node(part, values) {
    if (typeof part === "string") return document.createTextNode(this.fill(part, values))
    const [tag, content, detail] = part
    const element = document.createElement(tag)
    if (tag === "a") Object.assign(element, { href: detail, target: "_blank", rel: "noopener noreferrer" })
    if (tag === "ol") element.setAttribute("start", detail)
    element.append(...content.map(inner => this.node(inner, values)))
    return element
  },

  /** Shows the page in `language`. */
  show(language) {
    this.language = language
    document.documentElement.lang = language
    document.documentElement.dir = plan.right_to_left.includes(language) ? "rtl" : "ltr"
    document.title = this.of("page_title")
    for (const element of document.querySelectorAll("[data-text]")) {
      const time = element.dataset.text === "instructions_limit" ? plan.view.limit_ms : plan.view.exposure_ms
      this.put(element, element.dataset.text, {
        distance: plan.view.distance_cm, seconds: ((time ?? 0) / 1000).toLocaleString(`${this.language}-u-nu-latn`),
        total: this.total, names: plan.entry.keep.join(", "), n: plan.steps.practice, questions: plan.questions.length,
      })
    }
    for (const element of document.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", this.of(element.dataset.label))
    }
    questions.list()
    questions.show()
    for (const button of document.querySelectorAll("#languages button")) {
      button.setAttribute("aria-pressed", String(button.lang === language))
    }
  },

  /** The language of the link, else the first of the browser's that is offered, else the study's first. */
  preferred(linked) {
    if (languages.includes(linked)) return linked
    for (const wish of navigator.languages || [navigator.language]) {
      // The whole tag, else what it is a variety of, else a variety of it: zh-CN is read by who reads zh-Hans.
      const parts = wish.toLowerCase().split("-")
      const ways = parts.map((_part, index) => parts.slice(0, parts.length - index).join("-"))
      const offered = way => languages.find(tag => tag.toLowerCase() === way)
      const found = ways.map(offered).find(tag => tag) ?? languages.find(tag => tag.toLowerCase().split("-")[0] === parts[0])
      if (found) return found
    }
    return languages[0]
  },

  /** Puts a button for each language into the page. */
  offer(chosen) {
    const switches = byId("languages")
    switches.hidden = languages.length < 2
    for (const language of languages) {
      const button = document.createElement("button")
      button.type = "button"
      button.lang = language
      button.textContent = dotchi.texts[language].language_name
      button.addEventListener("click", () => chosen(language))
      switches.append(button)
    }
  },
}
