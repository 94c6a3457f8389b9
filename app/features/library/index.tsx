/** The starter library before everybody: the resolutions, their paragraphs, related frameworks; and the citation checker. */
import type { Ctx, Feature } from '../../platform/http.ts'
import { page } from '../../platform/http.ts'
import { CHECKER, citationRoutes } from './citations/routes.tsx'
import { data as frameworks } from './frameworks/model.ts'
import { FrameworksPage } from './frameworks/page.tsx'
import { ListPage } from './list-page.tsx'
import { loadResolutions } from './load.ts'
import { library, toCsv } from './model.ts'
import { pageData } from './page-data.ts'
import { allParagraphs, data as paragraphs, matches, readFilter, toCsv as paragraphsToCsv } from './paragraphs/model.ts'
import { ParagraphsPage } from './paragraphs/page.tsx'
import { ResolutionPage } from './resolution-page.tsx'
import { resolutionOf, textRoutes, UPLOADS } from './texts/routes.tsx'

const AN_HOUR = { 'Cache-Control': 'public, max-age=3600' }

const csv = (c: Ctx, content: string, name: string) =>
  c.body(content, 200, {
    ...AN_HOUR,
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  })

export const feature: Feature = {
  name: 'library',
  routes: app => {
    app.get('/resolutions', c => page(c, <ListPage c={c} />))
    app.get('/resolutions.json', c => c.json(library, 200, AN_HOUR))
    app.get('/resolutions.csv', c => csv(c, toCsv(library), 'resolutions'))
    app.get('/resolutions/paragraphs', c => page(c, <ParagraphsPage c={c} filter={readFilter(c.req.query())} />))
    app.get('/resolutions/paragraphs.json', c => c.json(paragraphs, 200, AN_HOUR))
    app.get('/resolutions/paragraphs.csv', c => {
      const filter = readFilter(c.req.query())
      return csv(c, paragraphsToCsv(allParagraphs.filter(paragraph => matches(paragraph, filter))), 'paragraphs')
    })
    app.get('/resolutions/frameworks', c => page(c, <FrameworksPage c={c} />))
    app.get('/resolutions/frameworks.json', c => c.json(frameworks, 200, AN_HOUR))
    app.get('/resolutions/:number', showResolution)
    textRoutes(app)
    citationRoutes(app)
  },
  takesFiles: [CHECKER, ...UPLOADS],
  work: ({ database }) => loadResolutions(database.owner),
}

async function showResolution(c: Ctx) {
  const resolution = resolutionOf(c)
  const { t, has } = c.get('words')
  const done = `official.done.${c.req.query('done') ?? ''}`
  const data = await pageData(c, resolution)
  return page(c, <ResolutionPage c={c} resolution={resolution} {...data} notice={has(done) ? t(done) : null} />)
}
