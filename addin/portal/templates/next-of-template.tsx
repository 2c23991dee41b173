// A file of a template that is there already: that it becomes its next version, and what differs
// from the last, in words, before a draft is made.
import { Text } from '@fluentui/react-components'
import type { Template } from '../../../shared/template.ts'
import { templateDifference } from '../../../shared/template-edit/template-difference.ts'
import type { TemplateApi } from '../../api/template-api.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import { useTemplateStyles } from './template-styles.ts'

interface Props {
  readonly api: TemplateApi
  readonly template: Template
  /** The code that the draft will have, and the last version published under it. */
  readonly code: string
  readonly last: number
}

export function NextOfTemplate({ api, template, code, last }: Props) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const before = useLoad(`${code} ${last}`, () => api.version(code, last))
  const changes = before.value ? templateDifference(before.value, { ...template, code }) : null
  return (
    <div data-testid="file-next">
      <Text block>{m.fileNext(code, last + 1)}</Text>
      <ProblemBar problem={before.problem} onRetry={before.reload} />
      {changes && <Text block>{changes.length === 0 ? m.differNone : m.differLead(last)}</Text>}
      {changes && changes.length > 0 && (
        <ul className={styles.list}>
          {changes.map((change) => (
            <li key={change.vi}>{change[language]}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
