// Which templates there are, in which versions, and who is working on a draft of which.
import { Button, Caption1, makeStyles, mergeClasses, Text } from '@fluentui/react-components'
import { showPeriod } from '../../../shared/period.ts'
import type { TemplateVersionView, TemplateView } from '../../../shared/wire-templates.ts'
import { showInstant } from '../../text/moment.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { useTableStyles } from '../table-styles.ts'

const useStyles = makeStyles({
  /** The steps stand beside each other where there is room. */
  steps: { '@media (min-width: 34.01rem)': { whiteSpace: 'nowrap' } },
})

interface Props {
  readonly templates: readonly TemplateView[]
  readonly onEdit: (view: TemplateView) => void
  readonly onLife: (view: TemplateView) => void
  readonly onDownload: (code: string, version: number, ending: 'xlsx' | 'json') => void
}

export function TemplateList({ templates, onEdit, onLife, onDownload }: Props) {
  const { language, m } = useTemplateText()
  const table = useTableStyles()
  const styles = useStyles()
  const used = ({ effectiveFrom }: TemplateVersionView) =>
    effectiveFrom === null ? m.usedAlways : m.usedFrom(showPeriod(effectiveFrom, language))
  return (
    <div className={table.scroll}>
      <table className={mergeClasses(table.table, table.cards)} data-testid="template-list">
        <thead>
          <tr>
            <th scope="col">{m.code}</th>
            <th scope="col">{m.name}</th>
            <th scope="col">{m.versions}</th>
            <th scope="col">{m.draft}</th>
            <th scope="col">{m.actions}</th>
          </tr>
        </thead>
        <tbody>
          {templates.map((view) => (
            <tr key={view.code}>
              <th scope="row" className={table.name}>
                {view.code}
              </th>
              <td>{view.title[language]}</td>
              <td>
                {view.versions.length === 0 && m.neverPublished}
                {view.versions.map((version) => (
                  <Text key={version.version} block>
                    {m.versionName(version.version)}: {used(version)}
                    {version.withdrawal && `, ${m.withdrawnState}`}
                  </Text>
                ))}
              </td>
              <td>{view.draft ? <Caption1>{m.draftSaved(showInstant(view.draft.savedAt), view.draft.savedBy)}</Caption1> : m.noDraft}</td>
              <td className={styles.steps}>
                <Button
                  size="small"
                  onClick={() => onEdit(view)}
                  aria-label={`${view.draft ? m.edit : m.editNew}: ${view.code}`}
                  data-testid={`edit-${view.code}`}
                >
                  {view.draft ? m.edit : m.editNew}
                </Button>{' '}
                <Button size="small" onClick={() => onLife(view)} aria-label={`${m.life}: ${view.code}`} data-testid={`life-${view.code}`}>
                  {m.life}
                </Button>
                {view.versions.slice(0, 1).flatMap(({ version }) =>
                  (['xlsx', 'json'] as const).map((ending) => (
                    <Button
                      key={ending}
                      size="small"
                      appearance="subtle"
                      onClick={() => onDownload(view.code, version, ending)}
                      aria-label={`${m.download[ending]}: ${view.code}`}
                      data-testid={`download-${view.code}-${ending}`}
                    >
                      {m.download[ending]}
                    </Button>
                  )),
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
