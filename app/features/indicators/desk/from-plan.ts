/** A plan's own indicators as passports, with the baselines and targets that the plan states. */
import type { Field, LevelValue } from '@open1325/reader'
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import type { Instrument, PlanItem } from '../../plans/model.ts'
import { itemsOf, planBySlug, plansOfOrganisation } from '../../plans/queries/plan.ts'
import { addFramework, addIndicator, keepFigures, type NewFigure } from '../offers/changes.ts'
import { frameworkByCode, indicatorsOf } from '../queries.ts'

/** The organisation's plans, for a choice. */
export async function plansWithIndicators(
  tx: Tx,
  organisationId: string,
): Promise<Pick<Instrument, 'slug' | 'title'>[]> {
  return (await plansOfOrganisation(tx, organisationId)).map(({ slug, title }) => ({ slug, title }))
}

/**
 * Makes a framework of the plan's indicators: each with its number as code and the row that it was read from. Baselines and targets
 * come along where the plan's words are certain, with the plan and the page as their source. Gives the framework's code; null where
 * the asker does not see the plan.
 */
export async function fromPlan(
  tx: Tx,
  { organisationId, slug, by }: { organisationId: string; slug: string; by: string },
  { t }: Words,
): Promise<string | null> {
  const plan = await planBySlug(tx, slug)
  if (!plan || plan.organisationId !== organisationId) return null
  const rows = (await itemsOf(tx, plan.id)).filter(item => item.kind === 'indicator')
  const language = plan.languages[0]?.split('-')[0] ?? 'en'
  const code = await addFramework(tx, {
    organisationId,
    code: `${slug.slice(0, 60)}-indicators`,
    titles: { [language]: plan.title },
    source: plan.title,
    sourceUrl: null,
    by,
  })
  const framework = (await frameworkByCode(tx, code))!
  const taken = new Set<string>()
  for (const [n, row] of rows.entries()) {
    const passport = passportOf(row, language, n)
    const own = taken.has(passport.code) ? `${passport.code} (${row.ref})` : passport.code
    taken.add(own)
    // A row that is an indicator of another framework already stays that framework's.
    await addIndicator(tx, framework, { ...passport, code: own }, row.id)
  }
  const added = new Map((await indicatorsOf(tx, framework.id)).map(indicator => [indicator.itemId, indicator]))
  const figures = rows.flatMap(row => {
    const indicator = added.get(row.id)
    return indicator ? levelsOf(row, plan, indicator.id, page => t('cite.page', { page })) : []
  })
  await keepFigures(tx, organisationId, by, figures)
  return code
}

function passportOf(row: PlanItem, language: string, n: number) {
  const units = [row.fields.baseline, row.fields.target].flatMap(field => levelOf(field)?.unit ?? [])
  return {
    code: (row.number ?? `I${n + 1}`).slice(0, 50),
    titles: { [language]: row.text.slice(0, 500) },
    definition: null,
    formula: null,
    unit: units[0] ?? null,
    valueKind: units[0] === '%' ? ('share' as const) : ('number' as const),
    countsPeople: false,
    levels: [],
    direction: null,
    disaggregation: null,
    dataSource: row.fields.verification?.text.slice(0, 1000) ?? null,
    owner: row.fields.responsible?.text.slice(0, 300) ?? null,
    frequency: null,
    source: null,
    verified: true,
  }
}

const levelOf = (field: Field | undefined) => field?.value as LevelValue | undefined

function levelsOf(
  row: PlanItem,
  plan: Instrument,
  indicatorId: string,
  inWords: (page: number) => string,
): NewFigure[] {
  return (['baseline', 'target'] as const).flatMap(kind => {
    const field = row.fields[kind]
    const level = levelOf(field)
    // A target without a year is due when the plan ends; a baseline without one was taken before it began.
    const year = level?.year ?? (kind === 'target' ? plan.periodEnd : plan.periodStart)?.slice(0, 4)
    if (!field || !level || !year) return []
    const page = field.cites[0]?.page
    return [
      {
        indicatorId,
        kind,
        country: plan.country,
        place: null,
        period: String(year),
        disaggregation: {},
        value:
          level.unit === '%'
            ? ({ kind: 'share', share: level.number / 100 } as const)
            : ({ kind: 'number', number: level.number } as const),
        source: [plan.title, page && inWords(page)].filter(Boolean).join(', ').slice(0, 1000),
        sourceDate: null,
        voice: 'government' as const,
        visibility: 'organisation' as const,
        countsPeople: false,
        note: field.text.slice(0, 2000),
      },
    ]
  })
}
