/** What a question is about: a commitment, or an indicator, found by their words. */
import type { Tx } from '../../../platform/access.ts'
import type { FormErrors } from '../../../platform/http.ts'
import type { MessageKey } from '../../../platform/languages.ts'
import { TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { inLanguage } from '../../indicators/model.ts'
import { commitmentsByWords } from '../../ledger/offers/search.ts'
import { commitmentAt, indicatorNamed, indicatorsByWords, type NamedIndicator } from '../queries/targets.ts'

const MOST_FOUND = 10

/** One that can be chosen. */
interface Offered {
  address: string
  words: string
  /** Where it stands. */
  of: string
}

type Aim = 'commitment' | 'indicator'
export const AIMS: readonly Aim[] = ['commitment', 'indicator']

/** Of each: the one that is chosen, and those that were found; null where nothing was sought. */
export type About = Record<Aim, { chosen: Offered | null; found: Offered[] | null }>

/** @param values of the form's fields: the addresses that are chosen, and the words that are sought */
export async function aboutIn(tx: Tx, values: Record<string, string>, locale: string): Promise<About> {
  const offered = ({ address, titles, framework }: NamedIndicator): Offered => ({
    address,
    words: inLanguage(titles, locale),
    of: inLanguage(framework, locale),
  })
  const unknown = (address: string): Offered => ({ address, words: address, of: '' })
  const { commitment = '', indicator = '' } = values
  const seekCommitment = sought(values, 'commitment')
  const seekIndicator = sought(values, 'indicator')
  const one = commitment ? await commitmentAt(tx, commitment) : undefined
  const named = indicator ? await indicatorNamed(tx, indicator) : undefined
  return {
    commitment: {
      chosen: commitment ? { ...unknown(commitment), ...(one && { words: one.text, of: one.title }) } : null,
      found: seekCommitment
        ? (await commitmentsByWords(tx, seekCommitment, MOST_FOUND)).map(({ slug, ref, text, title }) => ({
            address: `${slug}/${ref}`,
            words: text,
            of: title,
          }))
        : null,
    },
    indicator: {
      chosen: indicator ? (named ? offered(named) : unknown(indicator)) : null,
      found: seekIndicator ? (await indicatorsByWords(tx, seekIndicator, MOST_FOUND)).map(offered) : null,
    },
  }
}

const sought = (values: Record<string, string>, aim: Aim): string => (values[`find-${aim}`] ?? '').trim().slice(0, 200)

/** Words were typed that nobody has seen the answer to: the Enter key was pressed in their field. */
export const isUnseen = (typed: Record<string, string>): boolean =>
  AIMS.some(aim => sought(typed, aim) !== (typed[`found-${aim}`] ?? '').trim() && sought(typed, aim) !== '')

interface Props {
  about: About
  values: Record<string, string>
  errors: FormErrors | null
}

export function AboutFields({ about, values, errors }: Props) {
  const { t } = useWords()
  const isOpen = AIMS.some(aim => about[aim].chosen || about[aim].found || errors?.fields[aim])
  return (
    <details open={isOpen}>
      <summary>{t('question.about')}</summary>
      <p class="hint">{t('question.about.hint')}</p>
      {AIMS.map(aim => (
        <Aimed key={aim} aim={aim} {...about[aim]} sought={sought(values, aim)} errors={errors} />
      ))}
    </details>
  )
}

const FIND: Record<Aim, MessageKey> = {
  commitment: 'question.about.find-commitment',
  indicator: 'question.about.find-indicator',
}

function Aimed({
  aim,
  chosen,
  found,
  sought,
  errors,
}: About[Aim] & { aim: Aim; sought: string; errors: FormErrors | null }) {
  const { t } = useWords()
  const offered = [...(chosen ? [chosen] : []), ...(found ?? []).filter(one => one.address !== chosen?.address)]
  const radio = (one: Offered | null, n: number) => (
    <p class="choice" key={n}>
      <input
        type="radio"
        id={`${aim}-${n}`}
        name={aim}
        value={one?.address ?? ''}
        checked={(one?.address ?? '') === (chosen?.address ?? '')}
      />
      <label for={`${aim}-${n}`}>
        {one ? (
          <>
            <bdi>{one.words}</bdi>{' '}
            {one.of && (
              <span class="soft small">
                · <bdi>{one.of}</bdi>
              </span>
            )}
          </>
        ) : (
          t('question.about.none')
        )}
      </label>
    </p>
  )
  return (
    <div class="about">
      <div class="find">
        <TextField name={`find-${aim}`} type="search" label={t(FIND[aim])} value={sought} maxlength={200} dir="auto" />
        <button class="quiet" name="show" value={`find-${aim}`}>
          {t('question.about.find')}
        </button>
      </div>
      <input type="hidden" name={`found-${aim}`} value={sought} />
      {errors?.fields[aim] && <p class="error">{errors.fields[aim]}</p>}
      {found?.length === 0 && <p class="soft">{t('question.about.not-found')}</p>}
      {offered.length > 0 && (
        <fieldset id={aim}>
          <legend class="visually-hidden">{t(`question.${aim}`)}</legend>
          {offered.map((one, n) => radio(one, n + 1))}
          {radio(null, 0)}
        </fieldset>
      )}
    </div>
  )
}
