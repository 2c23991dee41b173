// Runs one request of the library: resolves object paths to parts and performs
// the actions in order. Knows how the library speaks, not what Excel's objects do.
import { lower, missing, type Part, upper, WireError } from './part.ts'
import { ACTION, type Action, type ArgumentInfo, type ObjectPath, PATH, type RequestBody, type ResponseBody } from './protocol.ts'
import type { Session } from './session.ts'

const unknownMember = (part: Part, member: string) => new WireError('ApiNotFound', `${part.kind}.${member} is not part of this host`)

/** Same cast everywhere: parts declare their own argument types and check them themselves. */
type Callable = (...args: readonly unknown[]) => unknown

const wanted = (part: Part, select: readonly string[]): Map<string, string[]> => {
  const tree = new Map<string, string[]>()
  const names =
    select.length === 0 || select.includes('*') ? [...Object.keys(part.get ?? {}), ...select.filter((name) => name !== '*')] : select
  for (const path of names) {
    const [head = '', ...rest] = path.split('/')
    tree.set(head, [...(tree.get(head) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])])
  }
  return tree
}

const readOne = (part: Part, select: readonly string[]): Record<string, unknown> => {
  const result: Record<string, unknown> = { ...part.keys?.() }
  for (const [name, below] of wanted(part, select)) {
    const read = part.get?.[name]
    if (read && below.length === 0) result[upper(name)] = read()
    else {
      const open = part.open?.[name] as (() => Part | null) | undefined
      if (!open) throw unknownMember(part, name)
      const child = open()
      result[upper(name)] = child && readPart(child, below)
    }
  }
  return result
}

const readPart = (part: Part, select: readonly string[]): unknown => {
  if (!part.items) return readOne(part, select)
  return { _Items: part.items().map((item) => readOne(item, select)) }
}

export const interpret = (session: Session, root: Part, body: RequestBody, failing: (member: string) => string | null): ResponseBody => {
  const parts = new Map<number, Part | null>()
  const response: ResponseBody = { Results: [], TraceIds: [] }

  const args = (info: ArgumentInfo | undefined): unknown[] =>
    (info?.Arguments ?? []).map((value, index) => {
      const id = info?.ReferencedObjectPathIds?.[index]
      return id ? part(id) : value
    })

  const open = (path: ObjectPath): Part | null => {
    if (path.ObjectPathType === PATH.global) return root
    if (path.ObjectPathType === PATH.reference) return session.reference(path.Name)
    const parent = part(path.ParentObjectPathId ?? 0)
    if (parent === null) return null
    if (path.ObjectPathType === PATH.indexer) {
      if (!parent.at) throw unknownMember(parent, 'getItem')
      return parent.at(args(path.ArgumentInfo)[0])
    }
    const name = lower(path.Name)
    const code = failing(name)
    if (code) throw new WireError(code, `${parent.kind}.${name} was made to fail`)
    const method = parent.open?.[name] as ((...args: readonly unknown[]) => Part | null) | undefined
    if (!method) throw unknownMember(parent, name)
    return method(...args(path.ArgumentInfo))
  }

  const part = (id: number): Part | null => {
    const known = parts.get(id)
    if (known !== undefined) return known
    const path = body.ObjectPaths[id]
    if (!path) throw missing(`No object path ${id}`)
    const opened = open(path)
    parts.set(id, opened)
    return opened
  }

  const perform = (action: Action): unknown => {
    const target = part(action.ObjectPathId)
    if (action.ActionType === ACTION.instantiate) return target && { ...target.keys?.() }
    if (action.ActionType === ACTION.query) return target && readPart(target, action.QueryInfo?.Select ?? [])
    // Keeping a null object is what the library does unasked; anything else on it is the caller's mistake.
    if (target === null && action.Name === '_KeepReference') return undefined
    if (target === null) throw missing(`${action.Name} on an object that does not exist`)
    const name = lower(action.Name)
    const code = failing(name)
    if (code) throw new WireError(code, `${target.kind}.${name} was made to fail`)
    if (action.ActionType === ACTION.set) {
      const write = target.set?.[name]
      if (!write) throw unknownMember(target, name)
      write(args(action.ArgumentInfo)[0])
      return undefined
    }
    if (action.ActionType !== ACTION.method) throw unknownMember(target, `action ${action.ActionType}`)
    const method = (target.call?.[name] ?? (name === '_KeepReference' ? () => keep(action.ObjectPathId, target) : undefined)) as
      | Callable
      | undefined
    if (!method) throw unknownMember(target, name)
    return method(...args(action.ArgumentInfo))
  }

  const keep = (pathId: number, target: Part): void => {
    if (target.keys?.()._ReferenceId) return
    const kept: Part = { ...target, keys: () => ({ ...target.keys?.(), _ReferenceId: id }) }
    const id = session.keep(kept)
    parts.set(pathId, kept)
  }

  for (const [index, action] of body.Actions.entries()) {
    if (action.ActionType === ACTION.trace) {
      response.TraceIds.push(action.Id)
      response.Results.push({ ActionId: action.Id, Value: null })
      continue
    }
    try {
      const value = perform(action)
      if (value !== undefined) response.Results.push({ ActionId: action.Id, Value: value })
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      const path = body.ObjectPaths[action.ObjectPathId]
      response.Error = { Code: error.code, Message: error.message, Location: action.Name || path?.Name || '', ActionIndex: index }
      break
    }
  }
  try {
    session.settle()
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    response.Error ??= { Code: error.code, Message: error.message, Location: '', ActionIndex: body.Actions.length - 1 }
  }
  return response
}
