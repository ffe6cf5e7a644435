/** Issuer, lead, its leader, coordinating, commune, enterprises, parties of agreements in other provinces, and the keeper of the directory. */
export const ACCOUNTS = [
  'vpub.chuyenvien',
  'pa05.tructban',
  'skhcn.chuyenvien',
  'phutuc.chutich',
  'vnpt.daumoi',
  'qltt.chuyenvien',
  'cahatinh.pa05',
  'cadanang.lanhdao',
  'gialai.quantri',
]

export const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What changes from one request to the next and tells nothing. */
export const still = ({ status, body }: { status: number; body: string }): string =>
  `${status} ${body.replace(/"(at|now)":"[^"]+"/g, '"$1":""')}`

/** What is read of a case. */
export const CASE_PATHS = [
  '',
  '/timeline',
  '/fulfilments',
  '/progress',
  '/notes',
  '/acknowledgement',
  '/access',
  '/progress.xlsx',
  '/evidence',
  '/evidence/table',
  '/evidence.xlsx',
  '/versions/compare?from=1&to=1',
]
