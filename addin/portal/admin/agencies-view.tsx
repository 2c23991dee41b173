// Cơ quan: the register as of a day, its groups, what is set, imported and reorganised.
import { Button, Text, Title3 } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { type Agency, type AgencyGroup, membersOn } from '../../../shared/agency.ts'
import type { Reorganising } from '../../../shared/reorganise.ts'
import type { AgencyImport as Imported, ReorganisationEffect } from '../../../shared/wire-admin.ts'
import { DayField } from '../../components/day-field.tsx'
import { Notice } from '../../components/notice.tsx'
import { saveFile } from '../../components/save-file.ts'
import { Spinner } from '../../components/spinner.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { AgencyForm } from './agency-form.tsx'
import { AgencyImport } from './agency-import.tsx'
import { AgencyTree } from './agency-tree.tsx'
import { GroupForm } from './group-form.tsx'
import { ReorganisationPreview } from './reorganisation-preview.tsx'
import { ReorganiseForm } from './reorganise-form.tsx'
import { useDoing } from './use-doing.ts'

type Opened =
  | { readonly what: 'agency'; readonly agency: Agency | null }
  | { readonly what: 'group'; readonly group: AgencyGroup | null }
  | { readonly what: 'reorganise' }
  | { readonly what: 'preview'; readonly change: Reorganising; readonly effect: ReorganisationEffect }
  | { readonly what: 'import'; readonly list: File; readonly read: Imported }

export default function AgenciesView({ api, onEnded }: AdminViewProps) {
  const { a, t, language } = useAdminText()
  const styles = useAdminStyles()
  const loaded = useLoad('register', () => api.register())
  const known = useLoad('reorganisations', () => api.knownReorganisations())
  const doing = useDoing()
  const file = useRef<HTMLInputElement>(null)
  const [day, setDay] = useState<string | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const register = loaded.value
  const words = a.agencies
  const open = (next: Opened | null) => {
    setSaid(null)
    setOpened(next)
  }
  const done = (sentence: string) => {
    setOpened(null)
    setSaid(sentence)
    loaded.reload()
    known.reload()
  }
  const preview = (change: Reorganising) =>
    void doing.act(async () => open({ what: 'preview', change, effect: await api.previewReorganisation(change) }))
  const take = (list: File | undefined) =>
    list && void doing.act(async () => open({ what: 'import', list, read: await api.importAgencies(list, null) }))
  const theirs = () => {
    open(null)
    loaded.reload()
  }
  const given = { api, onEnded, onCancel: () => open(null), onTheirs: theirs }
  return (
    <div className={styles.page}>
      <Text>{words.lead}</Text>
      <div className={styles.line}>
        <DayField label={words.day} value={day ?? register?.day ?? ''} onChange={(day) => setDay(day || null)} testId="agencies-day" />
        <Button onClick={() => open({ what: 'agency', agency: null })}>{words.add}</Button>
        <Button onClick={() => open({ what: 'group', group: null })} data-testid="agencies-add-group">
          {words.addGroup}
        </Button>
        <Button onClick={() => open({ what: 'reorganise' })} data-testid="agencies-reorganise">
          {words.reorganise}
        </Button>
        <Button onClick={() => void doing.act(async () => saveFile(await api.registerFile(), 'co-quan.xlsx'))}>{words.download}</Button>
        <Button onClick={() => file.current?.click()}>{words.import}</Button>
        <input
          ref={file}
          type="file"
          accept=".xlsx"
          hidden
          aria-label={words.import}
          data-testid="agencies-file"
          onChange={(event) => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      {said && (
        <Notice tone="success" testId="agencies-said">
          {said}
        </Notice>
      )}
      <ProblemBar problem={loaded.problem ?? known.problem ?? doing.problem} onRetry={loaded.reload} onEnded={onEnded} />
      {loaded.loading && !register && <Spinner label={t.loading} />}
      {register && opened?.what === 'agency' && (
        <AgencyForm key={opened.agency?.code ?? ''} {...given} register={register} agency={opened.agency} onDone={() => done(a.saved)} />
      )}
      {register && opened?.what === 'group' && (
        <GroupForm key={opened.group?.code ?? ''} {...given} register={register} group={opened.group} onDone={() => done(a.saved)} />
      )}
      {register && opened?.what === 'reorganise' && (
        <ReorganiseForm register={register} busy={doing.busy} onPreview={preview} onCancel={() => open(null)} />
      )}
      {register && opened?.what === 'preview' && (
        <ReorganisationPreview {...given} {...opened} register={register} onDone={() => done(words.applied)} />
      )}
      {opened?.what === 'import' && <AgencyImport {...given} {...opened} onDone={() => done(words.importKept)} />}
      {known.value && known.value.reorganisations.length > 0 && (
        <section className={styles.card}>
          <Title3 as="h2" className={styles.heading}>
            {words.known}
          </Title3>
          {known.value.reorganisations.map(({ id, title, source, applied, change }) => (
            <div key={id}>
              <Text weight="semibold">{title[language]}</Text>
              <div className={styles.line}>
                <Text className={styles.wide} lang="vi">
                  {source}
                </Text>
                {applied ? (
                  <Text>{words.isApplied}</Text>
                ) : (
                  <Button
                    disabled={doing.busy}
                    aria-label={words.previewOf(title[language])}
                    onClick={() => preview(change)}
                    data-testid={`reorganisation-${id}`}
                  >
                    {words.preview}
                  </Button>
                )}
              </div>
            </div>
          ))}
        </section>
      )}
      {register && <AgencyTree register={register} day={day ?? register.day} onEdit={(agency) => open({ what: 'agency', agency })} />}
      {register && (
        <section className={styles.card}>
          <Title3 as="h2" className={styles.heading}>
            {words.groups}
          </Title3>
          <ul className={styles.values}>
            {register.groups.map((group) => (
              <li key={group.code}>
                <Button
                  appearance="subtle"
                  size="small"
                  aria-label={words.editOf(group.name)}
                  onClick={() => open({ what: 'group', group })}
                >
                  {group.name}
                </Button>
                {words.groupCount(String(membersOn(register, [group.code], day ?? register.day).length))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
