// Lets plain Node run the sources: './x.js' is './x.ts' there.
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, next) {
    return next(context.parentURL?.endsWith('.ts') && specifier.startsWith('.') ? specifier.replace(/\.js$/, '.ts') : specifier, context)
  },
})
