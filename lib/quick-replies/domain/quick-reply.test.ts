import { describe, expect, test } from 'vitest'
import { faultsOf, type ReplyKind, type ReplyText, tidyReply } from './quick-reply'

const textOf = (change: Partial<ReplyText>) =>
  tidyReply({ title: '请补拍照片', text: '您好，麻烦补几张照片，谢谢。', reasonCode: null, ...change })

describe('a text', () => {
  test.each<[string, ReplyKind, Partial<ReplyText>, object[]]>([
    ['that is fine', 'REPLY', {}, []],
    ['of one character', 'REPLY', { text: '好' }, []],
    [
      'of nine characters, of a rejection',
      'REJECTION',
      { text: ' 一二三四五六七八九 ' },
      [{ path: 'text', code: 'tooShort', limit: 10 }],
    ],
    ['of ten characters, of a rejection', 'REJECTION', { text: '一二三四五六七八九🧵' }, []],
    ['of 500 characters', 'REPLY', { text: '🧵'.repeat(500) }, []],
    ['of 501 characters', 'REPLY', { text: '🧵'.repeat(501) }, [{ path: 'text', code: 'tooLong', limit: 500 }]],
    ['without a title', 'REPLY', { title: ' \n ' }, [{ path: 'title', code: 'missing' }]],
    ['with a title of 30', 'REPLY', { title: '题'.repeat(30) }, []],
    ['with a title of 31', 'REPLY', { title: '题'.repeat(31) }, [{ path: 'title', code: 'tooLong', limit: 30 }]],
    [
      'that is empty and has no title',
      'REPLY',
      { title: '', text: '\n' },
      [
        { path: 'title', code: 'missing' },
        { path: 'text', code: 'missing' },
      ],
    ],
    ['with placeholders', 'REPLY', { text: '{买家} {amount}' }, []],
    [
      'with placeholders that mean nothing',
      'REPLY',
      { text: '{买加} {颜色} {买家} {买加}' },
      [{ path: 'text', code: 'unknownVariable', names: ['买加', '颜色'] }],
    ],
    ['with other braces', 'REPLY', { text: '{} {a:1}' }, []],
    ['turned round', 'REPLY', { text: '退\u202e款' }, [{ path: 'text', code: 'unprintable' }]],
    ['with a bell', 'REPLY', { text: '退\u0007款' }, [{ path: 'text', code: 'unprintable' }]],
    ['with a placeholder as its title', 'REPLY', { title: '{颜色}' }, []],
  ])('%s', (_, kind, change, faults) => {
    expect(faultsOf(kind, textOf(change))).toEqual(faults)
  })

  test('keeps its lines, its title is one', () => {
    expect(textOf({ title: ' 两\n行 ', text: ' 一\r\n二\r三\t四 ' })).toEqual({
      title: '两 行',
      text: '一\n二\n三 四',
      reasonCode: null,
    })
  })
})
