// Keys of one character, which speech input and resting hands press unawares, can be switched off before the first pair
// (WCAG 2.1.4); arrows, Enter, Space and Backspace stay.

const letterKeys = {
  areOff: false,

  get box() { return byId("letters-off") },

  /** Whether a key that was pressed may mean something. */
  takes(event) { return !this.areOff || /^(Arrow|Backspace| )/.test(event.key) },

  /** Names the keys of a button for screen readers: those of one character only where they are on. */
  name(button, keys) {
    const taken = keys.split(" ").filter(key => !this.areOff || key.length > 1)
    if (taken.length > 0) button.setAttribute("aria-keyshortcuts", taken.join(" "))
    else button.removeAttribute("aria-keyshortcuts")
  },

  /** Switches them as `session` has it. */
  follow(session) { this.set(storage.get(session.lettersKey) !== null) },

  /** Switches them as the person wants it; a session that is not kept yet has that when it is. */
  choose(session) {
    this.set(this.box.checked)
    if (session.events.length > 0) this.keep(session)
  },

  keep(session) {
    if (this.areOff) storage.set(session.lettersKey, "off")
    else storage.remove(session.lettersKey)
  },

  set(areOff) {
    this.areOff = areOff
    this.box.checked = areOff
    document.body.classList.toggle("no-letters", areOff)
    for (const [index, button] of grades.buttons.entries()) this.name(button, String(index + 1))
  },
}
