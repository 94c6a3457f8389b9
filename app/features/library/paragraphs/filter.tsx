/** The conditions of a list of paragraphs, as a form that works without JavaScript. */
import { SelectField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { clausesOf, data, isFiltered, nameOf, type Filter, type ParagraphOf } from './model.ts'

/** @param among the paragraphs that can be chosen from: only what stands in them is offered */
export function FilterForm({ path, filter, among }: { path: string; filter: Filter; among: ParagraphOf[] }) {
  const { t, locale } = useWords()
  const clauses = among.flatMap(clausesOf)
  const offered = {
    addressees: new Set(clauses.flatMap(({ addressees }) => addressees)),
    verbs: new Set(clauses.map(({ verb }) => verb)),
    topics: new Set(among.flatMap(({ topics }) => topics)),
  }
  const choices = (names: keyof typeof offered) => [
    { value: '', label: t('paragraphs.filter.any') },
    ...Object.keys(data[names])
      .filter(key => offered[names].has(key))
      .map(value => ({ value, label: nameOf(names, value, locale) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
  ]
  return (
    <form class="choose no-print" method="get" action={path} aria-label={t('paragraphs.filter')}>
      <SelectField
        name="to"
        label={t('paragraphs.filter.to')}
        value={filter.to ?? ''}
        choices={choices('addressees')}
      />
      <SelectField
        name="verb"
        label={t('paragraphs.filter.verb')}
        value={filter.verb ?? ''}
        choices={choices('verbs')}
      />
      <SelectField
        name="about"
        label={t('paragraphs.filter.about')}
        value={filter.about ?? ''}
        choices={choices('topics')}
      />
      <p class="choice">
        <input type="checkbox" id="states" name="states" value="yes" checked={filter.states} />
        <label for="states">{t('paragraphs.filter.states')}</label>
      </p>
      <p class="actions">
        <button class="quiet">{t('paragraphs.filter.show')}</button>
        {isFiltered(filter) && <a href={path}>{t('paragraphs.filter.clear')}</a>}
      </p>
    </form>
  )
}
