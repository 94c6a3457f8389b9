/** Indicators: what is measured, what was said of it, how far it is from its target, and what looks wrong. */
export * from './model.ts'
