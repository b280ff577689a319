/** What the head of a RIFF WAVE file says (Microsoft, "Multimedia Programming Interface and Data Specifications 1.0", 1991). */
export interface WavHead {
  readonly byteRate: number
  /** Where the samples begin. */
  readonly dataOffset: number
  /** As written there; who streams does not know it yet, and writes 0, 0x7ffff000 or 0xffffffff. */
  readonly dataBytes: number
}

const text = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4)

/** Reads the chunks up to the samples; null: this is no WAVE file, or its head is not whole. */
export function readWavHead(bytes: Buffer): WavHead | null {
  if (bytes.length < 12 || text(bytes, 0) !== 'RIFF' || text(bytes, 8) !== 'WAVE') return null
  let byteRate = 0
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4)
    const name = text(bytes, at)
    if (name === 'data') return byteRate > 0 ? { byteRate, dataOffset: at + 8, dataBytes: size } : null
    if (name === 'fmt ' && at + 20 <= bytes.length) byteRate = bytes.readUInt32LE(at + 16)
    // Chunks lie at even places.
    at += 8 + size + (size % 2)
  }
  return null
}

/** Writes into the head how long the file really is, where its writer did not know; players seek by it. Returns the length in milliseconds; null: no WAVE file, or one that broke off. */
export function mendWav(bytes: Buffer): number | null {
  const head = readWavHead(bytes)
  if (head === null) return null
  const there = bytes.length - head.dataOffset
  if (isKnown(head.dataBytes) && there < head.dataBytes) return null
  const data = isKnown(head.dataBytes) ? head.dataBytes : there
  if (data === 0) return null
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.writeUInt32LE(data, head.dataOffset - 4)
  return Math.round((data / head.byteRate) * 1_000)
}

const isKnown = (size: number): boolean => size > 0 && size < 0x7f_00_00_00
