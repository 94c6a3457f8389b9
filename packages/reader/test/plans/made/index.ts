import type { MadePlan } from '../plan.ts'
import { albanianHorizontal } from './albanian-horizontal.ts'
import { arabicIndic } from './arabic-indic.ts'
import { bosnianYears } from './bosnian-years.ts'
import { danishWithin } from './danish-within.ts'
import { dutchZebra } from './dutch-zebra.ts'
import { englishColumns } from './english-columns.ts'
import { finnishMarks } from './finnish-marks.ts'
import { georgianRuledRows } from './georgian-ruled-rows.ts'
import { germanPillarColumn } from './german-pillar-column.ts'
import { japaneseBands } from './japanese-bands.ts'
import { norwegianLead } from './norwegian-lead.ts'
import { russianShadedBands } from './russian-shaded-bands.ts'
import { spanishHeaderOnly } from './spanish-header-only.ts'
import { swedishProse } from './swedish-prose.ts'
import { turkishBorderless } from './turkish-borderless.ts'
import { ukrainianRuled } from './ukrainian-ruled.ts'

export const madePlans: MadePlan[] = [
  swedishProse,
  ukrainianRuled,
  albanianHorizontal,
  turkishBorderless,
  bosnianYears,
  arabicIndic,
  englishColumns,
  spanishHeaderOnly,
  dutchZebra,
  germanPillarColumn,
  russianShadedBands,
  finnishMarks,
  danishWithin,
  norwegianLead,
  georgianRuledRows,
]

/** Plans in scripts of which no font comes with the tests. */
export const withoutFont: MadePlan[] = [japaneseBands]
