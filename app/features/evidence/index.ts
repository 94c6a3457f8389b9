/** Evidence: files, photos, links, datasets and notes that assessments and observations rest on. */
import type { Feature } from '../../platform/http.ts'
import { add, showAdd } from './offers/add.tsx'
import { attach, detach, showAttach } from './attach-page.tsx'
import { download } from './download.ts'
import { change, endConsent, erase, showOwn, showPublic } from './evidence-page.tsx'
import { attachToFigure, detachFromFigure, showFigure } from './figure-page.tsx'
import { showList } from './list-page.tsx'
import { paths } from './model.ts'

export const feature: Feature = {
  name: 'evidence',
  routes(app) {
    app.get(paths.list, showList)
    app.get(paths.add(), showAdd)
    app.post(paths.add(), add)
    app.get('/desk/evidence/items/:item{[0-9a-f-]{36}}', c => showAttach(c))
    app.post('/desk/evidence/items/:item{[0-9a-f-]{36}}', attach)
    app.post('/desk/evidence/items/:item{[0-9a-f-]{36}}/detach', detach)
    app.get('/desk/evidence/figures/:figure{[0-9a-f-]{36}}', c => showFigure(c))
    app.post('/desk/evidence/figures/:figure{[0-9a-f-]{36}}', attachToFigure)
    app.post('/desk/evidence/figures/:figure{[0-9a-f-]{36}}/detach', detachFromFigure)
    app.get('/desk/evidence/:id', c => showOwn(c))
    app.post('/desk/evidence/:id', change)
    app.post('/desk/evidence/:id/withdraw-consent', endConsent)
    app.post('/desk/evidence/:id/erase', erase)
    app.get('/evidence/:id', showPublic)
    app.get('/evidence/:id/file', download)
  },
  takesFiles: [paths.add()],
}
