// What a formula may say, where it is told that it may not, and what it becomes
// in a sheet.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Compiled, compileFormula, LONGEST_IN_LIST, orderComputed } from './compile.ts'
import { evaluate } from './evaluate.ts'
import type { Scope } from './scope.ts'
import { toExcel } from './to-excel.ts'

const scope: Scope = { fields: { a: 'number', b: 'number', ten: 'text', ngay: 'date', co: 'boolean' }, plan: ['tong'] }

const compiled = (source: string): Compiled => {
  const result = compileFormula(source, scope)
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.refusals)}`)
  return result.formula
}

describe('a formula', () => {
  it.each([
    ['=[@thieu]+1', 'unknown-field', 1, 9],
    ['=FILTER([a],1)', 'unknown-function', 1, 14],
    ['=ROUND([@a])', 'wrong-arity', 1, 12],
    ['=[@ten]+1', 'text-in-arithmetic', 1, 7],
    ['=[@ngay]="01/01/2025"', 'date-against-text', 1, 21],
    ['=[a]+1', 'column-outside-aggregate', 1, 4],
    ['=plan.khong', 'unknown-name', 1, 11],
    ['=A1+1', 'not-expressible', 1, 3],
    ['=SUM(1,', 'syntax', 7, 7],
  ])('%s is refused as %s with its position', (source, code, from, to) => {
    const result = compileFormula(source, scope)
    expect(result.ok).toBe(false)
    if (!result.ok) expect(result.refusals[0]).toMatchObject({ code, from, to })
  })

  it('a formula longer than Excel takes is refused', () => {
    const result = compileFormula(`=${'1+'.repeat(5000)}1`, scope)
    expect(result.ok ? [] : result.refusals.map(({ code }) => code)).toEqual(['too-long'])
  })

  it('in the list form of a validation may have 255 characters', () => {
    const source = `=${'1+'.repeat(126)}11`
    expect(source).toHaveLength(LONGEST_IN_LIST)
    expect(compileFormula(source, scope, LONGEST_IN_LIST).ok).toBe(true)
    expect(compileFormula(`${source}1`, scope, LONGEST_IN_LIST).ok).toBe(false)
  })

  it('computed fields are worked out in the order they need, a circle is named', () => {
    const order = orderComputed(
      new Map([
        ['a', compiled('=[@b]+1')],
        ['b', compiled('=[@co]')],
      ]),
    )
    expect(order).toEqual({ ok: true, order: ['b', 'a'] })
    const circle = orderComputed(
      new Map([
        ['a', compiled('=[@b]+1')],
        ['b', compiled('=SUM([a])')],
      ]),
    )
    expect(circle).toEqual({ ok: false, cycle: ['a', 'b', 'a'] })
  })

  it('becomes A1 text without structured references', () => {
    const write = (source: string) =>
      toExcel(compiled(source), {
        cell: (key) => `$${key.toUpperCase()}9`,
        column: (key) => `$${key.toUpperCase()}$9:$${key.toUpperCase()}$20`,
        plan: () => 477330,
        list: (name, part) => `_ds_${name}_${part}`,
      })
    expect(write('=[@a] = [@b] + SUM([a])*2')).toBe('=$A9=$B9+SUM($A$9:$A$20)*2')
    expect(write('=([@a]+1)*-[@b]-(1-2)')).toBe('=($A9+1)*-$B9-(1-2)')
    expect(write('=IF([@ten]<>"a""b",plan.tong,)')).toBe('=IF($TEN9<>"a""b",477330,)')
  })

  it('looks lists up and counts different values without functions that Excel 2016 does not have', () => {
    const lists = { ds: [{ label: 'Có', code: 'co' }] }
    const write = (source: string, blankLook?: 'number') => {
      const result = compileFormula(source, { ...scope, lists })
      if (!result.ok) throw new Error(source)
      return toExcel(result.formula, {
        ...{ cell: (key) => `$${key.toUpperCase()}9`, column: (key) => `$${key.toUpperCase()}$9:$${key.toUpperCase()}$20` },
        ...{ plan: () => 0, list: (name, part) => `_ds_${name}_${part}`, blankLook: () => blankLook },
      })
    }
    expect(write('=MATCH([@ten],list.ds.label,0)')).toBe('=MATCH($TEN9,_ds_ds_label,0)')
    expect(write('=VLOOKUP([@ten],list.ds,2,0)')).toBe('=VLOOKUP($TEN9,_ds_ds_all,2,FALSE)')
    expect(write('=XLOOKUP("co",list.ds.code,list.ds.label)')).toBe('=LOOKUP(2,1/(_ds_ds_code="co"),_ds_ds_label)')
    expect(write('=XLOOKUP([@ten],list.ds.code,list.ds.label,"-")')).toBe(
      '=IF(ISERROR($TEN9),$TEN9,IFERROR(LOOKUP(2,1/(_ds_ds_code=$TEN9),_ds_ds_label),"-"))',
    )
    const [cells, same] = ['$A$9:$A$20', '--($A$9:$A$20=TRANSPOSE($A$9:$A$20))']
    expect(write('=COUNTUNIQUE([a])')).toBe(`=ROUND(SUMPRODUCT((${cells}<>"")/(MMULT(${same},--(${cells}<>""))+(${cells}=""))),0)`)
    expect(write('=COUNTUNIQUE([a])', 'number')).toBe(
      `=ROUND(SUMPRODUCT(ISNUMBER(${cells})/(MMULT(${same},--ISNUMBER(${cells}))+(1-ISNUMBER(${cells})))),0)`,
    )
  })

  it('never throws, whatever stands in the cells, and means the same written out again', () => {
    const scalar = fc.oneof(fc.constant(null), fc.double(), fc.integer(), fc.string(), fc.boolean())
    const leaf = fc.constantFrom('[@a]', '[@b]', '2', '0', '1.5', 'IF([@co],1,[@b])', 'SUM([a])', 'ROUND([@a],2)')
    const formula = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc
          .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '^', '=', '<', '&'), tie('expression'))
          .map(([l, o, r]) => `(${l}${o}${r})`),
      ),
    })).expression
    const numberOnly: Scope = { fields: { a: 'any', b: 'any', co: 'any' }, plan: [] }
    fc.assert(
      fc.property(formula, scalar, scalar, scalar, (text, a, b, co) => {
        const first = compileFormula(`=${text}`, numberOnly)
        if (!first.ok) return
        const environment = { row: { a, b, co }, column: () => [a, b], plan: {} }
        const value = evaluate(first.formula, environment)
        const again = compileFormula(
          toExcel(first.formula, { cell: (key) => `[@${key}]`, column: (key) => `[${key}]`, plan: () => 0, list: (name) => name }),
          numberOnly,
        )
        expect(again.ok).toBe(true)
        if (again.ok) expect(evaluate(again.formula, environment)).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })
})
