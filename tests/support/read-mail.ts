/** What stands in an e-mail, without the encodings that it travels in. */
export type ReadMail = { headers: Map<string, string>; text: string; html: string }

export function parseMail(raw: string): ReadMail {
  const { headers, body } = splitPart(raw)
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1]
  const parts = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => splitPart(part.trim()))
    : []
  const partOf = (type: string) => {
    const part = parts.find((one) => one.headers.get('content-type')?.startsWith(type))
    return part ? decodeBody(part.body, part.headers.get('content-transfer-encoding')) : ''
  }
  return { headers, text: partOf('text/plain'), html: partOf('text/html') }
}

function splitPart(raw: string): { headers: Map<string, string>; body: string } {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())]
    }),
  )
  return { headers, body: body.join('\r\n\r\n') }
}

/** RFC 2047: `=?UTF-8?B?…?=`, `=?UTF-8?Q?…?=`. Blanks between two words are none, and a character may lie in both. */
function decodeWords(value: string): string {
  return value.replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=\s*)+/gi, (run) => {
    const words = [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)]
    const bytes = words.map(([, how = '', text = '']) =>
      how.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : bytesOf(text.replaceAll('_', ' ')),
    )
    return Buffer.concat(bytes).toString('utf8') + (run.endsWith(' ') ? ' ' : '')
  })
}

function decodeBody(body: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? bytesOf(body.replace(/=\r\n/g, '')).toString('utf8') : body
}

function bytesOf(quoted: string): Buffer {
  const bytes = quoted.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
}
