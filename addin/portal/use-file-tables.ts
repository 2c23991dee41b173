// From a file that is no form to a filing: read by the server, mapped by the person,
// checked, sent or saved as our form. A send that got no answer is repeated with the same key.
import { useEffect, useState } from 'react'
import { sameText } from '../../shared/explanations.ts'
import type { Filing } from '../../shared/filing.ts'
import type { Edit } from '../../shared/fixes.ts'
import type { Form, Receipt, Verdict } from '../../shared/wire.ts'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { saveFile } from '../components/save-file.ts'
import { type FileTables, fileTables } from './file-tables.ts'
import { problemOf } from './problem-of.ts'

interface State {
  readonly busy: 'reading' | 'checking' | 'sending' | 'saving' | null
  readonly problem: ApiProblem | null
  readonly form: Form | null
  readonly tables: FileTables | null
  readonly filing: Filing | null
  readonly verdict: Verdict | null
  readonly receipt: Receipt | null
  readonly key: string
}

const BEGINNING: State = {
  ...{ busy: 'reading', problem: null, form: null, tables: null, filing: null, verdict: null, receipt: null, key: '' },
}

export function useFileTables(api: Api, obligation: string, file: File, onSubmitted: (receipt: Receipt) => void) {
  const [state, setState] = useState(BEGINNING)
  const change = (more: Partial<State>) => setState((before) => ({ ...before, ...more }))
  const attempt = async (busy: State['busy'], work: () => Promise<Partial<State>>) => {
    change({ busy, problem: null })
    try {
      change({ ...(await work()), busy: null })
    } catch (error) {
      const problem = problemOf(error)
      const blocked = problem.slug === 'filing-blocked' && state.verdict
      change({ busy: null, problem, ...(blocked && { verdict: { ...blocked, findings: [...problem.findings] } }) })
    }
  }
  const load = () =>
    attempt('reading', async () => {
      const [form, draft, uploaded] = await Promise.all([api.form(obligation), api.draft(obligation), api.sheetsOfFile(obligation, file)])
      return { form, tables: fileTables(form, draft?.filing ?? null, uploaded) }
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file is another beginning
  useEffect(() => {
    setState(BEGINNING)
    void load()
  }, [file, obligation])

  const judge = (filing: Filing) =>
    attempt('checking', async () => ({ filing, verdict: await api.check(obligation, filing), key: crypto.randomUUID() }))

  return {
    ...state,
    load,
    apply: (edits: readonly Edit[]) => (state.tables ? judge(state.tables.fill(edits)) : Promise.resolve()),
    /** Another explanation is another submission: it gets a key of its own. */
    explain: (keys: readonly string[], text: string) =>
      setState((before) =>
        before.filing
          ? {
              ...before,
              key: crypto.randomUUID(),
              filing: { ...before.filing, explanations: { ...before.filing.explanations, ...sameText(keys, text) } },
            }
          : before,
      ),
    again: () => change({ filing: null, verdict: null, problem: null }),
    send: () =>
      attempt('sending', async () => {
        if (!state.filing) return {}
        const receipt = await api.submit(obligation, state.filing, state.key)
        onSubmitted(receipt)
        return { receipt }
      }),
    save: () =>
      attempt('saving', async () => {
        if (state.filing) saveFile(await api.filledForm(obligation, state.filing), `${obligation}.xlsx`)
        return {}
      }),
  }
}
