import { NOBODY } from './values.ts'

/** Cursors that this API did not make, or made for another list. */
export const cursors = [
  'x',
  'W10',
  'e30',
  ...[
    [1],
    ['x'],
    [{}],
    [null],
    ['1e9'],
    ['99999999999999999999'],
    [-1],
    ['2026-11-21', NOBODY],
    ['infinity', NOBODY],
    ['1', NOBODY],
    ['-5', 'x'],
    ['2026-02-30', NOBODY],
    ['Sat', NOBODY],
    ['a', 'b', 'c'],
    [1, NOBODY, NOBODY],
    [1e99, NOBODY, NOBODY],
    ['1\0', NOBODY],
  ].map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
]

/** Headers that say what no client of ours would. */
export const oddHeaders: Record<string, string>[] = [
  ...['"-1"', 'abc', '99999999999', '"1', '1.5', 'W/"x"', '1, 2'].map((value) => ({ 'if-match': value })),
  ...['', 'short', 'x'.repeat(101), 'x'.repeat(9_000), 'có dấu đấy nhé', '../../..', 'a b c d e f g h'].map((value) => ({
    'idempotency-key': Buffer.from(value).toString('latin1'),
  })),
  ...[
    'x',
    '1',
    '2026-02-30',
    '+275760-09-13T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-11-20',
  ].map((value) => ({ 'effective-at': value })),
  ...[
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'x',
    ';;;',
    'application/x-www-form-urlencoded',
  ].map((value) => ({ 'content-type': value })),
  ...['gzip', 'br', 'deflate', 'zip', 'gzip, gzip'].map((value) => ({ 'content-encoding': value })),
]
