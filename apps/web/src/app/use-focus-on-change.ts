import { useEffect, useRef } from 'react'

/** Where the page becomes another one, what had the focus may be gone: it goes to the page, as in a new document. Not at first, which is one. */
export function useFocusOnChange(what: string | boolean | null): void {
  const before = useRef(what)
  useEffect(() => {
    if (before.current === what) return
    before.current = what
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [what])
}
