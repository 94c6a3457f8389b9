/** Rounds of questionnaires: who is asked, how far each is, and where things live. Pure. */
import type { Voice } from '../voices/model.ts'
import {
  CLOSING,
  CONSULTED,
  CONSULTED_WHICH,
  type Answers,
  type Form,
  type FormPage,
  type InLanguages,
} from './form/model.ts'
import type { Remark } from './form/xlsform/remarks.ts'

export const KINDS = ['government', 'organisation', 'person'] as const
export type Kind = (typeof KINDS)[number]

export interface Questionnaire {
  id: string
  title: string
  form: Form
  remarks: Remark[]
  createdAt: Date
  version: number
}

export interface Round {
  id: string
  organisationId: string
  questionnaireId: string
  questionnaire: string
  title: string
  form: Form
  closesAt: Date
  /** IANA. */
  timeZone: string
  closedAt: Date | null
  publishedAt: Date | null
  version: number
}

/** Why a letter did not reach its respondent. */
export const MAIL_FAILURES = ['refused', 'not-sent', 'returned'] as const
export type MailFailure = (typeof MAIL_FAILURES)[number]

/** How many files one answer may have, and how many bytes they may have together; with those of all other answers of its round. */
export const MOST_FILES = 100
export const MOST_OF_AN_ANSWER = 200 * 1024 * 1024
export const MOST_OF_A_ROUND = 10 * 1024 * 1024 * 1024

/** Why a link takes no more files. */
export type FilesFull = 'too-many' | 'answer-full' | 'round-full'

/** How far a respondent is. */
export const STATES = ['not-opened', 'opened', 'begun', 'sent'] as const
export type RespondentState = (typeof STATES)[number]

export interface Respondent {
  id: string
  kind: Kind
  name: string
  email: string | null
  language: string
  voice: Voice
  country: string | null
  mailedAt: Date | null
  mailFailure: MailFailure | null
  openedAt: Date | null
  begunAt: Date | null
  sentAt: Date | null
  remindedAt: Date | null
  reminders: number
  reviewedAt: Date | null
}

export const stateOf = (respondent: Pick<Respondent, 'openedAt' | 'begunAt' | 'sentAt'>): RespondentState =>
  respondent.sentAt ? 'sent' : respondent.begunAt ? 'begun' : respondent.openedAt ? 'opened' : 'not-opened'

export const isOpen = (round: Pick<Round, 'closesAt' | 'closedAt'>, now = new Date()): boolean =>
  !round.closedAt && round.closesAt > now

/** Nobody is reminded twice within this time. */
export const REMINDER_PAUSE_HOURS = 48
/** Days before the close on which those who have not answered are reminded by themselves. */
export const REMINDER_DAYS = [7, 2]

export const mayRemind = (respondent: Respondent, now = new Date()): boolean =>
  respondent.email !== null &&
  respondent.mailFailure === null &&
  !respondent.sentAt &&
  (!respondent.remindedAt || now.getTime() - respondent.remindedAt.getTime() > REMINDER_PAUSE_HOURS * 3_600_000)

/** Whether women's groups were consulted while the answers were drafted, and which: the question that closes every round. */
export const consultation = (answers: Answers): { consulted: boolean | null; which: string | null } => {
  const [consulted, which] = [answers[CONSULTED], answers[CONSULTED_WHICH]]
  return {
    consulted: consulted === 'yes' ? true : consulted === 'no' ? false : null,
    which: typeof which === 'string' ? which : null,
  }
}

/** Who answered, with what. */
export interface Answered {
  respondentId: string
  name: string
  kind: Kind
  voice: Voice
  country: string | null
  sentAt: Date
  reviewedAt: Date | null
  answers: Answers
}

const question = (name: string, type: 'yes-no' | 'text', label: InLanguages, more: object = {}) => ({
  name,
  type,
  label,
  hint: {},
  required: null,
  relevant: null,
  constraint: null,
  constraintMessage: {},
  choices: [],
  commitment: null,
  indicator: null,
  ...more,
})

