// The two reorganisations of 2025 as dated events that an admin can apply: the merged
// departments of 1 March, the end of the district level on 1 July. Nothing is applied here.
import * as v from 'valibot'
import type { Agency } from '../../agency.ts'
import type { Reorganisation } from '../../pack.ts'
import communes from './communes-2025-07.json' with { type: 'json' }

const Commune = v.strictObject({
  code: v.string(),
  name: v.string(),
  alias: v.string(),
  kind: v.string(),
  /** The district it was cut from; null for the communes of the former Ninh Thuận. */
  succeeds: v.nullable(v.string()),
})

const list = v.parse(v.array(Commune), communes)

const begins = (code: string, name: string, kind: string, day: string, origin: Agency['origin'], short: Partial<Agency> = {}): Agency => ({
  code,
  name,
  abbreviation: null,
  aliases: [],
  kind,
  reports: true,
  validFrom: day,
  validTo: null,
  successors: [],
  origin,
  ...short,
})

const districts = [...new Set(list.flatMap((commune) => commune.succeeds ?? []))]

export const reorganisations: readonly Reorganisation[] = [
  {
    id: 'sap-xep-so-2025-03',
    date: '2025-03-01',
    title: { vi: 'Sắp xếp các sở từ ngày 01/3/2025', en: 'Departments merged on 1 March 2025' },
    source:
      'Sở TTTT vào Sở KH&CN: đã đối chiếu (ictvietnam.vn 10/3/2025, toàn quốc; văn bản tháng 9/2025 của Khánh Hòa do Sở KH&CN trình). ' +
      'Bộ TTTT vào Bộ KH&CN: Nghị định 55/2025/NĐ-CP. Các sở còn lại: hiểu biết chung theo mô hình toàn quốc, tại Khánh Hòa chưa đối chiếu. ' +
      'Sở Văn hóa và Thể thao, Sở Du lịch, Sở Ngoại vụ: cần xác minh, không nêu ở đây.',
    ends: [
      { agency: 'STTTT', successors: ['SKHCN'] },
      { agency: 'SKHDT', successors: ['STC'] },
      { agency: 'SGTVT', successors: ['SXD'] },
      { agency: 'STNMT', successors: ['SNNMT'] },
      { agency: 'SNNPTNT', successors: ['SNNMT'] },
      { agency: 'SLDTBXH', successors: ['SNV'] },
      { agency: 'BDT', successors: ['SDTTG'] },
      { agency: 'BTTTT', successors: ['BKHCN'] },
    ],
    begins: [
      begins('SNNMT', 'Sở Nông nghiệp và Môi trường', 'sở', '2025-03-01', 'general_knowledge', {
        abbreviation: 'SNNMT',
        aliases: ['Sở NN&MT'],
      }),
      begins('SDTTG', 'Sở Dân tộc và Tôn giáo', 'sở', '2025-03-01', 'general_knowledge', { abbreviation: 'SDTTG', aliases: ['Sở DT&TG'] }),
      begins('BKHCN', 'Bộ Khoa học và Công nghệ', 'cơ quan trung ương', '2025-03-01', 'verified_source', {
        abbreviation: 'Bộ KHCN',
        aliases: ['Bộ KH&CN'],
        reports: false,
      }),
    ],
  },
  {
    id: 'bo-cap-huyen-2025-07',
    date: '2025-07-01',
    title: {
      vi: 'Hợp nhất Khánh Hòa và Ninh Thuận, bỏ cấp huyện từ ngày 01/7/2025',
      en: 'Khánh Hòa and Ninh Thuận merged, district level ended on 1 July 2025',
    },
    source:
      'Nghị quyết 202/2025/QH15; 65 đơn vị cấp xã (48 xã, 16 phường, 1 đặc khu): viettimes.vn 09/9/2025. ' +
      'Danh sách tên và huyện cũ: nguồn thứ cấp (kho dữ liệu công khai), đối chiếu nghị quyết của Ủy ban Thường vụ Quốc hội trước khi dùng.',
    ends: districts.map((agency) => {
      const successors = list.filter((commune) => commune.succeeds === agency)
      // The commune that keeps the district's name, which is mostly where its seat was. An admin may choose another.
      const placeOf = (code: string) => code.replace(/^(?:UBND|XA|PHUONG|DAC_KHU)_/, '').replaceAll('_', '')
      const heir = successors.find(({ code }) => placeOf(code) === placeOf(agency)) ?? successors[0]
      return { agency, successors: successors.map(({ code }) => code), ...(heir && { heir: heir.code }) }
    }),
    begins: list.map((commune) =>
      begins(commune.code, commune.name, commune.kind, '2025-07-01', 'verified_source', {
        aliases: [commune.alias, commune.name.replace('UBND', 'Ủy ban nhân dân')],
      }),
    ),
  },
]
