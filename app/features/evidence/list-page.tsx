/** An organisation's evidence, as a list that can be searched. */
import { reading } from '../../platform/access.ts'
import { hasRole, member, page, type Ctx } from '../../platform/http.ts'
import { wellFormed } from '../../platform/well-formed.ts'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useWords } from '../../ui/words.tsx'
import { VISIBILITIES } from '../voices/model.ts'
import { CONSENTS, EVIDENCE_KINDS, paths, type Evidence } from './model.ts'
import { A_PAGE, evidenceOfOrganisation, type Asked } from './queries.ts'

const oneOf = <T extends string>(all: readonly T[], asked: string | undefined): T | null =>
  all.find(one => one === asked) ?? null

export async function showList(c: Ctx) {
  const person = member(c)
  const asked: Asked = {
    words: wellFormed(c.req.query('words'))?.trim().slice(0, 200) || null,
    kind: oneOf(EVIDENCE_KINDS, c.req.query('kind')),
    visibility: oneOf(VISIBILITIES, c.req.query('visibility')),
    consent: oneOf(CONSENTS, c.req.query('consent')),
    unused: c.req.query('unused') === '1',
  }
  const number = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1))
  const { evidence, count } = await reading(c.get('services').database.kysely, person.userId, tx =>
    evidenceOfOrganisation(tx, person.current.organisationId, asked, number),
  )
  const { t } = c.get('words')
  const isAsked = Object.values(asked).some(Boolean)
  const mayAdd = hasRole(person, 'contributor')
  const pageAt = (n: number) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value === true ? '1' : value)
    query.set('page', String(n))
    return `${paths.list}?${query}`
  }
  return page(
    c,
    <Page
      c={c}
      title={t('nav.evidence')}
      current="nav.evidence"
      notice={c.req.query('done') === 'erased' ? t('evidence.done.erased') : null}
    >
      <p class="kicker">
        <bdi>{person.current.organisation}</bdi>
      </p>
      <h1>{t('nav.evidence')}</h1>
      <p class="lead">{t('evidence.lead')}</p>
      {mayAdd && (
        <p class="actions">
          <a class="button" href={paths.add()}>
            {t('evidence.add')}
          </a>
        </p>
      )}
      {(isAsked || evidence.length > 0) && <Filters asked={asked} />}
      {evidence.length === 0 ? (
        <p class="empty">{t(isAsked ? 'evidence.none-found' : 'evidence.none')}</p>
      ) : (
        <>
          <p class="soft small">{t('evidence.count', { count })}</p>
          <ul class="rows">
            {evidence.map(one => (
              <li key={one.id}>
                <Entry evidence={one} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Pager label={t('evidence.pages')} at={pageAt} page={number} hasNext={number * A_PAGE < count} />
    </Page>,
  )
}

function Entry({ evidence }: { evidence: Evidence & { uses: number } }) {
  const { t, date } = useWords()
  return (
    <>
      <a href={paths.desk(evidence.id)} dir="auto">
        {evidence.title}
      </a>
      <br />
      <span class="soft small">
        {[
          t(`evidence.kind.${evidence.kind}`),
          evidence.author,
          date(evidence.createdAt),
          t('evidence.uses', { count: evidence.uses }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>{' '}
      <span class="tag">{t(`visibility.${evidence.visibility}`)}</span>{' '}
      {(evidence.consent === 'not-given' || evidence.consent === 'withdrawn') && (
        <span class="missing">{t(`consent.${evidence.consent}`)}</span>
      )}
    </>
  )
}

function Filters({ asked }: { asked: Asked }) {
  const { t } = useWords()
  const select = (
    name: 'kind' | 'visibility' | 'consent',
    label: string,
    all: readonly string[],
    word: (one: string) => string,
  ) => (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{t('evidence.any')}</option>
        {all.map(one => (
          <option key={one} value={one} selected={asked[name] === one}>
            {word(one)}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form class="evidence-filters" method="get" action={paths.list} role="search">
      <div>
        <label for="words">{t('evidence.words')}</label>
        <input type="search" id="words" name="words" value={asked.words ?? ''} maxlength={200} />
      </div>
      {select('kind', t('evidence.kind'), EVIDENCE_KINDS, one => t(`evidence.kind.${one as 'file'}`))}
      {select('visibility', t('say.visibility'), VISIBILITIES, one => t(`visibility.${one as 'me'}`))}
      {select('consent', t('evidence.consent.short'), CONSENTS, one => t(`consent.${one as 'given'}`))}
      <p class="choice">
        <input type="checkbox" id="unused" name="unused" value="1" checked={asked.unused} />
        <label for="unused">{t('evidence.unused')}</label>
      </p>
      <button class="quiet">{t('evidence.search')}</button>
    </form>
  )
}
