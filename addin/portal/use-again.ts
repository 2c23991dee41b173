// Asks again while the server is still making something of what it answers.
import { useEffect } from 'react'

const AGAIN_MS = 500

/** `left`: how much is not made yet, null where nothing is known. */
export function useAgain({ loading, reload }: { readonly loading: boolean; readonly reload: () => void }, left: number | null): void {
  const unfinished = !loading && (left ?? 0) > 0
  useEffect(() => {
    if (!unfinished) return
    const timer = setTimeout(reload, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [unfinished, reload])
}
