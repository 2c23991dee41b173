// Defined names of the workbook in Univer, which rewrites their references when
// rows move and sheets are renamed. It writes references without "=", formulas with.
import {
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  SetDefinedNameMutation,
} from '@univerjs/preset-sheets-core'
import { generateRandomId } from '@univerjs/presets'
import type { UniverLink } from './univer-link.ts'

export class UniverNames {
  private readonly link: UniverLink

  constructor(link: UniverLink) {
    this.link = link
  }

  private inUniver() {
    return Object.values(this.link.injector.get(IDefinedNamesService).getDefinedNameMap(this.link.unitId) ?? {})
  }

  private find(name: string) {
    return this.inUniver().find((one) => one.name.toLowerCase() === name.toLowerCase())
  }

  all(): { name: string; formula: string; visible: boolean }[] {
    return this.inUniver().map(({ name, formulaOrRefString: text, hidden }) => ({
      name,
      formula: text.startsWith('=') ? text : `=${text}`,
      visible: hidden !== true,
    }))
  }

  set(name: string, formula: string, visible: boolean): void {
    const known = this.find(name)
    this.link.run(SetDefinedNameMutation.id, {
      id: known?.id ?? generateRandomId(8),
      name: known?.name ?? name,
      formulaOrRefString: formula,
      localSheetId: SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
      hidden: !visible,
    })
  }

  remove(name: string): void {
    const known = this.find(name)
    if (known) this.link.run(RemoveDefinedNameMutation.id, known)
  }

  /** The reference a name stands for, with its "="; null where there is no such name. */
  reference(name: string): string | null {
    const known = this.find(name)
    return known ? (known.formulaOrRefString.startsWith('=') ? known.formulaOrRefString : `=${known.formulaOrRefString}`) : null
  }
}
