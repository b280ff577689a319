import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { SpokenText } from '../speaker.js'
import { pruneFiles } from './prune-files.js'

/** What lies beside the sound; it is written last, and without it there is nothing. */
const record = z.object({
  provider: z.string(),
  voice: z.string(),
  mimeType: z.enum(['audio/wav', 'audio/mpeg']),
  durationMs: z.number().positive(),
  captionTimes: z.enum(['measured', 'proportional']),
  disclosure: z.string(),
})
type SpeechRecord = z.output<typeof record>

const extensions: Readonly<Record<SpeechRecord['mimeType'], string>> = { 'audio/wav': 'wav', 'audio/mpeg': 'mp3' }

export interface SpeechToKeep extends Omit<SpeechRecord, 'mimeType'> {
  readonly id: string
  readonly mimeType: string
  readonly audio: Buffer
  readonly captions: string
}

const KEPT_BETWEEN_LOOKS = 100

/** Spoken texts as files of one folder. Several processes may share it; a kill at any moment leaves no half of one. */
export class SpeechCache {
  /** In the folder as far as this process knows; null: it has not looked. */
  #bytes: number | null = null
  #keptSinceLook = 0

  constructor(
    private readonly directory: string,
    private readonly mostBytes: number,
    private readonly now: () => number,
  ) {}

  async find(id: string): Promise<SpokenText | null> {
    if (!/^[0-9a-f]{32}$/u.test(id)) return null
    const file = this.#file(id, 'json')
    const text = await readFile(file, 'utf8').catch(() => null)
    const parsed = text === null ? null : record.safeParse(parseJson(text))
    if (!parsed?.success) return null
    const spoken = this.#spoken(id, parsed.data)
    const there = await Promise.all([stat(spoken.audioFile), stat(spoken.captionsFile)]).then(
      () => true,
      () => false,
    )
    if (!there) return null
    const used = new Date(this.now())
    // What was used lately is kept longest. Where the folder cannot be written, it is served all the same.
    await utimes(file, used, used).catch(() => undefined)
    return spoken
  }

  async keep({ id, audio, captions, ...about }: SpeechToKeep): Promise<SpokenText> {
    const data = record.parse(about)
    await mkdir(this.directory, { recursive: true })
    const spoken = this.#spoken(id, data)
    await writeWhole(spoken.audioFile, audio)
    await writeWhole(spoken.captionsFile, captions)
    await writeWhole(this.#file(id, 'json'), JSON.stringify(data))
    const used = new Date(this.now())
    await utimes(this.#file(id, 'json'), used, used)
    await this.#prune(id, audio.byteLength + Buffer.byteLength(captions))
    return spoken
  }

  /** Looking at every file for every text would cost more than speaking it. Other processes write here, too: it is looked at again in time. */
  async #prune(id: string, added: number): Promise<void> {
    if (this.#bytes !== null) this.#bytes += added
    this.#keptSinceLook += 1
    if (this.#bytes !== null && this.#bytes <= this.mostBytes && this.#keptSinceLook < KEPT_BETWEEN_LOOKS) return
    this.#keptSinceLook = 0
    this.#bytes = await pruneFiles(this.directory, this.mostBytes, this.now(), id)
  }

  #spoken(id: string, data: SpeechRecord): SpokenText {
    return { type: 'spoken', id, ...data, audioFile: this.#file(id, extensions[data.mimeType]), captionsFile: this.#file(id, 'vtt') }
  }

  #file(id: string, extension: string): string {
    return path.join(this.directory, `${id}.${extension}`)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Under another name first: whoever finds the file finds all of it. */
async function writeWhole(file: string, content: Buffer | string): Promise<void> {
  const part = `${file}.${randomUUID()}.part`
  try {
    const handle = await open(part, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
