import { expect, test } from 'vitest'
import { outcomeOf } from './upload'

const file = { id: 'file_1', mediaType: 'image/webp', bytes: 12, name: 'a.webp' }

test('a file that was taken', () => {
  expect(outcomeOf(201, JSON.stringify(file))).toEqual({ ok: true, file })
})

test.each([
  { status: 415, body: '{"code":"unsupportedMediaType"}', fault: 'unsupportedMediaType' },
  { status: 401, body: '{"code":"unauthenticated"}', fault: 'unauthenticated' },
  { status: 413, body: '<html>Request Entity Too Large</html>', fault: 'fileTooLarge' },
  { status: 502, body: '<html>Bad Gateway</html>', fault: 'unreachable' },
  { status: 500, body: '', fault: 'internalError' },
  { status: 422, body: '{"code":"somethingNew"}', fault: 'internalError' },
  { status: 200, body: '<html>Sign in to the hotel</html>', fault: 'internalError' },
  { status: 201, body: '{}', fault: 'internalError' },
])('$status $body is $fault', ({ status, body, fault }) => {
  expect(outcomeOf(status, body)).toEqual({ ok: false, fault })
})
