/** For tests: the operators of a PDF's content, PDF 32000-1, 7.8.2. */
export interface Operator {
  name: string
  /** As they are written, in one piece each. */
  operands: string[]
  /** The strings among them, as bytes. */
  texts: number[][]
}

const TOKEN =
  /\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|<<|>>|<[\da-fA-F\s]*>|[[\]]|\/[^\s()<>[\]/%]*|[^\s()<>[\]/%]+/gu

export function operatorsIn(content: string): Operator[] {
  const operators: Operator[] = []
  let [operands, texts]: [string[], number[][]] = [[], []]
  for (const [token] of content.matchAll(TOKEN)) {
    if (token.startsWith('(')) texts.push(literal(token.slice(1, -1)))
    else if (/^<[^<]/u.test(token)) texts.push([...Buffer.from(token.replace(/[<>\s]/gu, ''), 'hex')])
    if (/^[a-zA-Z'"][a-zA-Z0-9*'"]*$/u.test(token) && !['true', 'false', 'null'].includes(token)) {
      operators.push({ name: token, operands, texts })
      operands = []
      texts = []
    } else operands.push(token)
  }
  return operators
}

const ENDS: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
function literal(said: string): number[] {
  const bytes: number[] = []
  for (const [, octal, sign, letter] of said.matchAll(/\\([0-7]{1,3})|\\([\s\S])|([\s\S])/gu)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8))
    else if (sign !== undefined) bytes.push(ENDS[sign] ?? sign.charCodeAt(0))
    else bytes.push(letter!.charCodeAt(0))
  }
  return bytes
}
