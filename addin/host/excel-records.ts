// Which sheets are the very hidden records of forms, by the prefix of their names.
import { NAME_PREFIX } from '../../shared/sheet/anchors.ts'

/** `_pls`, as in `_pls THANG 2025-03`. */
export const RECORD_PREFIX = NAME_PREFIX.replace(/_$/, '')
