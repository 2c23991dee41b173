// The agencies and groups as they stood on 20/02/2025, when the plan was signed.
// What changed later is in reorganisations.ts and not applied here.
import * as v from 'valibot'
import { Agency, AgencyGroup, type Register } from '../../agency.ts'
import agencies from './agencies.json' with { type: 'json' }
import groups from './groups.json' with { type: 'json' }

export const register: Register = {
  agencies: v.parse(v.array(Agency), agencies),
  groups: v.parse(v.array(AgencyGroup), groups),
}
