// What is read by several questions to the database, as of one moment: made anew where something happened meanwhile.
import { momentOf } from '../store/kept-reads.ts'
import { stillCounting } from './demand-counted.ts'

/** So often it is begun anew; where things happen faster than it is read, whoever asks has to ask again. */
const TRIES = 3

/** `make` only reads, or keeps what may be kept twice. */
export async function ofOneMoment<T>(db: D1Database, make: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < TRIES; tries++) {
    const moment = await momentOf(db)
    const made = await make()
    if (moment === (await momentOf(db))) return made
  }
  throw stillCounting(1)
}
