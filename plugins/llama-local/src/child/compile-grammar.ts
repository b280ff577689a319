import type { Llama, LlamaGrammar } from 'node-llama-cpp'

/** A text in GBNF (llama.cpp, grammars/README.md), as it stands. */
export function compileText(llama: Llama, grammar: string): Promise<LlamaGrammar> {
  return llama.createGrammar({ grammar })
}

/**
 * A grammar of compact JSON. The one that node-llama-cpp derives from a schema leaves white space to the model, which then pays for
 * indentation with tokens, and goes on with line breaks after the document.
 */
export async function compileSchema(llama: Llama, schema: object): Promise<LlamaGrammar> {
  const { grammar } = await llama.createGrammarForJsonSchema(schema as { type: 'object' })
  const compact = grammar
    .replaceAll(/^(whitespace-[\w-]+-rule) ::= .*$/gm, '$1 ::= ""')
    .replaceAll(/^(comma-whitespace-[\w-]+-rule) ::= .*$/gm, '$1 ::= ","')
    .replaceAll('":" [ ]?', '":"')
    .replace(/^(root ::= .*) "\\n\\n\\n\\n" \[\\n\]\*$/m, '$1')
  return await llama.createGrammar({ grammar: compact })
}
