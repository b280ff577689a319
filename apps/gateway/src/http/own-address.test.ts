import { describe, expect, it } from 'vitest'
import { ownAddress } from './own-address.js'

const asked = (host: string | undefined, localAddress = '192.0.2.7'): Parameters<typeof ownAddress>[0] => ({
  socket: { localAddress, localPort: 4000 } as Parameters<typeof ownAddress>[0]['socket'],
  headers: host === undefined ? {} : { host },
})
const plain = { host: '127.0.0.1', publicUrl: undefined }

describe('the address of this server', () => {
  it.each([
    ['localhost:4000', 'http://localhost:4000'],
    ['127.0.0.1:9999', 'http://127.0.0.1:9999'],
    ['[::1]:4000', 'http://[::1]:4000'],
    ['192.0.2.7:4000', 'http://192.0.2.7:4000'],
    ['LOCALHOST', 'http://localhost'],
  ])('is the one that the client used, where that names this machine: %s', (host, address) => {
    expect(ownAddress(asked(host), plain)).toBe(address)
  })

  it.each([
    undefined,
    '',
    'evil.example',
    'localhost.evil.example',
    'localhost@evil.example',
    'localhost:99999',
    'localhost:4000/evil',
    '[::1',
    'local host',
    '192.0.2.8',
  ])('is the one that answered, where %s is asked', (host) => {
    expect(ownAddress(asked(host), plain)).toBe('http://192.0.2.7:4000')
  })

  it('is one that a browser can open, over IPv6 and IPv4 within it', () => {
    expect(ownAddress(asked('evil.example', '2001:db8::7'), plain)).toBe('http://[2001:db8::7]:4000')
    expect(ownAddress(asked('evil.example', '::ffff:192.0.2.7'), plain)).toBe('http://192.0.2.7:4000')
  })

  it('is the configured one, where there is one', () => {
    expect(ownAddress(asked('evil.example'), { host: '0.0.0.0', publicUrl: 'https://notes.example/' })).toBe('https://notes.example')
    expect(ownAddress(asked('notes.internal:4000'), { host: 'Notes.Internal', publicUrl: undefined })).toBe('http://notes.internal:4000')
  })
})
