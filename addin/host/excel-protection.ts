// Work on a sheet whose protection is in the way: lifted, done and protected as it
// was in one request, so that the window without protection is short. Excel refuses
// to protect or unprotect twice, so it goes by the state that was read.
import { codeOf } from './excel-run.ts'

/** `protection` has been loaded with `protected,options`. Changes made by the work are not told to listeners. */
export const withoutProtection = async (
  context: Excel.RequestContext,
  protection: Excel.WorksheetProtection,
  lift: boolean,
  work: () => void,
): Promise<void> => {
  const { options } = protection
  context.runtime.enableEvents = false
  if (lift) protection.unprotect()
  work()
  if (lift) protection.protect(options)
  context.runtime.enableEvents = true
  try {
    await context.sync()
  } catch (error) {
    // What fails on the way must not leave every pane beside this workbook deaf.
    context.runtime.enableEvents = true
    protection.load('protected')
    await context.sync()
    if (lift && !protection.protected) {
      // A colleague unprotected it since it was read: the first call was refused and nothing was done.
      if (codeOf(error) === 'AccessDenied') return withoutProtection(context, protection, false, work)
      protection.protect(options)
      await context.sync()
    }
    throw error
  }
}
