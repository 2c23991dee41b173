// Asks again while the server is still counting: every answer counts a piece more of what nobody had counted.
import { useEffect } from 'react'

const AGAIN_MS = 500

/** `left`: what is not counted yet, null where nothing is known. */
export function useAgain({ loading, reload }: { readonly loading: boolean; readonly reload: () => void }, left: number | null): void {
  const unfinished = !loading && (left ?? 0) > 0
  useEffect(() => {
    if (!unfinished) return
    const timer = setTimeout(reload, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [unfinished, reload])
}
