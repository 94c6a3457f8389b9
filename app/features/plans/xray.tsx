/**
 * The X-ray: a plan at a glance. One column for each action, one row for each thing that a plan should state; filled where it does,
 * outlined where it does not. A picture for wide screens, a line of cells for each row under each pillar for narrow ones, and a table
 * with the same content. What a cell means is packages/appraisal's to say.
 */
import type { Xray } from '@open1325/appraisal'
import { useWords } from '../../ui/words.tsx'
import type { PlanItem } from './model.ts'
import { objectivesOf } from './objectives.ts'
import { cellsPath, layOut, ONE_BAND, stated, WIDTH } from './xray-cells.ts'
import { TableOfMeasures, TableOfObjectives } from './xray-table.tsx'

export interface XrayProps {
  picture: Xray
  /** The plan's rows, in the same order as the picture was made of. */
  items: PlanItem[]
  /** The language of the plan's own words. */
  lang?: string | undefined
  /** The page that has the rows, where it is another than the one that shows the picture. */
  at?: string
}

export interface WithObjectives extends XrayProps {
  objectiveOf: ReturnType<typeof objectivesOf>
}

export function XrayFigure(props: XrayProps) {
  const { t } = useWords()
  if (!props.picture.columns.length) return <p class="soft">{t('xray.nothing')}</p>
  const objectiveOf = objectivesOf(props.items)
  return (
    <figure class="xray">
      <WideXray {...props} objectiveOf={objectiveOf} />
      <NarrowXray {...props} />
      {props.picture.columns.length > ONE_BAND ? (
        <TableOfObjectives {...props} objectiveOf={objectiveOf} />
      ) : (
        <TableOfMeasures {...props} />
      )}
    </figure>
  )
}

/** The picture alone, of a plan that does not exist: nothing stands behind its cells. */
export function XraySketch({ picture }: { picture: Xray }) {
  return (
    <figure class="xray">
      <WideXray picture={picture} items={[]} objectiveOf={() => null} />
      <NarrowXray picture={picture} items={[]} />
    </figure>
  )
}

function useDescription({ rows, columns }: Xray): string {
  const { t, list } = useWords()
  return t('xray.desc', {
    rows: list(
      rows.map(
        ({ name, cells }) => `${t(`xray.row.${name}`)} ${t('xray.of', { n: stated(cells), m: columns.length })}`,
      ),
    ),
  })
}

const ROUND = 1
/** From one line of a pillar's name to the next. */
const NAME_LINE = 16

function WideXray({ picture, objectiveOf, lang }: WithObjectives) {
  const { t, dir } = useWords()
  const layout = layOut(picture, itemId => objectiveOf(itemId)?.id ?? null)
  const { bands } = layout
  // A cell's line is drawn around it, so that its corners are round.
  const cell = Math.round((layout.cell - 2 * ROUND) * 10) / 10
  const wraps = picture.columns.length > ONE_BAND
  const [pitch, height] = wraps ? [17, 12] : layout.cell > 26 ? [25, 18] : [22, 15]
  const nameLines = Math.max(1, ...bands.flatMap(band => band.pillars.map(({ lines }) => lines.length)))
  const head = 8 + nameLines * NAME_LINE
  const numbersAt = Math.max(...bands.map(band => band.columns.at(-1)!.x)) + layout.cell + 10
  const bandHeight = head + picture.rows.length * pitch + (wraps ? 12 : 0)
  const rtl = dir === 'rtl'
  // In a right-to-left page the picture is mirrored: the first column stands at the right.
  const mirror = (x: number, width = 0) => (rtl ? WIDTH - x - width : x)
  return (
    <svg
      class="xray-wide"
      viewBox={`0 0 ${WIDTH} ${bandHeight * bands.length}`}
      role="img"
      aria-labelledby="xray-title xray-desc"
    >
      <title id="xray-title">{t('xray.name')}</title>
      <desc id="xray-desc">{useDescription(picture)}</desc>
      {bands.map((band, b) => {
        const top = b * bandHeight
        const places = (row: boolean[], filled: boolean, y: number) =>
          band.columns.filter(({ index }) => row[index] === filled).map(({ x }) => ({ x: mirror(x, cell), y: top + y }))
        return (
          <g key={b}>
            {band.pillars.map(({ lines, x }) =>
              lines.map((line, n) => (
                <text key={n} class="pillar" x={mirror(x)} y={top + 14 + n * NAME_LINE} lang={lang}>
                  {line}
                </text>
              )),
            )}
            {picture.rows.map(({ name, cells }, r) => {
              const y = head + r * pitch
              return (
                <g key={name}>
                  <text x={mirror(98)} y={top + y + height / 2 + 4.5} text-anchor="end">
                    {t(`xray.row.${name}`)}
                  </text>
                  <path class="on" d={cellsPath(places(cells, true, y), cell, height)} />
                  <path class="off" d={cellsPath(places(cells, false, y), cell, height)} />
                  {b === 0 && (
                    <text class="n" x={mirror(numbersAt)} y={top + y + height / 2 + 4.5}>
                      {t('xray.of', { n: stated(cells), m: cells.length })}
                    </text>
                  )}
                </g>
              )
            })}
          </g>
        )
      })}
    </svg>
  )
}

