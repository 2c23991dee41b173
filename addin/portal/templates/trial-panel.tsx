// A draft tried: on its own examples, and on the real reports of the last period, with how many
// would be stopped, by which rule, at which agency and row.
import { Button, mergeClasses, Subtitle2, Text } from '@fluentui/react-components'
import type { Finding } from '../../../shared/finding.ts'
import { showPeriod } from '../../../shared/period.ts'
import type { Template } from '../../../shared/template.ts'
import { sampleFindings } from '../../../shared/trial/sample-form.ts'
import type { TemplateSurroundings, TriedFiling } from '../../../shared/wire-templates.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useTableStyles } from '../table-styles.ts'
import { saidOf } from './said-of.ts'
import { useTemplateStyles } from './template-styles.ts'
import { countOf, type Tried } from './use-trial.ts'

interface Props {
  readonly template: Template
  readonly surroundings: TemplateSurroundings
  readonly tried: Tried
}

/** How often each rule or kind of finding was broken, the most first. */
function byRule(filings: readonly TriedFiling[]): { name: string; count: number; agencies: number; example: Finding | undefined }[] {
  const named = new Map<string, { count: number; agencies: number }>()
  for (const { code, ruleId, count } of filings.flatMap(({ counts }) => counts)) {
    const name = ruleId ?? code
    const before = named.get(name) ?? { count: 0, agencies: 0 }
    named.set(name, { count: before.count + count, agencies: before.agencies + 1 })
  }
  return [...named]
    .map(([name, counted]) => ({
      name,
      ...counted,
      example: filings.flatMap(({ findings }) => findings).find(({ finding }) => (finding.ruleId ?? finding.code) === name)?.finding,
    }))
    .toSorted((one, other) => other.count - one.count)
}

export function TrialPanel({ template, surroundings, tried }: Props) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const table = useTableStyles()
  const { trial, busy, problem, run } = tried
  const samples = sampleFindings(template, surroundings).filter(({ severity }) => severity !== 'info')
  const how = (verdict: TriedFiling['verdict']) => trial?.filings.filter((one) => one.verdict === verdict).length ?? 0
  return (
    <>
      <Text>{m.tryLead}</Text>
      <Subtitle2 as="h3" className={styles.heading}>
        {m.trySamples}
      </Subtitle2>
      {samples.length === 0 ? <Text>{m.trySamplesFine}</Text> : <Sentences findings={samples} />}
      <div>
        <Button onClick={() => void run(template)} disabledFocusable={busy} data-testid="try-run">
          {m.tryRun}
        </Button>
      </div>
      <ProblemBar problem={problem} />
      <div role="status" data-testid="try-summary">
        {busy && trial && m.formula.trying(trial.filings.length, trial.total)}
        {trial?.done && (trial.period === null ? m.formula.triedNone : m.tryCounts(how('blocked'), how('to-explain'), how('passes')))}
      </div>
      {trial && trial.period !== null && (
        <>
          <Subtitle2 as="h3" className={styles.heading}>
            {m.tryReal(showPeriod(trial.period, language))}
          </Subtitle2>
          <div className={table.scroll}>
            <table className={table.table} aria-label={m.tryByRule}>
              <thead>
                <tr>
                  <th scope="col">{m.tryRule}</th>
                  <th scope="col">{m.tryPlaces}</th>
                  <th scope="col">{m.tryAgencies}</th>
                </tr>
              </thead>
              <tbody>
                {byRule(trial.filings).map(({ name, count, agencies, example }) => (
                  <tr key={name}>
                    <th scope="row">
                      {name}
                      {example && <Text block>{saidOf(example, language) ?? m.formula.unsaid}</Text>}
                    </th>
                    <td>{count}</td>
                    <td>{agencies}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className={table.scroll}>
            <table className={mergeClasses(table.table, table.cards)} data-testid="try-filings">
              <thead>
                <tr>
                  <th scope="col">{m.tryAgency}</th>
                  <th scope="col">{m.tryVerdict}</th>
                  <th scope="col">{m.tryWhere}</th>
                </tr>
              </thead>
              <tbody>
                {trial.filings.map((one) => (
                  <tr key={one.obligationId}>
                    <th scope="row">{one.agencyName}</th>
                    <td>{m.verdicts[one.verdict]}</td>
                    <td>
                      {one.findings.length > 0 && (
                        <details>
                          <summary className={styles.summary}>{m.tryFound(countOf(one))}</summary>
                          <ul className={styles.list}>
                            {one.findings.map(({ finding, rowTitle }) => (
                              <li key={finding.id}>
                                {rowTitle !== null && <strong>{m.rowLabel(rowTitle, finding.place.row)}: </strong>}
                                {saidOf(finding, language) ?? m.formula.unsaid}
                              </li>
                            ))}
                          </ul>
                        </details>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  )
}

function Sentences({ findings }: { readonly findings: readonly Finding[] }) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <li key={finding.id}>{saidOf(finding, language) ?? m.formula.unsaid}</li>
      ))}
    </ul>
  )
}
