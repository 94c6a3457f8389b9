/** Runs the checks over an organisation's figures, in a thread of their own. */
import type { Indicator as Passport, Warning } from '@open1325/indicators'
import { printedCode } from '../import/model.ts'
import { FigureReader } from '../import/reader.ts'
import { inLanguage, observationOf, type Figure, type Indicator } from '../model.ts'
import type { CheckedIndicator } from './queries.ts'

export interface FoundWarning {
  /** The same finding has the same key. */
  key: string
  warning: Warning
  /** Null: about the codes of a whole set. */
  indicator: Indicator | null
  framework: CheckedIndicator['framework']
  figures: Figure[]
}

/** In the order of the sets and their indicators; of an indicator, as the checks give them. */
export async function findWarnings(checked: readonly CheckedIndicator[]): Promise<FoundWarning[]> {
  if (!checked.length) return []
  const sets = [...Map.groupBy(checked, ({ framework }) => framework.id).values()]
  await using reader = new FigureReader()
  const ofCodes = await reader.check(sets.map(set => ({ indicators: set.map(passportOf), observations: [] })))
  const codes = sets.flatMap(([first], n) =>
    (ofCodes[n] ?? [])
      .filter(({ check }) => check === 'duplicate-id')
      .map(warning => found(warning, first!.framework, null, [])),
  )
  const each: FoundWarning[] = []
  for (const one of checked) {
    const { framework, indicator, figures } = one
    const title = titleOf(one)
    const observations = figures.map(figure => observationOf(figure, title))
    const [warnings = []] = await reader.check([{ indicators: [passportOf(one)], observations }])
    each.push(...warnings.map(warning => found(warning, framework, indicator, figures)))
  }
  return [...codes, ...each]
}

function found(
  warning: Warning,
  framework: CheckedIndicator['framework'],
  indicator: Indicator | null,
  figures: readonly Figure[],
): FoundWarning {
  const about = new Set(warning.observations)
  return {
    key: `${framework.code}/${indicator?.code ?? ''}:${warning.key}`,
    warning,
    indicator,
    framework,
    figures: figures.filter(({ id }) => about.has(id)),
  }
}

/** In one language whatever the reader's: the key must stay. */
const titleOf = ({ indicator }: CheckedIndicator): string => inLanguage(indicator.titles, 'en') || indicator.code

function passportOf(one: CheckedIndicator): Passport {
  const { definition, formula, unit, valueKind, levels, direction, disaggregation, code } = one.indicator
  const { dataSource, owner, frequency, reportedBy } = one.indicator
  return {
    code: printedCode(code),
    title: titleOf(one),
    definition,
    formula,
    unit,
    valueKind,
    levels,
    direction,
    disaggregation,
    owner,
    frequency,
    reportedBy,
    source: dataSource,
    parent: null,
  }
}
