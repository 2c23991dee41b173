// Where admins keep templates: the list, the workshop of one, the life of one. A draft that is
// made elsewhere (a copy, a blank page, what was read from a file) is saved first and then opened.
import { Button, Text, Title2 } from '@fluentui/react-components'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CodeList } from '../../../shared/plan.ts'
import type { DraftToSave, TemplateView } from '../../../shared/wire-templates.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import { templateApi } from '../../api/template-api.ts'
import type { TokenStore } from '../../api/token-store.ts'
import { saveFile } from '../../components/save-file.ts'
import { Spinner } from '../../components/spinner.tsx'
import { useTemplateText } from '../../text/template-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { problemOf } from '../problem-of.ts'
import { useLoad } from '../use-load.ts'
import { NewTemplate } from './new-template.tsx'
import type { Place } from './place.ts'
import { type Beginning, TemplateEditor } from './template-editor.tsx'
import { TemplateFromFile } from './template-from-file.tsx'
import { TemplateLife } from './template-life.tsx'
import { TemplateList } from './template-list.tsx'
import { useTemplateStyles } from './template-styles.ts'

interface Props {
  readonly tokens: TokenStore
  /** The template and place that somebody was led to; null where one begins with the list. */
  readonly opened: { readonly code: string; readonly place: Place } | null
  readonly onEnded: (problem: ApiProblem) => void
}

type Shown =
  | { readonly show: 'list' }
  | { readonly show: 'life'; readonly code: string }
  | { readonly show: 'edit'; readonly beginning: Beginning }

export default function TemplatesPage({ tokens, opened, onEnded }: Props) {
  const { t, m } = useTemplateText()
  const styles = useTemplateStyles()
  const api = useMemo(() => templateApi('', tokens), [tokens])
  const list = useLoad('templates', api.templates)
  const around = useLoad('surroundings', api.surroundings)
  const [shown, setShown] = useState<Shown>({ show: 'list' })
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)

  const attempt = async (what: () => Promise<Shown>) => {
    setBusy(true)
    setProblem(null)
    try {
      setShown(await what())
      heading.current?.focus()
    } catch (error) {
      setProblem(problemOf(error))
    }
    setBusy(false)
  }
  const reload = () => {
    list.reload()
    around.reload()
  }
  const toList = () => {
    setProblem(null)
    setShown({ show: 'list' })
    reload()
  }
  const toLife = (code: string) => {
    setShown({ show: 'life', code })
    reload()
  }
  const edit = (view: TemplateView, place: Place = []) =>
    attempt(async () => {
      const draft = await api.draft(view.code)
      if (draft) return { show: 'edit', beginning: { draft, template: draft.template, basedOn: draft.basedOn, place } }
      const last = view.versions.find(({ withdrawal }) => withdrawal === null) ?? view.versions[0]
      if (!last) throw new Error(`${view.code} has neither a draft nor a version`)
      const template = await api.version(view.code, last.version)
      const version = Math.max(...view.versions.map((one) => one.version)) + 1
      return {
        show: 'edit',
        beginning: { draft: null, template: { ...template, version }, basedOn: { code: view.code, version: last.version }, place },
      }
    })
  const led = useRef<Props['opened']>(null)
  useEffect(() => {
    const view = list.value?.find(({ code }) => code === opened?.code)
    if (!view || led.current === opened) return
    led.current = opened
    void edit(view, opened?.place)
  })
  const download = (of: string, version: number, ending: 'xlsx' | 'json') =>
    attempt(async () => {
      saveFile(await api.versionFile(of, version, ending), `${of}-v${version}.${ending}`)
      return shown
    })
  /** A template that is a draft from its first moment. */
  const begin = (made: DraftToSave, lists: readonly CodeList[] = []) =>
    attempt(async () => {
      for (const one of lists) await api.addCodeList(one, m.fileListReason(made.template.code))
      if (lists.length > 0) around.reload()
      const draft = await api.saveDraft(made, null)
      return { show: 'edit', beginning: { draft, template: draft.template, basedOn: draft.basedOn, place: [] } }
    })

  const view = shown.show === 'life' ? list.value?.find(({ code }) => code === shown.code) : undefined
  const code = shown.show === 'edit' ? shown.beginning.template.code : shown.show === 'life' ? shown.code : null
  return (
    <div className={styles.page}>
      {shown.show === 'life' && (
        <div>
          <Button appearance="subtle" onClick={toList} data-testid="templates-back">
            {m.back}
          </Button>
        </div>
      )}
      <h1 className={styles.heading} ref={heading} tabIndex={-1}>
        <Title2>{code === null ? m.title : `${m.title} · ${code}`}</Title2>
      </h1>
      <ProblemBar problem={problem ?? list.problem ?? around.problem} onRetry={reload} onEnded={onEnded} />
      {((!list.value && list.loading) || (!around.value && around.loading)) && <Spinner label={t.loading} />}
      {list.value && around.value && shown.show === 'list' && (
        <>
          <Text>{m.listLead}</Text>
          <TemplateList
            templates={list.value}
            onEdit={(one) => void edit(one)}
            onLife={(one) => toLife(one.code)}
            onDownload={(...which) => void download(...which)}
          />
          <NewTemplate templates={list.value} surroundings={around.value} busy={busy} onMake={(made) => void begin(made)} />
          <TemplateFromFile templates={list.value} busy={busy} onMake={(...made) => void begin(...made)} {...{ api, onEnded }} />
        </>
      )}
      {around.value && view && (
        <TemplateLife
          {...{ api, view, onEnded }}
          surroundings={around.value}
          onEdit={(place) => void edit(view, place)}
          onChanged={reload}
        />
      )}
      {around.value && shown.show === 'edit' && (
        <TemplateEditor
          key={shown.beginning.template.code}
          api={api}
          surroundings={around.value}
          beginning={shown.beginning}
          onLife={() => toLife(shown.beginning.template.code)}
          onBack={toList}
        />
      )}
    </div>
  )
}
