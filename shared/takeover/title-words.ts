// The words of a column's title as ideas: without tones and case, abbreviations
// written out, different words for one thing made one. For likeness only; knows no template.
import { foldBare } from '../text/fold.ts'
import { remembered } from '../text/remembered.ts'

/** What officials write for one idea, all without tones. The longest that stands in a title counts. */
const IDEAS: Readonly<Record<string, string>> = {
  'danh muc': 'danh muc',
  'thu tu': 'so thu tu, so tt, tt, stt, thu tu, no',
  'phan tram': 'phan tram, ty le, ti le, ty le phan tram, pt',
  'hoan thanh': 'hoan thanh, ht, htanh',
  'he thong thong tin': 'he thong thong tin, httt, ten httt, he thong',
  'luy ke': 'luy ke, lk, cong don',
  'giai ngan': 'giai ngan, gn, gngan, da giai ngan, thanh toan',
  'ke hoach': 'ke hoach, kh, khoach',
  von: 'von, kinh phi, kp, nguon kinh phi, ngan sach cap',
  'an toan thong tin': 'an toan thong tin, attt, an toan tt, an toan thong tin mang, attt mang',
  'khoa hoc cong nghe': 'khoa hoc cong nghe, khoa hoc va cong nghe, kh cn, khcn',
  'co quan': 'co quan, cq, don vi, dv, d v, dvi, so nganh',
  'don vi tinh': 'don vi tinh, dvt, d v t, dv tinh',
  'chu tri': 'chu tri, ctri, c tri, chu tri thuc hien, co quan thuc hien chinh',
  'chu dau tu': 'chu dau tu, cdt',
  'phoi hop': 'phoi hop, p hop, phop',
  'nguyen nhan': 'nguyen nhan, ng nhan, nnhan',
  'van ban': 'van ban, vb, vban',
  'so ky hieu': 'so ky hieu, so hieu, so kh, so va ky hieu, ky hieu, so vb, so van ban, so ky hieu van ban',
  'thuc hien': 'thuc hien, t h, th, trien khai, tk',
  'nhiem vu': 'nhiem vu, nv, nvu, cong viec, noi dung cong viec, dau viec, ten nhiem vu, noi dung nhiem vu, ten cong viec',
  'du an': 'du an, da',
  'noi dung': 'noi dung, nd',
  'tinh trang': 'tinh trang, trang thai, tien do, tinh hinh, tien do thuc hien, tinh hinh thuc hien, ket qua xu ly',
  'thoi han': 'thoi han, han, thoi han hoan thanh, han hoan thanh, thoi gian hoan thanh, thoi han ht, tg hoan thanh, tg ht',
  'thoi gian': 'thoi gian, tg, tgian',
  'ket qua': 'ket qua, kq, ket qua dat duoc, ket qua thuc hien, kq th, kq thuc hien',
  'san pham': 'san pham, sp, sph',
  'kho khan': 'kho khan, kk, k khan, ton tai',
  'vuong mac': 'vuong mac, vm, v mac, han che',
  'de xuat': 'de xuat, dx, d xuat',
  'kien nghi': 'kien nghi, kn, k nghi',
  'ghi chu': 'ghi chu, gc, g chu',
  'quyet dinh': 'quyet dinh, qd',
  'dieu chinh': 'dieu chinh, dc',
  'ban hanh': 'ban hanh, bh',
  'tong muc dau tu': 'tong muc dau tu, tmdt',
  'du toan': 'du toan, dt',
  'dau tu cong': 'dau tu cong, dtc, von dau tu cong, von dtc, chi dau tu phat trien',
  'chi thuong xuyen': 'chi thuong xuyen, thuong xuyen, chi tx, tx, ctx',
  'ngan sach trung uong': 'ngan sach trung uong, nstw, ns trung uong, ns tw, trung uong',
  'ngan sach dia phuong': 'ngan sach dia phuong, nsdp, ns dia phuong, ns dp, ngan sach tinh',
  'muc tieu': 'muc tieu, mt',
  'chi tieu': 'chi tieu, ct, ten chi tieu',
  'co quan xu ly': 'co quan xu ly, cq xu ly, noi xu ly, noi giai quyet, cq giai quyet, co quan giai quyet',
  'lien ket': 'lien ket, link, duong dan, url, dia chi web',
  'ky truoc': 'ky truoc, thang truoc, quy truoc, nam truoc, den het ky truoc, den ky truoc',
  'ky nay': 'trong ky, ky nay, thang nay, trong thang, trong quy, quy nay, trong nam',
  'ky toi': 'ky toi, thang toi, thang sau, ky sau, ky tiep theo, thang tiep theo, quy sau',
  tong: 'tong, tong so, tong cong',
  'quy mo': 'quy mo, qmo',
  'dia diem': 'dia diem, ddiem',
  'trung binh': 'trung binh, tb, t binh',
  'muc do': 'muc do',
  'cap do': 'cap do, cap do attt, cap do an toan, cap do httt',
  'uy ban': 'ubnd, uy ban nhan dan',
  'de nghi': 'de nghi, dnghi',
  'lo hong': 'lo hong, diem yeu, lo hong bao mat',
  'nghiem trong': 'nghiem trong, rat cao',
  'khac phuc': 'khac phuc, kphuc, xu ly lo hong',
}

const PHRASES = new Map(Object.entries(IDEAS).flatMap(([idea, ways]) => ways.split(', ').map((way) => [way, idea] as const)))
const LONGEST = Math.max(...[...PHRASES.keys()].map((way) => way.split(' ').length))
/** Before the name of what a column lists they say nothing. */
const LISTS = new Set(['danh muc'])
const EMPTY = new Set('ten va cua cac theo tai nhung duoc cho neu co la nam trong thang ve do voi'.split(' '))
const YEAR = /^(?:19|20)\d\d$/

/** `(triệu đồng)`, `(3)`, `(nếu có)`: said beside the title, no part of it. */
const ASIDE = /\([^()]*\)/g

function find(title: string): readonly string[] {
  const plain = title.replace(ASIDE, (aside) => (aside.includes('%') ? ' % ' : ' ')).replaceAll('%', ' phần trăm ')
  const words = foldBare(plain)
    .split(' ')
    .filter((word) => word !== '' && !YEAR.test(word))
  const ideas: string[] = []
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST, words.length - at)
    while (length > 0 && !PHRASES.has(words.slice(at, at + length).join(' '))) length--
    const idea = length > 0 ? PHRASES.get(words.slice(at, at + length).join(' '))! : words[at]!
    if (length > 0 || !EMPTY.has(idea)) ideas.push(idea)
    at += Math.max(1, length)
  }
  const telling = ideas.filter((idea) => !LISTS.has(idea))
  return [...new Set(telling.length > 0 ? telling : words)]
}

/** In the order of the title, each once. */
export const titleWords: (title: string) => readonly string[] = remembered(find)
