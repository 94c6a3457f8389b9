/** What every page behind a personal link has around it, and what its script needs to go on without the net. */
import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../../platform/http.ts'
import { isLocale } from '../../../platform/languages.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { heldFor } from './held.ts'
import type { OwnAnswer } from './link.ts'

/** The language that questions are asked in: the page's, or one of hers that pages do not speak. */
export const languageFor = (c: Ctx, own: OwnAnswer): string => {
  const { locale } = c.get('words')
  return !isLocale(own.language) && own.form.languages.includes(own.language) ? own.language : locale
}

export const isolated = (text: string) => `\u2068${text}\u2069`

interface Props {
  c: Ctx
  own: OwnAnswer
  token: string
  title: string
  /** The name of the form's page that it shows. */
  page?: string
  children: ComponentChildren
}

export function Shell({ c, own, title, token, page, children }: Props) {
  return (
    <Page c={c} title={title} islands={['answer']}>
      <div id="answer" data-own={`/answer/${token}`} data-state={own.state}>
        <Held token={token} own={own} page={page ?? null} language={languageFor(c, own)} />
        {children}
        <Forget />
      </div>
    </Page>
  )
}

interface HeldProps {
  token: string
  own: OwnAnswer
  page: string | null
  language: string
}

function Held({ token, own, page, language }: HeldProps) {
  const { t } = useWords()
  const held = heldFor(token, own, page, language, {
    waiting: t('answer.offline.waiting'),
    sent: t('answer.offline.sent'),
    found: t('answer.offline.found'),
    kept: t('answer.offline.kept'),
    file: t('answer.offline.file'),
    sending: t('answer.file.sending'),
    lost: t('answer.file.lost'),
    last: t('answer.offline.last'),
    mend: t('answer.offline.mend'),
    over: t('answer.offline.over'),
    forgotten: t('answer.forget.done'),
    forgetUnsent: t('answer.forget.unsent'),
  })
  return (
    <>
      <p class="notice" id="offline" role="status" hidden />
      <progress class="sending" id="sending" max="100" hidden aria-label={t('answer.file.sending')} />
      <script
        type="application/json"
        id="answer-held"
        dangerouslySetInnerHTML={{ __html: JSON.stringify(held).replaceAll('<', '\\u003c') }}
      />
    </>
  )
}

/** Shown by the script where the phone keeps something of this form. */
function Forget() {
  const { t } = useWords()
  return (
    <details id="forget" class="forget" hidden>
      <summary class="small">{t('answer.forget.who')}</summary>
      <p class="soft small">{t('answer.forget.lead')}</p>
      <button type="button" class="quiet">
        {t('answer.forget')}
      </button>
    </details>
  )
}
