/** What is wrong with an expression that somebody typed, in her language. */
import type { Ctx } from '../../../platform/http.ts'
import { wrongIn } from '../form/usable.ts'

/** Null: nothing, or it is empty. */
export function expressionError(c: Ctx, text: string, where: Parameters<typeof wrongIn>[1]): string | null {
  const wrong = text ? wrongIn(text, where) : null
  if (!wrong) return null
  const { t } = c.get('words')
  const { code, detail } = wrong
  if (code === 'expression') return t('question.expression.wrong', { part: detail })
  return t(code === 'of-several' ? 'question.expression.of-several' : 'question.expression.unknown', { name: detail })
}
