/** Whether an expression that somebody typed can be used in a form. */
import type { Ctx } from '../../../platform/http.ts'
import { ExpressionError, namesIn, readExpression } from '../form/expression.ts'
import { questionsOf, type Form } from '../form/model.ts'

/** What is wrong with it, in the reader's language; null: nothing, or it is empty. @param own the question that it belongs to */
export function expressionError(c: Ctx, form: Form, text: string, own: string | null = null): string | null {
  if (!text) return null
  const { t } = c.get('words')
  try {
    const unknown = namesIn(readExpression(text)).find(
      name => name !== own && !questionsOf(form).some(one => one.name === name),
    )
    return unknown ? t('question.expression.unknown', { name: unknown }) : null
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return t('question.expression.wrong', { part: error.part })
  }
}
