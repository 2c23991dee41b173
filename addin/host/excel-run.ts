// One batch of Excel calls as one action of the port: what can go wrong becomes
// a HostError, a passing fault is tried once more. Knows no particular action.
import { HostError, type HostErrorCode } from './host.ts'

/** What of Office the adapter needs at run time. Everything else of `Excel` is types. */
export interface ExcelRuntime {
  readonly run: typeof Excel.run
  /** Whether the open Excel has this version of ExcelApi: `supports('1.13')`. */
  supports(version: string): boolean
  /** Lets the pane open by itself with this workbook from now on, where Excel does that. */
  openWithWorkbook(): Promise<void>
}

const CODES: Readonly<Record<string, HostErrorCode>> = {
  InvalidOperationInCellEditMode: 'editing-cell',
  ItemNotFound: 'sheet-gone',
  AccessDenied: 'sheet-protected',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  ApiNotFound: 'too-old',
  ActivityLimitReached: 'busy',
  RequestTimeout: 'busy',
  InvalidOrTimedOutSession: 'busy',
}

/** Office's errors are recognised by their code: they may come from another realm than ours. */
export const codeOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

export const hostError = (error: unknown): HostError =>
  error instanceof HostError ? error : new HostError(CODES[codeOf(error)] ?? 'unknown', error)

/** An answer of Excel that never comes must not leave a button turning for ever. */
const PATIENCE = 120_000

const withPatience = <T>(work: Promise<T>, patience: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HostError('busy')), patience)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

type Batch<T> = (context: Excel.RequestContext) => Promise<T>

export interface Runner {
  /** For work that may be done twice: tried once more after a GeneralException, which Excel throws when another window takes the focus. */
  again<T>(batch: Batch<T>): Promise<T>
  once<T>(batch: Batch<T>): Promise<T>
}

export const runner = (runtime: ExcelRuntime, patience = PATIENCE): Runner => {
  const attempt = <T>(batch: Batch<T>): Promise<T> => withPatience(Promise.resolve(runtime.run(batch)), patience)
  const mapped = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw hostError(error)
    }
  }
  return {
    once: (batch) => mapped(() => attempt(batch)),
    again: (batch) =>
      mapped(() =>
        attempt(batch).catch((error: unknown) => {
          if (codeOf(error) !== 'GeneralException') throw error
          return attempt(batch)
        }),
      ),
  }
}
