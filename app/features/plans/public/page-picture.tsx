/** The picture of a page with boxes drawn over it, in the page's own points; whole, or cut to where some words stand. */
import type { Box } from '@open1325/reader'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../model.ts'

export interface Size {
  /** Points. */
  width: number
  height: number
}

/** Around the words, so that one sees where on the page they stand. Points. */
const MARGIN = 36

export function PageCutting({ slug, page, size, box }: { slug: string; page: number; size: Size; box: Box }) {
  const { t } = useWords()
  const [x0, y0, x1, y1] = box
  const left = Math.max(0, Math.min(x0 - MARGIN, size.width - 300))
  const top = Math.max(0, y0 - MARGIN)
  const width = Math.min(size.width, Math.max(x1 + MARGIN, left + 300)) - left
  const height = Math.min(size.height, y1 + MARGIN) - top
  return (
    <svg class="page-picture" viewBox={[left, top, width, height].map(Math.round).join(' ')} role="img">
      <title>{t('item.picture', { page })}</title>
      <image href={paths.picture(slug, page) + '?w=1440'} width={size.width} height={size.height} />
      <Frame box={box} chosen />
    </svg>
  )
}

export interface Framed {
  ref: number
  name: string
  boxes: Box[]
  chosen: boolean
}

export interface PagePictureProps {
  slug: string
  page: number
  size: Size
  framed: Framed[]
  /** Frames that lead nowhere: words quoted for a criterion. */
  quoted: Box[]
}

/** The whole page; each frame leads to its row. */
export function PagePicture({ slug, page, size, framed, quoted }: PagePictureProps) {
  const { t } = useWords()
  // The chosen one is drawn last, over the others.
  const inOrder = [...framed].sort((a, b) => Number(a.chosen) - Number(b.chosen))
  return (
    <svg
      class="page-picture"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label={t('page.picture', { page })}
    >
      <image href={paths.picture(slug, page) + '?w=1440'} width={size.width} height={size.height} />
      {inOrder.map(({ ref, name, boxes, chosen }) => (
        <a key={ref} href={paths.item(slug, ref)} aria-label={name}>
          {boxes.map((box, n) => (
            <Frame key={n} box={box} chosen={chosen} />
          ))}
        </a>
      ))}
      {quoted.map((box, n) => (
        <Frame key={n} box={box} chosen />
      ))}
    </svg>
  )
}

function Frame({ box: [x0, y0, x1, y1], chosen }: { box: Box; chosen: boolean }) {
  return (
    <rect
      class={chosen ? 'frame chosen' : 'frame'}
      x={Math.round(x0 - 2)}
      y={Math.round(y0 - 2)}
      width={Math.round(x1 - x0 + 4)}
      height={Math.round(y1 - y0 + 4)}
      rx="2"
    />
  )
}
