// A button that fetches a file and hands it to the browser to keep; busy meanwhile, and says what went wrong beside it.
import { Button } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { useState } from 'react'
import type { ApiProblem } from '../../api/api-problem.ts'
import { saveFile } from '../../components/save-file.ts'
import { Ring } from '../../components/spinner.tsx'
import { ProblemBar } from '../problem-bar.tsx'
import { problemOf } from '../problem-of.ts'

interface Props {
  readonly label: string
  /** Of several alike: which one. */
  readonly name?: string
  readonly fileName: string
  readonly fetchFile: () => Promise<Blob>
  readonly testId: string
  readonly onEnded: (problem: ApiProblem) => void
}

export function SaveButton({ label, name, fileName, fetchFile, testId, onEnded }: Props) {
  const [state, setState] = useState<{ busy: boolean; problem: ApiProblem | null }>({ busy: false, problem: null })
  const save = async () => {
    setState({ busy: true, problem: null })
    try {
      saveFile(await fetchFile(), fileName)
      setState({ busy: false, problem: null })
    } catch (error) {
      setState({ busy: false, problem: problemOf(error) })
    }
  }
  return (
    <>
      <Button
        icon={state.busy ? <Ring /> : <ArrowDownload20Regular />}
        disabled={state.busy}
        onClick={() => void save()}
        aria-label={name}
        data-testid={testId}
      >
        {label}
      </Button>
      <ProblemBar problem={state.problem} onRetry={() => void save()} onEnded={onEnded} />
    </>
  )
}
