/** Asking the sign-in library in the name of the browser that asks us, and telling its refusals beside the field they are about. */
import { clientAddress } from '../../platform/client-address.ts'
import type { Ctx, FormErrors } from '../../platform/http.ts'
import type { Answer } from '../../platform/sign-in.ts'

/** Asks one thing of the library; cookies that it sets go on to the browser. */
export async function askSignIn(c: Ctx, path: string, body?: object): Promise<Answer> {
  const { signIn } = c.get('services')
  const answer = await signIn.ask({ headers: c.req.raw.headers, address: clientAddress(c) }, path, body)
  for (const cookie of answer.cookies) c.header('Set-Cookie', cookie, { append: true })
  return answer
}

/** A refusal as a sentence beside the field: too many tries, or what `otherwise` says. */
export function refusal(
  c: Ctx,
  answer: Answer,
  field: string,
  otherwise: string,
): { errors: FormErrors; status: 422 | 429 } {
  const { t } = c.get('words')
  const sentence = answer.wait === null ? otherwise : t('account.too-many', { minutes: Math.ceil(answer.wait / 60) })
  return { errors: { fields: { [field]: sentence } }, status: answer.wait === null ? 422 : 429 }
}
