/** The organisation's commitments that the clock counts, as the ledger lists them. */
import { paths } from '../ledger/model.ts'

/** @param due as the ledger's address has it: 'overdue', 'next-90-days', 'YYYY-MM-DD..YYYY-MM-DD' */
export const ledgerOf = (due: string): string => `${paths.desk}?mine=&due=${due}&order=due`
