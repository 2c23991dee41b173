// What a person has typed and pressed on the first screen while it was only drawn,
// done again on the one that answers. Finds fields and buttons by their order: both
// screens come from one component.

/** Asked at the moment at which the pane takes over; the result is called once it has. */
export function doneSoFar(place: HTMLElement): () => void {
  const of = <Kind extends HTMLElement>(what: string) => [...place.querySelectorAll<Kind>(what)]
  const fields = of<HTMLInputElement>('input').map(({ value, checked }) => ({ value, checked }))
  const pressed = of('button').findIndex((button) => button.dataset.pressed !== undefined)
  const focused = of('input, button').indexOf(document.activeElement as HTMLElement)
  return () => {
    const now = of<HTMLInputElement>('input')
    // Another screen than the one that was drawn has nothing to carry on with.
    if (now.length !== fields.length) return
    now.forEach((input, at) => {
      const { value, checked } = fields[at]!
      if (input.type === 'checkbox') {
        if (input.checked !== checked) input.click()
      } else if (value !== '') type(input, value)
    })
    of('input, button')[focused]?.focus({ preventScroll: true })
    of('button')[pressed]?.click()
  }
}

/** As the keyboard does it: React hears of a value only if it is set past its own setter and told. */
function type(input: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, value)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
