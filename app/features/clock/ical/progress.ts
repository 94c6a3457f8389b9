/** Where the thread that reads a file is, in memory that it shares with whoever waits: the line of an event, and its repetitions so far. */
export const LINE = 0
export const STEPS = 1

export const newProgress = (): Int32Array => new Int32Array(new SharedArrayBuffer(8))
