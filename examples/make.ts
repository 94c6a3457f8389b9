/** Writes every illustrative plan as NAME.pdf and NAME.docx beside this file: `npm run examples`. */
import { writeFileSync } from 'node:fs'
import { examples } from './index.ts'
import { toDocx } from '../packages/reader/test/plans/to-docx.ts'
import { toPdf } from '../packages/reader/test/plans/to-pdf.ts'

const beside = (name: string) => new URL(name, import.meta.url)

for (const plan of examples) {
  writeFileSync(beside(`${plan.name}.pdf`), toPdf(plan))
  writeFileSync(beside(`${plan.name}.docx`), await toDocx(plan))
}
const list = examples.map(({ name, title, language, issuer }) => ({ file: `${name}.pdf`, title, language, issuer }))
writeFileSync(beside('index.json'), JSON.stringify(list, null, 2) + '\n')
