// The consolidated workbook of a period as a file, with the choice of what the Roman
// numerals count: agencies, or the groups that they are listed in.
import { Button, Field, Select } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { useState } from 'react'
import type { NumeralsBy } from '../../shared/wire-province.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { saveFile } from '../components/save-file.ts'
import { Ring } from '../components/spinner.tsx'
import { useText } from '../text/language.tsx'
import { ProblemBar } from './problem-bar.tsx'
import { problemOf } from './problem-of.ts'

interface Props {
  readonly fileName: string
  /** Null while there is nothing to be fetched. */
  readonly fetchFile: ((by: NumeralsBy) => Promise<Blob>) | null
  readonly onEnded: (problem: ApiProblem) => void
}

export function DownloadConsolidated({ fileName, fetchFile, onEnded }: Props) {
  const { t } = useText()
  const [by, setBy] = useState<NumeralsBy>('agency')
  const [state, setState] = useState<{ busy: boolean; problem: ApiProblem | null }>({ busy: false, problem: null })
  const download = async () => {
    if (!fetchFile) return
    setState({ busy: true, problem: null })
    try {
      saveFile(await fetchFile(by), fileName)
      setState({ busy: false, problem: null })
    } catch (error) {
      setState({ busy: false, problem: problemOf(error) })
    }
  }
  return (
    <>
      <Field label={t.numeralsBy}>
        <Select value={by} onChange={(_, { value }) => setBy(value === 'group' ? 'group' : 'agency')} data-testid="numerals-select">
          <option value="agency">{t.numeralsByAgency}</option>
          <option value="group">{t.numeralsByGroup}</option>
        </Select>
      </Field>
      <Button
        appearance="primary"
        icon={state.busy ? <Ring /> : <ArrowDownload20Regular />}
        disabled={state.busy || !fetchFile}
        onClick={() => void download()}
        data-testid="download-consolidated"
      >
        {t.downloadConsolidated}
      </Button>
      <ProblemBar problem={state.problem} onRetry={() => void download()} onEnded={onEnded} />
    </>
  )
}
