/**
 * Words of a language as Tesseract's data list them: what a document's own words are helped out with where it lost its spaces. The
 * data are an optional dependency; a language without them has no list.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { OCR_LANGUAGES } from '../ocr/languages.ts'

export interface Lexicon {
  /** Whether it is a word of the language, in small letters or with a capital. */
  has(word: string): boolean
  /** Sets the places of `ends` at which words end that begin at `from` of a text in small letters; place 1 is after one letter. */
  mark(text: string, from: number, ends: Uint8Array): void
  /** Whether it is one of the hundred that the language uses most. */
  isCommon(word: string): boolean
}

/** What of a model's data is read (tessdatamanager.h): sets of characters, and the lists of words written in them. */
const PARTS = { characters: 1, words: 7, common: 9, neuralWords: 19, neuralCharacters: 21 }

const require = createRequire(import.meta.url)
const known = new Map<string, Lexicon | null>()

/** The list of a language (BCP 47) in a script; null where its data are not installed or not as they should be. */
export function lexiconOf(language: string): Lexicon | null {
  const model = OCR_LANGUAGES.find(other => other.language === language)?.model
  if (!model) return null
  let lexicon = known.get(model)
  if (lexicon === undefined) known.set(model, (lexicon = loaded(model)))
  return lexicon
}

function loaded(model: string): Lexicon | null {
  try {
    const path = require.resolve(`@tesseract.js-data/${model}/4.0.0/${model}.traineddata.gz`)
    return lexiconIn(gunzipSync(readFileSync(path)))
  } catch {
    return null
  }
}

/** The lists within a `traineddata` file. Throws where it is not one. */
export function lexiconIn(data: Uint8Array): Lexicon {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const offsets = Array.from({ length: view.getInt32(0, true) }, (_, i) => Number(view.getBigInt64(4 + 8 * i, true)))
  const part = (index: number) => {
    const from = offsets[index] ?? -1
    if (from < 0) return null
    const to = Math.min(data.length, ...offsets.filter(offset => offset > from))
    // A copy: the rest of the file is ten times as large and need not be kept.
    return data.slice(from, to)
  }
  const list = (words: number, characters: number) => {
    const [graph, set] = [part(words), part(characters)]
    return graph && set ? [new WordGraph(graph, set)] : []
  }
  const lists = [...list(PARTS.words, PARTS.characters), ...list(PARTS.neuralWords, PARTS.neuralCharacters)]
  const common = list(PARTS.common, PARTS.characters)
  return {
    has: word => lists.some(words => words.has(word) || words.has(capital(word))),
    mark: (text, from, ends) => {
      for (const words of lists) words.mark(text, from, ends)
    },
    isCommon: word => common.some(words => words.has(word)),
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** A list of words as a graph of letters (dawg.h): edges of 64 bits, from the lowest bit letter, three flags, the next node's first edge. */
class WordGraph {
  private static readonly MAGIC = 42
  private static readonly HEAD = 10
  private readonly letters = new Map<string, number>()
  private readonly low: Uint32Array
  private readonly high: Uint32Array
  private readonly letterBits: number

  constructor(graph: Uint8Array, characters: Uint8Array) {
    const view = new DataView(graph.buffer, graph.byteOffset, graph.byteLength)
    if (view.getInt16(0, true) !== WordGraph.MAGIC) throw new Error('not a list of words')
    const edges = view.getInt32(6, true)
    this.letterBits = Math.ceil(Math.log2(view.getInt32(2, true) + 1))
    this.low = new Uint32Array(edges)
    this.high = new Uint32Array(edges)
    for (let i = 0; i < edges; i++) {
      this.low[i] = view.getUint32(WordGraph.HEAD + 8 * i, true)
      this.high[i] = view.getUint32(WordGraph.HEAD + 8 * i + 4, true)
    }
    const [, ...lines] = new TextDecoder().decode(characters).split('\n')
    lines.forEach((line, id) => {
      const letter = line.split(' ', 1)[0]!
      if (letter && !this.letters.has(letter)) this.letters.set(letter, id)
    })
  }

  has(word: string): boolean {
    let node = 0
    let ends = false
    for (const letter of word) {
      if (node === 0 && ends) return false
      const edge = this.edgeOf(node, this.letters.get(letter))
      if (edge < 0) return false
      ends = (this.flagsOf(edge) & 4) !== 0
      node = this.nextOf(edge)
    }
    return ends
  }

  /** See Lexicon: one way through the graph for all words that begin at a place, with a capital as well. */
  mark(text: string, from: number, ends: Uint8Array): void {
    const first = text.charAt(from)
    this.follow(first, text, from, ends)
    const large = first.toUpperCase()
    if (large !== first) this.follow(large, text, from, ends)
  }

  private follow(first: string, text: string, from: number, ends: Uint8Array): void {
    let node = 0
    const most = Math.min(ends.length - 1, text.length - from)
    for (let length = 1; length <= most; length++) {
      const edge = this.edgeOf(node, this.letters.get(length === 1 ? first : text.charAt(from + length - 1)))
      if (edge < 0) return
      const isEnd = (this.flagsOf(edge) & 4) !== 0
      if (isEnd) ends[length] = 1
      node = this.nextOf(edge)
      if (node === 0 && isEnd) return
    }
  }

  /** The edge from a node by a letter; -1 where there is none. */
  private edgeOf(node: number, letter: number | undefined): number {
    if (letter === undefined) return -1
    const mask = 2 ** this.letterBits - 1
    for (let edge = node; edge < this.low.length; edge++) {
      const flags = this.flagsOf(edge)
      // The second flag: an edge that leads back.
      if ((this.low[edge]! & mask) === letter && (flags & 2) === 0) return edge
      if ((flags & 1) !== 0) return -1
    }
    return -1
  }

  private flagsOf(edge: number): number {
    return (this.low[edge]! >>> this.letterBits) & 7
  }

  private nextOf(edge: number): number {
    const shift = this.letterBits + 3
    return this.high[edge]! * 2 ** (32 - shift) + (this.low[edge]! >>> shift)
  }
}
