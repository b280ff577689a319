/** A whole WAVE file of silence: 8,000 samples a second of two bytes, mono. */
export function wavOf(milliseconds: number, { dataBytes }: { readonly dataBytes?: number } = {}): Buffer {
  const samples = Buffer.alloc(2 * Math.round(8 * milliseconds))
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8_000, 24)
  head.writeUInt32LE(16_000, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(dataBytes ?? samples.length, 40)
  return Buffer.concat([head, samples])
}
