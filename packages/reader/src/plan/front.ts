import type { Layout } from '../layout.ts'
import type { PlanDocument } from '../plan-document.ts'

export function frontOf(
  _layout: Layout,
  _languages: readonly string[],
): Pick<PlanDocument, 'title' | 'issuer' | 'period'> {
  return { title: null, issuer: null, period: null }
}
