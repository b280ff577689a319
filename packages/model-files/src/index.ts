// Model files on this machine: which exist, where to get them, and proof that they are what they claim to be.
export { manifest } from './manifest.js'
export { ModelFileError, type ModelFileErrorCode } from './model-file-error.js'
export { openModelFiles, type ModelFiles, type ModelFilesOptions } from './model-files.js'
export type { ModelFile, ModelFileSource, ModelFileStatus, PullProgress } from './model-file.js'
export type { PulledModelFile, PullOptions } from './pull-model-file.js'
