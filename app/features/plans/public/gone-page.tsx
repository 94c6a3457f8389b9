/** The address of a row that a person took out: what happened, and the plan, which is still there. */
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { paths, type Instrument } from '../model.ts'

export function GonePage({ c, plan }: { c: Ctx; plan: Instrument }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('item.gone.title')} current="nav.plans">
      <h1>{t('item.gone.title')}</h1>
      <p class="prose">{t('item.gone.body')}</p>
      <p class="actions">
        <a class="button quiet" href={paths.plan(plan.slug)} lang={plan.languages[0]} dir="auto">
          {plan.title}
        </a>
      </p>
    </Page>
  )
}
