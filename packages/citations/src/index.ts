/** Checks what a text cites of the resolutions on women, peace and security. Pure: no HTTP, no SQL. */
export { checkCitations, type Finding } from './check.ts'
export { LIBRARY, type Facts, type OfficialText, type ResolutionFacts, type Term } from './facts.ts'
export { KINDS, type Kind, type Severity } from './found.ts'
export type { InputPage } from './page.ts'
