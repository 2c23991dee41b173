// The port over the genuine Excel client library, at the oldest Excel that may
// load the add-in, at Office 2021 and at the newest.
import { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { EXCEL_VERSIONS, nodeRuntime, openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { excelHost } from './excel.ts'
import { hostContract } from './host.contract.ts'

const open = (excelApi: string, workbook = new MemoryWorkbook()) => {
  const wire = wireHost(workbook)
  const host = excelHost(nodeRuntime(openExcel(wire, excelApi)), 2_000)
  return { host, workbook, wire }
}

for (const version of EXCEL_VERSIONS)
  hostContract(`ExcelApi ${version}`, () => {
    const { wire, ...rest } = open(version)
    return {
      ...rest,
      faults: wire.faults,
      largest: () => Math.max(...wire.exchanges.flatMap(({ bytesIn, bytesOut }) => [bytesIn, bytesOut])),
    }
  })
