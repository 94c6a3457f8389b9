/** What every part of the review screen is told: the plan's rows, what the person looks at, and what her acts do. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Box, Cite } from '@open1325/reader'
import type { FormErrors } from '../../../platform/http.ts'
import type { Change } from '../queries/history.ts'
import type { Operation, ReviewItem } from './operation.ts'
import type { Step } from './place.ts'
import type { Show } from './view.ts'
import type { Waiting } from './island/queue.ts'

export interface PageOfPlan {
  /** Null: the one page of a format without pages. */
  number: number | null
  width: number
  height: number
  /** The words, only where there is no picture of the page. */
  text: string | null
}

/** What the server gives; the island begins from it. */
export interface ReviewData {
  plan: { id: string; slug: string; title: string; languages: string[]; published: boolean }
  me: { userId: string; canChange: boolean; editor: boolean }
  pages: PageOfPlan[]
  items: ReviewItem[]
  changes: Change[]
  last: number
  /** Names of the people who confirmed or changed something, by user id. */
  names: Record<string, string>
}

export const TOOLS = ['edit', 'split', 'merge', 'kind', 'move', 'remove', 'add', 'many'] as const
export type Tool = (typeof TOOLS)[number]

/** What the person looks at. */
export interface View {
  show: Show
  page: number | null
  selected: string | null
  tool: Tool | null
  zoom: 1 | 2
  /** Rows that stay in the list though they match the view no more. */
  kept: string[]
}

/** A form that came back: what was typed, what is wrong with it. */
export interface Returned {
  tool: Tool
  typed: Record<string, string>
  errors: FormErrors
  sentence: string | null
  /** Somebody changed the row meanwhile: sending again overrules her. */
  conflict: boolean
}

export type Drawing = 'add' | 'words'
export interface Drawn {
  purpose: Drawing
  cite: Cite
}

/** What an act of the person does. There is none on the server: the forms and links do the same. */
export interface Acts {
  run: (operation: Operation, then?: { next?: boolean; select?: string | null; say?: string }) => void
  confirm: (scope: 'one' | 'subtree') => void
  mergeWith: (other: ReviewItem) => void
  step: (step: Step) => void
  undo: (change?: string) => void
  select: (id: string) => void
  show: (show: Show) => void
  turn: (page: number) => void
  zoom: () => void
  tool: (tool: Tool | null) => void
  draw: (purpose: Drawing | null) => void
  drew: (box: Box) => void
  help: () => void
  /** Single letters as keys, or not: some voices and switches type letters by accident (WCAG 2.1.4). */
  letters: (on: boolean) => void
  /** A refused operation: decided anew on the rows as they stand, or let go. */
  again: (waiting: string) => void
  letGo: (waiting: string) => void
  newId: () => string
  /** Keeps what is typed in a row's form until it is saved or given up (null). */
  draft: (row: string, fields: Record<string, string> | null) => void
}

export interface Review {
  data: ReviewData
  view: View
  /** All rows as the person sees them: what waits is applied. */
  items: ReviewItem[]
  acts: Acts | null
  /** Of the page that a form stands on, so that a form posted twice is done once. */
  formId: string
  returned: Returned | null
  /** What was just done, in words. */
  said: string | null
  drawing: Drawing | null
  drawn: Drawn | null
  waiting: Waiting[]
  connection: 'ok' | 'lost' | 'signed-out'
  /** Whether single letters are keys. */
  letters: boolean
  /** What was typed and not saved, by the row's id. */
  drafts: ReadonlyMap<string, Record<string, string>>
  /** Rows that another person changed since the page was opened, with her name. */
  touched: ReadonlyMap<string, string>
}

export const ReviewContext = createContext<Review | null>(null)

export function useReview(): Review {
  const review = useContext(ReviewContext)
  if (!review) throw new Error('a part of the review screen stands outside of it')
  return review
}

/** The language of the plan's words, where it has one only. */
export const langOf = (data: ReviewData): string | undefined =>
  data.plan.languages.length === 1 ? data.plan.languages[0] : undefined

/** The address of the screen with something else looked at. */
export function addressOf(
  { data, view }: Pick<Review, 'data' | 'view'>,
  change: { show?: Show; page?: number | null; row?: ReviewItem | null; tool?: Tool },
): string {
  const query = new URLSearchParams()
  const show = change.show ?? view.show
  query.set('show', show)
  const selected = change.row === undefined ? data.items.find(item => item.id === view.selected) : change.row
  if (selected) query.set('row', String(selected.ref))
  const page = change.page === undefined ? (change.row ? null : view.page) : change.page
  if (page !== null) query.set('page', String(page))
  if (change.tool) query.set('tool', change.tool)
  return `?${query}${change.row ? '#row' : ''}`
}
