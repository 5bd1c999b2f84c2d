// Who is shown the survey at all: looked at before the consent, and nothing of it is stored.

const admission = {
  /** Why the person is not let in: a key of the texts, or null. */
  why: null,
  /** Called when the window has become large enough. */
  admitted: () => {},

  /** Why nobody is let in here; null where they are. */
  get reason() {
    if (!plan.admit.devices.includes(deviceClass())) return "device_refused"
    return this.hasRoom ? null : "window_small"
  },

  /** Whether the window has the pixels of the device that the study asks for: enlarging the page takes none away. */
  get hasRoom() {
    const least = plan.admit.min_window
    if (least === undefined) return true
    // Half a pixel less comes of rounding.
    return innerWidth * devicePixelRatio > least.width - 1 && innerHeight * devicePixelRatio > least.height - 1
  },

  /** Says why the person is not let in. */
  refuse(why) {
    this.why = why
    const kinds = plan.admit.devices.map(kind => texts.of(`device_${kind}`))
    const devices = kinds.join(` ${texts.of("device_or")} `)
    const { width, height } = plan.admit.min_window ?? {}
    screens.show("refused", { id: "refused-text", key: why, values: { devices, width, height } })
    const isOut = ["screened_out", "full"].includes(why)
    if (!sender.isOn || !isOut) offerExit("leave-refused", "screened_out")
    byId("next-instead").hidden = !isOut || linkedPerson !== undefined
  },

  /** Lets the person in when the window has become large enough. */
  look() {
    if (screens.shown !== "refused" || this.why !== "window_small" || !this.hasRoom) return
    this.why = null
    this.admitted()
  },
}
