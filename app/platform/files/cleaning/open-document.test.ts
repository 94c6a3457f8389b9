import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ODP, ODS } from '../kinds.ts'
import { ODT } from '@open1325/reader/media-type'
import { cleaned, everythingIn, PLANTED, tellingPhoto, zipOfTexts } from './testing.ts'

const document = async (type: string) =>
  zipOfTexts({
    mimetype: type,
    'META-INF/manifest.xml': `<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/></manifest:manifest>`,
    'meta.xml': `<office:document-meta><meta:initial-creator>${PLANTED}</meta:initial-creator></office:document-meta>`,
    'Thumbnails/thumbnail.png': new TextEncoder().encode(PLANTED),
    'Versions/Version1': new TextEncoder().encode(PLANTED),
    'settings.xml': `<office:document-settings><config:config-item config:name="PrinterName" config:type="string">${PLANTED}’s printer</config:config-item><config:config-item config:name="AddParaTableSpacing" config:type="boolean">true</config:config-item></office:document-settings>`,
    'content.xml': `<office:document-content><style:style style:name="T1"><style:text-properties officeooo:rsid="00ab12cd"/></style:style><office:body><text:tracked-changes><text:insertion><office:change-info><dc:creator>${PLANTED}</dc:creator><dc:date>2026-01-02T03:04:05</dc:date></office:change-info></text:insertion></text:tracked-changes><text:p>The budget is 325.<office:annotation><dc:creator>${PLANTED}</dc:creator><dc:date>2026-01-02T03:04:05</dc:date><meta:creator-initials>Ze</meta:creator-initials><text:p>What she said.</text:p></office:annotation><draw:image xlink:href="Pictures/1.jpg"/><draw:image xlink:href="../../home/${PLANTED}/b.jpg"/></text:p></office:body></office:document-content>`,
    'Pictures/1.jpg': await tellingPhoto(),
    'Object 1/content.xml': '<office:document-content><a>A chart</a></office:document-content>',
    'Object 1/meta.xml': `<a>${PLANTED}</a>`,
    'Basic/Standard/Module1.xml': `<a>${PLANTED}</a>`,
  })

test.each([ODT, ODS, ODP])('%s tells no more who wrote, changed and commented it; what it says stays', async type => {
  const { mediaType, removed, content } = await cleaned(await document(type))
  expect(mediaType).toBe(type)
  expect(removed).toEqual(['properties', 'names', 'computer', 'camera', 'preview', 'earlier', 'macros'])
  expect(everythingIn(content)).not.toMatch(new RegExp(`${PLANTED}|2026-01-02|00ab12cd`, 'i'))
  const parts = unzipSync(content)
  expect(Object.keys(parts)).toEqual([
    'mimetype',
    'META-INF/manifest.xml',
    'settings.xml',
    'content.xml',
    'Pictures/1.jpg',
    'Object 1/content.xml',
  ])
  const text = (name: string) => new TextDecoder().decode(parts[name])
  for (const words of ['The budget is 325.', 'What she said.', 'Pictures/1.jpg'])
    expect(text('content.xml')).toContain(words)
  expect(text('settings.xml')).toContain('AddParaTableSpacing')
  expect(text('META-INF/manifest.xml')).not.toMatch(/meta\.xml|Thumbnails/)
})
