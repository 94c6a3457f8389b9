/** Voices: what government, civil society, communities and independent observers say of a commitment, and the answers to it. */
import type { Feature } from '../../platform/http.ts'
import { answer, publishWords, setVisibility, takeBackReply, takeBackWord } from './acts.tsx'
import { showDesk } from './desk-page.tsx'
import { paths } from './model.ts'
import { sendCard, showCard } from './report-card-page.tsx'
import { say, showSay } from './say.tsx'

export const feature: Feature = {
  name: 'voices',
  routes(app) {
    app.get(paths.desk, showDesk)
    app.post(paths.say, say)
    app.post(paths.publish, publishWords)
    app.get('/desk/voices/:item{[0-9a-f-]{36}}', showSay)
    app.post('/desk/voices/words/:id/visibility', setVisibility)
    app.post('/desk/voices/words/:id/take-back', takeBackWord)
    app.post('/desk/voices/words/:id/reply', answer)
    app.post('/desk/voices/replies/:id/take-back', takeBackReply)
    app.get('/plans/:slug{[a-z0-9-]+}/report-card', showCard)
    app.get('/plans/:slug{[a-z0-9-]+}/report-card.xlsx', sendCard)
  },
  takesFiles: [paths.say],
}
