const RATE = 8_000

/** A sine tone as RIFF WAVE: PCM, 16 bit, mono, 8 kHz. */
export function toneWav(seconds: number, hertz = 440): Buffer {
  const samples = Math.round(seconds * RATE)
  const file = Buffer.alloc(44 + 2 * samples)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + 2 * samples, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(RATE, 24)
  file.writeUInt32LE(2 * RATE, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(2 * samples, 40)
  for (let sample = 0; sample < samples; sample++) file.writeInt16LE(Math.round(8_000 * Math.sin((2 * Math.PI * hertz * sample) / RATE)), 44 + 2 * sample)
  return file
}
