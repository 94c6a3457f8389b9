/** Two editions of a report, or an edition and the draft, word against word. */
import { textOf, type Block } from '@open1325/report-writer'
import { reading } from '../../../platform/access.ts'
import { page, wholeNumber, type Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { database, memberWho, wholeReport } from '../load.ts'
import { paths } from '../model.ts'
import { editionAt, editionsOf } from '../queries/editions.ts'
import { Difference } from './parts.tsx'

/** Paragraphs apart, as they are read. */
const readable = (blocks: readonly Block[]): string => blocks.map(block => textOf([block])).join('\n\n')

export async function showCompare(c: Ctx) {
  const person = memberWho(c, 'reader')
  const found = await reading(database(c), person.userId, async tx => {
    const { report, document } = await wholeReport(c, tx, person)
    const numbers = (await editionsOf(tx, report.id)).map(({ number }) => number)
    const chosen = (name: string) => numbers.find(number => number === wholeNumber(c.req.query(name))) ?? null
    const before = chosen('before') ?? numbers[0] ?? null
    // null: the draft.
    const after = chosen('after')
    const blocksOf = async (number: number | null) =>
      number === null ? document.blocks : ((await editionAt(tx, report.slug, number))?.document.blocks ?? [])
    return { report, numbers, before, after, texts: [await blocksOf(before), await blocksOf(after)] as const }
  })
  const { report, numbers, before, after, texts } = found
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('reports.compare')} current="nav.desk-reports">
      <p class="kicker">
        <a href={paths.report(report.id)} lang={report.language} dir="auto">
          {report.title}
        </a>
      </p>
      <h1>{t('reports.compare')}</h1>
      {numbers.length === 0 ? (
        <p class="empty">{t('reports.editions.none')}</p>
      ) : (
        <>
          <form class="form" method="get">
            <Choose name="before" label={t('reports.compare.before')} numbers={numbers} chosen={before} />
            <Choose name="after" label={t('reports.compare.after')} numbers={numbers} chosen={after} withDraft />
            <button class="quiet">{t('reports.insert.show')}</button>
          </form>
          <p class="soft">{t('reports.compare.lead')}</p>
          <div lang={report.language}>
            <Difference before={readable(texts[0])} after={readable(texts[1])} />
          </div>
        </>
      )}
    </Page>,
  )
}

interface ChooseProps {
  name: string
  label: string
  numbers: readonly number[]
  chosen: number | null
  withDraft?: boolean
}

function Choose({ name, label, numbers, chosen, withDraft = false }: ChooseProps) {
  const { t } = useWords()
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {withDraft && <option value="">{t('reports.compare.draft')}</option>}
        {numbers.map(number => (
          <option key={number} value={String(number)} selected={number === chosen}>
            {t('reports.edition', { number: String(number) })}
          </option>
        ))}
      </select>
    </div>
  )
}
