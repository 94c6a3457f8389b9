/** Asks the thread that reads files and checks figures. One thread for one import; the pages go on meanwhile. */
import { Worker } from 'node:worker_threads'
import type { Indicator, Mapping, Warning } from '@open1325/indicators'
import { ImportError } from '../../imports/model.ts'
import type { Answer, FoundSheet, FoundWarnings } from './model.ts'
import type { Checked, Question, Said, Told } from './thread.ts'

const LIMITS = { maxOldGenerationSizeMb: 1024 }

export interface FileOnDisk {
  path: string
  name: string
}

export class FigureReader implements AsyncDisposable {
  readonly #worker = new Worker(new URL('./thread.ts', import.meta.url), { execArgv: [], resourceLimits: LIMITS })

  /** What the file holds. @throws ImportError where it is no table */
  async look(file: FileOnDisk, kept: Mapping[]): Promise<FoundSheet[]> {
    return (await this.#ask<{ sheets: FoundSheet[] }>({ ask: 'look', ...file, kept })).sheets
  }

  /** Opens the file to be read in batches; gives the passports where it holds passports. */
  async open(file: FileOnDisk, answer: Answer): Promise<Indicator[]> {
    return (await this.#ask<{ passports: Indicator[] }>({ ask: 'open', ...file, answer })).passports
  }

  /** What comes next; null at the end. */
  async next(): Promise<Said | null> {
    return (await this.#ask<{ said: Said | null }>({ ask: 'next' })).said
  }

  /** What looks wrong in all that was read, and in these passports. */
  async warnings(passports: Indicator[]): Promise<FoundWarnings> {
    return (await this.#ask<{ warnings: FoundWarnings }>({ ask: 'warnings', passports })).warnings
  }

  /** The warnings of each of these. */
  async check(data: Checked[]): Promise<Warning[][]> {
    return (await this.#ask<{ checked: Warning[][] }>({ ask: 'check', data })).checked
  }

  async [Symbol.asyncDispose]() {
    await this.#worker.terminate()
  }

  async #ask<T extends object>(question: Question): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<Told>()
    // A table that fills all memory ends its thread and nothing else.
    const ended = () => reject(new ImportError('too-large'))
    const failed = (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ImportError('too-large') : error)
    this.#worker.once('message', resolve).once('error', failed).once('exit', ended)
    try {
      this.#worker.postMessage(question)
      const told = await promise
      if ('error' in told) throw new ImportError(told.error)
      return told as unknown as T
    } finally {
      this.#worker.off('message', resolve).off('error', failed).off('exit', ended)
    }
  }
}
