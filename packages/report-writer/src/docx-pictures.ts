/** Charts of a Word file: the picture itself, and one of points for programs that do not draw it. */
import { ImageRun } from 'docx'
import sharp from 'sharp'
import type { Block, Figure } from './document.ts'

/** In points of a screen, as Word counts them. */
const WIDTH = 600

export async function picturesOf(blocks: readonly Block[]): Promise<Map<Figure, ImageRun>> {
  const pictures = new Map<Figure, ImageRun>()
  for (const block of blocks)
    if (block.kind === 'figure') {
      const { data, info } = await sharp(Buffer.from(block.svg), { density: 144 })
        .flatten({ background: '#fff' })
        .png()
        .toBuffer({ resolveWithObject: true })
      const picture = new ImageRun({
        type: 'svg',
        data: Buffer.from(block.svg),
        fallback: { type: 'png', data },
        transformation: { width: WIDTH, height: Math.round((WIDTH * info.height) / info.width) },
        altText: { name: block.caption, title: block.caption, description: block.alt },
      })
      pictures.set(block, picture)
    }
  return pictures
}
