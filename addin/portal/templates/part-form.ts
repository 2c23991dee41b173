// What the form of a part of a template is given. Types only.
import type { TemplateRefusal } from '../../../shared/check-template.ts'
import type { Template } from '../../../shared/template.ts'
import type { TemplateSurroundings } from '../../../shared/wire-templates.ts'
import type { TemplateApi } from '../../api/template-api.ts'

export interface Workshop {
  readonly api: TemplateApi
  readonly surroundings: TemplateSurroundings
  readonly template: Template
  /** Of the template as it stands, or of a moment ago while somebody types. */
  readonly refusals: readonly TemplateRefusal[]
  /** Where the rows of each table stand in the sheet. */
  readonly data: ReadonlyMap<string, string>
  /** Whose filings a rule is tried on; null: of none. */
  readonly triedOn: string | null
  /** `typing` names the box that was typed into. */
  readonly onChange: (template: Template, typing?: string) => void
}
