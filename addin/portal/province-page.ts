// What every page about the whole province is given.
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import type { ProvinceApi } from '../api/province-api.ts'

export interface ProvincePageProps {
  readonly api: Api
  readonly province: ProvinceApi
  readonly onEnded: (problem: ApiProblem) => void
}
