/** R4.5 What somebody writes as the amount of a part refund. */
export type WrittenAmount = { fen: number; fault: null } | { fen: null; fault: 'missing' | 'notAnAmount' | 'tooMuch' }

/** `180`, `1,180.5`, `¥180.00`: yuan with at most two decimals, more than nothing and at most `mostFen`. */
export function parseAmount(text: string, mostFen: number): WrittenAmount {
  const plain = text.normalize('NFKC').replace(/[\s,¥]/g, '')
  if (plain === '') return { fen: null, fault: 'missing' }
  const [, yuan, cents = ''] = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain) ?? []
  if (yuan === undefined) return { fen: null, fault: 'notAnAmount' }
  const fen = Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
  if (fen === 0) return { fen: null, fault: 'notAnAmount' }
  return fen > mostFen ? { fen: null, fault: 'tooMuch' } : { fen, fault: null }
}
