// What the page's scripts find when they run, for `make lint`: they are joined to one, so they share all names.

/** What the page was built with: PageData and PagePlan in Sources/SurveyPage. */
declare const dotchi: {
  plan: {
    study: string
    hash: string
    image_px: number
    languages: string[]
    right_to_left: string[]
    /** Names of parameters of the link: of the participant's id, and of what is kept. */
    entry: { participant: string[], keep: string[], required?: boolean }
    /** Where people are sent, by why they leave. */
    exit: Record<string, string>
    /** The ids of the questions about each pair, where the study names them. */
    questions: string[]
    rules: { ties: boolean, graded: boolean, undo: boolean, min_view_ms: number, min_response_ms: number, image_tries: number, consent: boolean, consents: Record<string, string> }
    /** Questions about the person, and who is let in: QuestionnaireItem and AdmitSettings in Sources/Study. */
    before: any[]
    after: any[]
    admit: { devices: string[], min_window?: { width: number, height: number }, answers: Record<string, string[] | { min?: number, max?: number }> }
    /** What stands beside the pairs: see `steps`. */
    steps: { practice: number, breaks: number, report_images: boolean }
    /** How images are shown: a size in CSS pixels, `fit` or `1:1`; the surround is a grey, 0 to 255; times in milliseconds. */
    view: {
      size: any, max_scale: number, min?: number, surround?: number, context: string, mode: string, enlarge: boolean,
      degrees?: number, distance_cm?: number, limit_ms?: number, exposure_ms?: number,
    }
    seats: number
    /** The only seat of a single file. */
    seat?: number
    folders?: { seats: string, images: string }
    /** The address below which a collector answers, empty where it serves the page. */
    submit?: string
    /** How many pairs each person sees, those to practise on among them. */
    quota?: boolean
    trials?: number
  }
  /** The texts by language and key. */
  texts: Record<string, Record<string, any>>
  /** By seat and trial the names of the left and the right image, and of the reference; a seat's own file adds it. */
  seats: Record<string, string[][]>
  /** By seat and trial the side that its question asks for; a seat's own file adds it. */
  checks: Record<string, Record<string, string>>
  /** By seat and trial the texts above the pairs, where they are shown. */
  prompts: Record<string, string[]>
  /** Data URIs by name, in a single file. */
  images?: Record<string, string>
  /** Earlier builds whose sessions go on in the pages that they began in. */
  earlier: { hash: string, page: string }[]
}

// An element that is looked up by its id or by a selector is of the kind that the template has there, which only the tests
// in the browser see.
interface EventTarget { open: any }
interface Element { dataset: any, focus: any, hidden: any, lang: any }
interface HTMLElement { checked: any, close: any, disabled: any, href: any, open: any, select: any, showModal: any, value: any }
// Where a load failed there is no value.
interface PromiseRejectedResult { value?: undefined }
