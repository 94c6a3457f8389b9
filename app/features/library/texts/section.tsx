/** The official texts of a resolution: what is there, and the form with which members add one. */
import type { FormErrors } from '../../../platform/http.ts'
import { hasRole, type Ctx } from '../../../platform/http.ts'
import { FileField, SelectField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { LARGEST_TEXT_MEGABYTES, TEXT_LANGUAGES, type OfficialText } from './model.ts'

interface SectionProps {
  c: Ctx
  resolution: number
  /** How many paragraphs the library counts; null: not known. */
  known: number | null
  texts: OfficialText[]
  errors: FormErrors | null
  typed: Record<string, string>
}

export function OfficialSection(props: SectionProps) {
  const { c, texts, resolution, known } = props
  const { t } = useWords()
  const person = c.get('person')
  if (!texts.length && !hasRole(person, 'contributor')) return null
  return (
    <section id="official">
      <h2>{t('official.title')}</h2>
      <p class="hint">{t('official.about')}</p>
      {texts.length > 0 && (
        <ul class="rows">
          {texts.map(text => (
            <li key={text.id}>
              <Text c={c} text={text} known={known} />
            </li>
          ))}
        </ul>
      )}
      {hasRole(person, 'contributor') && <AddForm {...props} resolution={resolution} />}
    </section>
  )
}

function Text({ c, text, known }: { c: Ctx; text: OfficialText; known: number | null }) {
  const { t, language } = useWords()
  const person = c.get('person')
  const own = person?.current?.organisationId === text.organisationId
  const path = `/resolutions/${text.resolution}/texts/${text.id}`
  return (
    <>
      <p>
        {t('official.from', {
          language: language(text.language),
          paragraphs: text.paragraphs.length,
          file: text.fileName,
          organisation: text.organisation,
        })}{' '}
        <span class="tag">{text.published ? t('official.published') : t('official.inside')}</span>
      </p>
      {known !== null && known !== text.paragraphs.length && (
        <p class="warning">{t('official.mismatch', { read: text.paragraphs.length, known })}</p>
      )}
      {own && hasRole(person, 'editor') && (
        <div class="actions no-print">
          <form method="post" action={`${path}/${text.published ? 'take-back' : 'publish'}`}>
            <button class="quiet">{text.published ? t('official.take-back') : t('official.publish')}</button>
          </form>
          <details>
            <summary>{t('official.remove')}</summary>
            <form method="post" action={`${path}/remove`}>
              <p class="small">{t('official.remove.lead')}</p>
              <button class="danger">{t('official.remove.do')}</button>
            </form>
          </details>
        </div>
      )}
    </>
  )
}

function AddForm({ resolution, errors, typed }: SectionProps) {
  const { t, language } = useWords()
  return (
    <details class="no-print" open={errors !== null}>
      <summary>{t('official.add')}</summary>
      <form class="form" method="post" action={`/resolutions/${resolution}/texts`} encType="multipart/form-data">
        <SelectField
          name="language"
          label={t('official.language')}
          value={typed.language ?? 'en'}
          errors={errors}
          choices={TEXT_LANGUAGES.map(value => ({ value, label: language(value) }))}
        />
        <FileField
          name="file"
          label={t('official.file')}
          hint={t('official.file.hint', { megabytes: LARGEST_TEXT_MEGABYTES })}
          errors={errors}
          required
        />
        <button>{t('official.add')}</button>
      </form>
    </details>
  )
}
