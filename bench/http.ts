import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '@/lib/db/embedded'
import { migrate } from '@/lib/db/migrate'
import { closePool } from '@/lib/db/pool'
import { actionCaller, hireAgent, takeCookies } from './desk-session'
import { type Finding, formatFindings, middle } from './finding'
import { type Load, load, type Request } from './load'
import { residentMb } from './memory'
import { buildWith, type Server, startBare, startProduct } from './servers'
import { addReviews, type Keys, stock, turnTo } from './stock'
import { getFromApi, loadReturns, post } from './whole-return'

/**
 * What a person and a platform wait for, in requests per second: the queue's page and an approval beside a bare page and
 * a bare action of Next.js behind the same server, and whole returns through the API, with what the process has in
 * memory: `npx tsx bench/http.ts [cases] [--rounds 3] [--returns 400] [--json file]`. All servers run at once and are
 * measured in turns; a ratio is the median of the rounds.
 */

const SECONDS = 6
const APPROVALS = 600
const LIST = '/after-sales?status=PENDING_REVIEW&sort=dueAt'
/** How long the idle process is left alone before its memory is read. */
const QUIET_MS = 5000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    returns: { type: 'string', default: '400' },
    json: { type: 'string' },
  },
})
const cases = Number(positionals[0] ?? 10_000)
const rounds = Number(values.rounds)
const returns = Number(values.returns)

buildWith('bare', 'bare-action')
const folder = await mkdtemp(join(tmpdir(), 'afterdesk-bench-'))
const postgres = await startPostgres({ dataDir: join(folder, 'postgres') })
const servers: Server[] = []
try {
  await turnTo(postgres.url)
  await migrate(postgres.url)
  const keys = await stock(cases)
  await hireAgent()
  const bare = await startBare()
  servers.push(bare)
  const bareAction = await startBare('bare-action')
  servers.push(bareAction)
  const product = await startProduct(process.env.DATABASE_URL ?? '', { worker: 'inside' })
  servers.push(product)
  const findings = await measure({ bare, bareAction, product }, keys)
  console.log(`\nmedians of ${rounds} rounds, ${cases} cases in the database\n\n${formatFindings(findings)}`)
  if (values.json) await writeFile(values.json, JSON.stringify({ cases, rounds, returns, findings }, null, 2))
} finally {
  await Promise.all(servers.map((server) => server.stop()))
  await closePool()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

type Servers = Record<'bare' | 'bareAction' | 'product', Server>

async function measure({ bare, bareAction, product }: Servers, keys: Keys): Promise<Finding[]> {
  const cookie = await takeCookies(product.address)
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
  const idleMb = residentMb(product.pid)
  const bareIdleMb = residentMb(bare.pid)
  const actOnCase = await actionCaller('.', 'actOnCase')
  const bareAct = await actionCaller('bench/bare-action', 'act')

  const approveAll = async (): Promise<Load> => {
    const nos = await addReviews(APPROVALS)
    return load(product.address, { amount: nos.length }, () => {
      const no = nos.pop() ?? ''
      return actOnCase(product.address, `/cases/${no}`, [{ no, command: { type: 'approve' } }], cookie)
    })
  }
  const approveByApi = async (): Promise<Load> => {
    const nos = await addReviews(APPROVALS)
    return load(product.address, { amount: nos.length }, () => post(keys.shop, `/after-sales/${nos.pop()}/approve`, {}))
  }
  const turns = {
    barePage: () => load(bare.address, { duration: SECONDS }, () => get('/', '')),
    queue: () => load(product.address, { duration: SECONDS }, () => get('/cases', cookie)),
    bareAction: () => load(bareAction.address, { duration: SECONDS }, () => bareAct(bareAction.address, '/', [], '')),
    approve: approveAll,
    bareRoute: () => load(bare.address, { duration: SECONDS }, () => get('/api', '')),
    list: () => load(product.address, { duration: SECONDS }, () => getFromApi(keys.shop, LIST)),
    approveByApi,
    returnsByOne: () => loadReturns(product.address, keys, { returns: Math.ceil(returns / 4), connections: 1 }),
    returnsByEight: () => loadReturns(product.address, keys, { returns, connections: 8 }),
  }
  type Turn = keyof typeof turns
  const order = [
    'barePage',
    'queue',
    'bareAction',
    'approve',
    'bareRoute',
    'list',
    'approveByApi',
    'returnsByOne',
    'returnsByEight',
  ] as const satisfies readonly Turn[]
  const met: { name: Turn; load: Load }[] = []
  // the first round warms up and is not counted
  for (let round = 0; round <= rounds; round++) {
    for (const name of order) {
      const found = await turns[name]()
      if (round > 0) met.push({ name, load: found })
    }
    console.log(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`)
  }
  const loadsOf = (name: Turn) => met.filter((one) => one.name === name).map((one) => one.load)
  const rates = (name: Turn) => loadsOf(name).map(({ answers, seconds }) => answers / seconds)
  const ratios = (name: Turn, of: Turn) => rates(name).map((rate, round) => rate / (rates(of)[round] ?? Number.NaN))
  const slowest = (name: Turn) => loadsOf(name).map(({ p99 }) => p99)
  return [
    { name: 'queue page, of a bare page', unit: '×', ...middle(ratios('queue', 'barePage')) },
    { name: 'queue page', unit: '/s', ...middle(rates('queue')) },
    { name: 'queue page, p99 at 16 at once', unit: 'ms', ...middle(slowest('queue')) },
    { name: 'bare page', unit: '/s', ...middle(rates('barePage')) },
    { name: 'approve, of a bare action', unit: '×', ...middle(ratios('approve', 'bareAction')) },
    { name: 'approve', unit: '/s', ...middle(rates('approve')) },
    { name: 'approve, p99 at 16 at once', unit: 'ms', ...middle(slowest('approve')) },
    { name: 'bare action', unit: '/s', ...middle(rates('bareAction')) },
    { name: 'list of the API, of a bare route', unit: '×', ...middle(ratios('list', 'bareRoute')) },
    { name: 'list of the API', unit: '/s', ...middle(rates('list')) },
    { name: 'approve by the API, of a bare route', unit: '×', ...middle(ratios('approveByApi', 'bareRoute')) },
    { name: 'approve by the API', unit: '/s', ...middle(rates('approveByApi')) },
    { name: 'bare route', unit: '/s', ...middle(rates('bareRoute')) },
    { name: 'whole returns, 1 at once', unit: '/s', ...middle(rates('returnsByOne')) },
    { name: 'whole returns, 8 at once', unit: '/s', target: { atLeast: 100 }, ...middle(rates('returnsByEight')) },
    { name: 'memory of the process, idle', unit: 'MB', value: idleMb, target: { atMost: 300 } },
    {
      name: 'memory of the process, after all of it',
      unit: 'MB',
      value: residentMb(product.pid),
      target: { atMost: 450 },
    },
    { name: 'memory of the bare process, idle', unit: 'MB', value: bareIdleMb },
    { name: 'memory of the bare process, after its share', unit: 'MB', value: residentMb(bare.pid) },
  ]
}

function get(path: string, cookie: string): Request {
  return { method: 'GET', path, headers: { accept: 'text/html', ...(cookie && { cookie }) } }
}
