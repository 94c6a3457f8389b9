/** The characters of a page as PDFium finds them, each with its box, size, weight and mark. */
import type { Box } from '../plan-document.ts'
import { isMark, isRightToLeft } from '../text/direction.ts'
import { turned, type PageFrame, type Turn } from './frame.ts'
import type { Pdfium } from './pdfium.ts'

/** What the characters of one text object share. */
export interface TextRun {
  /** Counts up in the order of the page's content. */
  index: number
  /** Type size in points as seen. */
  size: number
  bold: boolean
  /** It is not painted: the text that a scanner laid under its picture. */
  hidden: boolean
  turn: Turn
  /** The base line in the text's own frame, from the top. */
  base: number
  /** The marked content that ties it to the tags; -1 where it has none (in a tagged file: decoration). */
  mcid: number
}

export interface Glyph {
  code: number
  /** In the text's own frame (see `turned`): advance width across, ascent to descent down. */
  box: Box
  /**
   * Where the pen stood, along the line. On a page with right-to-left letters only: there boxes overlap, as in fonts that stack
   * letters, and the pen alone tells the order. Elsewhere 0.
   */
  pen: number
  run: TextRun
}

/** FPDF_TEXTRENDERMODE_FILL_STROKE: how bold is faked. */
const FILL_AND_STROKE = 2
/** FPDF_TEXTRENDERMODE_INVISIBLE. */
const INVISIBLE = 3
/** The font descriptor's flag ForceBold, PDF 32000-1 table 123. */
const FORCE_BOLD = 1 << 18
const NAMELESS = /^(CIDFont\+)?[A-Z]{1,3}\d*$/
const BOLD_NAME = /bold|black|heavy|demi(?!light)|fett|gras|negrita/i

/**
 * All characters that the page itself has, in PDFium's order: the order of the content with right-to-left runs already turned round.
 * Spaces and line ends that PDFium makes up are left out; words are found by geometry.
 */
export function glyphsOf(pdfium: Pdfium, textPage: number, frame: PageFrame): Glyph[] {
  const { call } = pdfium
  const glyphs: Glyph[] = []
  const runs = new Map<number, TextRun>()
  const fonts = new Map<number, boolean>()
  const count = call.FPDFText_CountChars(textPage)
  const codes = new Uint32Array(count)
  let rightToLeft = false
  for (let i = 0; i < count; i++) {
    const code = call.FPDFText_GetUnicode(textPage, i)
    codes[i] = code
    rightToLeft ||= isRightToLeft(code)
  }
  for (let i = 0; i < count; i++) {
    const object = call.FPDFText_GetTextObject(textPage, i)
    // What PDFium makes up belongs to no object.
    if (object === 0) continue
    let run = runs.get(object)
    if (!run) runs.set(object, (run = readRun(pdfium, textPage, i, object, runs.size, fonts, frame)))
    const code = codes[i]!
    // Only where lines read from the right does it matter where a space stands.
    const box = code === SPACE && !rightToLeft ? NOWHERE : boxOf(pdfium, textPage, i, run.turn, frame)
    glyphs.push({ code, box, pen: rightToLeft ? penOf(pdfium, textPage, i, run.turn, frame) : 0, run })
  }
  return rightToLeft ? onceEach(glyphs) : glyphs
}

/**
 * Some programs write a letter and its vowel mark as two text objects, each of which says both: the second is left out.
 * Letters without marks may be drawn twice for weight, which PDFium sees itself.
 */
function onceEach(glyphs: readonly Glyph[]): Glyph[] {
  const texts = new Map<TextRun, Glyph[]>()
  for (const glyph of glyphs) {
    const own = texts.get(glyph.run)
    if (own) own.push(glyph)
    else texts.set(glyph.run, [glyph])
  }
  const again = new Set<TextRun>()
  let last: Glyph[] = []
  for (const [run, text] of texts) {
    if (text.some(glyph => isMark(glyph.code)) && saysTheSame(last, text)) again.add(run)
    last = text
  }
  return again.size > 0 ? glyphs.filter(glyph => !again.has(glyph.run)) : [...glyphs]
}

