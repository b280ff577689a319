import { writeFile } from 'node:fs/promises'

/** Width and layers of stories260K. */
const [width, layers, alignment] = [64, 5, 32]
const [typeString, typeFloat, tensorFloat] = [8, 6, 0]

function number(value: number, bytes: 4 | 8): Buffer {
  const buffer = Buffer.alloc(bytes)
  if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value))
  else buffer.writeUInt32LE(value)
  return buffer
}

function text(value: string): Buffer {
  return Buffer.concat([number(Buffer.byteLength(value), 8), Buffer.from(value)])
}

function floats(values: readonly number[]): Buffer {
  return Buffer.from(Float32Array.from(values).buffer)
}

/** A LoRA adapter of rank 1 for stories260K as GGUF version 3: it disturbs all queries, and so every text. */
export async function writeLora(path: string): Promise<void> {
  const entries = [
    ['general.type', 'adapter'],
    ['general.architecture', 'llama'],
    ['adapter.type', 'lora'],
  ].map(([key = '', value = '']) => Buffer.concat([text(key), number(typeString, 4), text(value)]))
  entries.push(Buffer.concat([text('adapter.lora.alpha'), number(typeFloat, 4), floats([1])]))
  const values = Array.from({ length: width }, (_, index) => Math.sin(index + 1))
  const tensors = Array.from({ length: layers }, (_, layer) => [
    { name: `blk.${layer}.attn_q.weight.lora_a`, dimensions: [width, 1], data: floats(values) },
    { name: `blk.${layer}.attn_q.weight.lora_b`, dimensions: [1, width], data: floats(values.toReversed()) },
  ]).flat()
  const infos = tensors.map(({ name, dimensions, data }, index) =>
    Buffer.concat([text(name), number(2, 4), ...dimensions.map((each) => number(each, 8)), number(tensorFloat, 4), number(index * data.length, 8)]),
  )
  const head = Buffer.concat([Buffer.from('GGUF'), number(3, 4), number(tensors.length, 8), number(entries.length, 8), ...entries, ...infos])
  const padding = Buffer.alloc((alignment - (head.length % alignment)) % alignment)
  await writeFile(path, Buffer.concat([head, padding, ...tensors.map(({ data }) => data)]))
}