/** No letter reaches her: she has no address, or one that does not work. Somebody has to hand the link over. @param mails whether letters can be sent */
export const isWithoutLetter = (
  one: Pick<Respondent, 'email' | 'mailFailure' | 'openedAt' | 'begunAt' | 'sentAt'>,
  mails: boolean,
): boolean => stateOf(one) !== 'sent' && (!mails || one.email === null || one.mailFailure !== null)

/** The question that closes every round. @param words the messages of each language */
export function closingPage(
  words: Record<string, (key: 'answer.consulted' | 'answer.consulted.which' | 'answer.consulted.title') => string>,
): FormPage {
  const label = (key: 'answer.consulted' | 'answer.consulted.which' | 'answer.consulted.title') =>
    Object.fromEntries(Object.entries(words).map(([language, t]) => [language, t(key)]))
  return {
    name: CLOSING,
    label: label('answer.consulted.title'),
    relevant: null,
    repeat: false,
    questions: [
      question(CONSULTED, 'yes-no', label('answer.consulted'), { required: 'true()' }),
      question(CONSULTED_WHICH, 'text', label('answer.consulted.which'), {
        relevant: `\${${CONSULTED}} = 'yes'`,
        required: 'true()',
      }),
    ],
  }
}

export const paths = {
  list: '/desk/questionnaires',
  one: (id: string) => `/desk/questionnaires/${id}`,
  preview: (id: string) => `/desk/questionnaires/${id}/preview`,
  import: '/desk/questionnaires/import',
  question: (id: string, name: string) => `/desk/questionnaires/${id}/questions/${encodeURIComponent(name)}`,
  name: (id: string) => `/desk/questionnaires/${id}/name`,
  formPage: (id: string, name: string) => `/desk/questionnaires/${id}/pages/${encodeURIComponent(name)}`,
  round: (id: string) => `/desk/rounds/${id}`,
  sideBySide: (id: string) => `/desk/rounds/${id}/side-by-side`,
  several: (id: string) => `/desk/rounds/${id}/several`,
  links: (id: string) => `/desk/rounds/${id}/links`,
  linksCsv: (id: string) => `/desk/rounds/${id}/links.csv`,
  respondent: (id: string, respondent: string) => `/desk/rounds/${id}/respondents/${respondent}`,
  review: (id: string, respondent: string) => `/desk/rounds/${id}/answers/${respondent}`,
  answerFileOf: (id: string, respondent: string, sha256: string) =>
    `/desk/rounds/${id}/answers/${respondent}/files/${sha256}`,
  answersCsv: (id: string) => `/desk/rounds/${id}/answers.csv`,
  answersXlsx: (id: string) => `/desk/rounds/${id}/answers.xlsx`,
  published: (id: string) => `/questionnaires/${id}`,
  answer: (token: string) => `/answer/${token}`,
  answerPage: (token: string, page: string) => `/answer/${token}/pages/${encodeURIComponent(page)}`,
  answerReview: (token: string) => `/answer/${token}/review`,
  answerFile: '/answer/with-file',
  answerConditions: (token: string) => `/answer/${token}/conditions`,
  answerWorker: '/answer/worker.js',
}

/** A time as a clock in its place shows it: '30 November 2026 at 18:00 CET'. */
export function clockTime(at: Date, timeZone: string, locale: string): string {
  const tag = locale === 'en' ? 'en-GB' : locale === 'ar' ? 'ar-u-nu-latn' : locale
  return new Intl.DateTimeFormat(tag, {
    dateStyle: undefined,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at)
}

export function isTimeZone(name: string): boolean {
  // '+01:00' is one to the runtime, and a broken line to every calendar that names it.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The moment at which clocks in the zone show this. @param local '2026-11-30T18:00' */
export function momentIn(local: string, timeZone: string): Date {
  const wanted = Date.parse(`${local}:00Z`)
  const shownAt = (at: number): number => {
    const parts = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    }).formatToParts(new Date(at))
    const part = (type: string) => parts.find(one => one.type === type)!.value
    return Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`)
  }
  let at = wanted
  // Twice: the first step may cross a change of the clocks.
  for (let n = 0; n < 2; n++) at += wanted - shownAt(at)
  return new Date(at)
}
