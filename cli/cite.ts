import { checkCitations, LIBRARY, type Finding } from '../packages/citations/src/index.ts'
import { readPlan, ReaderError } from '../packages/reader/src/index.ts'
import { FileError, readInput, understand, UsageError, writeOutput, type Command } from './command.ts'
import { showProgress } from './progress.ts'

const LANGUAGES = ['en', 'fr', 'ar']

export const command: Command = {
  help: `open1325 cite FILE [--json] [--language en|fr|ar] [--out FILE]

Checks what a text cites of the Security Council's resolutions on women, peace and security (PDF, Word, web page, text, ...;
- is standard input): numbers, years and dates, symbols, meetings, votes, paragraphs. Needs no server and no database.

  --json           [{ page, quote, problem, suggestion }]; page is null where the file has no pages
  --language CODE  the language of what is said about the text; en
  --out FILE       write there rather than to the terminal

Exit code: 0 nothing wrong was found, 1 something is wrong, 2 wrong call, or the file could not be read.
`,

  async run(args) {
    const options = { json: { type: 'boolean' }, language: { type: 'string' }, out: { type: 'string' } } as const
    const { values, positionals } = understand(args, options, ['FILE'])
    const language = values.language ?? 'en'
    if (!LANGUAGES.includes(language)) throw new UsageError('--language must be en, fr or ar.')
    try {
      const { bytes, name } = await readInput(positionals[0] ?? '')
      const { pages } = await showProgress(onProgress => readPlan(bytes, { name, onProgress }))
      const input = pages.map(({ number, text }) => ({ page: number, text }))
      const findings = checkCitations(input, LIBRARY, { language })
      await writeOutput(values.json ? asJson(findings) : outline(findings), values.out)
      return findings.length > 0 ? 1 : 0
    } catch (error) {
      // Exit code 1 says that something is cited wrongly: a file that was not read says nothing of the kind.
      if (!(error instanceof FileError || error instanceof ReaderError)) throw error
      process.stderr.write(`${error.message}\n`)
      return 2
    }
  },
}

const asJson = (findings: Finding[]): string => {
  const told = findings.map(({ page, quote, problem, suggestion }) => ({ page, quote, problem, suggestion }))
  return `${JSON.stringify(told, null, 2)}\n`
}

function outline(findings: Finding[]): string {
  const entries = findings.map(
    ({ page, quote, problem, suggestion }) =>
      `${page === null ? '' : `page ${page}: `}“${quote}”\n  ${problem}\n  → ${suggestion}\n`,
  )
  const sum = findings.length === 0 ? 'Nothing wrong was found' : `${findings.length} to look at`
  return `${[...entries, `${sum} (resolutions as of ${LIBRARY.asOf}).`].join('\n')}\n`
}
