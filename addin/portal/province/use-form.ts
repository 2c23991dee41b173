// The template of a period with the names that its values need: taken from the form of any
// agency that owes it, which is kept for good once it is loaded.
import { useRef } from 'react'
import type { Form } from '../../../shared/wire.ts'
import type { QuarterApi } from '../../api/quarter-api.ts'
import { type Loaded, useLoad } from '../use-load.ts'

export type Known = Pick<Form, 'template' | 'register' | 'plan'>

export function useForm(api: QuarterApi, template: string | null, period: string | null): Loaded<Known> {
  const kept = useRef(new Map<string, Promise<Known>>())
  const key = template && period ? `${template} ${period}` : null
  return useLoad(key, () => {
    const known = kept.current.get(key!)
    if (known) return known
    const asked = api.status(template!, period!).then(async ({ obligations: [first] }) => api.form(first?.id ?? ''))
    kept.current.set(key!, asked)
    asked.catch(() => kept.current.delete(key!))
    return asked
  })
}
