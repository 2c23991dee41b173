// A template from a file: its own workbook or JSON, or a form that nobody tuned to. Shows what
// was read and what a person must look at; nothing is kept before "make draft".
import { Button, Checkbox, Subtitle2, Text } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { CodeList } from '../../../shared/plan.ts'
import type { TemplateImport } from '../../../shared/wire-template-import.ts'
import type { DraftToSave, TemplateView } from '../../../shared/wire-templates.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { TemplateApi } from '../../api/template-api.ts'
import { Notice } from '../../components/notice.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useTemplateText } from '../../text/template-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { problemOf } from '../problem-of.ts'
import { CODE } from './new-template.tsx'
import { NextOfTemplate } from './next-of-template.tsx'
import { useTemplateStyles } from './template-styles.ts'
import { TextBox } from './value-boxes.tsx'

interface Props {
  readonly api: TemplateApi
  readonly templates: readonly TemplateView[]
  readonly busy: boolean
  /** `lists`: what its drop-downs offer and the plan does not have. */
  readonly onMake: (draft: DraftToSave, lists: readonly CodeList[]) => void
  readonly onEnded: (problem: ApiProblem) => void
}

export function TemplateFromFile({ api, templates, busy, onMake, onEnded }: Props) {
  const { language, t, m } = useTemplateText()
  const styles = useTemplateStyles()
  const input = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [read, setRead] = useState<TemplateImport | null>(null)
  const [code, setCode] = useState('')
  const [looked, setLooked] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    setReading(true)
    setProblem(null)
    setRead(null)
    setLooked(false)
    try {
      const answer = await api.importFile(file)
      setRead(answer)
      setCode(answer.kind === 'template' ? (answer.template?.code ?? '') : '')
    } catch (error) {
      setProblem(problemOf(error))
    }
    setReading(false)
  }
  const template = read?.template
  const toLookAt = read?.inferred.filter(({ sure }) => !sure) ?? []
  const clear = read?.inferred.filter(({ sure }) => sure) ?? []
  const wrong = code === '' || CODE.test(code) ? undefined : m.newCodeWrong
  const standing = templates.find((one) => one.code === code)?.versions ?? []
  const last = standing.length === 0 ? 0 : Math.max(...standing.map(({ version }) => version))
  const make = () => {
    const basedOn = last === 0 ? null : { code, version: last }
    if (read && template) onMake({ template: { ...template, code, version: last + 1 }, basedOn }, read.newLists)
  }
  return (
    <section className={styles.card} aria-label={m.fileTitle}>
      <Subtitle2 as="h2" className={styles.heading}>
        {m.fileTitle}
      </Subtitle2>
      <Text>{m.fileLead}</Text>
      <div>
        <Button disabledFocusable={reading} onClick={() => input.current?.click()}>
          {m.filePick}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.json"
          hidden
          aria-label={m.filePick}
          data-testid="template-file"
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      {reading && <Spinner label={t.loading} />}
      <ProblemBar problem={problem} onEnded={onEnded} />
      {read && read.refusals.length > 0 && (
        <Notice tone="error" testId="file-refused">
          {m.fileRefused(read.refusals.length)}
          <ul className={styles.list}>
            {read.refusals.map(({ sentence }) => (
              <li key={sentence.en}>{sentence[language]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {read && !template && read.refusals.length === 0 && (
        <Notice tone="warning" testId="file-nothing">
          {m.fileNothing}
        </Notice>
      )}
      {template && (
        <>
          <Text data-testid="file-read">
            {m.fileRead(
              template.title.vi,
              template.tables.length,
              template.tables.reduce((sum, { fields }) => sum + fields.length, 0),
            )}
          </Text>
          {read.listsApart.length > 0 && (
            <Notice tone="warning" testId="file-lists">
              {m.fileLists(read.listsApart.join(', '))}
            </Notice>
          )}
          {read.newLists.length > 0 && (
            <Notice tone="info" testId="file-new-lists">
              {m.fileNewLists(read.newLists.length)}
              <ul className={styles.list}>
                {read.newLists.map(({ id, entries }) => (
                  <li key={id}>
                    {id}: {entries.map(({ label }) => label.vi).join('; ')}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          {toLookAt.length > 0 && (
            <Notice tone="warning" testId="file-look">
              {m.fileLook(toLookAt.length)}
              <ul className={styles.list}>
                {toLookAt.map(({ sentence }) => (
                  <li key={sentence.en}>{sentence[language]}</li>
                ))}
              </ul>
            </Notice>
          )}
          {clear.length > 0 && (
            <details>
              <summary className={styles.summary}>{m.fileClear(clear.length)}</summary>
              <ul className={styles.list}>
                {clear.map(({ sentence }) => (
                  <li key={sentence.en}>{sentence[language]}</li>
                ))}
              </ul>
            </details>
          )}
          <div className={styles.boxes}>
            <TextBox
              label={m.newCode}
              hint={m.newCodeHint}
              wrong={wrong}
              value={code}
              onChange={(text) => setCode(text.toUpperCase())}
              name="file-code"
            />
          </div>
          {last > 0 && <NextOfTemplate {...{ api, template, code, last }} />}
          {toLookAt.length > 0 && (
            <Checkbox
              label={m.fileLooked}
              checked={looked}
              onChange={(_, data) => setLooked(data.checked === true)}
              data-testid="file-looked"
            />
          )}
          <div>
            <Button
              appearance="primary"
              disabledFocusable={busy || code === '' || wrong !== undefined || (toLookAt.length > 0 && !looked)}
              onClick={make}
              data-testid="file-create"
            >
              {m.create}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
