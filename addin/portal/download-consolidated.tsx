// The consolidated workbook of a period as a file, with the choice of what the Roman
// numerals count: agencies, or the groups that they are listed in.
import { Button, Field, Select } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { useState } from 'react'
import type { NumeralsBy } from '../../shared/wire-province.ts'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { saveFile } from '../components/save-file.ts'
import { Ring } from '../components/spinner.tsx'
import { useText } from '../text/language.tsx'
import { ProblemBar } from './problem-bar.tsx'
import { problemOf } from './problem-of.ts'

interface Props {
  readonly api: Api
  readonly template: string
  readonly period: string
  readonly onEnded: (problem: ApiProblem) => void
}

export function DownloadConsolidated({ api, template, period, onEnded }: Props) {
  const { t } = useText()
  const [by, setBy] = useState<NumeralsBy>('agency')
  const [state, setState] = useState<{ busy: boolean; problem: ApiProblem | null }>({ busy: false, problem: null })
  const download = async () => {
    setState({ busy: true, problem: null })
    try {
      saveFile(await api.consolidatedFile(template, period, by), `${template}_${period}_tong-hop.xlsx`)
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
        disabled={state.busy}
        onClick={() => void download()}
        data-testid="download-consolidated"
      >
        {t.downloadConsolidated}
      </Button>
      <ProblemBar problem={state.problem} onRetry={() => void download()} onEnded={onEnded} />
    </>
  )
}
