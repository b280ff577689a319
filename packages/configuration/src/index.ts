// What an operator sets: the environment and linernotes.config.ts, each parsed once, all problems reported together.
export { defineConfig, type ConfigFunction } from './define-config.js'
export { parseEnvironment, type Environment, type ParsedEnvironment } from './environment.js'
export { environmentExample } from './environment-variables.js'
export { ConfigFileError, loadConfig } from './load-config.js'
export { printEnvironment, type PrintedVariable } from './print-environment.js'
