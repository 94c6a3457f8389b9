/** Countries: everything that is public of one of them, with the doors to each part. */
import type { Feature } from '../../platform/http.ts'
import { showCountries, showCountry } from './routes.tsx'

export const feature: Feature = {
  name: 'countries',
  routes(app) {
    app.get('/countries', showCountries)
    app.get('/countries/:country{[A-Za-z]{3}}', showCountry)
  },
}
