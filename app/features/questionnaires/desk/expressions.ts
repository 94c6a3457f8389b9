/** Whether an expression that somebody typed can be used in a form. */
import type { Ctx } from '../../../platform/http.ts'
import { ExpressionError, namesIn, readExpression } from '../form/expression.ts'
import { questionsOf, type Form } from '../form/model.ts'

/**
 * What is wrong with it, in the reader's language; null: nothing, or it is empty.
 * @param own the question that it belongs to
 * @param columns what a filter of choices may ask for
 */
export function expressionError(
  c: Ctx,
  form: Form,
  text: string,
  { own = null, columns = [] }: { own?: string | null; columns?: string[] } = {},
): string | null {
  if (!text) return null
  const { t } = c.get('words')
  const names = new Set([own, ...questionsOf(form).map(({ name }) => name), ...repeatedNames(form)])
  try {
    const unknown = namesIn(readExpression(text, columns)).find(name => !names.has(name))
    return unknown ? t('question.expression.unknown', { name: unknown }) : null
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return t('question.expression.wrong', { part: error.part })
  }
}

const repeatedNames = (form: Form): string[] => form.pages.flatMap(({ repeat, name }) => (repeat ? [name] : []))
