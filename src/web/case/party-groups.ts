import type { PartyView } from '../../kernel/http/views.ts'
import type { Text } from '../shell/i18n.ts'

/** Parties of one role and type that stand in one line, and those that stand alone. `count` is of all, also of those not listed. */
export type PartyGroup = { kind: 'one'; party: PartyView } | { kind: 'many'; typeId: string; count: number; parties: PartyView[] }

/** More than this of one type and they fold; a directive may reach every commune. */
const FOLD = 4

/** Parties as lines: single ones in their order, many of one type in one line behind them. */
export const partyGroups = (parties: PartyView[]): PartyGroup[] => {
  const byType = Map.groupBy(parties, (party) => party.agency.typeId)
  const folds = (party: PartyView) => party.sameType > FOLD && party.until === null
  const single = parties.filter((party) => !folds(party))
  const many = [...byType].flatMap(([typeId, all]): PartyGroup[] => {
    const folded = all.filter(folds)
    const kept = all.length - folded.length
    return folded[0] ? [{ kind: 'many', typeId, count: folded[0].sameType - kept, parties: folded }] : []
  })
  return [...single.map((party): PartyGroup => ({ kind: 'one', party })), ...many]
}

/** How many of a type are called in a list; other types by the name that the directory gives them. */
export const PLURALS: Record<string, Text> = {
  'commune-peoples-committee': { vi: '{n} UBND xã, phường', en: '{n} commune people’s committees' },
  'commune-police': { vi: '{n} Công an xã, phường', en: '{n} commune police' },
  'provincial-peoples-committee': { vi: '{n} UBND tỉnh, thành phố', en: '{n} provincial people’s committees' },
  'provincial-police': { vi: '{n} Công an tỉnh, thành phố', en: '{n} provincial police' },
  'telecom-enterprise': { vi: '{n} doanh nghiệp viễn thông', en: '{n} telecom enterprises' },
  'postal-enterprise': { vi: '{n} doanh nghiệp bưu chính', en: '{n} postal enterprises' },
  press: { vi: '{n} cơ quan báo chí', en: '{n} press agencies' },
}
