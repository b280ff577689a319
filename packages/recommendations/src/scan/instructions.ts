/** Instructions of WebAssembly and its 128-bit SIMD by name (webassembly.github.io/spec/core/appendix/index-instructions.html), as many as are needed here. */
export type Code = readonly number[]

/** Unsigned LEB128. */
const count = (value: number): Code => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...count(value >>> 7)])
/** Signed LEB128 of a number that is not negative. */
const signed = (value: number): Code => (value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)])
const simd = (number: number, ...operands: Code): Code => [0xfd, ...count(number), ...operands]

export const type = { i32: 0x7f, f32: 0x7d, v128: 0x7b, none: 0x40 } as const

export const get = (local: number): Code => [0x20, local]
export const set = (local: number): Code => [0x21, local]
export const tee = (local: number): Code => [0x22, local]
export const int = (value: number): Code => [0x41, ...signed(value)]
export const float = (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)]
export const addInts: Code = [0x6a]
export const isLess: Code = [0x49]
export const addFloats: Code = [0x92]
export const loadByte: Code = [0x2d, 0, 0]
export const storeFloat: Code = [0x38, 2, 0]

/** The memory need not be aligned; the hint says that it is, to four bytes. */
export const loadFour = (offset: number): Code => simd(0x00, 2, offset)
export const fourZeros: Code = simd(0x0c, ...new Uint8Array(16))
export const lane = (index: number): Code => simd(0x1f, index)
export const addFours: Code = simd(0xe4)
export const multiplyFours: Code = simd(0xe6)

/** Runs `body` again as long as it leaves something other than zero. */
export const repeatWhile = (...body: readonly Code[]): Code => [0x03, type.none, ...body.flat(), 0x0d, 0, 0x0b]
export const choose = (result: number, then: readonly Code[], otherwise: readonly Code[]): Code => [
  0x04,
  result,
  ...then.flat(),
  0x05,
  ...otherwise.flat(),
  0x0b,
]

const text = (name: string): Code => [name.length, ...Buffer.from(name)]
const section = (id: number, content: Code): Code => [id, ...count(content.length), ...content]

/** A module with one function without a result, over the memory "host.memory". */
export function assemble(name: string, parameters: Code, locals: readonly (readonly [number: number, type: number])[], body: Code): Uint8Array {
  const code = [...count(locals.length), ...locals.flat(), ...body, 0x0b]
  return Uint8Array.from([
    ...Buffer.from('\0asm\u0001\0\0\0'),
    ...section(1, [1, 0x60, parameters.length, ...parameters, 0]),
    ...section(2, [1, ...text('host'), ...text('memory'), 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text(name), 0x00, 0]),
    ...section(10, [1, ...count(code.length), ...code]),
  ])
}
