// People as admins see them, and what is said and asked when somebody is invited, handed over
// or no longer lets in.
import * as v from 'valibot'
import { Role } from './wire.ts'

const Reason = v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500))

/** Filers and signers act for an agency, the others for the province. */
export const HeldRole = v.pipe(
  v.strictObject({ role: Role, agency: v.nullable(v.string()) }),
  v.check(
    ({ role, agency }) => (role === 'filer' || role === 'signer') === (agency !== null),
    'filer and signer have an agency, others none',
  ),
)
export type HeldRole = v.InferOutput<typeof HeldRole>
const HeldRoles = v.pipe(v.array(HeldRole), v.maxLength(100))

export const PersonView = v.strictObject({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  memberships: v.array(v.strictObject({ role: Role, agency: v.nullable(v.string()), agencyName: v.nullable(v.string()) })),
  /** Null: never. */
  signedInAt: v.nullable(v.string()),
  disabledAt: v.nullable(v.string()),
})
export type PersonView = v.InferOutput<typeof PersonView>

/** An invitation that was not used; `expired` ones are to be sent again. */
export const InvitationView = v.strictObject({
  email: v.string(),
  name: v.string(),
  memberships: v.array(HeldRole),
  madeAt: v.string(),
  madeBy: v.string(),
  expiresAt: v.string(),
  expired: v.boolean(),
  /** The person has an account and is to choose a password again. */
  again: v.boolean(),
})
export type InvitationView = v.InferOutput<typeof InvitationView>

export const PeopleList = v.strictObject({
  /** The last event of the log that it knows of. */
  asOf: v.number(),
  people: v.array(PersonView),
  invitations: v.array(InvitationView),
})
export type PeopleList = v.InferOutput<typeof PeopleList>

export const InvitationRequest = v.strictObject({
  email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(200)),
  name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(100)),
  memberships: v.pipe(HeldRoles, v.minLength(1)),
  reason: Reason,
})
export type InvitationRequest = v.InferOutput<typeof InvitationRequest>

/** The link, once: it is not kept. */
export const InvitationMade = v.strictObject({ link: v.string(), expiresAt: v.string() })
export type InvitationMade = v.InferOutput<typeof InvitationMade>

/** What the invited person sees before choosing a password. */
export const InvitationFacts = v.strictObject({ name: v.string(), email: v.string(), expiresAt: v.string(), again: v.boolean() })
export type InvitationFacts = v.InferOutput<typeof InvitationFacts>

/** NIST SP 800-63B: long enough to make guessing hopeless, no composition rules. */
export const PASSWORD_MIN = 8
export const InvitationAnswer = v.strictObject({ password: v.pipe(v.string(), v.minLength(PASSWORD_MIN), v.maxLength(128)) })
export type InvitationAnswer = v.InferOutput<typeof InvitationAnswer>

export const RolesChange = v.strictObject({ memberships: HeldRoles, reason: Reason })
export type RolesChange = v.InferOutput<typeof RolesChange>

/** `agency` null: all that the person holds. */
export const HandOver = v.strictObject({ to: v.string(), agency: v.nullable(v.string()), reason: Reason })
export type HandOver = v.InferOutput<typeof HandOver>

export const StateChange = v.strictObject({ disabled: v.boolean(), reason: Reason })
export type StateChange = v.InferOutput<typeof StateChange>

/** What was sent, or will not be, is known in its words for so long; after that only that there was something. */
export const MAIL_KEPT_DAYS = 30

/** What goes out, with what became of it. */
export const Mail = v.strictObject({
  about: v.string(),
  channel: v.picklist(['mail', 'webhook']),
  recipient: v.string(),
  subject: v.string(),
  body: v.string(),
  madeAt: v.string(),
  sentAt: v.nullable(v.string()),
  /** Not sent any more from then on. */
  expiresAt: v.nullable(v.string()),
  attempts: v.number(),
  /** Not tried again before. */
  nextAt: v.nullable(v.string()),
  /** What the server said last. */
  answer: v.nullable(v.string()),
  droppedAt: v.nullable(v.string()),
  /** Nobody tries any more. */
  gaveUpAt: v.nullable(v.string()),
  /** What it said is not kept any more since then. */
  emptiedAt: v.nullable(v.string()),
})
export type Mail = v.InferOutput<typeof Mail>
export const Outbox = v.strictObject({
  /** The last event of the log that it knows of. */
  asOf: v.number(),
  mails: v.array(Mail),
  now: v.string(),
  /** Agencies that are asked for reports and where nobody is reminded, by name. */
  unreached: v.array(v.string()),
  /** Who hands mails on: nobody, a server by its name, or settings that are wrong, with why. */
  mailer: v.strictObject({ kind: v.picklist(['off', 'on', 'wrong']), said: v.nullable(v.string()) }),
})
export type Outbox = v.InferOutput<typeof Outbox>

/** An admin decides about one of them. */
export const OutboxDecision = v.strictObject({ about: v.string(), what: v.picklist(['again', 'drop']), reason: Reason })
export type OutboxDecision = v.InferOutput<typeof OutboxDecision>
