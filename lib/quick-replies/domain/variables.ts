/** Placeholders in texts that are kept: `{买家}`, `{buyer}`. There are these and no others. Pure. */

export const VARIABLES = ['buyer', 'caseNo', 'orderNo', 'goods', 'amount', 'deadline', 'agent'] as const
export type Variable = (typeof VARIABLES)[number]

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** How each is written; either language's names hold in both. */
export const VARIABLE_NAMES: Record<Language, Record<Variable, string>> = {
  'zh-CN': {
    buyer: '买家',
    caseNo: '单号',
    orderNo: '订单号',
    goods: '商品',
    amount: '金额',
    deadline: '截止时间',
    agent: '客服',
  },
  en: {
    buyer: 'buyer',
    caseNo: 'caseNo',
    orderNo: 'orderNo',
    goods: 'goods',
    amount: 'amount',
    deadline: 'deadline',
    agent: 'agent',
  },
}

/** One as it stands in a text. `variable` is null for a name that means nothing here. */
type Placed = { written: string; name: string } & (
  | { variable: Variable; language: Language }
  | { variable: null; language: null }
)

// a single word in braces, as either keyboard writes them; any other braces are text
const PLACEHOLDER = /[{｛][ \t\u3000]*(\p{L}[\p{L}\p{N}_]{0,19})[ \t\u3000]*[}｝]/gu

/** `{金额}`, `{amount}` */
export function writeVariable(variable: Variable, language: Language): string {
  return `{${VARIABLE_NAMES[language][variable]}}`
}

/** The names in braces that mean nothing, each once, in their order. */
export function findUnknown(text: string): string[] {
  return [...new Set(placedIn(text).flatMap(({ variable, name }) => (variable === null ? name : [])))]
}

/** A placeholder that means something, as it is written. */
export type Placeholder = { written: string; variable: Variable; language: Language }

/** What is still to be filled in, each once. Names that mean nothing are no placeholders. */
export function findPlaceholders(text: string): Placeholder[] {
  const found = placedIn(text).flatMap((placed) => (placed.variable === null ? [] : placed))
  return [
    ...new Map(found.map(({ written, variable, language }) => [written, { written, variable, language }])).values(),
  ]
}

/** The same, as they are written. */
export function findUnfilled(text: string): string[] {
  return findPlaceholders(text).map(({ written }) => written)
}

/** Filled in once: what a value says is not looked at again. Where there is no value (null) the placeholder stays. */
export function fillVariables(
  text: string,
  readValue: (variable: Variable, language: Language) => string | null,
): string {
  return replacePlaced(text, ({ variable, language, written }) =>
    variable === null ? written : (readValue(variable, language) ?? written),
  )
}

function placedIn(text: string): Placed[] {
  return [...text.matchAll(PLACEHOLDER)].map(([written, name = '']) => read(written, name))
}

function replacePlaced(text: string, replace: (placed: Placed) => string): string {
  return text.replace(PLACEHOLDER, (written: string, name: string) => replace(read(written, name)))
}

function read(written: string, name: string): Placed {
  for (const language of LANGUAGES) {
    const variable = VARIABLES.find((one) => VARIABLE_NAMES[language][one].toLowerCase() === name.toLowerCase())
    if (variable) return { written, name, variable, language }
  }
  return { written, name, variable: null, language: null }
}
