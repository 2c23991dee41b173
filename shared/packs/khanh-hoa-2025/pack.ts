// The first deployment's plan, Khánh Hòa 2025 (2044/KH-UBND of 20/02/2025), as the data
// that fills an empty database. Standing as of its date; nothing reads it afterwards.
import type { Pack } from '../../pack.ts'
import { assignments } from './assignments.ts'
import { plan } from './plan.ts'
import { register } from './register.ts'
import { reorganisations } from './reorganisations.ts'
import { chitieu } from './templates/chitieu.ts'
import { pl1 } from './templates/pl1.ts'
import { pl2 } from './templates/pl2.ts'
import { pl3 } from './templates/pl3.ts'
import { quy } from './templates/quy.ts'
import { raquet } from './templates/raquet.ts'
import { thang } from './templates/thang.ts'
import { vuongmac } from './templates/vuongmac.ts'
import { waivers } from './waivers.ts'
import { yearlyReports } from './yearly.ts'

export const khanhHoa2025: Pack = {
  plan,
  register,
  templates: [thang, chitieu, pl1, pl2, pl3, quy, raquet, vuongmac],
  regimesWithoutForm: yearlyReports,
  assignments,
  waivers,
  reorganisations,
}
