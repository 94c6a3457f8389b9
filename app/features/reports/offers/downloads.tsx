/** A report's files, each format a link. */
import { FORMATS, type Format } from '@open1325/report-writer'
import type { ComponentChildren } from 'preact'
import { useWords } from '../../../ui/words.tsx'

interface DownloadsProps {
  to: (format: Format) => string
  /** What stands before the formats. */
  of?: string
  /** What else can be downloaded. */
  children?: ComponentChildren
}

export function Downloads({ to, of, children }: DownloadsProps) {
  const { t, colon } = useWords()
  return (
    <p class="down">
      {of && of + colon}
      {FORMATS.map(format => [
        <a key={format} href={to(format)}>
          {t(`reports.format.${format}`)}
        </a>,
        ' ',
      ])}
      {children}
    </p>
  )
}
