// The sentences of the work on an opened form in English.
import type { WorkTexts } from './work-texts.ts'

export const workEn: WorkTexts = {
  waitingToSend:
    'The server has not answered yet. The report is sent again by itself once there is a network; that never makes two submissions. Leave this pane open.',
  waitingChanged: 'The last attempt got no answer, and the content has changed since. Press “Submit” to send what stands there now.',
  sendAgain: 'Send again now',
  attemptDrop: 'Do not send',
  unsent: (what: string, time: string) => `${what}: sent at ${time}, no answer received.`,
  unsentOpen: 'Open and go on',
  beforeUnknown:
    'Without the network it cannot be compared with the last submission. It can be sent all the same and goes out once there is a network.',
  conflictLook: 'See the differences and choose',
  conflictTitle: 'Two versions of one report',
  conflictWho: (by: string, time: string) => `The other version: saved by ${by} at ${time}.`,
  conflictLead:
    'Choose which goes on. The other is kept on a sheet of its own in this workbook; nothing is lost. To talk to each other first, go back.',
  conflictMine: 'Mine',
  conflictSame: 'The two say the same.',
  conflictTakeTheirs: 'Take theirs',
  conflictKeepMine: 'Keep mine',
  draftConflict: (by: string, time: string) =>
    `${by} is working on this report too and saved another version at ${time}. Nothing was overwritten; your workbook is untouched.`,
  fixPreview: (n: number) => (n === 1 ? '1 cell will be fixed' : `${n} cells will be fixed`),
  fixPreviewLead: 'The same values, only written as they should be. Nothing is written before you press the button below the list.',
  fixAsNumber: '(from text to number)',
  fixPreviewApply: (n: number) => (n === 1 ? 'Fix 1 cell' : `Fix ${n} cells`),
  fixDone: (n: number) => (n === 1 ? '1 cell was fixed.' : `${n} cells were fixed.`),
  fixUndo: 'Undo',
  addRows: (n: number) => `Add ${n} blank rows`,
  addingRows: 'Adding rows…',
  older: (sheet: string, was: number, is: number) =>
    `Sheet “${sheet}” is version ${was} of the form; version ${is} is in use now. What was typed comes over, and the old sheet is kept.`,
  carry: 'Bring figures into the new version',
  carriedTitle: 'Brought into the new version',
  carriedLead: (kept: string) => `The old sheet is kept as it was, under the name “${kept}”.`,
  carriedRenamed: 'Columns with another name, please look',
  carriedAs: (column: string, from: string, to: string) => `Column ${column} “${from}” → “${to}”`,
  carriedLeft: 'No place in the new form',
  carriedColumn: (column: string, title: string, cells: number) =>
    `Column ${column} “${title}”: ${cells} ${cells === 1 ? 'cell' : 'cells'} with content`,
  carriedRow: (at: number, text: string) => `Row ${at}: ${text}`,
  carriedAll: 'Everything that was typed has a place in the new form.',
  carriedGo: 'Go on',
  uploadTables: 'Take the figures from a table in this file',
  uploadOlder: (version: number) =>
    `The file is version ${version} of the form; its figures were read into the version in use. What has no place there is listed below and stays in your file.`,
  uploadOlderColumn: (column: string, title: string, cells: number) => `Column ${column} “${title}”: ${cells} with content`,
  uploadOlderRow: (at: number, text: string) => `Row ${at}: ${text}`,
  receiptSave: 'Save the receipt',
  receiptPage: {
    title: 'RECEIPT OF A SUBMITTED REPORT',
    state: 'SOCIALIST REPUBLIC OF VIET NAM',
    motto: 'Independence - Freedom - Happiness',
    number: (number: string) => `No. ${number}`,
    event: 'Event hash (SHA-256)',
    previous: 'Hash of the event before',
    note: 'Issued by the system when it received the report. The content hash is taken over all that was submitted: one character changed gives another hash. The event hash is chained to the event before, so that none can be altered.',
    file: (number: string) => `receipt-${number}.html`,
  },
}
