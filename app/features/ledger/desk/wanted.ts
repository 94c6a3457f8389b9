/** What a person wants of the commitments that she chose, as the form says it. Pure. */
import { z } from 'zod'
import { STATUSES } from '../../voices/model.ts'
import { FIRST_DAY, isDate, isDay } from '../offers/typed.ts'

export const ACTIONS = ['responsible', 'due', 'status', 'link', 'pillar'] as const
export type Action = (typeof ACTIONS)[number]

const text = (most: number) => z.string().trim().max(most, 'form.too-long').default('')

/** More commitments than these are not changed at once: somebody has to be able to look at what would change. */
export const MOST_CHANGED = 5000

/** `item`: '<id>@<version>' of each, several to a field with commas between them. */
export const CHOSEN = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform(some => [some].flat().flatMap(one => one.split(',')))
  .pipe(z.array(z.string().regex(/^[0-9a-f-]{36}@\d{1,9}$/)).max(MOST_CHANGED))
  .transform(some => some.map(one => ({ id: one.slice(0, 36), version: Number(one.slice(37)) })))
export type Chosen = z.output<typeof CHOSEN>

export const WANTED = z
  .object({
    form: z.uuid(),
    item: CHOSEN,
    /** Instead of those that are ticked: everything that the filter in `query` finds. */
    all: z.literal('yes').optional(),
    query: z.string().max(2000).default(''),
    action: z.enum(ACTIONS),
    responsible: text(2000),
    'due-text': text(500),
    'due-end': text(10).refine(end => !end || isDate(end), 'facts.period.wrong'),
    status: z.enum(STATUSES).optional(),
    'status-date': text(10).refine(day => !day || isDay(day), 'form.wrong'),
    'status-reason': text(10_000),
    link: text(2000),
    pillar: text(9).refine(ref => !ref || /^[1-9]\d*$/.test(ref), 'form.wrong'),
  })
  .superRefine((wanted, context) => {
    const need = (path: string, is: boolean, message = 'form.needed') => {
      if (!is) context.addIssue({ code: 'custom', path: [path], message })
    }
    if (wanted.action === 'status') {
      need('status', wanted.status !== undefined)
      const today = new Date().toISOString().slice(0, 10)
      const day = wanted['status-date']
      need('status-date', day >= FIRST_DAY && day <= today, day ? 'form.wrong' : 'form.needed')
      need('status-reason', wanted.status === 'no-information' || wanted['status-reason'] !== '')
    }
    if (wanted.action === 'link') need('link', wanted.link !== '')
    if (wanted.action === 'pillar') need('pillar', wanted.pillar !== '')
  })
export type Wanted = z.output<typeof WANTED>

/** The fields of the form beside the chosen, for carrying them on to the next page. */
export const CARRIED = [
  'action',
  'responsible',
  'due-text',
  'due-end',
  'status',
  'status-date',
  'status-reason',
  'link',
  'pillar',
] as const
