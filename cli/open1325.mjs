#!/usr/bin/env node
/** The command `open1325` on any Node from 20 on: installs what is missing, then hands over to main.ts on Node 24. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { checkout, compiled, currentNode, install } from './install.mjs'

if (!install({ development: false })) process.exit(1)
const node = currentNode()
if (!node) {
  process.stderr.write(
    `Open1325 needs Node 24 here: there is no package of it for ${process.platform}-${process.arch}.\n`,
  )
  process.exit(1)
}

const tsx = join(checkout, 'node_modules/tsx/dist/loader.mjs')
const command = spawn(node, ['--import', `file://${tsx}`, join(checkout, 'cli/main.ts'), ...process.argv.slice(2)], {
  // The fourth is a line between the two: should this process be killed, the other one notices and stops.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { NODE_COMPILE_CACHE: compiled, ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => command.kill(signal))
command.on('error', error => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
command.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
