// The texts in the language shown.

"use strict"

// What was loaded of the page has come: see #incomplete.
const plan = dotchi.plan
const languages = plan.languages
document.documentElement.classList.add("running")

const texts = {
  language: languages[0],
  /** How many trials the person will see. */
  total: 0,

  /** The text of `key`, with `{name}` replaced by the value of that name. */
  of(key, values = {}) {
    const text = dotchi.texts[this.language][key]
    return text.replace(/\{([a-z_]+)\}/g, (placeholder, name) => name in values ? String(values[name]) : placeholder)
  },

  /** Shows the page in `language`. */
  show(language) {
    this.language = language
    document.documentElement.lang = language
    document.title = this.of("page_title")
    for (const element of document.querySelectorAll("[data-text]")) {
      element.textContent = this.of(element.dataset.text, { total: this.total })
    }
    for (const element of document.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", this.of(element.dataset.label))
    }
    for (const element of document.querySelectorAll("[data-question]")) {
      element.textContent = this.of("question")
    }
    for (const button of document.querySelectorAll("#languages button")) {
      button.setAttribute("aria-pressed", String(button.lang === language))
    }
  },

  /** The language of the link, else the first of the browser's that is offered, else the study's first. */
  preferred(linked) {
    if (languages.includes(linked)) return linked
    for (const wish of navigator.languages || [navigator.language]) {
      const found = languages.find(tag => tag === wish) || languages.find(tag => tag === wish.split("-")[0])
      if (found) return found
    }
    return languages[0]
  },

  /** Puts a button for each language into the page. */
  offer(chosen) {
    const switches = document.getElementById("languages")
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
