/** What the island may send: checked before anything is done with it. */
import { FIELD_NAMES, ITEM_KINDS, type FieldName } from '@open1325/reader'
import { z } from 'zod'
import type { Operation } from './operation.ts'
import type { Request } from './perform.ts'

const id = z.uuid()
const target = z.object({ id, version: z.int().min(1) })
const text = z.string().max(20_000)
const number = z.string().max(60).nullable()
const kind = z.enum(ITEM_KINDS)
const place = { parentId: id.nullable(), after: id.nullable().optional() }
const at = z.number().min(-20_000).max(20_000)
export const box = z.tuple([at, at, at, at])
const cite = z.object({
  page: z.int().min(1).max(100_000).nullable(),
  box: box.nullable(),
  at: z.string().max(200).optional(),
  quote: text,
})
const fields = z.partialRecord(z.enum(FIELD_NAMES), text.nullable()) as z.ZodType<
  Partial<Record<FieldName, string | null>>
>

export const operation: z.ZodType<Operation> = z.discriminatedUnion('act', [
  z.object({ act: z.literal('item.confirm'), items: z.array(target).min(1).max(20_000) }),
  z.object({
    act: z.literal('item.edit'),
    item: target,
    number: number.optional(),
    text: text.optional(),
    fields: fields.optional(),
    cites: z.array(cite).max(50).optional(),
    confirm: z.boolean().optional(),
  }),
  z.object({ act: z.literal('item.split'), item: target, at: z.int().min(0), newId: id }),
  z.object({ act: z.literal('item.merge'), into: target, from: target }),
  z.object({ act: z.literal('item.move'), item: target, ...place }),
  z.object({ act: z.literal('item.rekind'), item: target, kind }),
  z.object({ act: z.literal('item.delete'), item: target }),
  z.object({ act: z.literal('item.restore'), item: target }),
  z.object({
    act: z.literal('item.add'),
    newId: id,
    kind,
    number,
    text,
    ...place,
    cites: z.array(cite).min(1).max(50),
  }),
  z.object({ act: z.literal('item.undo'), change: id }),
])

export const request: z.ZodType<Request & { after: number; who: string }> = z.object({
  id,
  /** The user id of the person who did it: she may have signed out since, and somebody else in. */
  who: z.string().max(100),
  operation,
  knows: z.array(id).max(5000).default([]),
  /** The last number of the history that the sender has seen. */
  after: z.int().min(0).default(0),
})
