import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { DOCX, XLSX } from '@open1325/reader/media-type'
import { PPTX } from '../kinds.ts'
import { cleaned, everythingIn, PLANTED, tellingPhoto, zipOfTexts } from './testing.ts'

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...all: [type: string, target: string, external?: boolean][]) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([type, target, external], n) =>
        `<Relationship Id="rId${n + 1}" Type="${REL}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`
const types = (main: string, type: string, ...more: string[]) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/${main}" ContentType="${type}"/>${more
    .map(name => `<Override PartName="/${name}" ContentType="application/x-of-${PLANTED}"/>`)
    .join('')}</Types>`
const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${REL}"`
const partsIn = (content: Buffer) => {
  const parts = unzipSync(content)
  return { names: Object.keys(parts), text: (name: string) => new TextDecoder().decode(parts[name]), parts }
}
const CORE = `<cp:coreProperties><dc:creator>${PLANTED}</dc:creator><cp:lastModifiedBy>${PLANTED}</cp:lastModifiedBy></cp:coreProperties>`

/** A Word file with the name everywhere, as Word writes it, but for its text. */
const word = async (more: Record<string, string | Uint8Array> = {}) =>
  zipOfTexts({
    '[Content_Types].xml': types('word/document.xml', `${DOCX}.main+xml`, 'docProps/core.xml', 'word/people.xml'),
    '_rels/.rels': relations(['officeDocument', 'word/document.xml'], ['core-properties', 'docProps/core.xml']),
    'docProps/core.xml': CORE,
    'docProps/app.xml': `<Properties><Company>${PLANTED} Ltd</Company></Properties>`,
    'docProps/thumbnail.jpeg': await tellingPhoto(),
    'customXml/item1.xml': `<a>${PLANTED}</a>`,
    'word/_rels/document.xml.rels': relations(
      ['people', 'people.xml'],
      ['image', 'media/image1.jpeg'],
      ['hyperlink', 'https://example.org/report', true],
      ['hyperlink', `file:///C:/Users/${PLANTED}/secret.docx`, true],
      ['oleObject', 'embeddings/oleObject1.bin'],
    ),
    'word/document.xml': `<?xml version="1.0"?><!-- by ${PLANTED} --><w:document ${W}><w:body><w:p w:rsidR="00AB12CD"><w:r><w:t>Women took part in &lt;all&gt; talks.</w:t></w:r><w:ins w:id="1" w:author="${PLANTED}" w:date="2026-01-02T03:04:05Z"><w:r><w:t>Added words.</w:t></w:r></w:ins><w:del w:id="2" w:author='${PLANTED}'><w:r><w:delText>Struck words.</w:delText></w:r></w:del><w:r><w:instrText>INCLUDEPICTURE "C:\\\\Users\\\\${PLANTED}\\\\a.png" \\* MERGEFORMAT</w:instrText></w:r><w:r><w:instrText>INCLUDEPICTURE "\\\\\\\\server\\\\${PLANTED}\\\\a.png"</w:instrText></w:r><w:drawing><pic:cNvPr xmlns:pic="p" id="1" descr="Description: C:\\Users\\${PLANTED}\\a.png"/></w:drawing></w:p></w:body></w:document>`,
    'word/comments.xml': `<w:comments ${W}><w:comment w:id="0" w:author="${PLANTED}" w:initials="Ze" w:date="2026-01-02T03:04:05Z"><w:p><w:r><w:t>What she said.</w:t></w:r></w:p></w:comment></w:comments>`,
    'word/people.xml': `<w15:people><w15:person w15:author="${PLANTED}"/></w15:people>`,
    'word/settings.xml': `<w:settings ${W}><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:zoom w:percent="100"/></w:settings>`,
    'word/_rels/settings.xml.rels': relations(['attachedTemplate', `file:///C:/Users/${PLANTED}/t.dotx`, true]),
    'word/media/image1.jpeg': await tellingPhoto(),
    'word/embeddings/oleObject1.bin': new TextEncoder().encode(`\xd0\xcf ${PLANTED}`),
    'word/embeddings/Budget.xls': new TextEncoder().encode(`\xd0\xcf ${PLANTED}`),
    ...more,
  })

test('a Word file tells no more who wrote, changed and commented it, when, and on which machine; its words and comments stay', async () => {
  const { mediaType, removed, content } = await cleaned(await word())
  expect(mediaType).toBe(DOCX)
  expect(removed).toEqual(['properties', 'names', 'computer', 'camera', 'preview', 'attachments'])
  expect(everythingIn(content)).not.toMatch(new RegExp(PLANTED, 'i'))
  expect(everythingIn(content)).not.toMatch(/2026-01-02|00AB12CD/)
  const { names, text, parts } = partsIn(content)
  expect(names.filter(name => /^(docProps|customXml)|people/.test(name))).toEqual([])
  const document = text('word/document.xml')
  for (const words of ['Women took part in &lt;all&gt; talks.', 'Added words.', 'Struck words.'])
    expect(document).toContain(words)
  expect(text('word/comments.xml')).toContain('What she said.')
  expect(text('word/settings.xml')).toContain('w:percent="100"')
  expect(text('word/_rels/document.xml.rels')).toContain('https://example.org/report')
  const picture = await sharp(parts['word/media/image1.jpeg']).metadata()
  expect([picture.width, picture.orientation, picture.xmp]).toEqual([40, 6, undefined])
})

