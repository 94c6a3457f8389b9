/** The desk's side: which plan this one comes after, and where a person's eye mends what the words alone suggest. */
import type { Ctx, FormErrors } from '../../../platform/http.ts'
import { ErrorSummary, SelectField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Instrument } from '../model.ts'
import { rowName } from '../names.ts'
import { nameToChoose } from '../public/facts.tsx'
import { versionPaths, type EditionsCompared, type Row } from './model.ts'
import { Changes, EditionName, FateMark, ItemWords } from './parts.tsx'
import { RELATIONS, type Edition } from './queries.ts'

export interface DeskPageProps {
  c: Ctx
  plan: Instrument
  editions: { earlier: Edition[]; later: Edition[] }
  earlier: Instrument | null
  compared: EditionsCompared | null
  choices: Instrument[]
  errors: FormErrors | null
}

export function DeskPage(props: DeskPageProps) {
  const { c, plan, editions, earlier, compared, errors } = props
  const { t } = c.get('words')
  return (
    <Page c={c} title={`${t('versions.title')} · ${plan.title}`} current="nav.desk">
      <p class="kicker">
        <a href={paths.desk(plan.slug)} lang={plan.languages[0]} dir="auto">
          {plan.title}
        </a>
      </p>
      <h1>{t('versions.title')}</h1>
      <p class="lead">{t('versions.desk.lead')}</p>
      <ErrorSummary errors={errors} />
      {editions.earlier.length > 0 && (
        <ul class="editions">
          {editions.earlier.map(({ plan: other, relation }) => (
            <li key={other.id}>
              <span>
                {t(`versions.earlier.${relation}`)}{' '}
                <a href={`${versionPaths.desk(plan.slug)}?with=${other.slug}`}>
                  <EditionName plan={other} />
                </a>
              </span>
              <form method="post" action={versionPaths.desk(plan.slug)}>
                <input type="hidden" name="earlier" value={other.slug} />
                <button class="quiet" name="relation" value="none">
                  {t('versions.unsay')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <SuccessionForm {...props} />
      {earlier && compared && <Items {...{ plan, earlier, compared }} />}
    </Page>
  )
}

function SuccessionForm({ plan, choices, editions, errors }: DeskPageProps) {
  const words = useWords()
  const { t } = words
  const taken = new Set(editions.earlier.map(edition => edition.plan.id))
  const open = choices.filter(choice => !taken.has(choice.id))
  if (!open.length) return <p class="empty">{t('versions.no-other-plan')}</p>
  return (
    <form class="form" method="post" action={versionPaths.desk(plan.slug)}>
      <SelectField
        name="earlier"
        label={t('versions.earlier-plan')}
        hint={t('versions.earlier-plan.hint')}
        errors={errors}
        choices={[
          { value: '', label: t('appraisal.choose') },
          ...open.map(choice => ({
            value: choice.slug,
            label: nameToChoose(choice, words),
          })),
        ]}
      />
      <SelectField
        name="relation"
        label={t('versions.relation')}
        choices={RELATIONS.map(relation => ({ value: relation, label: t(`versions.relation.${relation}`) }))}
      />
      <button>{t('versions.say')}</button>
    </form>
  )
}

interface ItemsProps {
  plan: Instrument
  earlier: Instrument
  compared: EditionsCompared
}

function Items({ plan, earlier, compared }: ItemsProps) {
  const { t } = useWords()
  const open = compared.rows.filter(row => row.fate === 'dropped' || row.fate === 'added')
  const paired = compared.rows.filter(row => row.how === 'alike' || row.how === 'said')
  const added = compared.rows.filter(row => row.fate === 'added')
  return (
    <>
      <h2>
        {t('versions.since')} <EditionName plan={earlier} />
      </h2>
      <p>
        <a href={versionPaths.with(plan.slug, earlier.slug)}>{t('versions.whole')}</a>
      </p>
      {!compared.sameLanguage && <p class="warning">{t('versions.other-language')}</p>}
      <h3>{t('versions.unmatched', { count: open.filter(row => row.fate === 'dropped').length })}</h3>
      <p class="soft">{t('versions.unmatched.lead')}</p>
      <ul class="fate-rows">
        {open
          .filter(row => row.fate === 'dropped')
          .map(row => (
            <Dropped key={row.earlier!.id} {...{ plan, earlier, row, added }} />
          ))}
      </ul>
      <h3>{t('versions.alike', { count: paired.length })}</h3>
      <p class="soft">{t('versions.alike.lead')}</p>
      <ul class="fate-rows">
        {paired.map(row => (
          <li key={row.later!.id} id={`i${row.later!.ref}`}>
            <FateMark fate={row.fate} />
            <div>
              <p>
                <ItemWords plan={plan} item={row.later!} />
              </p>
              <p class="soft small">
                {t('versions.before')} <ItemWords plan={earlier} item={row.earlier!} />
              </p>
              <Changes changes={row.changes} earlier={earlier} later={plan} />
              <SayForm
                {...{ plan, earlier, row }}
                relation={row.how === 'said' ? 'none' : 'is-not'}
                label={t(row.how === 'said' ? 'versions.unsay' : 'versions.is-not')}
              />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

interface SayFormProps {
  plan: Instrument
  earlier: Instrument
  row: Row
  relation: 'is-not' | 'none'
  label: string
}

function SayForm({ plan, earlier, row, relation, label }: SayFormProps) {
  return (
    <form method="post" action={`${versionPaths.desk(plan.slug)}/items`}>
      <input type="hidden" name="with" value={earlier.slug} />
      <input type="hidden" name="earlier" value={row.earlier!.ref} />
      <input type="hidden" name="later" value={row.later!.ref} />
      <button class="quiet" name="relation" value={relation}>
        {label}
      </button>
    </form>
  )
}

/** An earlier promise that nothing continues, and the new ones of its kind that may after all be its continuation. */
function Dropped({ plan, earlier, row, added }: { plan: Instrument; earlier: Instrument; row: Row; added: Row[] }) {
  const words = useWords()
  const { t } = words
  const item = row.earlier!
  const candidates = added.filter(({ later }) => later!.kind === item.kind)
  const id = `later-${item.ref}`
  return (
    <li>
      <FateMark fate="dropped" />
      <div>
        <p>
          <ItemWords plan={earlier} item={item} />
        </p>
        {candidates.length > 0 && (
          <form class="continues" method="post" action={`${versionPaths.desk(plan.slug)}/items`}>
            <input type="hidden" name="with" value={earlier.slug} />
            <input type="hidden" name="earlier" value={item.ref} />
            <label for={id}>{t('versions.continued-by')}</label>
            <select id={id} name="later">
              <option value="">{t('appraisal.choose')}</option>
              {candidates.map(({ later }) => (
                <option key={later!.id} value={later!.ref}>
                  {`${rowName(later!, words)}${words.colon}${later!.text.slice(0, 100)}`}
                </option>
              ))}
            </select>
            <button class="quiet" name="relation" value="continues">
              {t('versions.continues')}
            </button>
          </form>
        )}
      </div>
    </li>
  )
}
