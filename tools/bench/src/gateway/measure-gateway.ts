import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Benchmark } from '../benchmark.js'
import { median } from '../median.js'
import { factor, table } from '../table.js'
import { startServer, type Cpu, type Server } from './start-server.js'

const root = path.resolve(import.meta.dirname, '../../../..')
const lengths = [1, 10, 100]
const blocks = 7
/** Requests of a block: enough that the clock of the processor has something to count. */
const gatewayRequests = 15
const staticRequests = 300
const warmUp = 30

/** Gateway CPU per request of the main query, its narratives cached, against node:http that answers the same bytes. */
export const measureGateway: Benchmark = async ({ print, note }) => {
  // Not of the user's environment: the embedded database, and no model.
  const variables = {
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
    LINERNOTES_DATA_DIR: process.env['LINERNOTES_BENCH_DIR'] ?? path.join(root, '.data/bench'),
  }
  await using gateway = await startServer(path.join(root, 'apps/gateway/dist/main.js'), variables, note)
  await using control = await startServer(path.join(import.meta.dirname, 'static-server.js'), {}, note)
  const query = await readFile(path.join(root, 'examples/recommendations.graphql'), 'utf8')
  const rows: string[][] = []
  let before: number | null = null
  for (const first of lengths) {
    note(`  measuring first: ${first} …`)
    const body = JSON.stringify({ query: query.replace(/first: \d+/, `first: ${first}`) })
    const answer = await ask(gateway, body)
    control.send({ answer })
    await block(gateway, body, warmUp)
    await block(control, body, warmUp * 10)
    const measured = { gateway: [] as Cpu[], control: [] as Cpu[] }
    for (let turn = 0; turn < blocks; turn++) {
      measured.gateway.push(await block(gateway, body, gatewayRequests))
      measured.control.push(await block(control, body, staticRequests))
    }
    const whole = median(measured.gateway.map((cpu) => cpu.whole))
    const main = median(measured.gateway.map((cpu) => cpu.main))
    const still = median(measured.control.map((cpu) => cpu.whole))
    const grown = before === null ? '' : factor(whole / before)
    rows.push([
      `first: ${first}`,
      answer.length.toLocaleString('en'),
      milliseconds(still),
      milliseconds(whole),
      milliseconds(main),
      milliseconds(whole - main),
      factor(whole / still),
      grown,
    ])
    before = whole
  }
  print('Gateway CPU per request: examples/recommendations.graphql, narratives cached, PGlite; control: node:http, the same bytes')
  print(`(medians of ${blocks} blocks in turns, ${gatewayRequests} and ${staticRequests} requests, one at a time)`)
  print(table(['main query', 'bytes', 'control', 'gateway', 'event loop', 'database, GC', 'ratio', 'for 10 x'], rows))
}

async function block(server: Server, body: string, requests: number): Promise<Cpu> {
  const before = await server.cpu()
  for (let request = 0; request < requests; request++) await ask(server, body)
  const after = await server.cpu()
  return { whole: (after.whole - before.whole) / requests, main: (after.main - before.main) / requests }
}

async function ask({ url }: Server, body: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const answer = await response.text()
  if (!response.ok || answer.includes('"errors"')) throw new Error(`${url} answered ${response.status}: ${answer.slice(0, 500)}`)
  return answer
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 1 ? 3 : 1)} ms`
}
