import type { Layout } from '../layout.ts'
import type { Forest } from './forest.ts'

export function readProse(_layout: Layout, _forest: Forest, _languages: readonly string[]): void {}
