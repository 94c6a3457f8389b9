/** Figures as a kind of import: what is asked of a file, what its page shows, how its rows go in and come back. */
import { changing, reading } from '../../../platform/access.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { wellFormed } from '../../../platform/well-formed.ts'
import { paths as importPaths, registerImportKind, type Asks, type Import } from '../../imports/model.ts'
import { frameworksOf } from '../queries.ts'
import { checkFigures } from './check.ts'
import { aboutAllRows, howForm, mappingTyped, tableTyped, wrongIn, type HowForm } from './form.ts'
import { HowPage } from './how-page.tsx'
import { learn, putInFigures, undoFigures } from './kept.ts'
import {
  folded,
  likelySheet,
  mappingOf,
  NOTHING_KNOWN,
  type Draft,
  type FiguresMapping,
  type Payload,
  type Shared,
} from './model.ts'
import { FigureReader } from './reader.ts'
import { remember, rememberedBy } from './remembered.ts'
import { Found } from './section.tsx'

const asks: Asks = {
  async look({ database }, { userId, current }, file): Promise<FiguresMapping> {
    const kept = await reading(database.kysely, userId, tx => rememberedBy(tx, current.organisationId))
    await using reader = new FigureReader()
    const sheets = await reader.look(
      file,
      kept.map(({ mapping }) => mapping),
    )
    const sheet = sheets[likelySheet(sheets)]!
    const same = sheet.remembered && kept.find(({ mapping }) => mapping.fingerprint === sheet.mapping.fingerprint)
    return { ...NOTHING_KNOWN, sheets, before: same ? same.shared : null }
  },

  answered: it => mappingOf(it).answer !== null,

  page: (c, it) => showQuestion(c, it, draftOf(it)),

  async answer(c, it) {
    const person = member(c, 'contributor')
    const known = mappingOf(it)
    const before = draftOf(it)
    const form = await readForm(c, howForm)
    const table = tableTyped(form, before)
    const found = known.sheets[table.sheet]
    if (!found) throw new Problem('bad-input')
    const now = table.sheet === before.sheet ? before.mapping : found.mapping
    const mapping = mappingTyped(table, known, now)
    if (!form.ok) {
      const typed = table.act === 'read' || table.act === 'look' ? form.typed : aboutAllRows(form.typed)
      return showQuestion(c, it, { ...before, sheet: table.sheet, mapping }, { ...form, typed })
    }
    const value = { ...form.value, act: table.act }
    const shared = await sharedTyped(c, value)
    const draft: Draft = { sheet: value.sheet, mapping, shared }
    if (value.act !== 'read') {
      await changing(c.get('services').database.kysely, person.userId, { act: 'import.read' }, tx =>
        learn(tx, it.id, wellFormed({ draft })),
      )
      return seeOther(c, importPaths.how(it.id))
    }
    const wrong = { ...wrongIn(mapping, found), ...wrongShared(c, value, mapping) }
    const { t } = c.get('words')
    const fields = Object.fromEntries(Object.entries(wrong).map(([name, key]) => [name, t(key as 'form.needed')]))
    if (Object.keys(fields).length) return showQuestion(c, it, draft, { errors: { fields }, typed: form.typed })
    const { organisationId } = person.current
    await changing(c.get('services').database.kysely, person.userId, { act: 'import.remember' }, tx =>
      remember(tx, { organisationId, by: person.userId, name: it.fileName }, wellFormed({ mapping, shared })),
    )
    const answer = { ...draft, shared, language: c.get('words').locale }
    const nothing = { warnings: null, newIndicators: [], kinds: {}, framework: null }
    return { mapping: { ...known, ...nothing, answer, draft: null } satisfies FiguresMapping }
  },
}

/** Where the answer starts: what was said so far, else what was said of such a file before, else what is suggested. */
function draftOf(it: Import): Draft {
  const { draft, answer, sheets, before } = mappingOf(it)
  if (!sheets.length) throw new Problem('not-found')
  if (draft) return draft
  if (answer) return answer
  const sheet = likelySheet(sheets)
  const { mapping } = sheets[sheet]!
  const title = it.fileName.replace(/\.\w{1,8}$/, '')
  return { sheet, mapping, shared: { framework: { title }, country: mapping.fixed.country, ...before } }
}

async function showQuestion(
  c: Ctx,
  it: Import,
  draft: Draft,
  back: { errors: { fields: Record<string, string> }; typed: Record<string, string> } | null = null,
) {
  const frameworks = await reading(c.get('services').database.kysely, member(c).userId, tx => frameworksOf(tx))
  const shown = { c, it, draft, frameworks, errors: back?.errors ?? null, typed: back?.typed ?? {} }
  return page(c, <HowPage {...shown} />, back ? 422 : 200)
}

/** A new set with the title of one that the organisation has is that one. */
async function sharedTyped(c: Ctx, form: HowForm): Promise<Shared> {
  const { userId, current } = member(c)
  const { voice, visibility, country, place, period, source, sourceDate, indicator } = form
  const shared = { voice, visibility, country, place, period, source, sourceDate, indicator }
  if (form.framework) return { ...shared, framework: { id: form.framework } }
  const own = await reading(c.get('services').database.kysely, userId, tx => frameworksOf(tx, current.organisationId))
  const title = folded(form.frameworkTitle)
  const same = own.find(({ titles }) => Object.values(titles).some(one => folded(one ?? '') === title))
  return { ...shared, framework: same ? { id: same.id } : { title: form.frameworkTitle } }
}

/** What a person of this role and voice may not say of the rows. */
function wrongShared(c: Ctx, form: HowForm, mapping: Draft['mapping']): Record<string, string> {
  const person = member(c)
  const sourced = form.source !== null || mapping.columns.some(({ use }) => use.as === 'source')
  const wrong: Record<string, string> = {}
  if (!form.framework && !form.frameworkTitle) wrong.frameworkTitle = 'form.needed'
  if (form.framework && !/^[0-9a-f-]{36}$/.test(form.framework)) wrong.framework = 'form.wrong'
  if (form.visibility !== 'organisation' && !hasRole(person, 'editor'))
    wrong.visibility = 'indicators.form.editors-only'
  if (mapping.holds !== 'indicators' && form.voice !== person.current.voice && !sourced)
    wrong.source = 'indicators.form.source-of-another'
  return wrong
}

/** Tells the imports what figures are. */
export const registerFigures = () =>
  registerImportKind<Payload>({
    name: 'observations',
    act: 'figures.import',
    asks,
    check: checkFigures,
    putInAll: putInFigures,
    undo: undoFigures,
    needs: it => (mappingOf(it).answer?.shared.visibility === 'organisation' ? 'contributor' : 'editor'),
    section: async (_c, it) => <Found it={it} />,
  })