function saysTheSame(a: readonly Glyph[], b: readonly Glyph[]): boolean {
  if (a.length !== b.length || a.some((glyph, i) => glyph.code !== b[i]!.code)) return false
  return (
    Math.abs(a[0]!.pen - b[0]!.pen) < 0.5 * a[0]!.run.size && Math.abs(a[0]!.run.base - b[0]!.run.base) < b[0]!.run.size
  )
}

const SPACE = 0x20
const NOWHERE: Box = [0, 0, 0, 0]

/** The advance width across, ascent to descent down: FS_RECTF is left, top, right, bottom. */
function boxOf({ call, scratch, f32s }: Pdfium, textPage: number, char: number, turn: Turn, frame: PageFrame): Box {
  call.FPDFText_GetLooseCharBox(textPage, char, scratch)
  const floats = f32s()
  const at = scratch >> 2
  const [left, right] = [floats[at]!, floats[at + 2]!]
  const [top, bottom] = [floats[at + 1]!, floats[at + 3]!]
  const seen = frame.boxSeen(Math.min(left, right), Math.min(top, bottom), Math.max(left, right), Math.max(top, bottom))
  return turn === 0 ? seen : turned(seen, turn)
}

function penOf({ call, scratch, f64 }: Pdfium, textPage: number, char: number, turn: Turn, frame: PageFrame): number {
  call.FPDFText_GetCharOrigin(textPage, char, scratch, scratch + 8)
  const [x, y] = frame.toSeen(f64(scratch), f64(scratch + 8))
  return turned([x, y, x, y], turn)[0]
}

function readRun(
  pdfium: Pdfium,
  textPage: number,
  char: number,
  object: number,
  index: number,
  fonts: Map<number, boolean>,
  frame: PageFrame,
): TextRun {
  const { call, scratch } = pdfium
  call.FPDFText_GetMatrix(textPage, char, scratch)
  const [a, b, c, d] = [0, 4, 8, 12].map(at => pdfium.f32(scratch + at)) as [number, number, number, number]
  const [ox, oy] = frame.toSeen(0, 0)
  const [ux, uy] = frame.toSeen(a, b)
  const turn = turnOf(ux - ox, uy - oy)
  call.FPDFText_GetCharOrigin(textPage, char, scratch, scratch + 8)
  const [x, y] = frame.toSeen(pdfium.f64(scratch), pdfium.f64(scratch + 8))
  const size = call.FPDFText_GetFontSize(textPage, char) * Math.hypot(c, d)
  const font = call.FPDFTextObj_GetFont(object)
  let bold = fonts.get(font)
  if (bold === undefined) {
    bold = isBoldFont(pdfium, textPage, char)
    fonts.set(font, bold)
  }
  const painted = call.FPDFTextObj_GetTextRenderMode(object)
  return {
    index,
    size: Math.round(size * 100) / 100,
    bold: bold || painted === FILL_AND_STROKE,
    hidden: painted === INVISIBLE,
    turn,
    base: turned([x, y, x, y], turn)[1],
    mcid: call.FPDFPageObj_GetMarkedContentID(object),
  }
}

/** By its name or its descriptor's flag. PDFium's weight is a guess from the stems, good only where the name says nothing. */
function isBoldFont({ call, scratch, utf8, i32 }: Pdfium, textPage: number, char: number): boolean {
  const flags = scratch + 256
  call.FPDFText_GetFontInfo(textPage, char, scratch, 250, flags)
  const name = utf8(scratch)
  if (BOLD_NAME.test(name) || (i32(flags) & FORCE_BOLD) !== 0) return true
  return NAMELESS.test(name) && call.FPDFText_GetFontWeight(textPage, char) >= 600
}

function turnOf(dx: number, dy: number): Turn {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2
  return dy > 0 ? 1 : 3
}
