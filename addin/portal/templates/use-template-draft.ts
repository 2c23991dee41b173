// Keeps a draft on the server while it is edited: saved a moment after one stops typing, never
// over what somebody else saved. Knows no boxes.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Template } from '../../../shared/template.ts'
import type { TemplateDraft } from '../../../shared/wire-templates.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { TemplateApi } from '../../api/template-api.ts'
import { problemOf } from '../problem-of.ts'

const PAUSE_MS = 1_000

export interface Keeping {
  readonly state: 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict'
  /** The draft as the server has it, as far as is known; null: it has none yet. */
  readonly kept: Pick<TemplateDraft, 'etag' | 'savedAt' | 'savedBy'> | null
  readonly problem: ApiProblem | null
  /** What somebody else saved meanwhile; null where the draft is gone. */
  readonly theirs: TemplateDraft | null
}

export interface DraftKeeper extends Keeping {
  /** Saves now what is not saved; false where it could not be. */
  readonly save: () => Promise<boolean>
  /** Mine takes the place of theirs. */
  readonly overwrite: () => Promise<void>
  /** Theirs takes the place of mine: it is what stands on the server. */
  readonly takeTheirs: () => TemplateDraft | null
}

export function useTemplateDraft(
  api: TemplateApi,
  opened: TemplateDraft | null,
  basedOn: TemplateDraft['basedOn'],
  template: Template,
): DraftKeeper {
  const [keeping, setKeeping] = useState<Keeping>({ state: 'saved', kept: opened, problem: null, theirs: null })
  const latest = useRef(template)
  latest.current = template
  /** What the server has been given. */
  const given = useRef<Template>(template)
  const etag = useRef(opened?.etag ?? null)
  const running = useRef<Promise<boolean> | null>(null)

  const write = useCallback(async (): Promise<boolean> => {
    const mine = latest.current
    setKeeping((before) => ({ ...before, state: 'saving', problem: null }))
    try {
      const kept = await api.saveDraft({ template: mine, basedOn }, etag.current)
      etag.current = kept.etag
      given.current = mine
      setKeeping({ state: latest.current === mine ? 'saved' : 'unsaved', kept, problem: null, theirs: null })
      return latest.current === mine
    } catch (error) {
      const problem = problemOf(error)
      if (problem.slug !== 'draft-changed') {
        setKeeping((before) => ({ ...before, state: 'failed', problem }))
        return false
      }
      const theirs = await api.draft(mine.code).catch(() => null)
      setKeeping((before) => ({ ...before, state: 'conflict', problem, theirs }))
      return false
    }
  }, [api, basedOn])

  const save = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current
    if (given.current === latest.current && etag.current !== null) return true
    running.current = write().finally(() => {
      running.current = null
    })
    return running.current
  }, [write])

  const stopped = keeping.state === 'conflict'
  useEffect(() => {
    if (given.current === template || stopped) return
    setKeeping((before) => (before.state === 'saving' ? before : { ...before, state: 'unsaved' }))
    const timer = setTimeout(() => void save(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [template, save, stopped])

  // Whoever goes to another page does not wait for the pause.
  useEffect(
    () => () => {
      if (given.current !== latest.current) void save()
    },
    [save],
  )

  const unsaved = keeping.state !== 'saved'
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])

  return {
    ...keeping,
    save,
    async overwrite() {
      etag.current = keeping.theirs?.etag ?? null
      await save()
    },
    takeTheirs() {
      const { theirs } = keeping
      if (!theirs) return null
      etag.current = theirs.etag
      given.current = theirs.template
      latest.current = theirs.template
      setKeeping({ state: 'saved', kept: theirs, problem: null, theirs: null })
      return theirs
    },
  }
}
