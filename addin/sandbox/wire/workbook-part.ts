// The root of the wire: workbook, application, runtime and document settings.

import { namesPart } from './names-part.ts'
import { asFlag, asText, missing, type Part } from './part.ts'
import { rangePart } from './range-part.ts'
import type { Session } from './session.ts'
import { sheetsPart } from './worksheet-part.ts'

const application: Part = {
  kind: 'Application',
  get: { calculationMode: () => 'Automatic' },
  // Both only make Excel faster; a host without a repaint of its own has nothing to hold back.
  call: { suspendApiCalculationUntilNextSync: () => {}, suspendScreenUpdatingUntilNextSync: () => {} },
}

const settingPart = (session: Session, key: string): Part => ({
  kind: 'Setting',
  keys: () => ({ _Id: key }),
  get: { key: () => key, value: () => session.workbook.settings.get(key) ?? null },
  set: { value: (value) => void session.workbook.settings.set(key, value) },
  call: { delete: () => void session.workbook.settings.delete(key) },
})

const settingsPart = (session: Session): Part => ({
  kind: 'SettingCollection',
  items: () => [...session.workbook.settings.keys()].map((key) => settingPart(session, key)),
  at: (key) => {
    const name = asText(key, 'key')
    if (!session.workbook.settings.has(name)) throw missing(`there is no setting ${name}`)
    return settingPart(session, name)
  },
  open: {
    add: (key: unknown, value: unknown) => {
      const name = asText(key, 'key')
      session.workbook.settings.set(name, value)
      return settingPart(session, name)
    },
    getItemOrNullObject: (key: unknown) => {
      const name = asText(key, 'key')
      return session.workbook.settings.has(name) ? settingPart(session, name) : null
    },
  },
})

export const workbookPart = (session: Session): Part => {
  const selected = (): Part => {
    const { sheet, area } = session.workbook.selection()
    return rangePart(session, session.sheet(sheet), area)
  }
  return {
    kind: 'Workbook',
    open: {
      application: () => application,
      worksheets: () => sheetsPart(session),
      names: () => namesPart(session),
      settings: () => settingsPart(session),
      _Runtime: () => ({
        kind: 'Runtime',
        get: { enableEvents: () => session.enableEvents },
        set: {
          enableEvents: (value) => {
            session.enableEvents = asFlag(value, 'enableEvents')
          },
        },
      }),
      getSelectedRange: selected,
      getActiveCell: selected,
    },
    call: {
      _RemoveReference: (id: unknown) => session.forget(asText(id, 'reference')),
      _RemoveAllReferences: () => session.forget(null),
    },
  }
}
