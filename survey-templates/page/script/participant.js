// The participant's id of the link, under the rules by which answers are taken in: those of AnswerHeader+Participant.swift and
// AnswerLimits.swift in Sources/Answers; one test holds both to one result.

/** The id as it is kept: without white space around it, its characters composed; undefined where nothing is left. */
function participantID(text) {
  const blank = "[\\t-\\r\\u0085\\u200b\\p{Z}]+"
  const id = (text ?? "").replace(new RegExp(`^${blank}|${blank}$`, "gu"), "").normalize("NFC")
  return id === "" ? undefined : id
}

/** Whether answers under this id can be taken in. */
function isParticipantID(id) {
  return id === undefined || [...id].length <= 1000 && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(id)
}
