// The end: the answer file is saved, copied or read.

const handover = {
  sitting: null,
  saved: false,

  show(sitting) {
    this.sitting = sitting
    document.getElementById("file-name").textContent = sitting.fileName
    document.getElementById("answer-text").value = sitting.file
    document.getElementById("copy-status").textContent = ""
    document.getElementById("answers").open = false
    document.getElementById("next-person").hidden = sitting.header.source === "prolific"
    screens.show("finished")
  },

  download() {
    const address = URL.createObjectURL(new Blob([this.sitting.file], { type: "application/jsonl" }))
    const link = document.createElement("a")
    link.href = address
    link.download = this.sitting.fileName
    document.body.append(link)
    link.click()
    link.remove()
    setTimeout(() => URL.revokeObjectURL(address), 60000)
    this.saved = true
  },

  async copy() {
    let copied
    try {
      await navigator.clipboard.writeText(this.sitting.file)
      copied = true
    } catch {
      const area = document.getElementById("answer-text")
      document.getElementById("answers").open = true
      area.focus()
      area.select()
      copied = document.execCommand("copy")
    }
    if (copied) this.saved = true
    document.getElementById("copy-status").textContent = texts.of(copied ? "copied" : "copy_failed")
  },
}
