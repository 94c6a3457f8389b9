/** The plot of bench/calibration.ts: how sure the reader was, and how often it was right. */
export interface Bin {
  items: number
  right: number
  /** Mean confidence of its items. */
  said: number
}

const SIZE = 420
const MARGIN = 52
const place = (share: number): number => MARGIN + share * (SIZE - 2 * MARGIN)

/** An SVG: one disc for each bin, its area the number of items; on the diagonal confidence and truth agree. */
export function calibrationPlot(bins: readonly Bin[]): string {
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  const discs = bins
    .filter(({ items }) => items > 0)
    .map(({ items, right, said }) => {
      const [x, y, r] = [place(said), SIZE - place(right / items), 3 + Math.sqrt(items) / 5]
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}"><title>said ${said.toFixed(2)}, right ${(right / items).toFixed(2)}, ${items} items</title></circle>`
    })
  const axis = ticks.map(
    tick =>
      `<text x="${place(tick)}" y="${SIZE - MARGIN + 18}" text-anchor="middle">${tick}</text><text x="${MARGIN - 8}" y="${SIZE - place(tick) + 4}" text-anchor="end">${tick}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="Share of items that are right, by confidence" font-family="sans-serif" font-size="12" fill="#222">
<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>
<path d="M${place(0)} ${SIZE - place(0)}H${place(1)}M${place(0)} ${SIZE - place(0)}V${SIZE - place(1)}" stroke="#222" fill="none"/>
<path d="M${place(0)} ${SIZE - place(0)}L${place(1)} ${SIZE - place(1)}" stroke="#999" stroke-dasharray="4 4"/>
${axis.join('\n')}
<g fill="#2f6f73" fill-opacity="0.7">
${discs.join('\n')}
</g>
<text x="${SIZE / 2}" y="${SIZE - 12}" text-anchor="middle">confidence that the reader gave</text>
<text transform="translate(14 ${SIZE / 2}) rotate(-90)" text-anchor="middle">share of items that were right</text>
</svg>
`
}
