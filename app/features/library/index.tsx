/** The starter library before the public: the resolutions. */
import type { Feature } from '../../platform/http.ts'
import { page } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { library, toCsv } from './model.ts'
import { ListPage, ResolutionPage } from './pages.tsx'

const AN_HOUR = { 'Cache-Control': 'public, max-age=3600' }

export const feature: Feature = {
  name: 'library',
  routes: app => {
    app.get('/resolutions', c => page(c, <ListPage c={c} />))
    app.get('/resolutions.json', c => c.json(library, 200, AN_HOUR))
    app.get('/resolutions.csv', c =>
      c.body(toCsv(library), 200, {
        ...AN_HOUR,
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="resolutions.csv"',
      }),
    )
    app.get('/resolutions/:number', c => {
      const resolution = library.resolutions.find(({ number }) => String(number) === c.req.param('number'))
      if (!resolution) throw new Problem('not-found')
      return page(c, <ResolutionPage c={c} resolution={resolution} />)
    })
  },
}
