// Answers the wire protocol of Excel's client library over a Workbook, and
// enforces what Excel enforces. One door for the sandbox page and for the
// contract tests; knows neither a page nor Node.
import type { Area, Workbook } from '../workbook.ts'
import { addressOf } from './area.ts'
import { interpret } from './interpret.ts'
import { EVENT, type RequestMessage, type ResponseBody } from './protocol.ts'
import { type Change, Session } from './session.ts'
import { workbookPart } from './workbook-part.ts'

export interface WireOptions {
  /** Bytes one request or one response may have. Excel on the web allows 5 MB. */
  readonly limit?: number
}

/** What can be made to go wrong, switched while the host runs. */
export interface Faults {
  /** Milliseconds every answer waits. */
  delay: number
  /** The next answers that never arrive; the work is done all the same. */
  lose: number
  /** The next use of a member is refused with a code: `{ member: 'freezeAt', code: 'GeneralException' }`. */
  fail: { readonly member: string; readonly code: string } | null
  /** What somebody else does in the workbook before the answer after the next `after` ones. */
  meanwhile: { after: number; readonly act: () => void } | null
}

interface Exchange {
  readonly bytesIn: number
  readonly bytesOut: number
  readonly actions: number
}

export interface WireHost {
  /** One message of the library, as text; resolves with the message to give back, or null where the answer is lost. */
  answer(requestText: string): Promise<string | null>
  /** Messages that the host sends by itself (events). Returns the way to stop. */
  listen(send: (text: string) => void): () => void
  readonly faults: Faults
  /** One entry per sync. */
  readonly exchanges: readonly Exchange[]
  /** Ranges that requests asked to keep and have not released. */
  readonly kept: number
}

const LIMIT = 5 * 1024 * 1024
const bytes = (text: string): number => new TextEncoder().encode(text).length
const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

const ok = (id: number, body: ResponseBody) => JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } })
const refused = (id: number, code: string, message: string) =>
  JSON.stringify({ id, type: 2, message: { statusCode: 400, headers: {}, body: { error: { code, message } } } })

/** An event of a sheet as the library expects it, with the address without the sheet; null where the sheet has gone. */
const eventMessage = (workbook: Workbook, sheet: string, area: Area, messageType: number, more: Readonly<Record<string, unknown>>) => {
  const name = workbook.sheets().find((one) => one.id === sheet)?.name
  if (name === undefined) return null
  const local = addressOf(name, area)
  const message = JSON.stringify({ address: local.slice(local.lastIndexOf('!') + 1), worksheetId: sheet, ...more })
  const entry = { messageCategory: EVENT.category, messageType, targetId: sheet, message }
  return JSON.stringify({ type: 3, message: { entries: [entry] } })
}

const changeMessage = (workbook: Workbook, { sheet, area, source }: Change): string | null =>
  eventMessage(workbook, sheet, area, EVENT.worksheetChanged, {
    changeType: 'RangeEdited',
    source: 'Local',
    triggerSource: source === 'request' ? 'ThisLocalAddin' : 'Unknown',
  })

export const wireHost = (workbook: Workbook, options: WireOptions = {}): WireHost => {
  const limit = options.limit ?? LIMIT
  const faults: Faults = { delay: 0, lose: 0, fail: null, meanwhile: null }
  const exchanges: Exchange[] = []
  const receivers = new Set<(text: string) => void>()

  const broadcast = (text: string | null): void => {
    if (text !== null) for (const send of receivers) send(text)
  }
  const tell = (change: Change): void => {
    if (session.listeners.has(change.sheet)) broadcast(changeMessage(workbook, change))
  }
  // Changes made by a request are told after its answer, as Excel does.
  const session = new Session(workbook, (change) => void wait(0).then(() => tell(change)))
  workbook.onEdit((sheet, area) => tell({ sheet, area, source: 'person' }))
  workbook.onSelect((sheet, area) => {
    if (session.selectionListeners.has(sheet)) broadcast(eventMessage(workbook, sheet, area, EVENT.selectionChanged, {}))
  })
  const root = workbookPart(session)

  const failing = (member: string): string | null => {
    if (faults.fail?.member !== member) return null
    const { code } = faults.fail
    faults.fail = null
    return code
  }

  const respond = (request: RequestMessage, size: number): string => {
    if (workbook.isEditing()) return refused(request.id, 'InvalidOperationInCellEditMode', 'Excel is in cell-editing mode')
    if (size > limit) return refused(request.id, 'RequestPayloadSizeLimitExceeded', `a request of ${size} bytes`)
    const text = ok(request.id, interpret(session, root, request.message.body, failing))
    return bytes(text) > limit ? refused(request.id, 'ResponsePayloadSizeLimitExceeded', `a response of ${bytes(text)} bytes`) : text
  }

  const interrupt = (): void => {
    const { meanwhile } = faults
    if (!meanwhile) return
    if (meanwhile.after > 0) meanwhile.after -= 1
    else {
      faults.meanwhile = null
      meanwhile.act()
    }
  }

  /** A workbook that breaks must not leave the library waiting for ever: Excel calls it a GeneralException. */
  const attempt = (request: RequestMessage, size: number): string => {
    try {
      return respond(request, size)
    } catch (error) {
      return refused(request.id, 'GeneralException', String(error))
    }
  }

  return {
    faults,
    exchanges,
    get kept() {
      return session.keptCount
    },
    listen(send) {
      receivers.add(send)
      return () => void receivers.delete(send)
    },
    async answer(requestText) {
      const request = JSON.parse(requestText) as RequestMessage
      if (faults.delay > 0) await wait(faults.delay)
      interrupt()
      const size = bytes(requestText)
      const text = attempt(request, size)
      exchanges.push({ bytesIn: size, bytesOut: bytes(text), actions: request.message.body.Actions.length })
      if (faults.lose > 0) {
        faults.lose -= 1
        return null
      }
      return text
    },
  }
}
