// One uploaded file from the pick to the receipt: checked first, sent when the
// person says so. A send that got no answer is repeated with the same key.
import { useState } from 'react'
import type { Language } from '../../shared/bilingual.ts'
import { sameText } from '../../shared/explanations.ts'
import type { UploadResult } from '../../shared/wire.ts'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { saveFile } from '../components/save-file.ts'
import { problemOf } from './problem-of.ts'

interface Upload {
  readonly file: File | null
  readonly key: string
  readonly busy: 'checking' | 'sending' | 'marking' | null
  readonly result: UploadResult | null
  readonly problem: ApiProblem | null
  /** Of warnings, by finding id: a workbook has no place for them. */
  readonly explanations: Readonly<Record<string, string>>
  /** To the receiver's notes, by note id. */
  readonly answers: Readonly<Record<string, string>>
}

const NOTHING: Upload = { file: null, key: '', busy: null, result: null, problem: null, explanations: {}, answers: {} }

export function useUpload(api: Api, obligation: string, onSubmitted: () => void) {
  const [upload, setUpload] = useState<Upload>(NOTHING)

  const pick = async (file: File) => {
    const begun: Upload = {
      ...NOTHING,
      explanations: upload.explanations,
      answers: upload.answers,
      file,
      key: crypto.randomUUID(),
      busy: 'checking',
    }
    setUpload(begun)
    try {
      setUpload({ ...begun, busy: null, result: await api.checkFile(obligation, file) })
    } catch (error) {
      setUpload({ ...begun, busy: null, problem: problemOf(error) })
    }
  }

  const send = async () => {
    const { file, key, explanations, answers } = upload
    if (!file) return
    setUpload({ ...upload, busy: 'sending', problem: null })
    try {
      const result = await api.submitFile(obligation, file, { explanations, answers }, key)
      setUpload({ ...upload, busy: null, result, problem: null })
      if (result.receipt) onSubmitted()
    } catch (error) {
      const problem = problemOf(error)
      const result =
        problem.slug === 'filing-blocked' && upload.result ? { ...upload.result, findings: [...problem.findings] } : upload.result
      setUpload({ ...upload, busy: null, result, problem })
    }
  }

  /** The same file with its findings marked in it, to be mended there. */
  const report = async (language: Language, suffix: string) => {
    const { file } = upload
    if (!file) return
    setUpload({ ...upload, busy: 'marking', problem: null })
    try {
      saveFile(await api.reportFile(obligation, file, language), file.name.replace(/(\.xlsx)?$/i, ` - ${suffix}.xlsx`))
      setUpload({ ...upload, busy: null })
    } catch (error) {
      setUpload({ ...upload, busy: null, problem: problemOf(error) })
    }
  }

  /** Another explanation is another submission: it gets a key of its own. */
  const explain = (keys: readonly string[], text: string) =>
    setUpload((before) => ({ ...before, key: crypto.randomUUID(), explanations: { ...before.explanations, ...sameText(keys, text) } }))

  const answer = (note: string, text: string) =>
    setUpload((before) => ({ ...before, key: crypto.randomUUID(), answers: { ...before.answers, [note]: text } }))

  const again = () => (upload.result ? void send() : upload.file && void pick(upload.file))

  return { ...upload, pick, send, again, explain, answer, report }
}
