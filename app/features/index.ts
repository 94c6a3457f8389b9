/** The capabilities of the application. Adding one is a folder here and a line in this list. */
import type { Feature } from '../platform/http.ts'
import { feature as account } from './account/index.ts'
import { feature as clock } from './clock/index.ts'
import { feature as countries } from './countries/index.ts'
import { feature as evidence } from './evidence/index.ts'
import { feature as indicators } from './indicators/index.ts'
import { feature as imports } from './imports/index.tsx'
import { feature as ledger } from './ledger/index.ts'
import { feature as library } from './library/index.tsx'
import { feature as plans } from './plans/index.ts'
import { feature as questionnaires } from './questionnaires/index.ts'
import { feature as recommendations } from './recommendations/index.ts'
import { feature as reports } from './reports/index.ts'
import { feature as site } from './site/index.tsx'
import { feature as statements } from './statements/index.ts'
import { feature as voices } from './voices/index.ts'

export const features: Feature[] = [
  site,
  account,
  countries,
  plans,
  library,
  indicators,
  ledger,
  reports,
  recommendations,
  imports,
  voices,
  evidence,
  questionnaires,
  statements,
  clock,
]
