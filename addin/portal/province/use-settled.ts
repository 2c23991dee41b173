// Whether the hand rests: several ticks in a row are one question to the server.
import { useEffect, useState } from 'react'

const REST_MS = 500

/** True once `value` has not changed for half a second, and from the beginning. */
export function useSettled(value: string): boolean {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled === value
}