/** The narrow form's cells stand in this many pixels beside each other, then on the next line. */
const NARROW = 135
/** Up to this many cells they are wide; with more of them, half of that. */
const FEW = 8

function NarrowXray({ picture, lang }: XrayProps) {
  const { t, dir } = useWords()
  const stretches = parts(picture)
  const few = stretches.every(({ from, to }) => to - from <= FEW)
  const [step, width, line] = few ? [NARROW / FEW, 14, 14] : [9, 7, 11]
  const inLine = NARROW / step
  return (
    <div class="xray-narrow">
      {stretches.map(({ text, from, to }) => (
        <table key={from}>
          <caption>{text ? <bdi lang={lang}>{text}</bdi> : t('xray.no-pillar')}</caption>
          <tbody>
            {picture.rows.map(({ name, cells }) => {
              const part = cells.slice(from, to)
              const height = Math.ceil(part.length / inLine) * line + 1
              const place = (n: number) => {
                const x = (n % inLine) * step + 1
                return { x: dir === 'rtl' ? NARROW - x - width : x, y: Math.floor(n / inLine) * line + 0.5 }
              }
              const places = (filled: boolean) => part.flatMap((cell, n) => (cell === filled ? [place(n)] : []))
              return (
                <tr key={name}>
                  <th scope="row">{t(`xray.row.${name}`)}</th>
                  <td>
                    <svg width={NARROW} height={height} aria-hidden="true">
                      <path class="on" d={cellsPath(places(true), width, line - 2)} />
                      <path class="off" d={cellsPath(places(false), width, line - 2)} />
                    </svg>
                  </td>
                  <td class="n">{t('xray.of', { n: stated(part), m: part.length })}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ))}
    </div>
  )
}

/** The pillars' stretches, and those between them that stand under none (text null). */
function parts({ columns, pillars }: Xray): { text: string | null; from: number; to: number }[] {
  const all: { text: string | null; from: number; to: number }[] = []
  let from = 0
  for (const pillar of pillars) {
    if (pillar.from > from) all.push({ text: null, from, to: pillar.from })
    all.push(pillar)
    from = pillar.to
  }
  if (from < columns.length) all.push({ text: null, from, to: columns.length })
  return all
}

/** The strip's greatest width in pixels; long plans have narrower cells. */
const STRIP = 240

/** The X-ray as a thumbnail for lists: the cells alone, its figures in words for those who cannot see it. */
export function XrayStrip({ picture }: { picture: Xray }) {
  const { dir } = useWords()
  const title = useDescription(picture)
  const { columns, rows } = picture
  if (!columns.length) return null
  const width = columns.length * 4 - 1
  const places = (filled: boolean) =>
    rows.flatMap(({ cells }, r) =>
      cells.flatMap((cell, n) => (cell === filled ? [{ x: dir === 'rtl' ? width - n * 4 - 3 : n * 4, y: r * 5 }] : [])),
    )
  return (
    <svg
      class="xray-strip"
      width={Math.min(STRIP, columns.length * 6.5)}
      height="36"
      viewBox={`0 0 ${width} ${rows.length * 5 - 1}`}
      preserveAspectRatio="none"
      role="img"
    >
      <title>{title}</title>
      <path class="on" d={cellsPath(places(true), 3, 4)} />
      <path class="off" d={cellsPath(places(false), 3, 4)} />
    </svg>
  )
}
