/** The capabilities of the application. Adding one is a folder here and a line in this list. */
import type { Feature } from '../platform/http.ts'
import { feature as account } from './account/index.ts'
import { feature as plans } from './plans/index.ts'

export const features: Feature[] = [account, plans]
