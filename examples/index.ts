import { arabic } from './arabic.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import type { MadePlan } from '../packages/reader/test/plans/plan.ts'

/** The illustrative plans; each stands beside this file as NAME.pdf and NAME.docx. */
export const examples: MadePlan[] = [english, french, arabic]
