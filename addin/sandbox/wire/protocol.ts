// The messages between Excel's client library and a host, as the library sends
// and expects them. Only shapes; what they mean is in interpret.ts.

export const PATH = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const
export const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[]
  /** For arguments that are objects of the library: their path ids, 0 or null where plain. */
  readonly ReferencedObjectPathIds?: readonly (number | null)[]
}

export interface ObjectPath {
  readonly Id: number
  readonly ObjectPathType: number
  readonly Name: string
  readonly ParentObjectPathId?: number
  readonly ArgumentInfo?: ArgumentInfo
}

export interface Action {
  readonly Id: number
  readonly ActionType: number
  readonly Name: string
  readonly ObjectPathId: number
  readonly ArgumentInfo?: ArgumentInfo
  readonly QueryInfo?: {
    readonly Select?: readonly string[]
    readonly Expand?: readonly string[]
    readonly Top?: number
    readonly Skip?: number
  }
}

export interface RequestBody {
  readonly Actions: readonly Action[]
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>
}

export interface RequestMessage {
  readonly id: number
  readonly type: number
  readonly flags: number
  readonly message: { readonly url: string; readonly body: RequestBody }
}

export interface ResponseBody {
  Results: { ActionId: number; Value: unknown }[]
  /** Ids of the trace actions that were reached; the library runs the callbacks of event handlers by them. */
  TraceIds: number[]
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number }
}

/** `messageCategory`, and the `messageType` of Worksheet.onChanged and Worksheet.onSelectionChanged. */
export const EVENT = { category: 65536, worksheetChanged: 10, selectionChanged: 14 } as const
