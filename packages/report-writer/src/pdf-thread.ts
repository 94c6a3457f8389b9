/** The thread that sets a PDF: it takes a second of computing that would hold up everybody else. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

// Amiri for Arabic: Noto's Arabic fonts draw a letter's dots apart, and Typst then writes such letters twice into the PDF's text.
const FONTS = {
  'noto-sans': [
    '400Regular/NotoSans_400Regular',
    '400Regular_Italic/NotoSans_400Regular_Italic',
    '700Bold/NotoSans_700Bold',
    '700Bold_Italic/NotoSans_700Bold_Italic',
  ],
  amiri: [
    '400Regular/Amiri_400Regular',
    '400Regular_Italic/Amiri_400Regular_Italic',
    '700Bold/Amiri_700Bold',
    '700Bold_Italic/Amiri_700Bold_Italic',
  ],
}
const { resolve } = createRequire(import.meta.url)
const fonts = Object.entries(FONTS).flatMap(([family, files]) => {
  const folder = dirname(resolve(`@expo-google-fonts/${family}/package.json`))
  return files.map(file => readFileSync(join(folder, `${file}.ttf`)))
})

const { source, at } = workerData as { source: string; at: number }
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })
// The package's list of standards is a const enum: only its values exist.
const pdf = compiler.pdf(
  { mainFileContent: source },
  { creationTimestamp: at, pdfTags: true, pdfStandard: 'ua-1' as never },
)
const bytes = new Uint8Array(pdf)
parentPort!.postMessage(bytes, [bytes.buffer])
