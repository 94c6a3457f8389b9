/** What the benches of reports share: a sentence of a usual length, and how a figure is printed. */
export const sentence =
  'The ministry that answers for this action reports that it was carried out, while organisations that visited the offices found them closed and without a budget. '

/** @param memory in MB */
export function told(name: string, seconds: number, bar: number | null, file: Buffer, memory: number | null) {
  const pages = file.toString('latin1').match(/\/Type ?\/Page\b/gu)?.length
  const bars = bar === null ? '' : ` (bar ${bar} s)`
  const most = memory === null ? '' : `, ${Math.round(memory)} MB at most`
  console.log(
    `${name}: ${seconds.toFixed(2)} s${bars}, ${Math.round(file.length / 1000)} kB${pages ? `, ${pages} pages` : ''}${most}`,
  )
}
