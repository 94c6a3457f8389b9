import { arabic } from './arabic.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import type { ExamplePlan } from './plan.ts'

/** The illustrative plans; each stands beside this file as NAME.pdf and NAME.docx. */
export const examples: ExamplePlan[] = [english, french, arabic]
