import type { MadePlan } from '../plan.ts'
import { albanianHorizontal } from './albanian-horizontal.ts'
import { arabicIndic } from './arabic-indic.ts'
import { bosnianYears } from './bosnian-years.ts'
import { dutchZebra } from './dutch-zebra.ts'
import { englishColumns } from './english-columns.ts'
import { finnishMarks } from './finnish-marks.ts'
import { germanPillarColumn } from './german-pillar-column.ts'
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
]
