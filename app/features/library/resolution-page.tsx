/** One resolution: its facts, its operative paragraphs, the official words where somebody has added them. */
import type { Ctx, FormErrors } from '../../platform/http.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { Facts, Notes, Related, SourceLink } from './facts.tsx'
import { library, pathTo, sourceOf, yearOf, type Resolution } from './model.ts'
import type { PageData } from './page-data.ts'
import { FilterForm } from './paragraphs/filter.tsx'
import { ParagraphList } from './paragraphs/list.tsx'
import { data, isFiltered, matches, paragraphsOf } from './paragraphs/model.ts'
import { OfficialSection } from './texts/section.tsx'
import { OfficialWords } from './texts/words.tsx'

interface ResolutionPageProps extends PageData {
  c: Ctx
  resolution: Resolution
  notice?: string | null
  errors?: FormErrors | null
  typed?: Record<string, string>
}

export function ResolutionPage({
  c,
  resolution,
  errors = null,
  typed = {},
  notice = null,
  ...page
}: ResolutionPageProps) {
  const { t, locale } = c.get('words')
  const name = t('resolution.name', { number: String(resolution.number), year: yearOf(resolution) })
  const { summary } = resolution
  return (
    <Page c={c} title={name} current="nav.resolutions" description={summary.text[locale]} notice={notice}>
      <p class="kicker">
        <a href="/resolutions">{t('nav.resolutions')}</a>
      </p>
      <h1>{name}</h1>
      <p class="prose">
        {summary.text[locale]} <SourceLink source={sourceOf(resolution, summary.source)} />
      </p>
      <p class="hint">{t('resolution.summary-is-ours')}</p>
      <p class="actions">
        <a class="button" href={resolution.link}>
          {t('resolution.read')}
        </a>
      </p>
      <h2>{t('resolution.facts')}</h2>
      <Facts resolution={resolution} />
      <Notes resolution={resolution} />
      <Related resolution={resolution} />
      <Paragraphs resolution={resolution} {...page} />
      <OfficialSection
        c={c}
        resolution={resolution.number}
        known={resolution.operativeParagraphs.value}
        texts={page.texts}
        errors={errors}
        typed={typed}
      />
      <Neighbours resolution={resolution} />
    </Page>
  )
}

function Paragraphs({ resolution, filter, shown, links }: { resolution: Resolution } & PageData) {
  const { t, locale } = useWords()
  const all = paragraphsOf(resolution.number)
  const chosen = all.filter(paragraph => matches(paragraph, filter))
  const unknown = data.unknown.find(({ number }) => number === resolution.number)
  return (
    <>
      <h2 id="paragraphs">{t('resolution.paragraphs')}</h2>
      {unknown && <p class="warning">{unknown.why[locale]}</p>}
      {all.length > 0 && (
        <>
          <FilterForm path={pathTo(resolution)} filter={filter} among={all} />
          {isFiltered(filter) && <p>{t('paragraphs.count-of', { count: chosen.length, all: all.length })}</p>}
          <ParagraphList paragraphs={chosen} texts={shown} links={links} />
          <p class="hint">{data.notes[locale]}</p>
        </>
      )}
      {unknown && (
        <ol class="rows paragraphs">
          {[...new Set(shown.flatMap(({ paragraphs }) => paragraphs.map(({ number }) => number)))].map(number => (
            <li key={number} id={`op-${number}`}>
              <h3>{t('paragraphs.one', { number: String(number) })}</h3>
              <OfficialWords texts={shown} number={number} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function Neighbours({ resolution }: { resolution: Resolution }) {
  const { t } = useWords()
  const at = library.resolutions.indexOf(resolution)
  const [before, after] = [library.resolutions[at - 1], library.resolutions[at + 1]]
  return (
    <nav class="neighbours" aria-label={t('resolution.neighbours')}>
      {before && (
        <a rel="prev" href={pathTo(before)}>
          {t('resolution.before', { number: String(before.number) })}
        </a>
      )}
      {after && (
        <a rel="next" href={pathTo(after)}>
          {t('resolution.after', { number: String(after.number) })}
        </a>
      )}
    </nav>
  )
}
