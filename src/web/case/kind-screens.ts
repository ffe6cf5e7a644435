import type { ComponentType, ReactNode } from 'react'
import type { AnyRoute } from '@tanstack/react-router'
import type { ActionView, CaseRow, CaseView, ProgressView } from '../../kernel/http/views.ts'
import type { Text } from '../shell/i18n.ts'
import type { StatusLook } from '../ui/chip.tsx'

/** A line of the navigation. `short` stands under the icon where the navigation is narrow. */
export type NavItem = {
  to: string
  text: Text
  short: Text
  icon: ComponentType
  place: 'top' | 'cases' | 'look-up'
  /** Letter after G that goes there. */
  letter?: string
  /** The cases whose number stands behind it. */
  count?: { kind: string; statuses: readonly string[] }
  /** Shown only to posts with this right. */
  right?: string
}

/** A column of the kind's case list; number and title always stand first, the moment of the last change last. */
export type CaseColumn = { key: string; title: Text; width: string; align?: 'end'; render: (row: CaseRow) => ReactNode }

/** A step on the left of the case page. */
export type CaseStep = { key: string; title: Text; note?: Text | undefined; state: 'done' | 'current' | 'ahead' }

/** A fact in the second line of the header. */
export type CaseFact = { key: string; label: Text; value: ReactNode }

export type CentreProps = {
  view: CaseView
  /** The fulfilment that is open beside the page, from the address. */
  fulfilmentId: string | null
  openFulfilment: (id: string | null) => void
}

export type KindActFormProps = { view: CaseView; action: ActionView; close: () => void }

/** How one of the kind's own commands is given from the header. */
export type KindAct = {
  label: Text
  tone?: 'primary' | 'danger'
  /** Opens over the case, asks for the payload and gives the command itself. Without it the command is given as it is. */
  form?: ComponentType<KindActFormProps>
  /** What stands in check-your-answers, for a command without a form that binds. */
  check?: Text
  /** What is said when it is done. */
  done: Text
  /** Not shown at all while it is not allowed (acts that only make sense in one status). */
  hideWhenRefused?: boolean
}

/** All that the web knows of one kind of case. The shell derives navigation, routes, lists and the case page from it. */
export type KindScreens = {
  kind: string
  streamType: string
  name: Text
  short: Text
  icon: ComponentType
  /** Letter after G that goes to its list. */
  letter?: string
  statuses: Record<string, StatusLook>
  /** Statuses in which work goes on: the navigation counts them. */
  open?: readonly string[]
  columns: CaseColumn[]
  /** The centre of the case page; pass a lazy component. */
  centre: ComponentType<CentreProps>
  /** 'own': the centre takes the whole page under the header; steps, parties and record are drawn by the kind itself, where it wants them. */
  layout?: 'own'
  /** What stands in grey after number and status. */
  line: (view: CaseView) => Text
  /** What stands after that line: the limits of the case, where the kind has some of its own. */
  clock?: ComponentType<{ view: CaseView }>
  facts?: (view: CaseView) => CaseFact[]
  steps: (view: CaseView, progress: ProgressView | undefined) => CaseStep[]
  /** What its events are called, by type, where an act is refused because one of them came before. */
  changes?: Readonly<Record<string, Text>>
  /** The kind's own commands, in the order of the header; those it leaves out are given elsewhere on its screens. */
  acts: Record<string, KindAct>
  /** Words of its asks on the desk, and where Enter goes; the case itself unless it says so. */
  deskActs?: Record<string, { label: Text; to?: (row: { caseId: string; streamId: string }) => string }>
  create?: { label: Text; to: string; right?: string }
  navigation?: NavItem[]
  /** Further routes of its own, under the signed-in part. */
  routes?: (parent: AnyRoute) => AnyRoute[]
}
