// The control: node:http that reads a request and answers with bytes that lie ready. The first message over IPC are the bytes.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

let answer = Buffer.alloc(0)
process.on('message', (message) => {
  if (typeof message === 'object' && message !== null && 'answer' in message) answer = Buffer.from(String(message.answer))
})

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length })
    response.end(answer)
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}/graphql\n`))
