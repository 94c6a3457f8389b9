/** A report's text as lines that come apart like any other. Pure. */
import { plain, type Block } from '@open1325/report-writer'
import type { Line } from './lines.ts'

const BLANK: Line = { text: '', page: null }

/** Headings, paragraphs and lists; tables, figures and quotations recommend nothing. */
export const linesOfBlocks = (blocks: readonly Block[]): Line[] =>
  blocks.flatMap((block): Line[] => {
    switch (block.kind) {
      case 'heading':
        return [{ text: block.text, page: null, heading: true }, BLANK]
      case 'paragraph':
        return [{ text: plain(block.text), page: null }, BLANK]
      case 'list':
        return [
          ...block.items.map((item, n) => ({
            text: `${block.ordered ? `${n + 1}.` : '•'} ${plain(item)}`,
            page: null,
          })),
          BLANK,
        ]
      default:
        return []
    }
  })
