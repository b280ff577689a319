/** What a step of training leaves behind: all that the next one needs. */
export interface Checkpoint {
  /** Steps that are done. */
  readonly steps: number
  readonly arrays: Readonly<Record<string, Float32Array | Float64Array | Uint32Array>>
}

/** Where unfinished training is kept, so that one that was killed goes on, and ends with the same model. */
export interface Checkpoints {
  /** What was kept under this name; null: nothing that can be used. */
  find(name: string): Checkpoint | null
  /** Keeps it, where the last time was long enough ago; `isLast`: nothing of this name follows. The arrays are read before it returns. */
  keep(name: string, checkpoint: () => Checkpoint, isLast: boolean): void
}

/** The state that steps change, as it is kept and as it is put back. */
export interface ResumableState {
  save(): Checkpoint['arrays']
  /** Arrays as `save` gave them. */
  load(arrays: Checkpoint['arrays']): void
}

/** State that is some arrays of fixed length, changed in place. */
export function stateOf(arrays: Checkpoint['arrays']): ResumableState {
  return {
    save: () => arrays,
    load: (kept) => {
      for (const [name, array] of Object.entries(arrays)) array.set(kept[name]!)
    },
  }
}