test('an Excel file keeps its figures and notes, and loses who wrote them, its printer and its folder', async () => {
  const { mediaType, content } = await cleaned(
    zipOfTexts({
      '[Content_Types].xml': types('xl/workbook.xml', `${XLSX}.main+xml`),
      '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml'], ['core-properties', 'docProps/core.xml']),
      'docProps/core.xml': CORE,
      'xl/workbook.xml': `<workbook><fileVersion codeName="${PLANTED}"/><fileSharing userName="${PLANTED}"/><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="x" url="C:\\Users\\${PLANTED}\\"/></mc:Choice></mc:AlternateContent><sheets><sheet name="Budget"/></sheets></workbook>`,
      'xl/worksheets/sheet1.xml':
        '<worksheet><c><v>325</v></c><pageSetup orientation="portrait" r:id="rId1"/></worksheet>',
      'xl/worksheets/_rels/sheet1.xml.rels': relations(['printerSettings', '../printerSettings/printerSettings1.bin']),
      'xl/printerSettings/printerSettings1.bin': new TextEncoder().encode(PLANTED),
      'xl/styles.xml': '<styleSheet><numFmt formatCode="#,##0\\ &quot;\\\\&quot;"/></styleSheet>',
      'xl/comments1.xml': `<comments><authors><author>${PLANTED}</author></authors><commentList><comment authorId="0"><text><r><t>${PLANTED}:</t></r><r><t>\nToo low.</t></r></text></comment></commentList></comments>`,
      'xl/persons/person.xml': `<personList><person displayName="${PLANTED}" id="{1}" userId="${PLANTED}@example.org" providerId="AD"/></personList>`,
      'xl/threadedComments/threadedComment1.xml':
        '<ThreadedComments><threadedComment ref="A1" dT="2026-01-02T03:04:05.00" personId="{1}" id="{2}"><text>Who decided?</text></threadedComment></ThreadedComments>',
      'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition refreshedBy="${PLANTED}" recordCount="2"/>`,
      'xl/connections.xml': `<connections><connection id="1" sourceFile="\\\\server\\${PLANTED}"><dbPr connection="User=${PLANTED}"/></connection></connections>`,
      'xl/embeddings/Microsoft_Word.docx': await word(),
    }),
  )
  expect(mediaType).toBe(XLSX)
  expect(everythingIn(content)).not.toMatch(new RegExp(`${PLANTED}|2026-01-02`, 'i'))
  const { text, names } = partsIn(content)
  expect(names).not.toContain('xl/printerSettings/printerSettings1.bin')
  expect(text('xl/worksheets/sheet1.xml')).toContain('<v>325</v>')
  expect(text('xl/worksheets/sheet1.xml')).not.toContain('rId1')
  expect(text('xl/worksheets/_rels/sheet1.xml.rels')).not.toContain('printer')
  expect(text('xl/comments1.xml')).toContain('Too low.')
  expect(text('xl/threadedComments/threadedComment1.xml')).toContain('Who decided?')
  expect(text('xl/styles.xml')).toContain('formatCode="#,##0\\ &quot;\\\\&quot;"')
})

test('a presentation loses who commented; programs within a file go, and it is called a file without any', async () => {
  const { mediaType, removed, content } = await cleaned(
    zipOfTexts({
      '[Content_Types].xml': types(
        'ppt/presentation.xml',
        'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml',
        'ppt/vbaProject.bin',
      ),
      '_rels/.rels': relations(['officeDocument', 'ppt/presentation.xml']),
      'ppt/presentation.xml': '<p:presentation/>',
      'ppt/vbaProject.bin': new TextEncoder().encode(PLANTED),
      'ppt/commentAuthors.xml': `<p:cmAuthorLst><p:cmAuthor id="0" name="${PLANTED}" initials="Ze"><p15:presenceInfo userId="${PLANTED}" providerId="AD"/></p:cmAuthor></p:cmAuthorLst>`,
      'ppt/authors.xml': `<p188:authorLst><p188:author id="{1}" name="${PLANTED}" initials="Z" userId="${PLANTED}" providerId="AD"/></p188:authorLst>`,
      'ppt/comments/comment1.xml':
        '<p:cmLst><p:cm authorId="0" dt="2026-01-02T03:04:05" idx="1"><p:text>Say who.</p:text></p:cm></p:cmLst>',
      'ppt/changesInfos/changesInfo1.xml': `<pc:chgInfo><pc:chgData name="${PLANTED}"/></pc:chgInfo>`,
    }),
  )
  expect([mediaType, removed]).toEqual([PPTX, ['names', 'macros']])
  expect(everythingIn(content)).not.toMatch(new RegExp(`${PLANTED}|2026-01-02|macroEnabled`, 'i'))
  expect(partsIn(content).text('ppt/comments/comment1.xml')).toContain('Say who.')
})

test('a file that told nothing is the same in what it says, and nothing is told to have been taken out', async () => {
  const plain = { 'word/document.xml': `<w:document ${W}><w:t>Plain.</w:t></w:document>` }
  const { removed, content } = await cleaned(
    zipOfTexts({
      '[Content_Types].xml': types('word/document.xml', `${DOCX}.main+xml`),
      '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
      ...plain,
    }),
  )
  expect(removed).toEqual([])
  expect(partsIn(content).text('word/document.xml')).toContain(plain['word/document.xml'])
})

test('sound and film within a file are refused: they tell where they were recorded', async () => {
  const film = new TextEncoder().encode('\0\0\0\x18ftypmp42 somewhere')
  await expect(cleaned(await word({ 'word/media/media1.mp4': film }))).rejects.toThrow('recording-inside')
})
