/** `npm test` and the checks begin with this, so that they work in a fresh clone. */
import { install } from './install.mjs'

process.exit(install({ development: true }) ? 0 : 1)
