// Defined names of the workbook, with the checks Excel makes of a name and of
// the constant or reference it stands for.
import { parseAddress } from '../../../shared/a1.ts'
import { asFlag, asText, invalid, missing, type Part, WireError } from './part.ts'
import type { Session } from './session.ts'

const goodName = (value: unknown): string => {
  const name = asText(value, 'name')
  if (name.length > 255 || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || parseAddress(name.toUpperCase()) || /^r\d*c\d*$/i.test(name))
    throw invalid(`${name} cannot be a name`)
  return name
}

const goodFormula = (value: unknown): string => {
  const formula = asText(value, 'formula')
  if (!formula.startsWith('=')) throw invalid('what a name stands for begins with =')
  for (const literal of formula.match(/"(?:[^"]|"")*"/g) ?? [])
    if (literal.slice(1, -1).replaceAll('""', '"').length > 255) throw invalid('a text in a formula may have 255 characters')
  return formula
}

const find = (session: Session, name: string) => session.workbook.names().find((one) => one.name.toLowerCase() === name.toLowerCase())

const namePart = (session: Session, key: string): Part => {
  const item = () => {
    const found = find(session, key)
    if (!found) throw missing(`there is no name ${key}`)
    return found
  }
  const value = () => {
    const text = item().formula.slice(1)
    return /^"(?:[^"]|"")*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text
  }
  return {
    kind: 'NamedItem',
    keys: () => ({ _Id: key }),
    get: {
      name: () => item().name,
      formula: () => item().formula,
      value,
      visible: () => item().visible,
      type: () => (item().formula.startsWith('="') ? 'String' : 'Range'),
      scope: () => 'Workbook',
    },
    set: {
      visible: (shown) => {
        const { name, formula } = item()
        session.workbook.setName(name, formula, asFlag(shown, 'visible'))
      },
      formula: (formula) => {
        const { name, visible } = item()
        session.workbook.setName(name, goodFormula(formula), visible)
      },
    },
    call: { delete: () => session.workbook.removeName(item().name) },
  }
}

export const namesPart = (session: Session): Part => ({
  kind: 'NamedItemCollection',
  items: () => session.workbook.names().map((one) => namePart(session, one.name)),
  at: (key) => {
    const found = find(session, asText(key, 'name'))
    if (!found) throw missing(`there is no name ${String(key)}`)
    return namePart(session, found.name)
  },
  open: {
    getItemOrNullObject: (key: unknown) => {
      const found = find(session, asText(key, 'name'))
      return found ? namePart(session, found.name) : null
    },
    add: (key: unknown, reference: unknown) => {
      const name = goodName(key)
      if (find(session, name)) throw new WireError('ItemAlreadyExists', `there is a name ${name} already`)
      session.workbook.setName(name, goodFormula(reference), true)
      return namePart(session, name)
    },
  },
  call: { getCount: () => session.workbook.names().length },
})
