import { expect, it } from 'vitest'
import { Ledger } from './ledger.ts'

it('a ledger that is joined from others says what one says that saw everything', () => {
  const [whole, one, other] = [new Ledger([]), new Ledger([]), new Ledger([])]
  const nowhere = () => {
    throw new Error('no place is wanted')
  }
  for (const [id, amount, ledger] of [
    ...(['a', 'b'] as const).flatMap((id) => [0.1, 0.2, 0.3].map((amount) => [id, amount, one] as const)),
    ...[1e12, -1e11, 0.5].map((amount) => ['a', amount, other] as const),
    ...[1, 1].map((amount) => ['c', amount, other] as const),
  ])
    for (const to of [whole, ledger]) to.add(id, amount, nowhere)
  const joined = new Ledger([])
  for (const part of [one, other]) joined.join(JSON.parse(JSON.stringify(part.figures)))
  for (const id of ['a', 'b', 'c']) expect([joined.sum(id), joined.count(id)], id).toEqual([whole.sum(id), whole.count(id)])
})
